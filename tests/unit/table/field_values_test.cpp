// SPDX-License-Identifier: Apache-2.0
#include "table/field_values.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::table {
namespace {

/// The name of a case in a table.
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

using metadata::Field;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Place captured(const char* at) {
    Place place;
    place.origin = "c1";
    place.at = at;
    return place;
}

Place in_table() {
    Place place;
    place.origin = "t1";
    place.at = "cell E2";
    return place;
}

/// A document of which a capture says one thing in each field.
Document captured_document() {
    Document document;
    for (const Field field : columns()) {
        if (field == Field::funder) continue;
        metadata::put(document, field,
                      {"said of " + std::string(metadata::field_name(field)), captured("line 1")},
                      field == Field::identifier ? "record-id" : "");
    }
    document.funding_credits.front().funders.emplace_back().agent.name = "Tidewater Foundation";
    return document;
}

TEST(CellOf, ShowsEveryField) {
    const Document document = captured_document();
    for (const Field field : columns()) {
        std::string words = "said of " + std::string(metadata::field_name(field));
        if (field == Field::identifier) words = "record-id: " + words;
        if (field == Field::funder) words = "Tidewater Foundation";
        EXPECT_EQ(cell_of(document, field), words);
    }
}

TEST(CellOf, SaysAbsentWhereNothingIsSaid) {
    for (const Field field : columns()) EXPECT_EQ(cell_of(Document(), field), "[absent]");
}

TEST(CellOf, SaysWhatAStatementMeans) {
    Document d;
    metadata::put(d, Field::date, {"November 25, 1963", captured("line 1")});
    metadata::put(d, Field::date, {"that spring", captured("line 2")});
    EXPECT_EQ(cell_of(d, Field::date), "EDTF 1963-11-25|that spring");
    metadata::put(d, Field::contributor, {"Edda Lindqvist", captured("line 3")}, "translator");
    EXPECT_EQ(cell_of(d, Field::contributor), "translator: Edda Lindqvist");
    metadata::put(d, Field::identifier, {"MS: 12", captured("line 4")});
    EXPECT_EQ(cell_of(d, Field::identifier), "MS: 12");
    metadata::put(d, Field::identifier, {"ms: 12", captured("line 4")});
    EXPECT_EQ(cell_of(d, Field::identifier), "MS: 12|: ms: 12");
}

struct SetCase {
    const char* name;
    Field field;
    std::string cell;
    std::string cell_afterwards;
};
void PrintTo(const SetCase& c, std::ostream* out) {
    *out << c.name;
}

class SetField : public testing::TestWithParam<SetCase> {};

TEST_P(SetField, PutsTheCellInFront) {
    const auto& c = GetParam();
    Document document = captured_document();
    set_field(document, c.field, read_cell(c.cell), in_table());
    EXPECT_EQ(cell_of(document, c.field), c.cell_afterwards);
}

INSTANTIATE_TEST_SUITE_P(
    All, SetField,
    testing::Values(
        SetCase{"OneValueStaysAsTestimony", Field::title, "Letter", "Letter|said of title"},
        SetCase{"DateOfOneKind", Field::date, "EDTF 1963", "EDTF 1963|said of date"},
        SetCase{"DateOfAnotherKind", Field::upload_date, "EDTF 1963",
                "EDTF 1963|said of upload-date"},
        SetCase{"SeveralAreReplaced", Field::creator, "Edda Lindqvist", "Edda Lindqvist"},
        SetCase{"SeveralAreAddedTo", Field::creator, "Edda|said of creator",
                "Edda|said of creator"},
        SetCase{"Role", Field::contributor, "translator: Edda", "translator: Edda"},
        SetCase{"TypedIdentifier", Field::identifier, "isni: 0001|record-id: said of identifier",
                "isni: 0001|record-id: said of identifier"},
        SetCase{"Blank", Field::source, "[blank]", "[blank]|said of source"},
        SetCase{"Unknown", Field::source, "[unknown: burnt]", "[unknown: burnt]|said of source"},
        SetCase{"None", Field::access, "[none: open]", "[none: open]|said of access"},
        SetCase{"Inferred", Field::title, "[inferred] Letter", "[inferred] Letter|said of title"},
        SetCase{"Archive", Field::original_archive, "City Archive",
                "City Archive|said of original-archive"},
        SetCase{"Rights", Field::rights, "Free", "Free|said of rights"},
        SetCase{"Licence", Field::licence, "https://creativecommons.org/licenses/by/4.0/",
                "https://creativecommons.org/licenses/by/4.0/|said of licence"},
        SetCase{"Credit", Field::funding_credit, "Supported by X",
                "Supported by X|said of funding-credit"},
        SetCase{"Funder", Field::funder, "X Fund", "X Fund|Tidewater Foundation"}),
    named);

TEST(SetFieldOf, KeepsTheOriginOfWhatWasThere) {
    Document d = captured_document();
    set_field(d, Field::creator, read_cell("Edda|said of creator"), in_table());
    ASSERT_THAT(d.creators, SizeIs(2));
    EXPECT_EQ(d.creators[0].place.origin, "t1");
    EXPECT_EQ(d.creators[0].place.at, "cell E2");
    EXPECT_EQ(d.creators[1].place.origin, "c1");
    EXPECT_EQ(d.creators[1].place.at, "line 1");
}

TEST(SetFieldOf, KeepsATypeThatTheFieldHas) {
    Document d;
    metadata::put(d, Field::identifier, {"0012", captured("line 1")}, "External-Identifier");
    EXPECT_EQ(cell_of(d, Field::identifier), "External-Identifier: 0012");
    set_field(d, Field::identifier, read_cell("External-Identifier: 0013"), in_table());
    EXPECT_EQ(d.identifiers.front().type, "External-Identifier");
    EXPECT_EQ(d.identifiers.front().words, "0013");
}

TEST(SetFieldOf, GivesNamesToAgentsAndArchives) {
    Document d;
    set_field(d, Field::creator, read_cell("Edda"), in_table());
    set_field(d, Field::original_archive, read_cell("City Archive"), in_table());
    EXPECT_EQ(d.creators.front().agent.name, "Edda");
    EXPECT_EQ(d.creators.front().agent.verbatim, "");
    EXPECT_EQ(d.original_archives.front().name, "City Archive");
}

TEST(SetFieldOf, InventsNoCreditLineForAFunder) {
    Document d = captured_document();
    set_field(d, Field::funder, read_cell("X Fund|Y Fund"), in_table());
    const auto& credit = d.funding_credits.front();
    EXPECT_EQ(credit.verbatim, "");
    EXPECT_EQ(credit.place.origin, "t1");
    EXPECT_THAT(credit.funders, SizeIs(2));
}

TEST(SetFieldOf, NotesWhatACellNoLongerHas) {
    Document d = captured_document();
    set_field(d, Field::creator, read_cell("Edda"), in_table());
    ASSERT_THAT(d.notes, SizeIs(1));
    EXPECT_EQ(d.notes[0].type, "replaced creator");
    EXPECT_EQ(d.notes[0].words, "said of creator");
    EXPECT_EQ(d.notes[0].place.origin, "c1");
    EXPECT_EQ(d.notes[0].place.at, "line 1");
}

TEST(SetFieldOf, LeavesTheOtherDatesAndTitlesAlone) {
    Document d = captured_document();
    set_field(d, Field::date, read_cell("EDTF 1963"), in_table());
    EXPECT_EQ(cell_of(d, Field::publication_date), "said of publication-date");
    set_field(d, Field::alternative_title, read_cell("Another"), in_table());
    EXPECT_EQ(cell_of(d, Field::title), "said of title");
    EXPECT_EQ(cell_of(d, Field::alternative_title), "Another");
}

TEST(SetFieldOf, NamesTheRuleOfAnInference) {
    Document d;
    set_field(d, Field::title, read_cell("[inferred] Letter"), in_table());
    EXPECT_EQ(d.titles.front().state, State::inferred);
    EXPECT_EQ(d.titles.front().place.rule, "records.inferred");
}

TEST(SetFieldOf, StatesRightsOfTheItemInABlockOfTheirOwn) {
    Document d = captured_document();
    set_field(d, Field::rights, read_cell("Free"), in_table());
    ASSERT_THAT(d.rights, SizeIs(2));
    EXPECT_EQ(d.rights[0].scope, RightsScope::item);
    EXPECT_THAT(d.rights[1].statements, SizeIs(1));
}

}  // namespace
}  // namespace solander::table
