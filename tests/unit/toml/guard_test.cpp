// SPDX-License-Identifier: Apache-2.0
#include "toml/guard.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::toml {
namespace {

struct Guarded {
    const char* name;
    std::string text;
    bool fits = true;
};
void PrintTo(const Guarded& c, std::ostream* out) {
    *out << c.name;
}
std::string guarded_name(const testing::TestParamInfo<Guarded>& test) {
    return test.param.name;
}

class TomlGuard : public testing::TestWithParam<Guarded> {};

TEST_P(TomlGuard, CountsWhatIsNoPartOfWords) {
    const auto checked = check(GetParam().text, {.values = 4, .names = 2});
    EXPECT_EQ(checked.has_value(), GetParam().fits);
}

INSTANTIATE_TEST_SUITE_P(
    All, TomlGuard,
    testing::Values(
        Guarded{"Nothing", ""}, Guarded{"FourValues", "[[a]]\nb=1\nc=1\n"},
        Guarded{"FiveValues", "[[a]]\nb=1\nc=1\nd=1", false},
        Guarded{"Array", "a=[1,2,3,4]", false}, Guarded{"TwoNames", "a.b=1"},
        Guarded{"ThreeNames", "a.b.c=1", false}, Guarded{"TwoNamesEach", "a.b=1\nb.c=1\n"},
        Guarded{"Words", "a=\"....,,,,,\"\n"},
        Guarded{"WordsWithAQuotationMark", "a=\"\\\"..,,,,,\"\n"},
        Guarded{"BehindWords", "a=\"\\\\\".a.b.c", false},
        Guarded{"LiteralWords", "a='\\'.b.c.d", false},
        Guarded{"Lines", "a=\"\"\"..\n\"..\"\",,,,,\"\"\"\n"},
        Guarded{"LinesThatEndInQuotationMarks", "a=\"\"\"b\"\"\"\"\"\nb.c.d.e=\"\"", false},
        Guarded{"LiteralLines", "a='''..\n',,,,,\\'''\n"},
        Guarded{"BehindLines", "a='''b'''\nb.c.d.e=1", false},
        Guarded{"EmptyWords", "a=\"\"\nb.c.d.e=\"\"", false},
        Guarded{"WordsWithoutEnd", "a=\"b\nb.c.d.e=\"\"", false},
        Guarded{"LinesWithoutEnd", "a=\"\"\"b\nb.c.d.e,,,,"},
        Guarded{"Comment", "# a.b.c.d,,,,,\na=1"}, Guarded{"CommentAtTheEnd", "# a.b.c.d"},
        Guarded{"BehindAComment", "# \"\na.b.c.d=1", false},
        Guarded{"LettersInWords", "a=\"é\"\nb='é'\nc=\"\"\"\né\"\"\"\n"},
        Guarded{"LettersInAComment", "# é\na=1"}, Guarded{"LettersInAKey", "é=1", false},
        Guarded{"LettersOutside", "a=é", false}, Guarded{"LettersBehindWords", "a=\"é\"é", false},
        Guarded{"WordsInAWord", "a=b'c'", false},
        Guarded{"WordsBehindWords", "a=\"b\"\"c\"", false},
        Guarded{"KeysInWords", "\"a\".'b'=[\"c\",'d']\n"},
        Guarded{"LetterAfterABackslash", "a=\"\\é\"", false},
        Guarded{"LetterAfterABackslashInLines", "a=\"\"\"\\é\"\"\"", false},
        Guarded{"LetterAfterALineTakenOut", "a=\"\"\"b\\ \n \n é\"\"\""},
        Guarded{"MarkAsAnEscape", "a=\"\\u0060\"", false},
        Guarded{"MarkAsALongEscape", "a=\"\\U00000060\"", false},
        Guarded{"MarkBehindABackslash", "a=\"\\\\u0060\""},
        Guarded{"WordsAfterALineTakenOut", "a=\"\"\"b\\ \r\n  c é\"\"\""},
        Guarded{"LetterAfterALiteralBackslash", "a='\\é'"}, Guarded{"BackslashAtTheEnd", "a=\"\\"}),
    guarded_name);

}  // namespace
}  // namespace solander::toml
