// SPDX-License-Identifier: Apache-2.0
#include "metadata/csv.h"

#include <ostream>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Table read(std::string_view text) {
    auto table = read_csv(text);
    if (!table) throw std::runtime_error(table.error().message());
    return *std::move(table);
}

/// `[a|b][c|d]`: cells between bars, rows in brackets, the headings not among them.
std::string words_of(const Table& table) {
    std::string all;
    for (const Row& row : table.rows) {
        all += '[';
        for (const Cell& cell : row.cells) all += (cell.column == 1 ? "" : "|") + cell.text;
        all += ']';
    }
    return all;
}

/// `table.ragged-row@cell A2 …`
std::string codes_of(const std::vector<Remark>& remarks) {
    std::string all;
    for (const Remark& remark : remarks)
        all += (all.empty() ? "" : " ") + remark.code + "@" + remark.at;
    return all;
}

struct CsvCase {
    std::string name;
    std::string text;
    std::string words;
    std::string remarks;
};
void PrintTo(const CsvCase& c, std::ostream* out) {
    *out << c.name;
}
std::string csv_case_name(const testing::TestParamInfo<CsvCase>& info) {
    return info.param.name;
}

class Csv : public testing::TestWithParam<CsvCase> {};

TEST_P(Csv, KeepsEveryWordAndSaysWhatIsOdd) {
    const auto& c = GetParam();
    const auto table = read(c.text);
    EXPECT_EQ(words_of(table), c.words);
    EXPECT_EQ(codes_of(table.remarks), c.remarks);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Tables, Csv, testing::Values(
    CsvCase{"Plain", "h,i\na,b\n", "[a|b]", ""},
    CsvCase{"NoLastLineEnd", "h,i\na,b", "[a|b]", ""},
    CsvCase{"HeadOnly", "h,i", "", ""},
    CsvCase{"ByteOrderMark", "\uFEFFh,i\na,b\n", "[a|b]", ""},
    CsvCase{"EmptyCells", "h,i\n,b\na,\n", "[|b][a|]", ""},
    CsvCase{"Quoted", "h,i\n\"a,\"\"x\"\"\",b\n", "[a,\"x\"|b]", ""},
    CsvCase{"QuotedEmpty", "h,i\n\"\",b\n", "[|b]", ""},
    CsvCase{"LineEndsInside", "h,i\n\"a\r\nx\",b\n", "[a\r\nx|b]", ""},
    CsvCase{"CarriageReturns", "h,i\ra,b\r", "[a|b]", ""},
    CsvCase{"MixedLineEnds", "h,i\r\na,b\nc,d\re,f", "[a|b][c|d][e|f]", "table.line-ends@line 2"},
    CsvCase{"Semicolon", "h;i;j,k\na;b;c,d\n", "[a|b|c,d]", "table.delimiter@cell A1"},
    CsvCase{"CommaIfInDoubtWithARemark", "h;i,j\na;b,c\n", "[a;b|c]", "table.delimiter@cell A1"},
    CsvCase{"Tab", "h\ti\na\tb\n", "[a|b]", "table.delimiter@cell A1"},
    CsvCase{"Bar", "h|i\na|b\n", "[a|b]", "table.delimiter@cell A1"},
    CsvCase{"DelimitersInQuotesDoNotCount", "\"h;;;;\",i\na,b\n", "[a|b]", ""},
    CsvCase{"BarsInValuesDoNotCount", "h,i\na|x|y|z,b\n", "[a|x|y|z|b]", ""},
    CsvCase{"Short", "h,i\na\n", "[a]", "table.ragged-row@cell A2"},
    CsvCase{"Long", "h,i\na,b,c\n", "[a|b|c]", "table.ragged-row@cell C2"},
    CsvCase{"BlankLines", "\nh,i\n\n\na,b\n\n", "[a|b]", ""},
    CsvCase{"BlankRows", "h,i\n,\n,\na,b\n", "[a|b]", "table.blank-row@cell A2"},
    CsvCase{"WhiteSpaceOnly", "h,i\na,  \n", "[a|]", "table.blank-cell@cell B2"},
    CsvCase{"NoBreakSpaceOnly", "h,i\na,\u00A0\n", "[a|]", "table.blank-cell@cell B2"},
    CsvCase{"OuterBlanks", "h,i\na , b\n", "[a|b]", "table.outer-blanks@cell A2 table.outer-blanks@cell B2"},
    CsvCase{"OuterLineEnd", "h,i\n\"a\n\",b\n", "[a|b]", "table.outer-blanks@cell A2"},
    CsvCase{"BlankBehindQuotes", "h,i\n\"a, x\" ,b\n", "[a, x|b]", "table.outer-blanks@cell A2"},
    CsvCase{"OncePerColumn", "h,i\na ,b\nc ,d\n", "[a|b][c|d]", "table.outer-blanks@cell A2"},
    CsvCase{"WordsBehindQuotes", "h,i\n\"a\" x,b\n", "[\"a\" x|b]", "table.stray-quote@cell A2"},
    CsvCase{"QuoteInside", "h,i\n5\" disk,b\n", "[5\" disk|b]", "table.stray-quote@cell A2"},
    CsvCase{"QuoteBehindBlank", "h,i\n \"a\",b\n", "[\"a\"|b]", "table.stray-quote@cell A2 table.outer-blanks@cell A2"},
    CsvCase{"Unclosed", "h,i\na,\"b\nc,d\n", "[a|b\nc,d]", "table.unclosed-quote@cell B2 table.outer-blanks@cell B2"},
    CsvCase{"UnclosedAtOnce", "h,i\na,\"", "[a|]", "table.unclosed-quote@cell B2"},
    CsvCase{"Nul", "h,i\na\0x,b\n"s, "[a\0x|b]"s, "table.nul@cell A2"},
    CsvCase{"BlankHeading", "h,,\na,b,\n", "[a|b|]", "table.blank-header@cell B1"}
), csv_case_name);
// clang-format on

