// SPDX-License-Identifier: Apache-2.0
#include "base/escape.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::base {
namespace {

struct Row {
    std::string name;
    std::string text;
    std::string one_line;
    std::string lines = {};  ///< If it is another than in one line.
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}
std::string row_name(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

class Escaped : public testing::TestWithParam<Row> {};

TEST_P(Escaped, IsFitForATerminalAndALog) {
    const Row& row = GetParam();
    EXPECT_EQ(printable(row.text), row.one_line);
    EXPECT_EQ(printable_lines(row.text), row.lines.empty() ? row.one_line : row.lines);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Escaped,
    testing::Values(
        Row{"Plain", "Příloha č. 1", "Příloha č. 1"}, Row{"Nothing", "", ""},
        Row{"Escape", "a\x1b[31mz", "a\\u{1B}[31mz"}, Row{"Bell", "a\az", "a\\u{7}z"},
        Row{"Backspace", "a\bz", "a\\u{8}z"}, Row{"Delete", "a\x7fz", "a\\u{7F}z"},
        Row{"Nul", std::string("a\0z", 3), "a\\u{0}z"},
        Row{"EightBitControl", "a\u009Bz", "a\\u{9B}z"},
        Row{"CarriageReturn", "good\revil", "good\\u{D}evil"}, Row{"Tab", "a\tz", "a\\tz"},
        Row{"LineFeed", "a\nz", "a\\nz", "a\nz"},
        Row{"RightToLeftOverride", "a\u202Ez", "a\\u{202E}z"},
        Row{"Isolate", "a\u2066z", "a\\u{2066}z"}, Row{"ZeroWidthSpace", "a\u200Bz", "a\\u{200B}z"},
        Row{"LineSeparator", "a\u2028z", "a\\u{2028}z"},
        Row{"ParagraphSeparator", "a\u2029z", "a\\u{2029}z"},
        Row{"ByteOrderMark", "\uFEFFz", "\\u{FEFF}z"},
        Row{"HangulFiller", "a\u3164z", "a\\u{3164}z"}, Row{"BadByte", "a\xffz", "a\\xFFz"},
        // ---- what a CI system would obey
        Row{"Command", "::error::x", "\\u{3A}:error::x"},
        Row{"CommandBehindBlanks", " \u00A0::error::x", " \u00A0\\u{3A}:error::x"},
        Row{"CommandOnAnotherLine", "a\n ::error::x", "a\\n ::error::x", "a\n \\u{3A}:error::x"},
        Row{"NoCommandInTheMiddle", "std::string", "std::string"},
        Row{"NoCommandBehindABadByte", "\xff::x", "\\xFF::x"},
        Row{"OldCommand", "a ##[error]x", "a \\u{23}#[error]x"},
        Row{"CommandOfAnotherCi", "##vso[task.x]y", "\\u{23}#vso[task.x]y"},
        Row{"CommandInLargeLetters", "##Vso[task.x]y", "\\u{23}#Vso[task.x]y"},
        Row{"NoCommandInAHeading", "## Title [x]", "## Title [x]"}),
    row_name);

}  // namespace
}  // namespace solander::base
