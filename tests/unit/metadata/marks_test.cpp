// SPDX-License-Identifier: Apache-2.0
#include "metadata/marks.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

struct MarkCase {
    std::string name;
    std::string body;
    std::string marks;  ///< `line:words;` for each.
};
void PrintTo(const MarkCase& c, std::ostream* out) {
    *out << c.body;
}

std::string mark_case_name(const testing::TestParamInfo<MarkCase>& info) {
    return info.param.name;
}

class Marks : public testing::TestWithParam<MarkCase> {};
TEST_P(Marks, InTheHeadOfABody) {
    const auto lines = split_lines(GetParam().body);
    std::string marks;
    for (const auto& mark : marks_in_head(lines, {0, lines.size()}))
        marks += std::to_string(mark.line + 1) + ":" + std::string(mark.words) + ";";
    EXPECT_EQ(marks, GetParam().marks);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, Marks,
    testing::Values(MarkCase{"InsideALine", "[stamped: 0417 TOP SECRET 46", "1:TOP SECRET;"},
                    MarkCase{"Longest", "STRICTLY CONFIDENTIAL", "1:STRICTLY CONFIDENTIAL;"},
                    MarkCase{"TwoInALine", "SECRET – EYES ONLY", "1:SECRET;1:EYES ONLY;"},
                    MarkCase{"BeforeADash", "CONFIDENTIAL—EXTREMELY URGENT", "1:CONFIDENTIAL;"},
                    MarkCase{"WholeLineInAnyLetters", "Telegram\nTop Secret", "2:Top Secret;"},
                    MarkCase{"OnceEach", "SECRET\nNo. 4\nSECRET", "1:SECRET;"},
                    MarkCase{"OrdinaryWord", "This is no secret to us.", ""},
                    MarkCase{"PartOfAWord", "SECRETARY OF STATE", ""},
                    MarkCase{"Negated", "NON-SECRET", ""},
                    MarkCase{"Declassified", "DECLASSIFIED 1994", ""},
                    MarkCase{"AfterALongLine", std::string(200, 'x') + "\nSECRET", ""},
                    MarkCase{"FarDown", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nSECRET", ""},
                    MarkCase{"NoBody", "", ""}),
    mark_case_name);

}  // namespace
}  // namespace solander::metadata
