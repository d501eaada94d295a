// SPDX-License-Identifier: Apache-2.0
#include "audit/unlocated_holder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "audit/tokens.h"

namespace solander::audit {

namespace {

constexpr std::array<std::string_view, 10> kConditions{
    "if", "where", "when", "whenever", "unless", "should", "cases", "may", "some", "many"};
constexpr std::array<std::string_view, 3> kRights{"rights", "right", "copyright"};
constexpr std::array<std::string_view, 4> kHolders{"holder", "holders", "owner", "owners"};
constexpr std::array<std::string_view, 3> kFound{"found", "located", "traced"};
constexpr std::array<std::string_view, 3> kUnable{"unable", "impossible", "failed"};
constexpr std::array<std::string_view, 4> kFind{"find", "locate", "trace", "identify"};
constexpr std::array<std::string_view, 4> kNotFound{"unlocatable", "unlocated", "untraceable",
                                                    "untraced"};

/// The words of one sentence.
using Sentence = std::span<const Token>;

bool names_holder(Sentence words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].word == "rightsholder" || words[i].word == "rightsholders" ||
            words[i].word == "heirs")
            return true;
        if (i > 0 && is_one_of(kHolders, words[i].word) && is_one_of(kRights, words[i - 1].word))
            return true;
    }
    return false;
}

/// `could not be identified`: that it was not identified may mean that nobody tried.
bool could_not_be(Sentence words, std::size_t at) {
    const std::size_t least = at > 4 ? at - 4 : 0;
    for (std::size_t i = at; i > least; --i) {
        const auto& word = words[i - 1].word;
        if (word == "cannot" || word == "couldn't" || word == "can't") return true;
        if (word == "not" && i > 1 && (words[i - 2].word == "could" || words[i - 2].word == "can"))
            return true;
    }
    return false;
}

bool says_not_found(Sentence words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i].word;
        if (is_one_of(kNotFound, word) && !is_denied(words, i)) return true;
        if (is_one_of(kFound, word) && is_denied(words, i)) return true;
        if (word == "identified" && could_not_be(words, i)) return true;
        if (is_one_of(kUnable, word) && i + 2 < words.size() && words[i + 1].word == "to" &&
            is_one_of(kFind, words[i + 2].word))
            return true;
    }
    return false;
}

bool says_orphan(Sentence words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const bool is_orphan = words[i].word == "orphan" || words[i].word == "orphaned";
        const bool is_work = words[i + 1].word == "work" || words[i + 1].word == "works";
        if (is_orphan && is_work && !is_denied(words, i)) return true;
    }
    return false;
}

bool is_of_this_work(Sentence words) {
    if (std::ranges::any_of(words,
                            [](const Token& token) { return is_one_of(kConditions, token.word); }))
        return false;
    return says_orphan(words) || (names_holder(words) && says_not_found(words));
}

}  // namespace

std::string_view unlocated_holder(std::string_view text) {
    const std::vector<Token> tokens = tokens_of(text);
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t end = first;
        while (end < tokens.size() && tokens[end].sentence == tokens[first].sentence) ++end;
        if (is_of_this_work(Sentence(tokens).subspan(first, end - first)))
            return text.substr(tokens[first].first, tokens[end - 1].last - tokens[first].first);
        first = end;
    }
    return {};
}

}  // namespace solander::audit
