// SPDX-License-Identifier: Apache-2.0
#include "metadata/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace solander::metadata {

namespace {

constexpr std::size_t kMarkLines = 10;
constexpr std::size_t kHeadLineBytes = 120;

/// A longer mark stands before those that are part of it.
constexpr std::array<std::string_view, 11> kMarkings = {"TOP SECRET",
                                                        "STRICTLY SECRET",
                                                        "STRICTLY CONFIDENTIAL",
                                                        "FOR OFFICIAL USE ONLY",
                                                        "EYES ONLY",
                                                        "UNCLASSIFIED",
                                                        "REPRODUCTION PROHIBITED",
                                                        "SECRET",
                                                        "CONFIDENTIAL",
                                                        "COPYING PROHIBITED",
                                                        "RESTRICTED"};

bool is_ascii_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A hyphen before makes another word of it (`NON-SECRET`); one after does not.
bool stands_alone(std::string_view line, std::size_t at, std::size_t size) {
    const bool joined_before = at > 0 && (is_ascii_letter(line[at - 1]) || line[at - 1] == '-');
    const bool joined_after = at + size < line.size() && is_ascii_letter(line[at + size]);
    return !joined_before && !joined_after;
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

std::optional<std::string_view> mark_at(std::string_view line, std::size_t at) {
    for (const auto mark : kMarkings) {
        if (line.substr(at).starts_with(mark) && stands_alone(line, at, mark.size()))
            return line.substr(at, mark.size());
    }
    return std::nullopt;
}

bool is_whole_mark(std::string_view line) {
    return std::ranges::find(kMarkings, upper_case(line)) != kMarkings.end();
}

}  // namespace

std::vector<Mark> marks_in_head(const TextLines& lines, LineRange body) {
    std::vector<Mark> marks;
    const auto add = [&marks](std::size_t line, std::string_view words) {
        const auto is_known = [words](const Mark& mark) { return mark.words == words; };
        if (std::ranges::none_of(marks, is_known)) marks.push_back({line, words});
    };
    const auto end = std::min(body.last, body.first + kMarkLines);
    for (auto i = body.first; i < end && lines[i].size() <= kHeadLineBytes; ++i) {
        if (is_whole_mark(lines[i])) {
            add(i, lines[i]);
            continue;
        }
        for (std::size_t at = 0; at < lines[i].size();) {
            const auto mark = mark_at(lines[i], at);
            if (mark) add(i, *mark);
            at += mark ? mark->size() : 1;
        }
    }
    return marks;
}

}  // namespace solander::metadata
