// SPDX-License-Identifier: Apache-2.0
#include "audit/licence_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "audit/tokens.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

using Spelling = std::array<std::string_view, 2>;  ///< The second may be empty.

struct LicencePart {
    Spelling words;
    std::string_view term;
};
/// What follows `CC` or `Creative Commons`, the longer of two first.
constexpr std::array<LicencePart, 16> kParts{{{{"by", ""}, "by"},
                                              {{"nc", ""}, "nc"},
                                              {{"nd", ""}, "nd"},
                                              {{"sa", ""}, "sa"},
                                              {{"zero", ""}, "zero"},
                                              {{"attribution", ""}, "by"},
                                              {{"noncommercial", ""}, "nc"},
                                              {{"non", "commercial"}, "nc"},
                                              {{"noderivatives", ""}, "nd"},
                                              {{"noderivs", ""}, "nd"},
                                              {{"no", "derivatives"}, "nd"},
                                              {{"no", "derivs"}, "nd"},
                                              {{"sharealike", ""}, "sa"},
                                              {{"share", "alike"}, "sa"},
                                              {{"cc0", ""}, "zero"},
                                              {{"cc", "zero"}, "zero"}}};

constexpr std::array<std::string_view, 5> kLicence{"licence", "license", "licences", "licenses",
                                                   "licensed"};
/// What may stand between the name of a licence and its version.
constexpr std::array<std::string_view, 10> kBeforeVersion{
    "licence", "license",       "international", "unported", "generic",
    "public",  "international", "version",       "v",        "universal"};
constexpr std::array<std::string_view, 4> kArticles{"a", "an", "the", "under"};

/// `by-nc-nd` of the parts in any order.
std::string in_order(std::string_view terms) {
    std::string sorted;
    for (const std::string_view part : {"by", "nc", "nd", "sa"})
        if (terms.find(part) != std::string_view::npos)
            sorted += (sorted.empty() ? "" : "-") + std::string(part);
    return sorted;
}

/// `4.0` of `4.0`, `v4.0` and `4`; empty for other words.
std::string version_of(std::string_view word) {
    if (word.starts_with('v')) word.remove_prefix(1);
    if (word.empty() || word[0] < '1' || word[0] > '4') return {};
    if (word.size() == 1) return std::string(word) + ".0";
    const bool is_version = word.size() == 3 && word[1] == '.' && base::is_digit(word[2]);
    return is_version ? std::string(word) : std::string();
}

class LicenceNameReader {
public:
    explicit LicenceNameReader(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    std::vector<LicenceName> run() {
        std::vector<LicenceName> names;
        for (std::size_t at = 0; at < tokens_.size();) {
            const std::size_t first = at;
            auto name = take(at);
            if (at == first) ++at;
            if (!name || is_denied(tokens_, first) || is_about_description(tokens_, first))
                continue;
            names.push_back(*std::move(name));
        }
        return names;
    }

private:
    bool is_word(std::size_t at, std::string_view word) const {
        return at < tokens_.size() && tokens_[at].word == word;
    }

    /// Takes a name off the words from `at` on, if one stands there.
    std::optional<LicenceName> take(std::size_t& at) const {
        const std::size_t first = at;
        if (stand_at(tokens_, at, {"public", "domain", "mark"})) {
            at += 3;
            return named(first, at, "mark", "1.0");
        }
        if (is_word(at, "cc0") || stand_at(tokens_, at, {"cc", "zero"})) {
            at += is_word(at, "cc0") ? 1U : 2U;
            return named(first, at, "zero", "1.0");
        }
        const bool is_long = stand_at(tokens_, at, {"creative", "commons"});
        if (!is_long && !is_word(at, "cc")) return {};
        std::size_t end = at + (is_long ? 2U : 1U);
        const bool is_licence = end < tokens_.size() && is_one_of(kLicence, tokens_[end].word);
        if (is_licence) ++end;
        std::string terms = take_terms(end);
        if (terms.empty() && !is_licence && !(is_long && stands_for_licence(first))) return {};
        at = end;
        if (terms == "zero") return named(first, at, terms, "1.0");
        std::string version = take_version(at);
        return named(first, at, std::move(terms), std::move(version));
    }

    LicenceName named(std::size_t first, std::size_t end, std::string terms,
                      std::string version) const {
        const auto words =
            text_.substr(tokens_[first].first, tokens_[end - 1].last - tokens_[first].first);
        return {std::move(terms), std::move(version), words};
    }

    std::string take_terms(std::size_t& at) const {
        std::string terms;
        while (at < tokens_.size()) {
            const auto* part = std::ranges::find_if(kParts, [&](const LicencePart& each) {
                return tokens_[at].word == each.words[0] &&
                       (each.words[1].empty() || is_word(at + 1, each.words[1]));
            });
            if (part == kParts.end()) break;
            at += part->words[1].empty() ? 1U : 2U;
            if (part->term == "zero") return "zero";
            terms += part->term;
        }
        return in_order(terms);
    }

    std::string take_version(std::size_t& end) const {
        static constexpr std::size_t kMostBetween = 3;
        const std::size_t sentence = tokens_[end - 1].sentence;
        for (std::size_t i = end; i < tokens_.size() && i <= end + kMostBetween; ++i) {
            if (tokens_[i].sentence != sentence) break;
            auto version = version_of(tokens_[i].word);
            if (!version.empty()) {
                end = i + 1;
                return version;
            }
            if (!is_one_of(kBeforeVersion, tokens_[i].word)) break;
        }
        return {};
    }

    /// `Creative Commons` with no word of a licence behind it: alone, or `under Creative Commons`.
    bool stands_for_licence(std::size_t first) const {
        if (tokens_.size() == 2) return true;
        for (std::size_t i = first; i > 0 && is_one_of(kArticles, tokens_[i - 1].word); --i)
            if (tokens_[i - 1].word == "under") return true;
        return false;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
};

}  // namespace

RightsClass LicenceName::kind() const {
    if (is_tool()) return RightsClass::public_domain;
    return terms == "by" || terms == "by-sa" ? RightsClass::open : RightsClass::restricted;
}

bool LicenceName::has_terms(std::string_view other) const {
    return is_tool() ? terms == other : terms == in_order(other);
}

std::vector<LicenceName> licence_names(std::string_view text) {
    return LicenceNameReader(text).run();
}

}  // namespace solander::audit
