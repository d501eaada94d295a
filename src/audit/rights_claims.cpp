// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_claims.h"

#include <algorithm>
#include <array>
#include <string>

#include "audit/rights_phrases.h"
#include "audit/tokens.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 6> kHedges{"may",      "might",    "could",
                                                  "possibly", "probably", "believed"};
constexpr std::array<std::string_view, 5> kHedgedVerbs{"apply", "exist", "remain", "subsist",
                                                       "still"};
constexpr std::array<std::string_view, 7> kSome{"some",     "certain", "many",   "most",
                                                "portions", "parts",   "several"};
constexpr std::array<std::string_view, 7> kStanding{"stamped", "marked",    "inscribed", "reads",
                                                    "bears",   "annotated", "labelled"};

/// Of one sentence that are looked at on either side of a phrase: a text may have no full stop.
constexpr std::size_t kMostWords = 80;

class ClaimReader {
public:
    explicit ClaimReader(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    std::vector<Claim> run() {
        std::vector<Claim> claims;
        for (std::size_t i = 0; i < tokens_.size();) {
            const RightsPhrase* phrase = phrase_at(i);
            if (phrase == nullptr) {
                ++i;
                continue;
            }
            if (auto claim = claim_of(*phrase, i)) claims.push_back(*std::move(claim));
            i += phrase->words.size();
        }
        return claims;
    }

private:
    static bool is_year(std::string_view word) {
        return word.size() == 4 && std::ranges::all_of(word, base::is_digit);
    }

    const RightsPhrase* phrase_at(std::size_t at) const {
        for (const RightsPhrase& phrase : rights_phrases_from(tokens_[at].word))
            if (stands(phrase, at)) return &phrase;
        return nullptr;
    }

    bool stands(const RightsPhrase& phrase, std::size_t at) const {
        if (at + phrase.words.size() > tokens_.size()) return false;
        for (std::size_t i = 0; i < phrase.words.size(); ++i) {
            const Token& token = tokens_[at + i];
            if (token.sentence != tokens_[at].sentence) return false;
            if (phrase.words[i] == "#" ? !is_year(token.word) : phrase.words[i] != token.word)
                return false;
        }
        return true;
    }

    std::optional<Claim> claim_of(const RightsPhrase& phrase, std::size_t at) const {
        if (phrase.is_silent) return {};
        if (tokens_[at].is_quoted && has_before(kStanding, at)) return {};
        Claim claim;
        claim.standing = phrase.says;
        const std::size_t end = at + phrase.words.size();
        claim.words = between(at, end);
        claim.sentence = sentence_of(at);
        if (phrase.can_be_denied && is_denied(tokens_, at)) {
            if (!phrase.denied) return {};
            claim.standing = {*phrase.denied};
        }
        if (phrase.can_be_hedged && (is_hedged_before(at) || is_hedged_behind(end))) {
            claim.is_hedged = true;
            claim.standing = {RightsClass::unknown};
        }
        if (is_about_description(tokens_, at))
            claim.scope = ClaimScope::description;
        else if (has_before(kSome, at))
            claim.scope = ClaimScope::some_items;
        return claim;
    }

    /// Looks back over as many words that mean something.
    template <class Found>
    bool looks_back(std::size_t at, unsigned words, const Found& found) const {
        for (std::size_t i = at; i > 0 && words > 0; --i) {
            const Token& token = tokens_[i - 1];
            if (token.clause != tokens_[at].clause) return false;
            if (found(token.word)) return true;
            if (!is_between(token.word)) --words;
        }
        return false;
    }

    bool is_hedged_before(std::size_t at) const {
        return looks_back(at, 3, [](std::string_view word) { return is_one_of(kHedges, word); });
    }

    bool is_hedged_behind(std::size_t end) const {
        return end + 1 < tokens_.size() && tokens_[end].clause == tokens_[end - 1].clause &&
               is_one_of(kHedges, tokens_[end].word) &&
               is_one_of(kHedgedVerbs, tokens_[end + 1].word);
    }

    template <std::size_t N>
    bool has_before(const std::array<std::string_view, N>& words, std::size_t at) const {
        const std::size_t least = at > kMostWords ? at - kMostWords : 0;
        for (std::size_t i = at; i > least && tokens_[i - 1].clause == tokens_[at].clause; --i)
            if (is_one_of(words, tokens_[i - 1].word)) return true;
        return false;
    }

    std::string_view between(std::size_t first, std::size_t end) const {
        return text_.substr(tokens_[first].first, tokens_[end - 1].last - tokens_[first].first);
    }

    std::string_view sentence_of(std::size_t at) const {
        std::size_t first = at;
        std::size_t end = at + 1;
        const std::size_t sentence = tokens_[at].sentence;
        while (first > 0 && at - first < kMostWords && tokens_[first - 1].sentence == sentence)
            --first;
        while (end < tokens_.size() && end - at < kMostWords && tokens_[end].sentence == sentence)
            ++end;
        return between(first, end);
    }

    std::string_view text_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Claim> rights_claims(std::string_view text) {
    return ClaimReader(text).run();
}

}  // namespace solander::audit
