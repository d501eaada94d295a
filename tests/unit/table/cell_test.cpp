// SPDX-License-Identifier: Apache-2.0
#include "table/cell.h"

#include <array>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::table {

static void PrintTo(const Value& value, std::ostream* out) {
    *out << static_cast<int>(value.state) << " '" << value.words << "'";
}

namespace {

/// The name of a case in a table.
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

struct CellCase {
    const char* name;
    std::vector<Value> values;
    std::string cell;
};
void PrintTo(const CellCase& c, std::ostream* out) {
    *out << c.name;
}

class Cell : public testing::TestWithParam<CellCase> {};

TEST_P(Cell, IsWrittenAndReadAgain) {
    const auto& [name, values, cell] = GetParam();
    EXPECT_EQ(write_cell(values), cell);
    EXPECT_EQ(read_cell(cell), values);
}

INSTANTIATE_TEST_SUITE_P(
    All, Cell,
    testing::Values(
        CellCase{"NoValue", {}, ""},
        CellCase{"Words", {{State::stated, "Letter to Helena"}}, "Letter to Helena"},
        CellCase{"Several", {{State::stated, "one"}, {State::stated, "two"}}, "one|two"},
        CellCase{"Blank", {{State::blank, ""}}, "[blank]"},
        CellCase{"BlankWithAPlaceholder", {{State::blank, "Ibid."}}, "[blank: Ibid.]"},
        CellCase{"Absent", {{State::absent, ""}}, "[absent]"},
        CellCase{"Unknown", {{State::stated_unknown, "lost in 1944"}}, "[unknown: lost in 1944]"},
        CellCase{"None", {{State::stated_none, "no restrictions"}}, "[none: no restrictions]"},
        CellCase{"Inferred", {{State::inferred, "TOP SECRET"}}, "[inferred] TOP SECRET"},
        CellCase{"LiteralState", {{State::stated, "[blank]"}}, "[[blank]"},
        CellCase{"LiteralStateInTwoBrackets", {{State::stated, "[[blank]"}}, "[[[blank]"},
        CellCase{"LiteralInferred", {{State::stated, "[inferred] x"}}, "[[inferred] x"},
        CellCase{
            "DevisedTitle", {{State::stated, "[Letter to a brother]"}}, "[Letter to a brother]"},
        CellCase{"DevisedTitleInTwoBrackets", {{State::stated, "[[Letter]]"}}, "[[Letter]]"},
        CellCase{"StateInOtherLetters", {{State::stated, "[Blank]"}}, "[Blank]"},
        CellCase{"StateWithABlankInside", {{State::stated, "[ blank]"}}, "[ blank]"},
        CellCase{"Bar", {{State::stated, "a|b"}}, "a\\|b"},
        CellCase{"Backslash", {{State::stated, "C:\\x\\"}}, "C:\\\\x\\\\"},
        CellCase{"Equals", {{State::stated, "=1+1"}}, "'=1+1"},
        CellCase{"Plus", {{State::stated, "+47 22"}}, "'+47 22"},
        CellCase{"Minus", {{State::stated, "-5"}}, "'-5"},
        CellCase{"At", {{State::stated, "@home"}}, "'@home"},
        CellCase{"LiteralGuard", {{State::stated, "'=x"}}, "''=x"},
        CellCase{"ApostropheOfAWord", {{State::stated, "'s Hertogenbosch"}}, "'s Hertogenbosch"},
        CellCase{"FormulaLater", {{State::stated, "a"}, {State::stated, "=b"}}, "a|=b"},
        CellCase{"SeveralLines", {{State::stated, "one\ntwo"}}, "one\ntwo"}),
    named);

TEST(ReadCell, TakesWhatAPersonTypes) {
    const std::vector<Value> two = {{State::stated, "one"}, {State::stated, "two"}};
    EXPECT_EQ(read_cell(" one | two "), two);
    EXPECT_EQ(read_cell("one||two|"), two);
    EXPECT_TRUE(read_cell(" \t").empty());
    EXPECT_EQ(read_cell("a\\b"), (std::vector<Value>{{State::stated, "a\\b"}}));
}

/// Whatever words there are, a cell gives them back.
TEST(Cell, LosesNothing) {
    std::mt19937 random(20261125);
    static constexpr std::array<std::string_view, 16> kPieces = {
        "[",  "]", "blank", "absent", "unknown: ", "none: ", "inferred", "|",
        "\\", "'", "=",     "-",      "x",         " ",      "\n",       "\u00E9"};
    const auto pick = [&random](std::size_t n) -> std::size_t { return random() % n; };
    for (int round = 0; round < 20'000; ++round) {
        std::vector<Value> values;
        for (std::size_t i = pick(4); i > 0; --i) {
            std::string words;
            for (std::size_t n = pick(8); n > 0; --n) words += kPieces.at(pick(kPieces.size()));
            const auto first = words.find_first_not_of(" \t\r\n");
            if (first == std::string::npos) continue;
            words = words.substr(first, words.find_last_not_of(" \t\r\n") - first + 1);
            static constexpr std::array kStates = {State::stated, State::stated_none,
                                                   State::stated_unknown, State::inferred,
                                                   State::blank};
            values.push_back({kStates.at(pick(kStates.size())), words});
        }
        const std::string cell = write_cell(values);
        EXPECT_EQ(read_cell(cell), values) << cell;
        EXPECT_TRUE(cell.find_first_of("=+-@") != 0) << cell;
    }
}

}  // namespace
}  // namespace solander::table
