// SPDX-License-Identifier: Apache-2.0
#include "audit/award_numbers.h"

#include <algorithm>
#include <array>

#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

/// A number this far behind the words on support is of something else.
constexpr std::size_t kReach = 200;
constexpr std::size_t kDigitsByForm = 5;
constexpr std::size_t kDigitsByWords = 3;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_part_of_number(char c) {
    return base::is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '/' ||
           c == '.' || c == '#' || c == '_';
}

/// The words of a text, without the punctuation around them.
class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}

    /// Empty at the end of the text.
    std::string_view next() {
        while (at_ < text_.size() && !is_part_of_number(text_[at_])) ++at_;
        const auto start = at_;
        while (at_ < text_.size() && is_part_of_number(text_[at_])) ++at_;
        return text_.substr(start, at_ - start);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::string_view without_marks(std::string_view word) {
    while (!word.empty() && std::string_view("./-#_").find(word.back()) != word.npos)
        word.remove_suffix(1);
    while (!word.empty() && std::string_view("./-#_").find(word.front()) != word.npos)
        word.remove_prefix(1);
    return word;
}

std::ptrdiff_t count_digits(std::string_view word) {
    return std::ranges::count_if(word, base::is_digit);
}

/// Capitals among many digits, and no small letter: no date, no year, no shelf mark in words.
bool has_form_of_award(std::string_view word) {
    return count_digits(word) >= static_cast<std::ptrdiff_t>(kDigitsByForm) &&
           std::ranges::any_of(word, is_upper) &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::string_view award_in(std::string_view words) {
    Words rest(words);
    std::string before;
    std::string last;
    for (auto raw = rest.next(); !raw.empty(); raw = rest.next()) {
        const auto word = without_marks(raw);
        const bool is_marked = raw.starts_with('#');
        const bool is_numbered = (is_marked || is_any_of(last, {"no", "nr", "number", "id"})) &&
                                 is_any_of(is_marked ? last : before,
                                           {"grant", "award", "project", "contract", "agreement"});
        const bool is_named = is_any_of(last, {"grant", "award"});
        const auto digits = static_cast<std::size_t>(count_digits(word));
        if (has_form_of_award(word) || (is_numbered && digits >= kDigitsByWords) ||
            (is_named && digits >= kDigitsByForm))
            return word;
        before = last;
        last = folded(word);
    }
    return {};
}

std::string_view award_of_support(std::string_view words) {
    static constexpr std::array<std::string_view, 10> kSupport{
        "supported by", "support from", "support of",   "funded by",  "funding from",
        "grant from",   "financed by",  "sponsored by", "award from", "made possible"};
    const std::string plain = folded(words);
    // Other characters than these fold to another length, and places would not fit.
    if (plain.size() != words.size()) return {};
    for (const auto phrase : kSupport) {
        const auto at = plain.find(phrase);
        if (at == std::string::npos) continue;
        if (const auto award = award_in(words.substr(at, kReach)); !award.empty()) return award;
    }
    return {};
}

}  // namespace solander::audit
