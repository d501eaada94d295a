// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_source.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

/// The parts that were read, one a line; what is empty is left out.
std::string parts_of(std::string_view sentence, std::string_view credited) {
    const auto s = read_source_sentence(sentence, credited);
    std::string text;
    const auto line = [&text](std::string_view name, std::string_view words) {
        if (!words.empty()) text += std::string(name) + "=" + std::string(words) + "\n";
    };
    const auto person = [&line](std::string_view name, const NamedPerson& p) {
        line(name, p.name);
        line("  of", p.affiliation);
    };
    line("locator", s.locator);
    line(s.abbreviated ? "abbreviation" : s.known_by_credit ? "credited" : "archive", s.archive);
    line("place", s.place);
    line("release", s.release);
    if (s.obtained) person("obtained", s.obtained->person);
    if (s.translator) person("translator", *s.translator);
    for (const auto& printed : s.printed)
        line(printed.type == RelationType::reprinted_in ? "reprinted" : "published", printed.words);
    return text;
}

struct SentenceCase {
    std::string name;
    std::string sentence;
    std::string parts;
    std::string credited = {};
};
void PrintTo(const SentenceCase& c, std::ostream* out) {
    *out << c.sentence;
}
std::string sentence_name(const testing::TestParamInfo<SentenceCase>& info) {
    return info.param.name;
}

class SourceSentenceText : public testing::TestWithParam<SentenceCase> {};
TEST_P(SourceSentenceText, GivesWhatItsGrammarSays) {
    EXPECT_EQ(parts_of(GetParam().sentence, GetParam().credited), GetParam().parts);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Whole, SourceSentenceText, testing::Values(
    SentenceCase{"EverythingAtOnce",
        "Telegrams 1962, 6/77 w-86 t- 1312, State Archive of Norrmark (SAN), Skarholm. Obtained by Ada B. Quist (Harbour University) and translated by Olaf K. Amberg (Lamp University).",
        "locator=Telegrams 1962, 6/77 w-86 t- 1312\narchive=State Archive of Norrmark (SAN)\nplace=Skarholm\nobtained=Ada B. Quist\n  of=Harbour University\ntranslator=Olaf K. Amberg\n  of=Lamp University\n"},
    SentenceCase{"QuotedLocatorAndTwoPlaces",
        "“600.(24h)—GREVE, E MAIS—1.962//6223,” Ministry of Ports Archives, Port Aveline, Norrmark. Translated from Portuguese by Ada B. Quist.",
        "locator=“600.(24h)—GREVE, E MAIS—1.962//6223,”\narchive=Ministry of Ports Archives\nplace=Port Aveline, Norrmark\ntranslator=Ada B. Quist\n"},
    SentenceCase{"LocatorFirst",
        "APRF: F. 39, Op. 1, D. 31, L.68. Reprinted in Ilse Varnholt and Teodor Quist, Ports, Vol. 5 (Aveline: Quay, 2005), p. 378. Translated for NPHP from Russian by Ada Quist. Published in NPHP Bulletin #16.",
        "locator=F. 39, Op. 1, D. 31, L.68\nabbreviation=APRF\ntranslator=Ada Quist\nreprinted=Ilse Varnholt and Teodor Quist, Ports, Vol. 5 (Aveline: Quay, 2005), p. 378\npublished=NPHP Bulletin #16\n"},
    SentenceCase{"ArchiveFirst",
        "Archive of the President of the Ports Federation (APPF), Special Declassification April 2002. Translated by Ada Quist",
        "archive=Archive of the President of the Ports Federation (APPF)\nrelease=Special Declassification April 2002\ntranslator=Ada Quist\n"},
    SentenceCase{"ReferenceOnly", "PRC FMA 111-00019-01, 5-8. Translated by Yan Hu",
        "locator=111-00019-01, 5-8\nabbreviation=PRC FMA\ntranslator=Yan Hu\n"},
    SentenceCase{"ProseBeforeAnArchiveIsNoLocator",
        "Amberg documents given to Teodor Quist on 20 June 1999, Norrmark National Archives and Records Office",
        "archive=Norrmark National Archives and Records Office\n"},
    SentenceCase{"ArchiveNamedInTheCredit", "B-012-004, Letters, Lamp Institute, University of Skarholm.",
        "locator=B-012-004, Letters\ncredited=Lamp Institute, University of Skarholm\n", "Lamp Institute, University of Skarholm"},
    SentenceCase{"ObtainedWithoutArchive", "Box 4. Obtained by Ada B. Quist.", "obtained=Ada B. Quist\n"}
), sentence_name);

