// SPDX-License-Identifier: Apache-2.0
#include "base/glob.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::base {
namespace {

struct GlobCase {
    const char* name;
    std::string path;
    std::string pattern;
    bool fits = true;
};
void PrintTo(const GlobCase& one, std::ostream* out) {
    *out << one.name;
}
std::string glob_name(const testing::TestParamInfo<GlobCase>& test) {
    return test.param.name;
}

class Glob : public testing::TestWithParam<GlobCase> {};

TEST_P(Glob, Fits) {
    EXPECT_EQ(fits_glob(GetParam().path, GetParam().pattern), GetParam().fits);
}

std::string repeated(std::string_view what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    All, Glob,
    testing::Values(
        GlobCase{"Itself", "a/b.txt", "a/b.txt"}, GlobCase{"Another", "a/b.txt", "a/c.txt", false},
        GlobCase{"OtherCase", "a/B.txt", "a/b.txt", false},
        GlobCase{"StartAlone", "a/b.txt", "a", false},
        GlobCase{"EndAlone", "a/b.txt", "b.txt", false}, GlobCase{"Star", "a/b.txt", "a/*"},
        GlobCase{"StarIsOnePart", "a/b/c", "a/*", false},
        GlobCase{"StarMayBeNothing", "a/b", "a/b*"}, GlobCase{"TwoStars", "a/banana", "a/b*n*a"},
        GlobCase{"StarGoesBack", "abcabd", "*abd"}, GlobCase{"StarTooFew", "ab", "a*b*c", false},
        GlobCase{"QuestionMark", "a1.txt", "a?.txt"},
        GlobCase{"QuestionMarkIsOneCharacter", "\u00E9", "?"},
        GlobCase{"QuestionMarkIsNoSlash", "a/b", "a?b", false},
        GlobCase{"QuestionMarkIsNotNothing", "a", "a?", false},
        GlobCase{"AllBelow", "mirror/a/b.txt", "mirror/**"},
        GlobCase{"AllBelowIsNotBeside", "mirrors/a", "mirror/**", false},
        GlobCase{"DirectlyBelow", "mirror/a", "mirror/**"},
        GlobCase{"AnyDepth", "x/y/a.txt", "**/a.txt"}, GlobCase{"NoDepth", "a.txt", "**/a.txt"},
        GlobCase{"Between", "x/1/2/a.txt", "x/**/a.txt"},
        GlobCase{"NothingBetween", "x/a.txt", "x/**/a.txt"},
        GlobCase{"TwoBetween", "x/1/y/2/3/z", "x/**/y/**/z"},
        GlobCase{"DoubleStarGoesBack", "a/b/a/c", "**/a/c"},
        GlobCase{"DoubleStarWithinAPart", "a/bc/d", "a/b**/d"},
        GlobCase{"DoubleStarWithinAPartIsOnePart", "a/b/c/d", "a/b**/d", false},
        GlobCase{"Everything", "a/b", "**"}, GlobCase{"NothingForNothing", "", ""},
        GlobCase{"EverythingOfNothing", "", "**"}, GlobCase{"NothingForSomething", "a", "", false},
        GlobCase{"BracketsAreThemselves", "[a]", "[a]"}, GlobCase{"NoClasses", "a", "[a]", false},
        GlobCase{"ManyStarsEnd", repeated("a", 20'000), repeated("*a", 2'000) + "b", false},
        GlobCase{"ManyDoubleStarsEnd", repeated("a/", 2'000) + "b", repeated("**/a/", 200) + "c",
                 false}),
    glob_name);

}  // namespace
}  // namespace solander::base
