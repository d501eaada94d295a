// SPDX-License-Identifier: Apache-2.0
#include "metadata/text_lines.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "xml/writer.h"

namespace solander::metadata {

namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

struct Fold {
    std::string_view from;
    char to;
};
constexpr std::array<Fold, 4> kCurlyQuotes = {{
    {"\u2018", '\''},
    {"\u2019", '\''},
    {"\u201C", '"'},
    {"\u201D", '"'},
}};

/// Bytes of the white-space character that `text` starts with; 0 if it starts with none.
std::size_t leading_space(std::string_view text) {
    if (text.starts_with(kNoBreakSpace)) return kNoBreakSpace.size();
    static constexpr std::string_view kSpaces = " \t\r\v\f";
    return !text.empty() && kSpaces.find(text.front()) != kSpaces.npos ? 1 : 0;
}

std::string_view skip_spaces(std::string_view text) {
    while (const auto size = leading_space(text)) text.remove_prefix(size);
    return text;
}

/// Takes one character off `text` if it is `wanted`, a curly quote standing for a straight one.
bool take(std::string_view& text, char wanted) {
    if (text.starts_with(wanted)) {
        text.remove_prefix(1);
        return true;
    }
    const auto is_it = [&](const Fold& fold) {
        return fold.to == wanted && text.starts_with(fold.from);
    };
    const auto* quote = std::ranges::find_if(kCurlyQuotes, is_it);
    if (quote == kCurlyQuotes.end()) return false;
    text.remove_prefix(quote->from.size());
    return true;
}

}  // namespace

std::string_view trim(std::string_view text) {
    text = skip_spaces(text);
    while (!text.empty()) {
        const bool wide = text.ends_with(kNoBreakSpace);
        const auto size = wide ? kNoBreakSpace.size() : leading_space(text.substr(text.size() - 1));
        if (size == 0) break;
        text.remove_suffix(size);
    }
    return text;
}

TextLines split_lines(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    TextLines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return line;
}

std::string place_of(LineRange range) {
    if (range.first + 1 == range.last) return fmt::format("line {}", range.last);
    return fmt::format("lines {}-{}", range.first + 1, range.last);
}

Quote quote(const TextLines& lines, LineRange range) {
    std::string joined;
    for (auto i = range.first; i < range.last; ++i) {
        if (i != range.first) joined += '\n';
        joined += lines[i];
    }
    Quote result;
    result.words = xml::storable(joined, &result.replaced);
    return result;
}

std::optional<std::string_view> after_words(std::string_view text, std::string_view words) {
    for (const char wanted : words) {
        if (wanted == ' ' ? leading_space(text) == 0 : !take(text, wanted)) return std::nullopt;
        if (wanted == ' ') text = skip_spaces(text);
    }
    return text;
}

bool is_words(std::string_view text, std::string_view words) {
    const auto rest = after_words(text, words);
    return rest && rest->empty();
}

std::string fold_white_space(std::string_view text) {
    std::string folded;
    while (!text.empty()) {
        if (leading_space(text) > 0) {
            folded += ' ';
            text = skip_spaces(text);
        } else {
            folded += text.front();
            text.remove_prefix(1);
        }
    }
    return folded;
}

std::string fold_white_space_and_quotes(std::string_view text) {
    std::string spaced(text);
    std::ranges::replace(spaced, '\n', ' ');
    std::string folded;
    for (std::string_view rest = trim(spaced); !rest.empty();) {
        if (leading_space(rest) > 0) {
            folded += ' ';
            rest = skip_spaces(rest);
            continue;
        }
        const auto* quote = std::ranges::find_if(
            kCurlyQuotes, [rest](const Fold& fold) { return rest.starts_with(fold.from); });
        folded += quote == kCurlyQuotes.end() ? rest.front() : quote->to;
        rest.remove_prefix(quote == kCurlyQuotes.end() ? 1 : quote->from.size());
    }
    return folded;
}

}  // namespace solander::metadata
