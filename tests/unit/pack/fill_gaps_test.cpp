// SPDX-License-Identifier: Apache-2.0
#include "pack/fill_gaps.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::pack {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A record with one origin, `c1`.
Document record() {
    Document document;
    Origin& origin = document.origins.emplace_back();
    origin.id = "c1";
    origin.kind = OriginKind::capture;
    return document;
}

TextStatement said(State state, const std::string& words, const std::string& origin = "c1") {
    TextStatement statement;
    statement.state = state;
    statement.words = words;
    statement.place.origin = origin;
    return statement;
}

/// What the document says of its types, `c1: Cable` and so on, first to last.
std::string types(const Document& document) {
    std::string text;
    for (const TextStatement& type : document.types)
        text += type.place.origin + ": " + (type.words.empty() ? "-" : type.words) + "\n";
    return text;
}

struct Case {
    std::string name;
    State state = State::stated;
    std::string words;
    State other_state = State::stated;
    std::string other;
    std::string after;  ///< Of types().
    std::vector<std::string> differences = {};
    std::vector<std::string> contradictions = {};
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

class OneAnswer : public testing::TestWithParam<Case> {};

TEST_P(OneAnswer, GoesWhereNoneIs) {
    const Case& one = GetParam();
    Document document = record();
    document.types.push_back(said(one.state, one.words));
    Document other = record();
    other.types.push_back(said(one.other_state, one.other));
    const GapFilling filling = fill_gaps(document, other, 1);
    EXPECT_EQ(types(document), one.after);
    EXPECT_EQ(filling.differences, one.differences);
    EXPECT_EQ(filling.contradictions, one.contradictions);
    EXPECT_EQ(filling.taken.empty(), one.after.find("c2: ") == std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Pack, OneAnswer,
    testing::Values(
        Case{"Blank", State::blank, "", State::stated, "Cable", "c2: Cable\nc1: -\n"},
        Case{"Absent", State::absent, "", State::stated, "Cable", "c2: Cable\nc1: -\n"},
        Case{"BlankByAnInference", State::blank, "", State::inferred, "Cable",
             "c2: Cable\nc1: -\n"},
        Case{"BlankBothTimes", State::blank, "", State::blank, "", "c1: -\n"},
        Case{"BlankWhereTheOtherIsAbsent", State::blank, "", State::absent, "", "c1: -\n"},
        Case{"TheSame", State::stated, "Cable", State::stated, " Cable", "c1: Cable\n"},
        Case{"TheSameInferred", State::inferred, "Cable", State::stated, "Cable", "c1: Cable\n"},
        Case{"AnotherStated",
             State::stated,
             "Cable",
             State::stated,
             "Letter",
             "c1: Cable\n",
             {"type: 'Cable' here, 'Letter' there"}},
        Case{"AnotherWhereBothInfer",
             State::inferred,
             "Cable",
             State::inferred,
             "Letter",
             "c1: Cable\n",
             {"type: 'Cable' here, 'Letter' there"}},
        Case{"AnotherThanWasInferred",
             State::inferred,
             "Cable",
             State::stated,
             "Letter",
             "c1: Cable\n",
             {},
             {"type: 'Cable' here, 'Letter' there"}},
        Case{"AnotherThanNone",
             State::stated_none,
             "no type",
             State::stated,
             "Letter",
             "c1: no type\n",
             {},
             {"type: 'no type' here, 'Letter' there"}}),
    [](const auto& one) { return one.param.name; });

TEST(Gaps, ContradictedInOneFieldAreFilledInNone) {
    Document document = record();
    document.types.push_back(said(State::inferred, "Cable"));
    document.sources.push_back({});
    document.sources.back().state = State::blank;
    Document other = record();
    other.types.push_back(said(State::stated, "Letter"));
    SourceStatement source;
    source.state = State::stated;
    source.verbatim = "State Archive of Norrmark";
    other.sources.push_back(source);
    const GapFilling filling = fill_gaps(document, other, 1);
    EXPECT_THAT(filling.taken, IsEmpty());
    EXPECT_EQ(document.sources.size(), 1U);
    EXPECT_EQ(document.origins.size(), 1U);
}

TEST(Gaps, AreThoseOfAKind) {
    Document document = record();
    document.identifiers.push_back({said(State::stated, "900412"), "record-id"});
    Document other = record();
    other.identifiers.push_back({said(State::stated, "900412"), "record-id"});
    other.identifiers.push_back({said(State::stated, "http://example.org/900412"), "url"});
    EXPECT_THAT(fill_gaps(document, other, 1).taken, ElementsAre("identifier"));
    ASSERT_EQ(document.identifiers.size(), 2U);
    EXPECT_EQ(document.identifiers[1].type, "url");
    EXPECT_EQ(document.identifiers[1].place.origin, "c2");
}

TEST(Gaps, FilledByOneCaptureAreNotFilledOtherwiseByTheNext) {
    Document document = record();
    document.types.push_back(said(State::absent, ""));
    Document other = record();
    other.types.push_back(said(State::stated, "Cable"));
    EXPECT_THAT(fill_gaps(document, other, 1).taken, ElementsAre("type"));
    other.types.front().words = "Letter";
    EXPECT_THAT(fill_gaps(document, other, 1).contradictions,
                ElementsAre("type: 'Cable' here, 'Letter' there"));
    other.types.front().words = "Cable";
    EXPECT_THAT(fill_gaps(document, other, 1).contradictions, IsEmpty());
}

TEST(Words, ThatAreKnownToBeMissingAreNoDifference) {
    Document document = record();
    document.descriptions.push_back(said(State::inferred, "He reports on the strike in the port."));
    Document other = record();
    other.descriptions.push_back(said(State::stated, "He reports on the in the port."));
    EXPECT_EQ(fill_gaps(document, other, 1).contradictions.size(), 1U);
    other.descriptions.front().place.gaps = true;
    EXPECT_THAT(fill_gaps(document, other, 1).contradictions, IsEmpty());
    other.descriptions.front().words = "He reports in the port on the strike.";
    EXPECT_EQ(fill_gaps(document, other, 1).contradictions.size(), 1U);
}

TEST(Rights, OfAnotherCaptureFillAWholeBlock) {
    Document document = record();
    document.rights.emplace_back().statements.push_back(said(State::blank, ""));
    Document other = record();
    other.rights.emplace_back().statements.push_back(said(State::stated, "In copyright"));
    EXPECT_THAT(fill_gaps(document, other, 1).taken, ElementsAre("rights"));
    ASSERT_EQ(document.rights.size(), 2U);
    EXPECT_EQ(document.rights.front().statements.front().words, "In copyright");
}

TEST(Rights, ThatAreStatedStay) {
    Document document = record();
    document.rights.emplace_back().statements.push_back(said(State::stated, "Public domain"));
    Document other = record();
    other.rights.emplace_back().statements.push_back(said(State::stated, "In copyright"));
    const GapFilling filling = fill_gaps(document, other, 1);
    EXPECT_THAT(filling.taken, IsEmpty());
    EXPECT_THAT(filling.differences,
                ElementsAre("rights: 'Public domain' here, 'In copyright' there"));
    EXPECT_EQ(document.rights.size(), 1U);
}

TEST(Rights, OfAKindThatIsMissingAreTakenBeside) {
    Document document = record();
    UriStatement& licence = document.rights.emplace_back().licences.emplace_back();
    licence.state = State::stated;
    licence.uri = "https://creativecommons.org/licenses/by/4.0/";
    Document other = record();
    Rights& rights = other.rights.emplace_back();
    rights.rule = "boilerplate.wilson-happ";
    rights.statements.push_back(said(State::stated, "Some may be subject to copyright."));
    rights.licences = document.rights.front().licences;
    EXPECT_THAT(fill_gaps(document, other, 1).taken, ElementsAre("rights"));
    ASSERT_EQ(document.rights.size(), 2U);
    EXPECT_EQ(document.rights[1].statements.front().words, "Some may be subject to copyright.");
    EXPECT_EQ(document.rights[1].statements.front().place.origin, "c2");
    EXPECT_THAT(document.rights[1].licences, IsEmpty()) << "it is the same";
}

TEST(Rights, OfAnotherLicenceAreTold) {
    Document document = record();
    UriStatement licence;
    licence.state = State::stated;
    licence.uri = "https://creativecommons.org/licenses/by/4.0/";
    document.rights.emplace_back().licences.push_back(licence);
    Document other = record();
    licence.uri = "https://creativecommons.org/licenses/by-nc/4.0/";
    other.rights.emplace_back().licences.push_back(licence);
    const GapFilling filling = fill_gaps(document, other, 1);
    EXPECT_THAT(filling.taken, IsEmpty());
    EXPECT_THAT(filling.differences,
                ElementsAre("rights: 'https://creativecommons.org/licenses/by/4.0/' here, "
                            "'https://creativecommons.org/licenses/by-nc/4.0/' there"));
}

TEST(TheTextItself, StaysWithItsOwnRecord) {
    Document document = record();
    Document other = record();
    other.types.push_back(said(State::stated, "Cable"));
    other.bodies.push_back({BodyKind::translation, "en", "c1", "lines 5-9"});
    other.unattributed.push_back({{}, "lead text"});
    other.notes.push_back({{}, "note"});
    fill_gaps(document, other, 1);
    EXPECT_THAT(document.bodies, IsEmpty());
    EXPECT_THAT(document.unattributed, IsEmpty());
    EXPECT_THAT(document.notes, IsEmpty());
}

}  // namespace
}  // namespace solander::pack
