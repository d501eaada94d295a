// SPDX-License-Identifier: Apache-2.0
#include "mutate_xml.h"

#include <algorithm>
#include <string_view>

namespace solander::fuzz {

namespace {

/// Where a stretch of a text lies.
struct Stretch {
    std::size_t at = 0;
    std::size_t size = 0;
};

/// The stretch around `at` between one of `before` and one of `behind`.
Stretch around(std::string_view text, std::size_t at, std::string_view before,
               std::string_view behind) {
    const auto begin = text.find_last_of(before, at) + 1;  // npos + 1: from the beginning
    const auto end = std::min(text.find_first_of(behind, begin), text.size());
    return {begin, end - begin};
}

bool would_end_words(char c) {
    static constexpr std::string_view kMarkup = "<>&\"";
    return static_cast<unsigned char>(c) < 0x20 || kMarkup.find(c) != std::string_view::npos;
}

void change_words(std::string& text, std::size_t at, const MutateWords& mutate) {
    const Stretch words = around(text, at, "\">", "\"<");
    std::string changed = mutate(text.substr(words.at, words.size));
    std::erase_if(changed, would_end_words);
    text.replace(words.at, words.size, changed);
}

Stretch line_around(std::string_view text, std::size_t at) {
    Stretch line = around(text, at, "\n", "\n");
    line.size = std::min(line.size + 1, text.size() - line.at);
    return line;
}

}  // namespace

std::string mutate_xml(std::string text, std::mt19937& random, const MutateWords& mutate) {
    if (text.empty()) return mutate(text);
    const auto place = [&] { return random() % text.size(); };
    const Stretch line = line_around(text, place());
    const std::string words = text.substr(line.at, line.size);
    switch (random() % 6) {
        case 0:
            text.erase(line.at, line.size);
            break;
        case 1:
            text.insert(line.at, words);
            break;
        case 2: {
            text.erase(line.at, line.size);
            if (!text.empty()) text.insert(line_around(text, place()).at, words);
            break;
        }
        default:
            change_words(text, place(), mutate);
    }
    return text;
}

}  // namespace solander::fuzz
