// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solander::base {

/// Whether `text` is a date or an interval of the Extended Date/Time Format (ISO 8601-2), level 1,
/// as manifests use it: `1963-11-25`, `1963-11`, `1963`, `-0043`, seasons `1963-21` to `1963-24`,
/// unspecified digits `196X`, `19XX`, `1963-XX`, `1963-11-XX`, `1963-XX-XX`, each with one of `?~%`
/// at its end, and `A/B` where one side may be `..` (open) or empty (unknown).
///
/// Days must exist in their month, and an interval may not end before it starts. Narrower than
/// level 1: no time of day, and no year beyond four digits (`Y…`).
bool is_edtf(std::string_view text);

/// What a date in English words or ISO 8601 means, at the words' own precision: `November 25, 1963`
/// and `September 09, 1955`, `August 1973`, `January, 1951`, `1955`, `1963-11-25`, `1963-11`.
///
/// Nothing for any other text, for a day that does not exist, and where the words have a second
/// reading: `1910-11` is a month or two years.
std::optional<std::string> edtf_from_words(std::string_view text);

/// Whether a word in small letters is the name of a month in English.
bool is_month_name(std::string_view word);
/// Whether it is the first three letters of one.
bool is_month_abbreviation(std::string_view word);

}  // namespace solander::base
