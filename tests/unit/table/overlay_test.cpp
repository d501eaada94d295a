// SPDX-License-Identifier: Apache-2.0
#include "table/overlay.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "table/cell.h"
#include "table/field_values.h"
#include "table/grid.h"

namespace solander::table {
namespace {

using metadata::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Document letter() {
    Place place;
    place.origin = "c1";
    Document document;
    metadata::put(document, Field::title, {"Letter \"A\"", place});
    metadata::put(document, Field::date, {"November 25, 1963", place});
    metadata::put(document, Field::identifier, {"000117", place});
    metadata::put(document, Field::source, {"", place});
    return document;
}

/// A table of one row with one cell beside the document's name.
struct OneCell {
    Columns columns;
    GridRow row;
};
OneCell one_cell(const std::string& column, const std::string& text) {
    auto columns = Columns::read({{"document", "cell A1"}, {column, "cell B1"}});
    if (!columns) throw std::runtime_error(columns.error().message());
    return {*std::move(columns), {{"letter.txt", "cell A2"}, {text, "cell B2"}}};
}

struct CellCase {
    const char* name;
    const char* column;
    std::string text;
    std::string code = {};  ///< Of the finding; empty: none.
    bool changed = false;
};
void PrintTo(const CellCase& c, std::ostream* out) {
    *out << c.name;
}
std::string cell_case_name(const testing::TestParamInfo<CellCase>& test) {
    return test.param.name;
}

class LaidOver : public testing::TestWithParam<CellCase> {};

TEST_P(LaidOver, ChangesWhatAPersonChanged) {
    const auto& c = GetParam();
    const auto table = one_cell(c.column, c.text);
    Document document = letter();
    const auto applied = apply_cells(table.columns, table.row, "t1", document);
    EXPECT_EQ(applied.changed, c.changed);
    ASSERT_THAT(applied.findings, SizeIs(c.code.empty() ? 0 : 1));
    if (c.code.empty()) return;
    EXPECT_EQ(applied.findings.front().code, c.code);
    EXPECT_EQ(applied.findings.front().at, "cell B2");
    const auto field = *metadata::field_of_name(c.column);
    EXPECT_EQ(cell_of(document, field), cell_of(letter(), field)) << "a finding changes nothing";
}

INSTANTIATE_TEST_SUITE_P(
    All, LaidOver,
    testing::Values(
        CellCase{"Unchanged", "title", "Letter \"A\""},
        CellCase{"UnchangedDate", "date", "EDTF 1963-11-25"},
        CellCase{"UnchangedBlank", "source", "[blank]"},
        CellCase{"UnchangedAbsence", "creator", "[absent]"},
        CellCase{"BlankLeftEmpty", "source", ""}, CellCase{"AbsenceLeftEmpty", "creator", ""},
        CellCase{"Words", "title", "Letter B", "", true},
        CellCase{"Filled", "source", "Box 3", "", true},
        CellCase{"SaidToBeUnknown", "source", "[unknown: burnt in 1944]", "", true},
        CellCase{"SaidToBeBlank", "title", "[blank]", "", true},
        CellCase{"Emptied", "title", "", "records.emptied"},
        CellCase{"EmptiedToWhiteSpace", "title", " \t ", "records.emptied"},
        CellCase{"UnknownWithoutWords", "source", "[unknown: ]", "records.state-without-words"},
        CellCase{"NoneWithoutWords", "source", "[none: ]", "records.state-without-words"},
        CellCase{"AbsentAndMore", "title", "[absent]|Letter", "records.absent-and-more"},
        CellCase{"DateThatIsNoEdtf", "date", "EDTF 1963-13-45", "records.date-edtf"},
        CellCase{"FunderSaidToBeUnknown", "funder", "[unknown: not told]", "records.funder-state"},
        CellCase{"FunderSaidToBeNone", "funder", "[none: paid by the town]",
                 "records.funder-state"},
        CellCase{"Funder", "funder", "X Fund", "", true},
        CellCase{"WordsForAUri", "rights-uri", "In copyright", "records.rights-uri"},
        CellCase{"DateAsSerial", "date", "23341", "records.date-serial"},
        CellCase{"DateDayFirst", "date", "25/11/1963", "records.date-local"},
        CellCase{"ZerosLost", "identifier", "117", "records.zeros-lost"},
        CellCase{"QuotesMadeCurly", "title", "Letter \u201CA\u201D", "records.quotes-changed"}),
    cell_case_name);

TEST(ApplyCells, NamesTheCellAndItsColumn) {
    const auto table = one_cell("source", "Box 3");
    Document document = letter();
    apply_cells(table.columns, table.row, "t1", document);
    const auto& source = document.sources.front();
    EXPECT_EQ(source.verbatim, "Box 3");
    EXPECT_EQ(source.place.origin, "t1");
    EXPECT_EQ(source.place.at, "cell B2");
    EXPECT_EQ(source.place.label, "source");
}

TEST(ApplyCells, TakesADecisionOnRights) {
    const auto table = one_cell("rights-determination", "2026-11-20, J. Novak: looked\r\nup");
    Document document = letter();
    EXPECT_TRUE(apply_cells(table.columns, table.row, "t1", document).changed);
    ASSERT_THAT(document.rights, SizeIs(1));
    ASSERT_THAT(document.rights.front().determinations, SizeIs(1));
    EXPECT_EQ(document.rights.front().determinations.front().words, "looked\nup");
}

TEST(ApplyCells, RefusesADecisionOfNobody) {
    for (const std::string column : {"rights-determination", "decision"}) {
        const auto table = one_cell(column, "it is free");
        Document document = letter();
        const auto applied = apply_cells(table.columns, table.row, "t1", document);
        EXPECT_FALSE(applied.changed);
        ASSERT_THAT(applied.findings, SizeIs(1));
        EXPECT_EQ(applied.findings.front().code, "records.decision");
        EXPECT_EQ(applied.findings.front().at, "cell B2");
    }
}

TEST(ApplyCells, TakesAnEmptyCellForNoDecision) {
    for (const std::string cell : {"", "[absent]"}) {
        const auto table = one_cell("decision", cell);
        Document document = letter();
        const auto applied = apply_cells(table.columns, table.row, "t1", document);
        EXPECT_FALSE(applied.changed);
        EXPECT_THAT(applied.findings, SizeIs(0));
    }
}

TEST(ApplyCells, TakesEdtfForADateOnlyWhereThereIsADate) {
    const auto table = one_cell("title", "EDTF 1963 in use");
    Document document = letter();
    apply_cells(table.columns, table.row, "t1", document);
    EXPECT_EQ(document.titles.front().words, "EDTF 1963 in use");
}

TEST(ApplyCells, KeepsTheInferenceOfAFunder) {
    const auto table = one_cell("funder", "[inferred] X Fund");
    Document document = letter();
    apply_cells(table.columns, table.row, "t1", document);
    const auto& credit = document.funding_credits.front();
    EXPECT_EQ(credit.state, State::inferred);
    EXPECT_EQ(credit.place.rule, "records.inferred");
    EXPECT_EQ(cell_of(document, Field::funder), "[inferred] X Fund");
}

TEST(ApplyCells, TakesLineEndsOfAnySystem) {
    Document document;
    metadata::put(document, Field::title, {"one\ntwo\nthree", {}});
    for (const char* text : {"one\r\ntwo\r\nthree", "one\rtwo\rthree", "one\ntwo\r\nthree"}) {
        const auto table = one_cell("title", text);
        EXPECT_FALSE(apply_cells(table.columns, table.row, "t1", document).changed);
    }
}

struct HeaderCase {
    const char* name;
    GridRow header;
    const char* says;
};
void PrintTo(const HeaderCase& c, std::ostream* out) {
    *out << c.name;
}
std::string header_case_name(const testing::TestParamInfo<HeaderCase>& test) {
    return test.param.name;
}

class Header : public testing::TestWithParam<HeaderCase> {};

TEST_P(Header, ThatCannotBeIsRefusedInWords) {
    const auto columns = Columns::read(GetParam().header);
    ASSERT_FALSE(columns.has_value());
    EXPECT_EQ(columns.error().code(), ErrorCode::format);
    EXPECT_THAT(columns.error().message(), HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    All, Header,
    testing::Values(HeaderCase{"UnknownColumn",
                               {{"document", "cell A1"}, {"titel", "cell B1"}},
                               "cell B1: there is no column 'titel'; did you mean 'title'?"},
                    HeaderCase{
                        "ColumnTwice",
                        {{"document", "cell A1"}, {"title", "cell B1"}, {"title", "cell C1"}},
                        "cell C1: the column 'title' is there twice"},
                    HeaderCase{"NoDocument", {{"title", "cell A1"}}, "no column 'document'"}),
    header_case_name);

// ---- the text of a table

RecordTable two_rows() {
    return {{"document", "title"}, {{"a.txt", "Letter, \"A\""}, {"b.txt", "two\nlines"}}};
}

TEST(ReadGrid, ReadsWhatWasWritten) {
    const auto table = two_rows();
    for (const auto format : {TableFormat::csv, TableFormat::json, TableFormat::toml}) {
        const auto grid = read_grid(write_table(table, format), format);
        ASSERT_TRUE(grid.has_value()) << grid.error().message();
        EXPECT_THAT(grid->findings, IsEmpty());
        ASSERT_THAT(grid->rows, SizeIs(3));
        for (std::size_t column = 0; column < 2; ++column) {
            EXPECT_EQ(grid->rows[0][column].text, table.header[column]);
            for (std::size_t row = 0; row < 2; ++row)
                EXPECT_EQ(grid->rows[row + 1][column].text, table.rows[row][column]);
        }
    }
}

TEST(ReadGrid, FindsRowsThatAreTooLong) {
    const auto grid = read_grid("document,title\na.txt,Letter, second\n", TableFormat::csv);
    ASSERT_TRUE(grid.has_value());
    ASSERT_THAT(grid->findings, SizeIs(1));
    EXPECT_EQ(grid->findings.front().code, "table.ragged-row");
    EXPECT_EQ(grid->findings.front().at, "cell C2");
}

TEST(ReadGrid, PassesOverColumnsThatASpreadsheetAdds) {
    const auto grid = read_grid("document,title,,\na.txt,Letter,,\n", TableFormat::csv);
    ASSERT_TRUE(grid.has_value());
    EXPECT_THAT(grid->rows[0], SizeIs(2));
    EXPECT_THAT(grid->rows[1], SizeIs(2));
}

TEST(ReadGrid, RefusesJsonOfAnotherShape) {
    for (const char* text :
         {"", "{}", "[]", "[1]", "[{\"document\": 1}]", "[{\"document\": \"a\"}"}) {
        const auto grid = read_grid(text, TableFormat::json);
        ASSERT_FALSE(grid.has_value()) << text;
        EXPECT_EQ(grid.error().code(), ErrorCode::format);
    }
}

TEST(ReadGrid, RefusesManyDocumentsThatNameFewOfManyColumns) {
    std::string json = "[{\"k\": \"\"";
    std::string toml = "[[document]]\n";
    for (int i = 1; i < 100; ++i) {
        json += ", \"k" + std::to_string(i) + "\": \"\"";
        toml += "k" + std::to_string(i) + " = \"\"\n";
    }
    json += "}";
    for (int i = 0; i < 110'000; ++i) {
        json += ",{}";
        toml += "[[document]]\n";
    }
    for (const auto& grid :
         {read_grid(json + "]", TableFormat::json), read_grid(toml, TableFormat::toml)}) {
        ASSERT_FALSE(grid.has_value());
        EXPECT_EQ(grid.error().code(), ErrorCode::limit);
        EXPECT_THAT(grid.error().message(), HasSubstr("more than 10000000 cells"));
    }
}

TEST(ReadGrid, RefusesJsonWithKeysWithoutEnd) {
    std::string text = "[{\"document\": \"a\"";
    for (int i = 0; i < 200; ++i) text += ", \"k" + std::to_string(i) + "\": \"\"";
    const auto grid = read_grid(text + "}]", TableFormat::json);
    ASSERT_FALSE(grid.has_value());
    EXPECT_THAT(grid.error().message(), HasSubstr("more than 100 different keys"));
    EXPECT_FALSE(read_grid(std::string(1'000'000, '['), TableFormat::json).has_value());
}

TEST(ReadGrid, FindsKeysThatAreThereTwice) {
    const auto grid =
        read_grid(R"([{"document": "a", "title": "b", "title": "c"}])", TableFormat::json);
    ASSERT_TRUE(grid.has_value());
    ASSERT_THAT(grid->findings, SizeIs(1));
    EXPECT_EQ(grid->findings.front().at, "pointer /0/title");
}

TEST(ReadGrid, GivesJsonPlaces) {
    const auto grid = read_grid(R"([{"document": "a", "title": "b"}])", TableFormat::json);
    ASSERT_TRUE(grid.has_value());
    EXPECT_EQ(grid->rows[1][1].at, "pointer /0/title");
}

}  // namespace
}  // namespace solander::table
