// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
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
};

/// All that will be packed, in the order of the paths.
struct Inputs {
    std::vector<InputRoot> roots;
    std::vector<InputFileEntry> files;
    std::vector<std::filesystem::path> directories;  ///< Those inputs that are directories.
    std::vector<std::string> notes;

    /// The file as the person would name it.
    std::string shown(const InputFileEntry& file) const;
    /// Opens a file for reading; from any thread. Whoever reads it has to see whether it still is
    /// the one of the inventory. Errors: open.
    Result<std::unique_ptr<InputFile>> open(const Environment& environment,
                                            const InputFileEntry& file) const;
};

/// Takes the inventory of what the request names as inputs. Links, FIFOs and devices are refused,
/// and so are the request's secrets, unsafe names unless it has `rename_safe`, and names that
/// collide.
/// Errors: open, naming what is refused; usage; limit, for a tree that is too deep; interrupted.
Result<Inputs> collect_inputs(const Environment& environment, const PackRequest& request);

}  // namespace solander::pack
