// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_phrases.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "audit/rights_statements.h"

namespace solander::audit {

namespace {

using enum RightsClass;

/// What is true or not of a thing: `it is not in copyright`.
struct Assertion {
    std::string_view words;
    RightsClass says;
    std::optional<RightsClass> denied;
};
constexpr std::array<Assertion, 27> kAssertions{{
    {"public domain", public_domain, in_copyright},
    {"in copyright", in_copyright, public_domain},
    {"under copyright", in_copyright, public_domain},
    {"protected by copyright", in_copyright, public_domain},
    {"covered by copyright", in_copyright, public_domain},
    {"subject to copyright", in_copyright, public_domain},
    {"copyright protected", in_copyright, public_domain},
    {"copyright protection", in_copyright, public_domain},
    {"copyrighted", in_copyright, public_domain},
    {"copyright restrictions", in_copyright, public_domain},
    {"copyright is held", in_copyright, {}},
    {"copyright held", in_copyright, {}},
    {"copyright is owned", in_copyright, {}},
    {"copyright owned", in_copyright, {}},
    {"copyright is retained", in_copyright, {}},
    {"copyright retained", in_copyright, {}},
    {"copyright remains with", in_copyright, {}},
    {"copyright resides with", in_copyright, {}},
    {"copyright belongs to", in_copyright, {}},
    {"holds the copyright", in_copyright, {}},
    {"holds copyright", in_copyright, {}},
    {"retains the copyright", in_copyright, {}},
    {"retains copyright", in_copyright, {}},
    {"all rights reserved", in_copyright, {}},
    {"copyright #", in_copyright, {}},
    {"(c) #", in_copyright, {}},
    {"©", in_copyright, {}},
}};

/// What is asked of a reader or granted: a denial takes it away.
struct Term {
    std::string_view words;
    RightsClass says;
};
constexpr std::array<Term, 22> kTerms{{
    {"permission required", permission},
    {"permission is required", permission},
    {"permission must be", permission},
    {"requires permission", permission},
    {"require permission", permission},
    {"written permission", permission},
    {"without permission", permission},
    {"request permission", permission},
    {"prior permission", permission},
    {"obtain permission", permission},
    {"seek permission", permission},
    {"non commercial use only", restricted},
    {"noncommercial use only", restricted},
    {"non commercial purposes only", restricted},
    {"noncommercial purposes only", restricted},
    {"open access", access},
    {"closed until", access},
    {"closed access", access},
    {"access is restricted", access},
    {"restricted access", access},
    {"embargoed", access},
    {"under embargo", access},
}};

/// What has its meaning in these very words: it cannot be denied or hedged from outside.
struct Formula {
    std::string_view words;
    RightsClass says;
    std::string_view code = {};
};
constexpr std::array<Formula, 46> kFormulas{{
    {"no known copyright restrictions", public_domain, "NKC"},
    {"no known copyright", public_domain, "NKC"},
    {"no known restrictions", public_domain},
    {"free of known restrictions", public_domain},
    {"no copyright restrictions", public_domain},
    {"no copyright", public_domain},
    {"free of copyright", public_domain},
    {"free from copyright", public_domain},
    {"out of copyright", public_domain},
    {"copyright has expired", public_domain},
    {"copyright expired", public_domain},
    {"copyright has lapsed", public_domain},
    {"copyright lapsed", public_domain},
    {"copyright has ended", public_domain},
    {"no rights reserved", public_domain},
    {"no rights are reserved", public_domain},
    {"status unknown", unknown},
    {"status is unknown", unknown},
    {"status undetermined", unknown},
    {"status is undetermined", unknown},
    {"status is unclear", unknown},
    {"status is not known", unknown},
    {"copyright unknown", unknown},
    {"copyright is unknown", unknown},
    {"rights unknown", unknown},
    {"copyright undetermined", unknown, "UND"},
    {"copyright not evaluated", unknown, "CNE"},
    {"has not been evaluated", unknown},
    {"has not been determined", unknown},
    {"could not be determined", unknown},
    {"cc0", public_domain, "CC0"},
    {"cc zero", public_domain, "CC0"},
    {"creative commons zero", public_domain, "CC0"},
    {"public domain mark", public_domain, "PDM"},
    {"cc by nc nd", restricted},
    {"cc by nc sa", restricted},
    {"cc by nc", restricted},
    {"cc by nd", restricted},
    {"cc by sa", open},
    {"cc by", open},
    {"creative commons attribution noncommercial", restricted},
    {"creative commons attribution non commercial", restricted},
    {"creative commons attribution noderivatives", restricted},
    {"creative commons attribution no derivatives", restricted},
    {"creative commons attribution sharealike", open},
    {"creative commons attribution", open},
}};

/// What begins like a formula and is about something else: a mark on the paper, or a person.
constexpr std::array<std::string_view, 11> kSilent{
    "no copyright notice",      "no copyright mark",         "no copyright statement",
    "no copyright information", "no copyright holder",       "no copyright owner",
    "no copyright holders",     "no known copyright holder", "no known copyright holders",
    "no known copyright owner", "public domain review"};

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

/// The label of a standard statement as words: `no copyright contractual restrictions`.
std::vector<std::string> words_of_label(std::string_view label) {
    std::string plain;
    for (const char c : label) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter)
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    }
    while (plain.ends_with(' ')) plain.pop_back();
    return split(plain);
}

std::vector<RightsPhrase> make_phrases() {
    std::vector<RightsPhrase> phrases;
    for (const auto& statement : rights_statements()) {
        // "In copyright" alone is an ordinary assertion, which can be denied.
        if (statement.code == "InC") continue;
        phrases.push_back({words_of_label(statement.label),
                           {statement.kind, std::string(statement.code)},
                           {},
                           false,
                           false});
    }
    for (const auto& formula : kFormulas)
        phrases.push_back(
            {split(formula.words), {formula.says, std::string(formula.code)}, {}, false, false});
    for (const std::string_view silent : kSilent)
        phrases.push_back({split(silent), {}, {}, false, false, true});
    for (const auto& assertion : kAssertions)
        phrases.push_back({split(assertion.words), {assertion.says, {}}, assertion.denied});
    for (const auto& term : kTerms)
        phrases.push_back({split(term.words), {term.says, {}}, {}, false});
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return phrases;
}

using PhrasesByWord = std::map<std::string, std::vector<RightsPhrase>, std::less<>>;

PhrasesByWord by_first_word() {
    PhrasesByWord phrases;
    auto all = make_phrases();
    for (RightsPhrase& phrase : all) {
        const std::string first = phrase.words.front();
        phrases[first].push_back(std::move(phrase));
    }
    return phrases;
}

}  // namespace

const std::vector<RightsPhrase>& rights_phrases_from(std::string_view first_word) {
    static const PhrasesByWord kPhrases = by_first_word();
    static const std::vector<RightsPhrase> kNone;
    const auto found = kPhrases.find(first_word);
    return found == kPhrases.end() ? kNone : found->second;
}

}  // namespace solander::audit
