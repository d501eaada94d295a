// SPDX-License-Identifier: Apache-2.0
#include "table/toml_table.h"

#include <array>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::table {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

RecordTable one_cell(const std::string& words) {
    return {{"document", "title"}, {{"a.txt", words}}};
}

std::vector<std::vector<std::string>> texts_of(const Grid& grid) {
    std::vector<std::vector<std::string>> texts;
    for (const GridRow& row : grid.rows) {
        texts.emplace_back();
        for (const GridCell& cell : row) texts.back().push_back(cell.text);
    }
    return texts;
}

std::vector<std::vector<std::string>> texts_of(const RecordTable& table) {
    auto texts = table.rows;
    texts.insert(texts.begin(), table.header);
    return texts;
}

// ---- writing

struct Written {
    const char* name;
    std::string words;
    std::string toml;
};
void PrintTo(const Written& c, std::ostream* out) {
    *out << c.name;
}
std::string written_name(const testing::TestParamInfo<Written>& test) {
    return test.param.name;
}

class WriteToml : public testing::TestWithParam<Written> {};

TEST_P(WriteToml, PutsWordsSoThatAPersonReadsThem) {
    const std::string text = write_toml(one_cell(GetParam().words));
    EXPECT_EQ(text, "[[document]]\ndocument = \"a.txt\"\ntitle = " + GetParam().toml + "\n");
    const auto grid = read_toml(text);
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    EXPECT_EQ(texts_of(*grid)[1][1], GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    All, WriteToml,
    testing::Values(Written{"Nothing", "", R"("")"}, Written{"Words", "Přítel é", R"("Přítel é")"},
                    Written{"QuotationMarks", "\"A\" said 'b'", R"("\"A\" said 'b'")"},
                    Written{"Backslash", "one\\|two", R"("one\\|two")"},
                    Written{"Lines", "one\ntwo\n\nfour", "\"\"\"\none\ntwo\n\nfour\"\"\""},
                    Written{"FirstLineEmpty", "\none", "\"\"\"\n\none\"\"\""},
                    Written{"LastLineEmpty", "one\n", "\"\"\"\none\n\"\"\""},
                    Written{"LinesWithQuotationMarks", "\"one\"\n\"\"\"two\"",
                            "\"\"\"\n\"one\"\n\\\"\\\"\"two\\\"\"\"\""},
                    Written{"LinesWithABackslash", "one\\\n  two", "\"\"\"\none\\\\\n  two\"\"\""},
                    Written{"BlankThatAnEditorRemoves", "one \ntwo", R"("one \ntwo")"},
                    Written{"CarriageReturn", "one\r\ntwo", R"("one\r\ntwo")"},
                    Written{"Tab", "one\ttwo", R"("one\ttwo")"},
                    Written{"ControlCharacter", std::string("\f\x7F\0", 3),
                            R"("\u000C\u007F\u0000")"}),
    written_name);

TEST(WriteTomlTable, PutsABlankLineBetweenDocumentsAndOddNamesInQuotationMarks) {
    EXPECT_EQ(write_toml({{"document", "odd name"}, {{"a", "1"}, {"b", ""}}}),
              "[[document]]\ndocument = \"a\"\n\"odd name\" = \"1\"\n\n"
              "[[document]]\ndocument = \"b\"\n\"odd name\" = \"\"\n");
}

/// Words that are hard to carry: what TOML, its strings or its line ends give a meaning.
std::string awkward_words(std::mt19937& random) {
    static constexpr std::array<std::string_view, 24> kParts = {"`",
                                                                "`e9",
                                                                "\"",
                                                                "\"\"\"",
                                                                "'",
                                                                "'''",
                                                                "\\",
                                                                "\\n",
                                                                "\n",
                                                                "\r",
                                                                "\r\n",
                                                                "\t",
                                                                " ",
                                                                "#",
                                                                "=",
                                                                "]]",
                                                                "[[document]]",
                                                                "a",
                                                                "é",
                                                                "\xE2\x80\xA8",
                                                                "\xC2\x85",
                                                                "\xF0\x9F\x93\x9C",
                                                                "\x01",
                                                                "\x7F"};
    std::string words;
    for (auto count = random() % 12; count > 0; --count)
        words += kParts.at(random() % kParts.size());
    return words;
}

TEST(Toml, GivesBackWhateverWasWritten) {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        std::mt19937 random(seed);
        RecordTable table{{"document", "title", "odd \"\n name"}, {}};
        for (auto rows = 1 + random() % 3; rows > 0; --rows)
            table.rows.push_back(
                {awkward_words(random), awkward_words(random), awkward_words(random)});
        const auto grid = read_toml(write_toml(table));
        ASSERT_TRUE(grid.has_value()) << "seed " << seed << ": " << grid.error().message();
        ASSERT_EQ(texts_of(*grid), texts_of(table)) << "seed " << seed;
        ASSERT_THAT(grid->findings, IsEmpty()) << "seed " << seed;
    }
}

