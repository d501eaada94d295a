// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gtest/gtest.h>

#include <solander/entry_path.h>

namespace solander {
namespace {

struct Refused {
    std::string name;
    std::string path;
    std::string rule;  ///< Part of the message.
};

void PrintTo(const Refused& row, std::ostream* out) {
    *out << row.name;
}

class EntryPathRefuses : public testing::TestWithParam<Refused> {};

TEST_P(EntryPathRefuses, NamingTheRuleAndASafeForm) {
    const auto path = EntryPath::parse(GetParam().path);
    ASSERT_FALSE(path.has_value());
    EXPECT_NE(path.error().message().find(GetParam().rule), std::string::npos)
        << path.error().message();
    const std::string safe = EntryPath::safe_form(GetParam().path);
    EXPECT_TRUE(EntryPath::parse(safe).has_value()) << safe;
}

std::string row_name(const testing::TestParamInfo<Refused>& row) {
    return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Paths, EntryPathRefuses,
    testing::Values(
        Refused{"Empty", "", "empty component"},
        Refused{"Absolute", "/etc/passwd", "empty component"},
        Refused{"Doubled", "a//b", "empty component"}, Refused{"Trailing", "a/", "empty component"},
        Refused{"Parent", "a/../../b", "'.' and '..'"}, Refused{"Here", "./a", "'.' and '..'"},
        Refused{"Backslash", "a\\..\\b", "'\\'"}, Refused{"Drive", "C:x", "':'"},
        Refused{"Percent", "a%0Ab", "'%'"}, Refused{"Star", "a*", "'*'"},
        Refused{"Question", "what?", "'?'"}, Refused{"Pipe", "a|b", "'|'"},
        Refused{"Quote", "\"a\"", "'\"'"}, Refused{"Less", "<a", "'<'"},
        Refused{"Nul", std::string("a\0b", 3), "U+0000"}, Refused{"Escape", "a\x1b[0m", "U+001B"},
        Refused{"LineFeed", "a\nb", "U+000A"},
        Refused{"C1",
                "a\xC2\x85"
                "b",
                "U+0085"},
        Refused{"Override", "a\u202Eb", "U+202E"}, Refused{"ZeroWidth", "a\u200Bb", "U+200B"},
        Refused{"JoinerInLatin", "pay\u200Dpal", "U+200D"},
        Refused{"JoinerAtEnd", "\u0645\u200C", "U+200C"}, Refused{"Bom", "\uFEFFa", "U+FEFF"},
        Refused{"EndsInBlank", "a ", "white space"},
        Refused{"EndsInNbsp", "a\u00A0", "white space"},
        Refused{"BeginsWithBlank", " a", "white space"}, Refused{"EndsInStop", "a.", "full stop"},
        Refused{"Con", "con", "reserved"}, Refused{"NulTxt", "dir/NUL.txt", "reserved"},
        Refused{"ComSuperscript", "com\u00B9.txt", "reserved"},
        Refused{"LptOne", "LPT1", "reserved"}, Refused{"Nfd", "e\u0301", "form C"},
        Refused{"BadUtf8", "a\xFF", "UTF-8"}, Refused{"Surrogate", "a\xED\xA0\x80", "UTF-8"},
        Refused{"LongName", std::string(256, 'x'), "255 bytes"},
        Refused{"LongPath", std::string(2000, 'x').replace(200, 1, "/"), "255 bytes"}),
    row_name);

TEST(EntryPath, TakesWhatPeopleNameTheirFiles) {
    for (const std::string path : {"a", "letter/scan 1.pdf", "Zażółć gęślą.txt", ".hidden", "...x",
                                   "console.txt", "com10", "漢字/かな.tif", "a'b(c)[d]&e,f;g=h",
                                   "\u0645\u06CC\u200C\u0631\u0648\u0645", "~user", "$HOME"})
        EXPECT_TRUE(EntryPath::parse(path).has_value()) << path;
}

TEST(EntryPath, CollidesAcrossCaseAndNormalisation) {
    const auto key = [](std::string_view path) { return EntryPath::parse(path)->collision_key(); };
    EXPECT_EQ(key("README"), key("readme"));
    EXPECT_EQ(key("Straße"), key("STRASSE"));
    EXPECT_NE(key("a/b"), key("ab"));
}

TEST(EntryPath, HasASafeFormForAnything) {
    for (const std::string path : {"", "/", "..", "../..", "\xFF\xFE", "   ", "con", "a\\b", "...",
                                   "\u200D", std::string("\0", 1).c_str()})
        EXPECT_TRUE(EntryPath::parse(EntryPath::safe_form(path)).has_value()) << path;
    EXPECT_EQ(EntryPath::safe_form("what?.txt"), "what_.txt");
    EXPECT_EQ(EntryPath::safe_form("../x"), "x");
}

}  // namespace
}  // namespace solander
