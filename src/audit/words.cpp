// SPDX-License-Identifier: Apache-2.0
#include "audit/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"
#include "base/utf8.h"

namespace solander::audit {

namespace {

constexpr std::array<std::string_view, 9> kSpaces{" ",      "\t",     "\r",     "\n",    "\f",
                                                  "\u00A0", "\u200B", "\u202F", "\uFEFF"};

std::size_t space_at_start(std::string_view text) {
    for (const auto space : kSpaces)
        if (text.starts_with(space)) return space.size();
    return 0;
}

std::size_t space_at_end(std::string_view text) {
    for (const auto space : kSpaces)
        if (text.ends_with(space)) return space.size();
    return 0;
}

struct Plain {
    std::string_view character;
    char plain;
};
constexpr std::array<Plain, 11> kPlain{{{"\u2018", '\''},
                                        {"\u2019", '\''},
                                        {"\u201A", '\''},
                                        {"\u201C", '"'},
                                        {"\u201D", '"'},
                                        {"\u201E", '"'},
                                        {"\u2010", '-'},
                                        {"\u2011", '-'},
                                        {"\u2012", '-'},
                                        {"\u2013", '-'},
                                        {"\u2014", '-'}}};

const Plain* plain_at_start(std::string_view text) {
    const auto found = std::ranges::find_if(
        kPlain, [text](const Plain& plain) { return text.starts_with(plain.character); });
    return found == kPlain.end() ? nullptr : &*found;
}

bool joins(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (const auto bytes = space_at_start(text)) text.remove_prefix(bytes);
    while (const auto bytes = space_at_end(text)) text.remove_suffix(bytes);
    return text;
}

std::string folded(std::string_view text) {
    text = trimmed(text);
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        if (const auto bytes = space_at_start(text)) {
            if (plain.empty() || plain.back() != ' ') plain += ' ';
            text.remove_prefix(bytes);
        } else if (const Plain* known = plain_at_start(text)) {
            plain += known->plain;
            text.remove_prefix(known->character.size());
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return base::find_invalid_utf8(plain) ? plain : base::fold_case(plain);
}

std::string folded_name(std::string_view name) {
    std::string text = folded(name);
    if (text.starts_with("the ")) text.erase(0, 4);
    while (!text.empty() && std::string_view(".,;: ").find(text.back()) != std::string_view::npos)
        text.pop_back();
    return text;
}

bool is_placeholder(std::string_view text) {
    static constexpr std::array<std::string_view, 32> kPlaceholders{"n/a",
                                                                    "n.a",
                                                                    "na",
                                                                    "nan",
                                                                    "null",
                                                                    "nil",
                                                                    "none",
                                                                    "tbd",
                                                                    "tba",
                                                                    "todo",
                                                                    "to do",
                                                                    "to be determined",
                                                                    "unknown",
                                                                    "[unknown]",
                                                                    "not known",
                                                                    "xxx",
                                                                    "?",
                                                                    "??",
                                                                    "???",
                                                                    "-",
                                                                    "--",
                                                                    "---",
                                                                    "not stated",
                                                                    "not available",
                                                                    "undefined",
                                                                    "unspecified",
                                                                    "not applicable",
                                                                    "not specified",
                                                                    "no information",
                                                                    "untitled",
                                                                    "[untitled]",
                                                                    "[email protected]"};
    // None of them is longer, but for what may stand behind Ibid.
    constexpr std::size_t kLongest = 32;
    text = trimmed(text);
    if (text.size() > kLongest) return text.starts_with("Ibid.") || text.starts_with("ibid.");
    std::string plain = folded(text);
    if (plain == "ibid" || plain.starts_with("ibid.")) return true;
    while (!plain.empty() && std::string_view(".;!").find(plain.back()) != std::string_view::npos)
        plain.pop_back();
    return (plain.empty() && !text.empty()) ||
           std::ranges::find(kPlaceholders, plain) != kPlaceholders.end();
}

bool has_phrase(std::string_view text, std::string_view part) {
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        const auto end = at + part.size();
        const bool starts = at == 0 || !joins(text[at - 1]) || !joins(part.front());
        const bool ends = end == text.size() || !joins(text[end]) || !joins(part.back());
        if (starts && ends) return true;
    }
    return false;
}

bool is_web_address(std::string_view text) {
    std::string start(text.substr(0, 8));
    std::ranges::transform(start, start.begin(), lower);
    return start.starts_with("http://") || start == "https://";
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::string_view cut = text.substr(0, most);
    const auto blank = cut.rfind(' ');
    if (blank != std::string_view::npos && blank > most / 2) {
        cut = cut.substr(0, blank);
    } else {
        // Not within a character.
        auto end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        cut = text.substr(0, end);
    }
    return std::string(cut) + "…";
}

}  // namespace solander::audit
