// SPDX-License-Identifier: Apache-2.0
#include "table/decisions.h"

#include <optional>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "table/field_values.h"

namespace solander::table {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

Place in_table() {
    Place place;
    place.origin = "t1";
    place.at = "cell F2";
    place.label = "decision";
    return place;
}

struct Written {
    const char* name;
    Decision decision;
    std::string words;
};
void PrintTo(const Written& c, std::ostream* out) {
    *out << c.name;
}
class DecisionWords : public testing::TestWithParam<Written> {};

TEST_P(DecisionWords, AreReadAsWritten) {
    const auto& [name, decision, words] = GetParam();
    const Value value = write_decision(decision);
    EXPECT_EQ(value.words, words);
    const auto cell = read_cell(write_cell({value}));
    ASSERT_THAT(cell, SizeIs(1));
    const auto column = decision.field.empty() ? kRightsDetermination : kDecision;
    const auto read = read_decision(column, cell.front());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->field, decision.field);
    EXPECT_EQ(read->date, decision.date);
    EXPECT_EQ(read->by, decision.by);
    EXPECT_EQ(read->how, decision.how);
}

INSTANTIATE_TEST_SUITE_P(
    All, DecisionWords,
    testing::Values(
        Written{"OnRights",
                {"", "2026-11-20", "J. Novak", "looked up"},
                "2026-11-20, J. Novak: looked up"},
        Written{"OnAField",
                {"source", "2026-11-20", "J. Novak", "finding aid"},
                "source: 2026-11-20, J. Novak: finding aid"},
        Written{"NameWithAComma",
                {"", "2026-11", "Novak, J., Prague", "looked up"},
                "2026-11, Novak, J., Prague: looked up"},
        Written{
            "NameWithAColon", {"", "2026", "Office: north", "a: b"}, "2026, Office:: north: a: b"},
        Written{"NameThatEndsWithAColon", {"", "2026", "Office:", "a"}, "2026, Office::: a"},
        Written{
            "BarsAndBackslashes", {"", "2026-11-20", "A|B", "c\\d|e"}, "2026-11-20, A|B: c\\d|e"},
        Written{"Lines", {"", "2026-11-20", "A", "one\ntwo"}, "2026-11-20, A: one\ntwo"}),
    named);

struct Refused {
    const char* name;
    std::string_view column;
    std::string cell;
};
void PrintTo(const Refused& c, std::ostream* out) {
    *out << c.name;
}
class NoDecision : public testing::TestWithParam<Refused> {};

TEST_P(NoDecision, IsTakenForOne) {
    const auto values = read_cell(GetParam().cell);
    ASSERT_THAT(values, SizeIs(1));
    EXPECT_FALSE(read_decision(GetParam().column, values.front()));
}

INSTANTIATE_TEST_SUITE_P(
    All, NoDecision,
    testing::Values(Refused{"Words", kRightsDetermination, "in the public domain"},
                    Refused{"NoDate", kRightsDetermination, "J. Novak: looked up"},
                    Refused{"ADateOfSomeCountry", kRightsDetermination, "20.11.2026, J: looked"},
                    Refused{"NoDay", kRightsDetermination, "2026-02-30, J: looked"},
                    Refused{"NoName", kRightsDetermination, "2026-11-20, : looked up"},
                    Refused{"NoWay", kRightsDetermination, "2026-11-20, J. Novak:"},
                    Refused{"NoColon", kRightsDetermination, "2026-11-20, J. Novak"},
                    Refused{"NoField", kDecision, "2026-11-20, J. Novak: looked up"},
                    Refused{"AState", kRightsDetermination, "[unknown: 2026-11-20, J: x]"},
                    Refused{"Blank", kRightsDetermination, "[blank]"}),
    named);

TEST(ReadDecision, TakesTheLettersThatKeepSpreadsheetsAway) {
    const auto read = read_decision(kRightsDetermination,
                                    {State::stated, "EDTF 2026-11-20, J. Novak: looked up"});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->date, "2026-11-20");
}

TEST(AddDecisions, JoinsWhatTheTableStatesOfRights) {
    Document d;
    Place captured;
    captured.origin = "c1";
    metadata::put(d, metadata::Field::rights, {"Some may be protected", captured});
    set_field(d, metadata::Field::rights, read_cell("Free"), in_table());
    set_field(d, metadata::Field::rights_uri, read_cell("http://example.org/free"), in_table());
    add_decisions(d, {{"", "2026-11-20", "J. Novak", "looked up"}}, in_table());
    ASSERT_THAT(d.rights, SizeIs(2)) << "all that a row states of rights is one block";
    EXPECT_THAT(d.rights[0].statements, SizeIs(1));
    EXPECT_THAT(d.rights[0].standard_statements, SizeIs(1));
    ASSERT_THAT(d.rights[0].determinations, SizeIs(1));
    EXPECT_EQ(d.rights[0].determinations[0].by, "J. Novak");
    EXPECT_THAT(d.rights[1].determinations, IsEmpty());
    EXPECT_EQ(decisions_cell(d, kRightsDetermination), "2026-11-20, J. Novak: looked up");
}

TEST(AddDecisions, StandsWithTheRightsThatAreThere) {
    Document d;
    for (const RightsCovers covers : {RightsCovers::metadata, RightsCovers::original}) {
        Rights& rights = d.rights.emplace_back();
        rights.covers = covers;
        rights.statements.emplace_back().state = State::stated;
    }
    add_decisions(d, {{"", "2026-11-20", "J. Novak", "it stays"}}, in_table());
    ASSERT_THAT(d.rights, SizeIs(2));
    EXPECT_THAT(d.rights[0].determinations, IsEmpty());
    EXPECT_THAT(d.rights[1].determinations, SizeIs(1));
}

TEST(AddDecisions, NotesThoseOnOtherFieldsOnce) {
    Document d;
    const std::vector<Decision> decisions{{"source", "2026-11-20", "J. Novak", "finding aid"}};
    add_decisions(d, decisions, in_table());
    add_decisions(d, decisions, in_table());
    ASSERT_THAT(d.notes, SizeIs(1));
    EXPECT_EQ(d.notes[0].type, "decision source");
    EXPECT_EQ(d.notes[0].words, "2026-11-20, J. Novak: finding aid");
    EXPECT_EQ(d.notes[0].place.at, "cell F2");
    EXPECT_EQ(decisions_cell(d, kDecision), "source: 2026-11-20, J. Novak: finding aid");
    EXPECT_EQ(decisions_cell(d, kRightsDetermination), "[absent]");
}

}  // namespace
}  // namespace solander::table