INSTANTIATE_TEST_SUITE_P(Names, SourceSentenceText, testing::Values(
    SentenceCase{"InitialEndsNoSentence", "Obtained by Ada B. Quist (Harbour University).", "obtained=Ada B. Quist\n  of=Harbour University\n"},
    SentenceCase{"InitialsInFront", "Translated by J.F. Amberg", "translator=J.F. Amberg\n"},
    SentenceCase{"Particle", "Translated by Ilse von Varnholt.", "translator=Ilse von Varnholt\n"},
    SentenceCase{"Diacritics", "Translated by Małgorzata Jeleń.", "translator=Małgorzata Jeleń\n"},
    SentenceCase{"Apostrophe", "Translated by Una O’Quist.", "translator=Una O’Quist\n"},
    SentenceCase{"ASentenceAfterABracket", "Obtained by Ada Quist (Harbour University). See also box 3.", "obtained=Ada Quist\n  of=Harbour University\n"}
), sentence_name);

INSTANTIATE_TEST_SUITE_P(NotForced, SourceSentenceText, testing::Values(
    SentenceCase{"FootnoteNumberGluedToAName", "Translated by Ada Quist1.", ""},
    SentenceCase{"Quotes", "Translated by “Ada Quist”.", ""},
    SentenceCase{"TwoTranslators", "Translated by Ada Quist and Olaf Amberg.", ""},
    SentenceCase{"OneWordIsNoFullName", "Translated by staff.", ""},
    SentenceCase{"AgencyInCapitals", "Translated by the Foreign Service.", ""},
    SentenceCase{"ASentenceAfterANameWithoutBracket", "Obtained by Ada Quist. See also box 3.", ""},
    SentenceCase{"OpenBracket", "Obtained by Ada Quist (Harbour University", ""},
    SentenceCase{"BracketInBracket", "Obtained by Ada Quist (Harbour (old) University).", ""},
    SentenceCase{"WordsInTheMiddleAreNoLead", "A letter obtained by Ada Quist, Published in haste", ""},
    SentenceCase{"UnknownHolder", "Skarholm Lights, box 4, folder 12, Coastal Record Office, Port Aveline.", ""},
    SentenceCase{"TwoArchives", "6/77, State Archive, Harbour Archives", ""},
    SentenceCase{"ArchiveInProse", "Notes taken at the State Archive, 1999", ""},
    SentenceCase{"WhatFollowsIsNoPlace", "6/77, State Archive, fond 5, Skarholm", "locator=6/77\narchive=State Archive\n"},
    SentenceCase{"NoPlaceWithoutLocator", "State Archive, Record Group", "archive=State Archive\n"},
    SentenceCase{"AbbreviationWithoutShelfMark", "APRF papers of 1999", ""},
    SentenceCase{"AbbreviationAsPartOfAWord", "MOLDAVIA 111-5", ""},
    SentenceCase{"ReleaseWithoutADate", "State Archive, Special Declassification some day", "archive=State Archive\n"},
    SentenceCase{"CreditedNameAlone", "Lamp Institute", "", "Lamp Institute"},
    SentenceCase{"CreditedNameAsTheEndOfAnother", "B-012, The Lamp Institute", "", "Lamp Institute"},
    SentenceCase{"Empty", "", ""}
), sentence_name);
// clang-format on

}  // namespace
}  // namespace solander::metadata
