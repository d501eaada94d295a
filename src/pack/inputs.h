// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <solander/entry_path.h>
#include <solander/environment.h>
#include <solander/pack.h>

namespace solander::pack {

/// A directory that inputs lie in.
struct InputRoot {
    std::filesystem::path path;
    /// Null for all but the first few, which are opened for each file anew: as many directories
    /// as a person names must not need as many descriptors.
    std::unique_ptr<Directory> directory = nullptr;
};

/// A file that will be payload.
struct InputFileEntry {
    std::size_t root = 0;       ///< Which of Inputs::roots it lies below.
    std::string name;           ///< Below that root.
    EntryPath path;             ///< In the package, from `data/`.
    std::string original_name;  ///< As it was found, where it was renamed; else empty.
    FileInfo info;
    /// Why it cannot be packed, as a sentence; empty where it can. See survey_inputs().
    std::string refusal = {};
    /// The bytes of a file that packing makes itself: it lies nowhere, and has no time.
    std::optional<std::string> made = std::nullopt;
};

/// All that will be packed, in the order of the paths.
struct Inputs {
    std::vector<InputRoot> roots;
    std::vector<InputFileEntry> files;
    std::vector<std::filesystem::path> directories;  ///< Those inputs that are directories.
    std::vector<std::string> notes;
    bool to_pack = true;  ///< False: they are read, and no text may speak of packing.
    /// Those of which these are a part, whose roots they lie below; null where these are all.
    const Inputs* whole = nullptr;

    /// The file as the person would name it.
    std::string shown(const InputFileEntry& file) const;
    /// Opens a file for reading; from any thread. Whoever reads it has to see whether it still is
    /// the one of the inventory. Errors: open.
    Result<std::unique_ptr<InputFile>> open(const Environment& environment,
                                            const InputFileEntry& file) const;

private:
    const InputRoot& root_of(const InputFileEntry& file) const;
};

/// Takes the inventory of what the request names as inputs. Links, FIFOs and devices are refused,
/// and so are the request's secrets, unsafe names unless it has `rename_safe`, and names that
/// collide.
/// Errors: open, naming what is refused; usage; limit, for a tree that is too deep; interrupted.
Result<Inputs> collect_inputs(const Environment& environment, const PackRequest& request);

/// The same for many packages: what collect_inputs() refuses stays in the inventory, each file with
/// its refusal and, where its own name is unsafe, under a safe one. So does a directory that cannot
/// be read, and the second of two files of one path. Other names that collide are not looked for.
Result<Inputs> survey_inputs(const Environment& environment, const PackRequest& request);

/// What there is to be read, of which nothing is packed: it may be no file at all, directories need
/// no name of their own, each file is there once however often it was named, and what is no regular
/// file is noted, unless it was named itself. The paths in a package are ours alone.
/// Errors: open, limit, interrupted.
Result<Inputs> find_readable(const Environment& environment,
                             const std::vector<std::filesystem::path>& paths);

/// Some of the inputs, by their indices in order; `whole` must outlive them.
Inputs part_of(const Inputs& whole, const std::vector<std::size_t>& indices);

}  // namespace solander::pack
