// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <solander/entry_path.h>
#include <solander/environment.h>

namespace solander::pack {

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
    std::vector<std::unique_ptr<Directory>> roots;
    std::vector<InputFileEntry> files;
    std::vector<std::string> notes;
};

/// Takes the inventory of what a person named. Links, FIFOs and devices are refused, and so are
/// unsafe names unless `rename_safe`, and names that collide.
/// Errors: open, naming the first that is refused; usage; interrupted.
Result<Inputs> collect_inputs(const Environment& environment,
                              const std::vector<std::filesystem::path>& inputs, bool rename_safe);

/// The name that a package of these inputs has by default: of one input, without its extension.
/// Errors: usage, with a proposal, where that is no name for a package.
Result<std::string> default_name(const std::vector<std::filesystem::path>& inputs);

/// Whether `name` is [A-Za-z0-9._-]{1,64}. Errors: usage.
Result<void> check_name(const std::string& name);

}  // namespace solander::pack
