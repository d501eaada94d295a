// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/reader.h"
#include "pack/inputs.h"

namespace solander::pack {

/// The input of a path; nothing if there is none.
std::optional<std::size_t> find_input(const Inputs& inputs, std::string_view path);
/// Whether inputs lie below a path.
bool is_directory_of(const Inputs& inputs, std::string_view path);

/// What a text that should name all files of a folder does name.
struct NamedInFolder {
    metadata::Listing listing;
    std::vector<std::string> files = {};    ///< Paths, wherever the file may lie.
    std::vector<std::string> folders = {};  ///< What is below them is named with them.

    /// Whether anything that it names is among the inputs: else it came without its files.
    bool has_any(const Inputs& inputs) const;
};

/// The inputs of the folder that a text does not name, though it should, by their index. Those for
/// which `is_record` holds are not meant.
std::vector<std::size_t> unlisted(const Inputs& inputs, const NamedInFolder& named,
                                  const std::function<bool(std::size_t)>& is_record);

/// Whether a folder has inputs that are no records: then its files were given with its tables.
bool has_files(const Inputs& inputs, const metadata::Listing& listing,
               const std::function<bool(std::size_t)>& is_record);

}  // namespace solander::pack
