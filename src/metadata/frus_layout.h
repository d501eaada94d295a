// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

#include "metadata/frus_note.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

/// One document of a volume, as a page of it or a line of a list shows it. Points into the text.
struct FrusEntry {
    std::size_t line = 0;  ///< Of the heading, from 0.
    std::string_view number;
    std::string_view title;
    std::string_view dateline;
    std::string_view date;  ///< Within the dateline.
    bool undated = false;   ///< `date` is the word for that.
    std::optional<FrusNote> note;
    std::optional<FrusFileNumber> file;
    std::string_view file_line;
    std::string_view body;
    std::vector<std::string_view> unattributed;
};

struct FrusLayout {
    std::string form;  ///< `page`, `list` or `file-number`
    std::vector<FrusEntry> entries;
};

/// What documents a text shows. A list has a heading just above each note. A page has one heading
/// in front, and one note. Errors: format, where notes stand without the documents that they
/// describe.
Result<FrusLayout> find_frus_layout(const TextLines& lines);

/// Whether one of the first lines is the file number of an older volume.
bool has_frus_file_number(const TextLines& lines);

}  // namespace solander::metadata
