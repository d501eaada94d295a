// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>

#include "base/bytes.h"
#include "base/limits.h"

namespace solander::custody {

/// What the name of a file in a custody directory says that it is.
struct FileName {
    std::uint64_t seq = 0;
    std::string event;  ///< The event's file: `0001-seal.xml`.
    std::string type;   ///< `seal`
    std::string label;  ///< Of the signing key; empty for the event itself.
};

/// Whether it is sixteen hexadecimal digits, in small letters: how a key is named in a file's name,
/// and a package in that of its journal.
bool is_label(std::string_view text);

/// Reads `NNNN-type.xml` and `NNNN-type.xml.LABEL.sig`: at least four digits, no zeros too many,
/// and not 0000. Nothing for any other name.
std::optional<FileName> parse_file_name(std::string_view name);

struct FolderFile {
    std::string name;
    base::Bytes bytes;
};

/// Everything in a custody directory, read once. Nothing of it has been verified.
struct Folder {
    std::vector<FolderFile> files;  ///< In the order of their names.
    /// What is no event, signature or VERIFY.txt, by its name or for its size; name and reason.
    std::vector<std::pair<std::string, std::string>> foreign;
    std::vector<std::pair<std::string, std::string>> unreadable;  ///< Name and reason.

    const FolderFile* find(std::string_view name) const;
    bool is_unreadable(std::string_view name) const;
};

/// Errors: open, io, interrupted; limit, for more files or bytes than a history can have.
Result<Folder> read_folder(const Environment& environment, const Directory& directory,
                           const base::Limits& limits);

/// The same of files that were read elsewhere, such as in a bundle; in the order of their names,
/// each once. Errors: limit.
Result<Folder> folder_of(std::vector<FolderFile> files, const base::Limits& limits);

}  // namespace solander::custody
