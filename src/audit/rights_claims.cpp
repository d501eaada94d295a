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

constexpr std::array<std::string_view, 6> kHedges{"may",      "might",    "could",
                                                  "possibly", "probably", "believed"};
constexpr std::array<std::string_view, 5> kHedgedVerbs{"apply", "exist", "remain", "subsist",
                                                       "still"};
constexpr std::array<std::string_view, 7> kSome{"some",     "certain", "many",   "most",
                                                "portions", "parts",   "several"};
constexpr std::array<std::string_view, 7> kStanding{"stamped", "marked",    "inscribed", "reads",
                                                    "bears",   "annotated", "labelled"};

// What a thing was, will be, or ceased to be, it is not.
constexpr std::array<std::string_view, 6> kPast{"was",        "were", "formerly",
                                                "previously", "once", "originally"};
constexpr std::array<std::string_view, 7> kFuture{"will",   "shall",  "until",  "enter",
                                                  "enters", "become", "becomes"};
constexpr std::array<std::string_view, 4> kEnded{"lapsed", "expired", "ended", "ran"};
/// What is made of a document, and has a maker of its own.
constexpr std::array<std::string_view, 10> kMade{
    "image",        "images",       "scan",          "scans",   "digitisation",
    "digitization", "reproduction", "reproductions", "website", "page"};

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
        if (is_of_another_time(phrase, at) || is_of_another_thing(phrase, at)) return {};
        Claim claim;
        claim.standing = phrase.says;
        const std::size_t end = at + phrase.words.size();
        claim.words = between(at, end);
        claim.sentence = sentence_of(at);
        // `Not without permission` asks for it.
        const bool is_denial_of_lack = phrase.words.front() == "without";
        if (phrase.can_be_denied && !is_denial_of_lack && is_denied(tokens_, at)) {
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

    bool is_of_another_time(const RightsPhrase& phrase, std::size_t at) const {
        const auto is_before = [this, at](const auto& words, unsigned most) {
            return looks_back(at, most,
                              [&words](std::string_view w) { return is_one_of(words, w); });
        };
        if (phrase.says.kind == RightsClass::public_domain) return is_before(kFuture, 3);
        if (phrase.says.kind != RightsClass::in_copyright) return false;
        const std::size_t end = at + phrase.words.size();
        const bool is_followed = end < tokens_.size() && tokens_[end].clause == tokens_[at].clause;
        const std::size_t verb = is_followed && tokens_[end].word == "has" ? end + 1 : end;
        const bool is_ended =
            is_followed && verb < tokens_.size() && is_one_of(kEnded, tokens_[verb].word);
        return is_ended || is_before(kPast, 2);
    }

    /// `Digital image © 2011`, and a reader who may do a thing without permission.
    bool is_of_another_thing(const RightsPhrase& phrase, std::size_t at) const {
        const auto is_may = [](std::string_view word) { return word == "may" || word == "can"; };
        const auto is_no = [](std::string_view word) {
            return word == "not" || word == "no" || word == "nothing" || word == "nor";
        };
        constexpr unsigned kNear = 6;
        if (phrase.says.kind == RightsClass::permission && phrase.words.front() == "without")
            return looks_back(at, kNear, is_may) && !looks_back(at, kNear, is_no);
        return phrase.says.kind == RightsClass::in_copyright &&
               looks_back(at, 2, [](std::string_view word) { return is_one_of(kMade, word); });
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
