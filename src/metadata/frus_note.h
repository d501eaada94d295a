// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "metadata/wilson_source.h"

namespace solander::metadata {

/// The source note of a volume of Foreign Relations of the United States:
/// `Source: <repository>, <collection>, <file>. <Classification>[; <handling>]. Drafted by …
/// approved by …. <remarks>`. Its parts point into it; what the grammar does not find is empty.
struct FrusNote {
    std::string_view label;  ///< `Source:`
    std::string_view whole;  ///< Everything behind the label.
    /// `Ibid.` stands for the note before this one, so the source is lost with that.
    bool ibid = false;
    std::string_view repository;  ///< Only one that such notes are known to name.
    std::string_view locator;
    std::vector<std::string_view> classifications;
    bool unclassified = false;  ///< The one classification says that there was no mark.
    std::vector<NamedPerson> drafters;
    std::vector<NamedPerson> approvers;
};

/// The source note that a line is, the mark of a footnote before it left out; nothing where the
/// line does not start with `Source:` and a repository or `Ibid.`
std::optional<FrusNote> read_frus_note(std::string_view line);

/// A file number of the older volumes: `File No. 763.72119/987`, `361.1121/7–2547: Telegram`.
struct FrusFileNumber {
    std::string_view number;
    std::string_view type;  ///< `Telegram`; may be empty.
};
std::optional<FrusFileNumber> read_frus_file_number(std::string_view line);

}  // namespace solander::metadata