// ---- reading

TEST(ReadToml, SaysOnWhichLinesAValueStands) {
    const auto grid = read_toml(
        "# Letters\n[[document]]\ndocument = 'a.txt'\ntitle = \"\"\"\none\ntwo\"\"\"\n\n"
        "[[document]]\nsource = \"Box 3\"\ndocument = \"b.txt\"\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    ASSERT_THAT(grid->rows, SizeIs(3));
    EXPECT_EQ(texts_of(*grid)[0], (std::vector<std::string>{"document", "title", "source"}));
    EXPECT_EQ(texts_of(*grid)[1], (std::vector<std::string>{"a.txt", "one\ntwo", ""}));
    EXPECT_EQ(texts_of(*grid)[2], (std::vector<std::string>{"b.txt", "", "Box 3"}));
    EXPECT_EQ(grid->rows[0][2].at, "line 9");
    EXPECT_EQ(grid->rows[1][0].at, "line 3");
    EXPECT_EQ(grid->rows[1][1].at, "lines 4-6");
    EXPECT_EQ(grid->rows[1][2].at, "line 2") << "of what is not there, where its document begins";
}

TEST(ReadToml, TakesLettersBeyondAsciiWhereverTheyMayStand) {
    const auto grid = read_toml(
        "\xEF\xBB\xBF# é `\n[[document]]\n'é' = '`é`'\nb = \"\\u00e9`\"\n"
        "c = \"\"\"\none \\\n   étwo\"\"\"\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    EXPECT_EQ(texts_of(*grid)[0], (std::vector<std::string>{"é", "b", "c"}));
    EXPECT_EQ(texts_of(*grid)[1], (std::vector<std::string>{"`é`", "é`", "one étwo"}));
}

TEST(ReadToml, CountsCharactersUpToAColumn) {
    const auto grid = read_toml("document = [{ 'é`' = \"é`\", b = 1 }]\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    ASSERT_THAT(grid->findings, SizeIs(1));
    EXPECT_EQ(grid->findings[0].at, "line 1, column 32");
}

TEST(ReadToml, TakesLineEndsOfEverySystem) {
    const auto grid = read_toml("[[document]]\r\ndocument = \"\"\"\r\none\r\ntwo\"\"\"\r\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    EXPECT_EQ(texts_of(*grid)[1][0], "one\ntwo");
}

struct NoText {
    const char* name;
    std::string value;
    std::string words;  ///< That the cell has all the same.
    std::string says;
};
void PrintTo(const NoText& c, std::ostream* out) {
    *out << c.name;
}
std::string no_text_name(const testing::TestParamInfo<NoText>& test) {
    return test.param.name;
}

class ReadTomlValue : public testing::TestWithParam<NoText> {};

TEST_P(ReadTomlValue, IsFoundWhereItIsNoText) {
    const auto grid = read_toml("[[document]]\n\"é\" = \"\"\nx = " + GetParam().value + " # x\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    ASSERT_THAT(grid->findings, SizeIs(1));
    EXPECT_EQ(grid->findings[0].code, "table.not-text");
    EXPECT_EQ(grid->findings[0].at, "line 3, column 5");
    EXPECT_THAT(grid->findings[0].words, HasSubstr(GetParam().says));
    EXPECT_EQ(texts_of(*grid)[1][1], GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    All, ReadTomlValue,
    testing::Values(
        NoText{"Number", "117", "117", "'x' is a number; put it in quotation marks: x = \"117\""},
        NoText{"Fraction", "1.50", "1.50", "x = \"1.50\""},
        NoText{"Hexadecimal", "0x1F", "0x1F", "x = \"0x1F\""},
        NoText{"Date", "1963-11-25", "1963-11-25",
               "'x' is a date or a time; put it in quotation "
               "marks: x = \"1963-11-25\""},
        NoText{"Time", "07:30:00", "07:30:00", "x = \"07:30:00\""},
        NoText{"TrueOrFalse", "true", "true", "'x' is true or false; put it in quotation marks"},
        NoText{"Array", "[\"é\",\n  \"two\"]", "[\"é\",\n  \"two\"]",
               "'x' is an array; write one text, with | between the values: x = \"one|two\""},
        NoText{"Table", "{ y = \"z\" }", "{ y = \"z\" }",
               "'x' is a table; a document has nothing but texts"}),
    no_text_name);

TEST(ReadToml, FindsTablesWithinADocument) {
    const auto grid = read_toml("[[document]]\ntitle.main = \"a\"\n[document.agents]\nx = \"b\"\n");
    ASSERT_TRUE(grid.has_value()) << grid.error().message();
    ASSERT_THAT(grid->findings, SizeIs(2));
    EXPECT_THAT(grid->findings[0].words, HasSubstr("'title' is a table"));
    EXPECT_THAT(grid->findings[1].words, HasSubstr("'agents' is a table"));
    EXPECT_EQ(grid->findings[1].at, "line 3, column 1");
}

struct Refused {
    const char* name;
    std::string text;
    std::string says;
    ErrorCode code = ErrorCode::format;
};
void PrintTo(const Refused& c, std::ostream* out) {
    *out << c.name;
}
std::string refused_name(const testing::TestParamInfo<Refused>& test) {
    return test.param.name;
}

class RefusedToml : public testing::TestWithParam<Refused> {};

TEST_P(RefusedToml, SaysWhereAndWhatToDo) {
    const auto grid = read_toml(GetParam().text);
    ASSERT_FALSE(grid.has_value());
    EXPECT_EQ(grid.error().code(), GetParam().code);
    EXPECT_THAT(grid.error().message(), HasSubstr(GetParam().says));
}

std::string repeated(std::string_view what, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += what;
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedToml,
    testing::Values(
        Refused{"Empty", "", "no TOML with a table [[document]] for each document"},
        Refused{"NoDocuments", "document = []\n", "no TOML with a table [[document]]"},
        Refused{"KeyInFront", "title = \"a\"\n[[document]]\n",
                "line 1, column 1: 'title' is outside of any document; each begins with a line "
                "[[document]]"},
        Refused{"AnotherTable", "[[document]]\n[[documents]]\n",
                "line 2, column 3: 'documents' is outside of any document"},
        Refused{"OnePairOfBrackets", "[document]\ntitle = \"a\"\n",
                "line 1, column 2: a document begins with a line [[document]], in two pairs"},
        Refused{"DocumentOfText", "document = \"a\"\n", "line 1, column 1: a document begins"},
        Refused{"DocumentsOfText", "document = [{ title = \"a\" }, \"b\"]\n",
                "line 1, column 30: a text is no document"},
        Refused{"DocumentsOfNumbers", "document = [1]\n", "line 1, column 13: a number is no"},
        Refused{"KeyTwice", "[[document]]\ntitle = \"a\"\ntitle = \"b\"\n",
                "line 3, column 9: the text is not well-formed TOML: key-value pair: cannot "
                "redefine existing string 'title'; a document has each name once"},
        Refused{"LettersWithoutQuotationMarks", "[[document]]\ntitle = Přítel\n",
                "line 2, column 10: 'ř' stands outside of quotation marks; every value has them"},
        Refused{"WordsWithoutQuotationMarks", "[[document]]\ntitle = Letter\n",
                "every value stands in quotation marks"},
        Refused{"BackslashAlone", "[[document]]\ntitle = \"C:\\Papers\"\n",
                "has a \\ before each \" and \\ that is part of the words"},
        Refused{"OpenQuotationMark", "[[document]]\ntitle = \"Letter\n", "line 2, column "},
        Refused{"Json", "[{\"document\": \"a\"}]\n", "line 1, column 2: the text is not"},
        Refused{"KeyOfTooManyNames", "[[document]]\n" + repeated("a.", 100'000) + "a = \"\"\n",
                "line 2, column 32: a key has more than 16 names", ErrorCode::limit},
        Refused{"TableOfTooManyNames", "[" + repeated("a .", 100'000) + "a]\n",
                "line 1, column 49: a key has more than 16 names", ErrorCode::limit},
        Refused{"NestedTooDeeply", "document = " + repeated("[", 100'000),
                "exceeded maximum nested value depth of 16"},
        Refused{"TooManyFindings", repeated("[[document]]\nx = 1\n", 100),
                "line 199: 100 values up to here are no text"},
        Refused{"TooManyKeys",
                [] {
                    std::string text = "[[document]]\n";
                    for (int i = 0; i < 200; ++i) text += "k" + std::to_string(i) + " = \"\"\n";
                    return text;
                }(),
                "more than 100 different keys"}),
    refused_name);

}  // namespace
}  // namespace solander::table
