// SPDX-License-Identifier: Apache-2.0
#include "pack/differing_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "metadata/text_lines.h"

namespace solander::pack {

namespace {

constexpr std::size_t kShown = 80;
constexpr std::size_t kBefore = 24;

/// The nearest place at or before `at` where no character is cut in two.
std::size_t whole_character(std::string_view text, std::size_t at) {
    const auto is_inside = [&text](std::size_t place) {
        return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
    };
    at = std::min(at, text.size());
    while (at > 0 && is_inside(at)) --at;
    return at;
}

std::string excerpt(std::string_view words, std::size_t parting) {
    if (words.size() <= kShown) return base::printable(words);
    const auto begin = whole_character(words, parting > kBefore ? parting - kBefore : 0);
    const auto end = whole_character(words, begin + kShown);
    return fmt::format("{}{}{}", begin > 0 ? "..." : "",
                       base::printable(words.substr(begin, end - begin)),
                       end < words.size() ? "..." : "");
}

}  // namespace

std::string comparable(std::string_view words) {
    std::string folded = metadata::fold_white_space_and_quotes(words);
    std::erase(folded, ' ');
    return folded;
}

std::string here_and_there(std::string_view here, std::string_view there) {
    const auto parting =
        static_cast<std::size_t>(std::ranges::mismatch(here, there).in1 - here.begin());
    return fmt::format("'{}' here, '{}' there", excerpt(here, parting), excerpt(there, parting));
}

}  // namespace solander::pack
