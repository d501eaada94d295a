// SPDX-License-Identifier: Apache-2.0
#include "policy/threshold_text.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"

namespace solander::policy {

namespace {

struct Token {
    enum class Kind { word, quoted, open, close, comma, end };
    Kind kind = Kind::end;
    std::string_view text = {};
};

using Wrong = tl::unexpected<std::string>;

class Tokens {
public:
    explicit Tokens(std::string_view text) : rest_(text) {}

    /// Nothing behind a quote that nobody closes.
    bool read() {
        const auto begin = rest_.find_first_not_of(" \t\r\n");
        rest_.remove_prefix(std::min(begin, rest_.size()));
        if (rest_.empty()) return set(Token::Kind::end, 0);
        switch (rest_.front()) {
            case '(':
                return set(Token::Kind::open, 1);
            case ')':
                return set(Token::Kind::close, 1);
            case ',':
                return set(Token::Kind::comma, 1);
            case '\'': {
                const auto end = rest_.find('\'', 1);
                if (end == std::string_view::npos) return false;
                set(Token::Kind::quoted, end + 1);
                now_.text = now_.text.substr(1, now_.text.size() - 2);
                return true;
            }
            default:
                return set(Token::Kind::word,
                           std::min(rest_.find_first_of(" \t\r\n(),'"), rest_.size()));
        }
    }

    const Token& now() const { return now_; }
    bool is(Token::Kind kind) const { return now_.kind == kind; }
    bool is_word(std::string_view word) const { return is(Token::Kind::word) && now_.text == word; }

private:
    bool set(Token::Kind kind, std::size_t size) {
        now_ = {kind, rest_.substr(0, size)};
        rest_.remove_prefix(size);
        return true;
    }

    std::string_view rest_;
    Token now_;
};

constexpr std::string_view kUnclosed = "has a quote that nothing closes";

class Parser {
public:
    explicit Parser(std::string_view text) : tokens_(text) {}

    tl::expected<PolicyThreshold, std::string> run() {
        PolicyThreshold threshold;
        if (!tokens_.read()) return Wrong(std::string(kUnclosed));
        do {
            auto& groups = threshold.alternatives.emplace_back();
            do {
                auto group = read_group();
                if (is_unclosed_) return Wrong(std::string(kUnclosed));
                if (!group) return Wrong(std::move(group).error());
                groups.push_back(*std::move(group));
            } while (take_word("and"));
        } while (take_word("or"));
        if (is_unclosed_) return Wrong(std::string(kUnclosed));
        if (!tokens_.is(Token::Kind::end)) return Wrong(expected("'and', 'or' or the end"));
        return threshold;
    }

private:
    void next() { is_unclosed_ |= !tokens_.read(); }

    bool take_word(std::string_view word) {
        if (!tokens_.is_word(word) || is_unclosed_) return false;
        next();
        return !is_unclosed_;
    }

    std::string expected(std::string_view what) const {
        const std::string found =
            tokens_.is(Token::Kind::end)
                ? "its end"
                : fmt::format("'{}'", base::printable(std::string(tokens_.now().text)));
        return fmt::format("has {} where {} should stand", found, what);
    }

    tl::expected<PolicyGroup, std::string> read_group() {
        const bool is_any = tokens_.is_word("any");
        const bool is_all = tokens_.is_word("all");
        const auto count = tokens_.is(Token::Kind::word) ? base::parse_decimal(tokens_.now().text)
                                                         : std::optional<std::uint64_t>();
        PolicyGroup group;
        if (!is_any && !is_all && !count) {
            auto name = read_name();
            if (!name) return Wrong(std::move(name).error());
            group.parties.push_back({*std::move(name)});
            return group;
        }
        next();
        if (!take_word("of")) return Wrong(expected("'of'"));
        if (auto done = read_parties(group); !done) return Wrong(std::move(done).error());
        const std::size_t parties = group.parties.size();
        if (count && (*count == 0 || *count > parties))
            return Wrong(fmt::format("asks for {} of {}", *count, parties));
        group.least = is_all ? parties : count ? static_cast<std::size_t>(*count) : 1;
        return group;
    }

    tl::expected<void, std::string> read_parties(PolicyGroup& group) {
        if (!tokens_.is(Token::Kind::open)) return Wrong(expected("'('"));
        std::set<std::string> known;
        do {
            next();
            auto& party = group.parties.emplace_back();
            do {
                auto name = read_name();
                if (!name) return Wrong(std::move(name).error());
                if (!known.insert(*name).second)
                    return Wrong(
                        fmt::format("names '{}' twice in one group, and nobody counts "
                                    "twice",
                                    base::printable(*name)));
                party.push_back(*std::move(name));
            } while (take_word("or"));
        } while (tokens_.is(Token::Kind::comma) && !is_unclosed_);
        if (!tokens_.is(Token::Kind::close)) return Wrong(expected("',' or ')'"));
        next();
        return {};
    }

    tl::expected<std::string, std::string> read_name() {
        static constexpr std::array<std::string_view, 5> kWords{"of", "and", "or", "any", "all"};
        const Token token = tokens_.now();
        const bool is_keyword = token.kind == Token::Kind::word &&
                                std::ranges::find(kWords, token.text) != kWords.end();
        if ((token.kind != Token::Kind::word && token.kind != Token::Kind::quoted) || is_keyword)
            return Wrong(expected("a name"));
        if (!is_literal_principal(token.text))
            return Wrong(
                fmt::format("has '{}', which is no name but a pattern, or has characters "
                            "that no name has: only names that you wrote down count",
                            base::printable(std::string(token.text))));
        if (++names_ > kMostThresholdNames)
            return Wrong(fmt::format("has more than {} names", kMostThresholdNames));
        next();
        return std::string(token.text);
    }

    Tokens tokens_;
    bool is_unclosed_ = false;
    std::size_t names_ = 0;
};

}  // namespace

tl::expected<PolicyThreshold, std::string> parse_threshold(std::string_view text) {
    auto threshold = Parser(text).run();
    if (threshold) threshold->words = text;
    return threshold;
}

bool is_literal_principal(std::string_view name) {
    return !name.empty() && !name.starts_with('!') &&
           name.find_first_of("*?,\"") == std::string_view::npos &&
           std::ranges::none_of(
               name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace solander::policy