TEST(CsvPlaces, CountRowsAsASpreadsheetDoesAndLinesAsAnEditorDoes) {
    const auto table = read("h,i\n\"a\nx\",b\n\nc,d\n");
    const Cell& last = table.rows.back().cells.back();
    EXPECT_EQ(last.place(), "cell B4");
    EXPECT_EQ(last.line, 5u);
    EXPECT_EQ(table.rows.front().cells.back().line, 3u);
}

TEST(CsvPlaces, HaveNamesBeyondZ) {
    std::string text = "h";
    for (int i = 1; i < 800; ++i) text += ",h";
    const auto table = read(text);
    EXPECT_EQ(table.head.cells[25].place(), "cell Z1");
    EXPECT_EQ(table.head.cells[26].place(), "cell AA1");
    EXPECT_EQ(table.head.cells[701].place(), "cell ZZ1");
    EXPECT_EQ(table.head.cells[702].place(), "cell AAA1");
}

TEST(CsvRemarks, CountWhatAColumnRepeats) {
    const auto table = read("h,i\na ,b\nc ,d\ne ,f\n");
    ASSERT_THAT(table.remarks, SizeIs(1));
    EXPECT_THAT(table.remarks.front().words, HasSubstr("2 more cells of the column"));
}

TEST(CsvRemarks, SayOneMoreOfOne) {
    const auto table = read("h,i\na ,b\nc ,d\n");
    ASSERT_THAT(table.remarks, SizeIs(1));
    EXPECT_TRUE(table.remarks.front().words.ends_with("; so it is with 1 more cell of the column"))
        << table.remarks.front().words;
}

TEST(CsvRemarks, NameTwentyRaggedRowsAndCountTheOthers) {
    std::string text = "h,i\n";
    for (int i = 0; i < 100; ++i) text += "a\n";
    const auto table = read(text);
    ASSERT_THAT(table.remarks, SizeIs(20));
    EXPECT_THAT(table.remarks.back().words, HasSubstr("80 more rows"));
}

TEST(CsvHeadings, AreOnOneLine) {
    const auto table = read("\"Date\nof issue\",i\na,b\n");
    EXPECT_EQ(table.heading(1), "Date of issue");
    EXPECT_EQ(table.heading(2), "i");
    EXPECT_EQ(table.heading(3), "");
    EXPECT_THAT(csv_headings("\nh;i\na;b"), ElementsAre("h", "i"));
    EXPECT_THAT(csv_headings(""), IsEmpty());
}

TEST(CsvHeadings, ThatAreRepeatedAreFound) {
    EXPECT_EQ(codes_of(repeated_headings(read("h,i,H\na,b,c\n"))), "table.repeated-header@cell C1");
    EXPECT_THAT(repeated_headings(read("h,,\n")), IsEmpty());
}

struct LimitCase {
    std::string name;
    std::string text;
    std::string message;
};
void PrintTo(const LimitCase& c, std::ostream* out) {
    *out << c.name;
}
std::string limit_case_name(const testing::TestParamInfo<LimitCase>& info) {
    return info.param.name;
}

class CsvLimit : public testing::TestWithParam<LimitCase> {};

TEST_P(CsvLimit, IsAnErrorThatSaysWhich) {
    const auto table = read_csv(GetParam().text, {.cell_bytes = 4, .columns = 3, .cells = 6});
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code(), ErrorCode::limit);
    EXPECT_THAT(table.error().message(), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Limits, CsvLimit,
    testing::Values(LimitCase{"Cell", "h,i\na,12345\n", "cell B2 has more than 4 bytes"},
                    LimitCase{"Columns", "h\na,b,c,d\n", "row 2 has more than 3 cells"},
                    LimitCase{"Cells", "h\na\na\na\na\na\na\n", "more than 6 cells"}),
    limit_case_name);

TEST(CsvText, WithoutWordsIsNoTable) {
    const auto table = read_csv("\n , \n\n");
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code(), ErrorCode::format);
}

}  // namespace
}  // namespace solander::metadata
