// SPDX-License-Identifier: Apache-2.0
#include "metadata/text_quoter.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "xml/writer.h"

namespace solander::metadata {

TextQuoter::TextQuoter(std::string_view text, std::string_view origin, Precision precision)
    : text_(text), lines_(split_lines(text)), origin_(origin), precision_(precision) {}

std::size_t TextQuoter::offset_of(const char* at) const {
    return static_cast<std::size_t>(at - text_.data());
}

/// The lines that a piece touches. A line starts with its first character that is no white space,
/// where pieces start, too.
LineRange TextQuoter::lines_of(std::string_view piece) const {
    const auto line_at = [this](std::size_t offset) {
        const auto start = [this](std::string_view line) { return offset_of(line.data()); };
        const auto after = std::ranges::upper_bound(lines_, offset, {}, start);
        return static_cast<std::size_t>(std::max(after - lines_.begin(), std::ptrdiff_t{1})) - 1;
    };
    const auto first = offset_of(piece.data());
    return {line_at(first), line_at(first + piece.size() - 1) + 1};
}

bool TextQuoter::is_whole_lines(std::string_view piece, LineRange range) const {
    const auto last = lines_[range.last - 1];
    return piece.data() == lines_[range.first].data() &&
           piece.data() + piece.size() == last.data() + last.size();
}

std::string TextQuoter::place(std::string_view piece) const {
    const auto range = lines_of(piece);
    if (precision_ == Precision::lines || is_whole_lines(piece, range)) return place_of(range);
    const auto first = offset_of(piece.data());
    return fmt::format("bytes {}-{}", first + 1, first + piece.size());
}

Said TextQuoter::said(std::string_view piece, std::string_view rule, std::string_view label) const {
    const auto range = lines_of(piece);
    Quote words;
    if (is_whole_lines(piece, range)) {
        words = quote(lines_, range);
    } else {
        words.words = xml::storable(piece, &words.replaced);
    }
    Said result{std::move(words.words), {}};
    result.place.origin = origin_;
    result.place.at = place(piece);
    result.place.rule = rule;
    result.place.label = label;
    result.place.replaced = words.replaced;
    return result;
}

Said TextQuoter::blank(std::string_view label_piece, std::string_view label) const {
    auto result = said(label_piece, {}, label);
    result.words.clear();
    result.place.replaced = false;
    return result;
}

std::string_view span_of(std::string_view first, std::string_view last) {
    const auto size = static_cast<std::size_t>(last.data() + last.size() - first.data());
    return {first.data(), size};
}

std::string_view trimmed(std::string_view piece) {
    const auto first_lines = split_lines(piece);
    const auto is_text = [](std::string_view line) { return !line.empty(); };
    const auto first = std::ranges::find_if(first_lines, is_text);
    // Blank lines at the end are none, so the last line ends where the text does.
    return first == first_lines.end() ? piece.substr(0, 0) : span_of(*first, first_lines.back());
}

}  // namespace solander::metadata
