// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace solander::metadata {

/// What some programs put in front of a text in UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The lines of a received text, without BOM, line ends and the white space around each (U+00A0
/// is white space). Line N of the bytes as received is element N - 1; blank lines at the end are
/// left out. Lines end at LF alone, as common tools count them. Points into the text.
using TextLines = std::vector<std::string_view>;

TextLines split_lines(std::string_view text);

/// Lines `first` to before `last`, counted from 0.
struct LineRange {
    std::size_t first = 0;
    std::size_t last = 0;

    bool empty() const { return first == last; }
};

/// `text` without the white space around it, of which U+00A0 is and LF is not.
std::string_view trim(std::string_view text);

/// `text` with every tab and line end a blank: fit for an attribute, such as a label.
std::string on_one_line(std::string_view text);

/// `line 3` or `lines 3-5`, as manifests count: from 1. The range must not be empty.
std::string place_of(LineRange range);

/// Words fit for a manifest, and whether any of their characters had to be replaced.
struct Quote {
    std::string words;
    bool replaced = false;
};

/// The words of a range, lines joined by LF, as xml::storable() has them.
Quote quote(const TextLines& lines, LineRange range);

/// What follows `words` at the start of `text`; nothing if `text` does not start with them. A blank
/// in `words` matches any run of white space, a straight quote also a curly one.
std::optional<std::string_view> after_words(std::string_view text, std::string_view words);

/// Whether `text` is `words` and no more, compared as by after_words().
bool is_words(std::string_view text, std::string_view words);

/// `text` with every run of white space made one blank, to be compared and never quoted.
std::string fold_white_space(std::string_view text);

/// The same, line ends too, without any at its ends and with straight quotes for curly ones: two
/// texts that a page shows alike. Not to be quoted either.
std::string fold_white_space_and_quotes(std::string_view text);

}  // namespace solander::metadata
