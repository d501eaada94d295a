// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace solander::audit {

/// A word of an English text, and where it stands.
struct Token {
    std::string word;  ///< In small letters.
    std::size_t first = 0;
    std::size_t last = 0;  ///< Behind its end.
    bool is_quoted = false;
    std::size_t clause = 0;
    std::size_t sentence = 0;
};

/// The words of a text. A hyphen parts words; a full stop or an apostrophe between letters or
/// digits does not (`4.0`, `holder's`).
std::vector<Token> tokens_of(std::string_view text);

bool is_one_of(std::span<const std::string_view> words, std::string_view word);

bool is_denial(std::string_view word);   ///< `not`, `never`, `isn't` …
bool is_between(std::string_view word);  ///< `the`, `been`: changes nothing behind a denial.

/// Whether the word `at` is denied by one that stands at most two words of weight before it.
bool is_denied(std::span<const Token> tokens, std::size_t at);
/// Whether the clause around the word `at` speaks of metadata or a description.
bool is_about_description(std::span<const Token> tokens, std::size_t at);

/// Whether `words` stand one after another from the word `at` on.
bool stand_at(std::span<const Token> tokens, std::size_t at,
              std::initializer_list<std::string_view> words);

}  // namespace solander::audit
