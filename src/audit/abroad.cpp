// SPDX-License-Identifier: Apache-2.0
#include "audit/abroad.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "audit/words.h"

namespace solander::audit {

namespace {

using Name = std::string_view;

// Those that are names of places in the United States as well, or of people, are left out where
// the last part of a name could be that: Georgia, Jordan, Lebanon, Athens, Lima, Rome.
constexpr std::array<Name, 83> kCountries{"afghanistan", "albania",        "algeria",
                                          "angola",      "argentina",      "armenia",
                                          "australia",   "austria",        "azerbaijan",
                                          "bangladesh",  "belarus",        "belgium",
                                          "bolivia",     "brazil",         "bulgaria",
                                          "burma",       "cambodia",       "canada",
                                          "chile",       "china",          "colombia",
                                          "cuba",        "czechoslovakia", "czech republic",
                                          "denmark",     "egypt",          "england",
                                          "estonia",     "ethiopia",       "finland",
                                          "france",      "germany",        "ghana",
                                          "greece",      "hungary",        "iceland",
                                          "india",       "indonesia",      "iran",
                                          "iraq",        "ireland",        "israel",
                                          "italy",       "japan",          "kazakhstan",
                                          "kenya",       "korea",          "laos",
                                          "latvia",      "lithuania",      "malaysia",
                                          "mexico",      "mongolia",       "morocco",
                                          "netherlands", "new zealand",    "nicaragua",
                                          "nigeria",     "norway",         "pakistan",
                                          "philippines", "poland",         "portugal",
                                          "romania",     "russia",         "russian federation",
                                          "scotland",    "serbia",         "slovakia",
                                          "slovenia",    "south africa",   "soviet union",
                                          "spain",       "sweden",         "switzerland",
                                          "taiwan",      "thailand",       "turkey",
                                          "ukraine",     "united kingdom", "ussr",
                                          "vietnam",     "yugoslavia"};
constexpr std::array<Name, 34> kCapitals{
    "ankara",    "beijing",  "belgrade", "berlin",      "bern",      "brasilia", "brussels",
    "bucharest", "budapest", "canberra", "copenhagen",  "havana",    "hanoi",    "helsinki",
    "jakarta",   "kiev",     "kyiv",     "london",      "madrid",    "moscow",   "new delhi",
    "oslo",      "ottawa",   "paris",    "prague",      "pyongyang", "seoul",    "sofia",
    "stockholm", "tehran",   "tokyo",    "ulaanbaatar", "vienna",    "warsaw"};
/// Of Russia, Poland, Albania, Hungary, China and Germany.
constexpr std::array<Name, 11> kAbbreviated{"APRF", "AVPRF", "AVP RF",  "RGANI", "RGASPI", "GARF",
                                            "AMSZ", "AMFAA", "PRC FMA", "SAPMO", "MOL"};
constexpr std::array<Name, 9> kElsewhere{
    "other countries", "other country",   "outside the united states",
    "outside the us",  "outside the u.s", "elsewhere",
    "worldwide",       "abroad",          "country of origin"};

template <std::size_t N>
bool contains(const std::array<Name, N>& names, Name name) {
    return std::ranges::find(names, name) != names.end();
}

Name without_article(Name name) {
    return name.starts_with("the ") ? name.substr(4) : name;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_with_abbreviation(Name words) {
    return std::ranges::any_of(kAbbreviated, [words](Name each) {
        return words.starts_with(each) &&
               (words.size() == each.size() || !is_letter(words[each.size()]));
    });
}

/// Whether the last part of a name or a place is a country or a capital.
bool ends_abroad(Name words) {
    const std::string name = folded_name(words);
    const auto comma = name.find_last_of(',');
    if (comma != std::string::npos) {
        const std::string last = folded_name(name.substr(comma + 1));
        if (contains(kCountries, last) || contains(kCapitals, last)) return true;
    }
    const auto of = name.rfind(" of ");
    return of != std::string::npos &&
           contains(kCountries, without_article(Name(name).substr(of + 4)));
}

bool is_abroad(Name place) {
    const std::string name = folded_name(place);
    return contains(kCountries, name) || contains(kCapitals, name) || ends_abroad(place);
}

/// An ISIL begins with the country's code: `PL-83`.
bool is_foreign_isil(const TypedWords& identifier) {
    const Name words = identifier.words;
    return folded(identifier.type) == "isil" && words.size() > 3 && words[2] == '-' &&
           is_letter(words[0]) && is_letter(words[1]) && !words.starts_with("US-");
}

}  // namespace

std::string sign_of_abroad(const ArchiveStatement& archive) {
    for (const TypedWords& identifier : archive.identifiers)
        if (is_foreign_isil(identifier)) return identifier.words;
    if (is_abroad(archive.location)) return archive.location;
    for (const std::string* words : {&archive.name, &archive.verbatim})
        if (begins_with_abbreviation(*words) || ends_abroad(*words)) return *words;
    return {};
}

std::string sign_of_abroad(const Agent& agent) {
    for (const std::string* words : {&agent.name, &agent.verbatim, &agent.affiliation})
        if (ends_abroad(*words)) return *words;
    return {};
}

std::string sign_of_abroad(const SourceStatement& source) {
    return begins_with_abbreviation(source.verbatim) ? source.verbatim : std::string();
}

bool speaks_of_abroad(std::string_view text) {
    const std::string words = folded(text);
    const auto stands = [&words](Name each) { return has_phrase(words, each); };
    return std::ranges::any_of(kElsewhere, stands) || std::ranges::any_of(kCountries, stands);
}

}  // namespace solander::audit
