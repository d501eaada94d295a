// SPDX-License-Identifier: Apache-2.0
#include "metadata/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "base/decimal.h"
#include "metadata/text_quoter.h"

namespace solander::metadata {

namespace {

constexpr std::size_t kMaxNameWords = 12;
constexpr std::size_t kMaxPersonWords = 6;
constexpr std::size_t kMaxPlaceWords = 3;

constexpr std::array<std::string_view, 7> kSmallWords = {"of", "the", "and", "for",
                                                         "on", "in",  "to"};
constexpr std::array<std::string_view, 11> kParticles = {"de",  "da",  "do", "dos", "van", "von",
                                                         "der", "den", "la", "le",  "al"};

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
/// Part of a character beyond ASCII, which may be a letter of any script.
bool is_beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}
bool is_letter(char c) {
    return is_small(c) || is_capital(c) || is_beyond_ascii(c);
}

/// Curly quotes, dashes and the like (U+2000 to U+203F), no-break spaces; an apostrophe is none.
bool has_wide_punctuation(std::string_view text) {
    static constexpr std::string_view kBlock = "\xE2\x80";
    static constexpr std::string_view kApostrophe = "\u2019";
    for (auto at = text.find(kBlock); at != text.npos; at = text.find(kBlock, at + 1))
        if (!text.substr(at).starts_with(kApostrophe)) return true;
    return text.find("\u00A0") != text.npos;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        words.push_back(word);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

/// `G.`, `J.F.`
bool is_initials(std::string_view word) {
    if (word.empty() || word.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 2)
        if (!is_capital(word[i]) || word[i + 1] != '.') return false;
    return true;
}

bool is_capital_word(std::string_view word) {
    const auto fits = [](char c) { return is_letter(c) || c == '-' || c == '\''; };
    return !word.empty() && (is_capital(word.front()) || is_beyond_ascii(word.front())) &&
           std::ranges::all_of(word, fits);
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

std::string_view without_acronym(std::string_view text) {
    const auto bracket = text.find(" (");
    const bool has_acronym =
        bracket != text.npos && text.ends_with(')') &&
        std::ranges::all_of(text.substr(bracket + 2, text.size() - bracket - 3),
                            [](char c) { return is_letter(c) || c == ' '; });
    return has_acronym ? text.substr(0, bracket) : text;
}

}  // namespace

std::string_view without_full_stop(std::string_view text) {
    if (text.ends_with('.')) text.remove_suffix(1);
    return text;
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, base::is_digit);
}

bool has_word(std::string_view text, std::string_view word) {
    const auto joins = [](char c) { return is_letter(c) || base::is_digit(c); };
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !joins(text[at - 1])) && (end == text.size() || !joins(text[end])))
            return true;
    }
    return false;
}

bool has_shelf_mark(std::string_view text) {
    const auto is_mark = [](std::string_view word) {
        while (word.ends_with(',') || word.ends_with('.')) word.remove_suffix(1);
        return has_digit(word) && !std::ranges::all_of(word, base::is_digit);
    };
    return std::ranges::any_of(words_of(text), is_mark);
}

bool is_name(std::string_view text) {
    text = without_acronym(text);
    const auto words = words_of(text);
    if (words.empty() || words.size() > kMaxNameWords || has_wide_punctuation(text)) return false;
    const auto fits = [](std::string_view word) {
        return is_capital_word(word) || is_one_of(kSmallWords, word);
    };
    return is_capital_word(words.front()) && is_capital_word(words.back()) &&
           std::ranges::all_of(words, fits);
}

bool is_person_name(std::string_view text) {
    return text.find(' ') != text.npos && is_surname(text);
}

bool is_ibid(std::string_view text) {
    return text.starts_with("Ibid.") || text.starts_with("ibid.");
}

bool is_word_of_name(std::string_view word) {
    return is_capital_word(word) || is_initials(word) || is_one_of(kParticles, word);
}

bool is_surname(std::string_view text) {
    const auto words = words_of(text);
    if (words.empty() || words.size() > kMaxPersonWords || has_wide_punctuation(text)) return false;
    return !is_one_of(kParticles, words.front()) && is_capital_word(words.back()) &&
           std::ranges::all_of(words, is_word_of_name);
}

bool is_place_name(std::string_view text) {
    const auto words = words_of(text);
    return !words.empty() && words.size() <= kMaxPlaceWords && !has_wide_punctuation(text) &&
           std::ranges::all_of(words, is_capital_word);
}

}  // namespace solander::metadata
