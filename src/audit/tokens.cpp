// SPDX-License-Identifier: Apache-2.0
#include "audit/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"

namespace solander::audit {

namespace {

bool is_letter_or_digit(unsigned char c) {
    return base::is_digit(static_cast<char>(c)) || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c >= 0x80U;
}

constexpr std::array<std::string_view, 7> kNewClause{"but",   "however", "although", "though",
                                                     "while", "whereas", "except"};

/// Cuts a text into words, clauses and sentences.
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

private:
    bool skip(std::string_view what) {
        if (!text_.substr(at_).starts_with(what)) return false;
        at_ += what.size();
        return true;
    }

    void step() {
        const std::size_t first = at_;
        if (skip("\"")) {
            quoted_ = !quoted_;
        } else if (skip("\u201C") || skip("\u201E")) {
            quoted_ = true;
        } else if (skip("\u201D")) {
            quoted_ = false;
        } else if (skip("\u00A0") || skip("\u2013") || skip("\u2014") || skip("\u2019")) {
            // Between words.
        } else if (skip("\u00A9")) {
            push("©", first);
        } else if (skip("(c)") || skip("(C)")) {
            push("(c)", first);
        } else if (is_letter_or_digit(static_cast<unsigned char>(text_[at_]))) {
            word();
        } else {
            end_of_clause(text_[at_]);
            ++at_;
        }
    }

    void end_of_clause(char c) {
        const bool before_blank = at_ + 1 == text_.size() || text_[at_ + 1] == ' ' ||
                                  text_[at_ + 1] == '\n' || text_[at_ + 1] == '\r';
        if (c == ';' || c == ':' || ((c == '.' || c == '!' || c == '?') && before_blank)) ++clause_;
        if ((c == '.' || c == '!' || c == '?') && before_blank) ++sentence_;
    }

    bool goes_on() const {
        const auto rest = text_.substr(at_);
        if (rest.empty()) return false;
        static constexpr std::string_view kApostrophe = "\u2019";
        if (rest.starts_with(kApostrophe))
            return rest.size() > kApostrophe.size() &&
                   is_letter_or_digit(static_cast<unsigned char>(rest[kApostrophe.size()]));
        // Curly quotes, dashes and no-break blanks are no letters.
        for (const std::string_view mark :
             {"\u201C", "\u201D", "\u201E", "\u2013", "\u2014", "\u00A0", "\u00A9"})
            if (rest.starts_with(mark)) return false;
        if (is_letter_or_digit(static_cast<unsigned char>(rest.front()))) return true;
        const bool joins = rest.front() == '\'' || rest.front() == '.';
        return joins && rest.size() > 1 && is_letter_or_digit(static_cast<unsigned char>(rest[1]));
    }

    void word() {
        const std::size_t first = at_;
        std::string word;
        while (goes_on()) {
            if (skip("\u2019")) {
                word += '\'';
                continue;
            }
            const char c = text_[at_++];
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (std::ranges::find(kNewClause, word) != kNewClause.end()) ++clause_;
        push(std::move(word), first);
    }

    void push(std::string word, std::size_t first) {
        tokens_.push_back({std::move(word), first, at_, quoted_, clause_, sentence_});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t clause_ = 0;
    std::size_t sentence_ = 0;
    bool quoted_ = false;
    std::vector<Token> tokens_;
};

// Words that stand between a denial and what it denies, and change nothing.
constexpr std::array<std::string_view, 14> kBetween{
    "the", "a", "an", "in", "any", "yet", "be", "of", "to", "is", "been", "now", "under", "have"};
constexpr std::array<std::string_view, 8> kDenials{"not", "no",      "never",  "neither",
                                                   "nor", "without", "cannot", "hardly"};
constexpr std::array<std::string_view, 5> kDescription{"metadata", "description", "descriptions",
                                                       "catalogue", "catalog"};

/// Of one clause that are looked at on either side: a text may have no full stop.
constexpr std::size_t kWordsAround = 80;

}  // namespace

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::vector<Token> tokens_of(std::string_view text) {
    return Tokenizer(text).run();
}

bool is_between(std::string_view word) {
    return is_one_of(kBetween, word);
}

bool is_denial(std::string_view word) {
    return is_one_of(kDenials, word) || word.ends_with("n't");
}

bool is_denied(std::span<const Token> tokens, std::size_t at) {
    unsigned words = 2;
    for (std::size_t i = at; i > 0 && words > 0; --i) {
        const Token& token = tokens[i - 1];
        if (token.clause != tokens[at].clause) return false;
        if (is_denial(token.word)) return true;
        if (!is_between(token.word)) --words;
    }
    return false;
}

bool is_about_description(std::span<const Token> tokens, std::size_t at) {
    const std::size_t least = at > kWordsAround ? at - kWordsAround : 0;
    for (std::size_t i = at; i > least && tokens[i - 1].clause == tokens[at].clause; --i)
        if (is_one_of(kDescription, tokens[i - 1].word)) return true;
    const std::size_t most = std::min(tokens.size(), at + kWordsAround);
    for (std::size_t i = at; i < most && tokens[i].clause == tokens[at].clause; ++i)
        if (is_one_of(kDescription, tokens[i].word)) return true;
    return false;
}

bool stand_at(std::span<const Token> tokens, std::size_t at,
              std::initializer_list<std::string_view> words) {
    if (at + words.size() > tokens.size()) return false;
    for (const std::string_view word : words)
        if (tokens[at++].word != word) return false;
    return true;
}

}  // namespace solander::audit
