// SPDX-License-Identifier: Apache-2.0
#include <random>
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
        Refused{"GraphemeJoiner", "pay\u034Fpal", "U+034F"},
        Refused{"HangulFiller", "\u3164", "U+3164"},
        Refused{"SelectorBehindLatin", "pay\uFE0Fpal", "U+FE0F"},
        Refused{"SelectorInFront", "\U000E0100a", "U+E0100"},
        Refused{"TwoSelectors", "\u2764\uFE0F\uFE0F", "U+FE0F"},
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
    for (const std::string path :
         {"a", "letter/scan 1.pdf", "Zażółć gęślą.txt", ".hidden", "...x", "console.txt", "com10",
          "漢字/かな.tif", "a'b(c)[d]&e,f;g=h", "\u0645\u06CC\u200C\u0631\u0648\u0645",
          "\u2764\uFE0F.txt", "\u845B\U000E0100", "~user", "$HOME"})
        EXPECT_TRUE(EntryPath::parse(path).has_value()) << path;
}

TEST(EntryPath, CollidesAcrossCaseAndNormalisation) {
    const auto key = [](std::string_view path) { return EntryPath::parse(path)->collision_key(); };
    EXPECT_EQ(key("README"), key("readme"));
    EXPECT_EQ(key("Straße"), key("STRASSE"));
    EXPECT_NE(key("a/b"), key("ab"));
}

struct Unsafe {
    std::string name;
    std::string path;
    std::string safe;
};

void PrintTo(const Unsafe& row, std::ostream* out) {
    *out << row.name;
}

std::string unsafe_name(const testing::TestParamInfo<Unsafe>& row) {
    return row.param.name;
}

class SafeForm : public testing::TestWithParam<Unsafe> {};

TEST_P(SafeForm, IsWhatParseTakesBelowThePayload) {
    const std::string safe = EntryPath::safe_form(GetParam().path);
    const auto path = EntryPath::parse("data/" + safe);
    ASSERT_TRUE(path.has_value()) << path.error().message();
    if (GetParam().safe != "…") {
        EXPECT_EQ(safe, GetParam().safe);
    }
    EXPECT_EQ(EntryPath::safe_form(safe), safe);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Paths, SafeForm, testing::Values(
    Unsafe{"Question", "what?.txt", "what_.txt"},
    Unsafe{"JoinerBeforeAForbiddenByte", "\u0645\u200C\xFF", "\u0645_"},
    Unsafe{"JoinerBeforeAControl", "\u0645\u200C\u0645\u200D\u0001", "\u0645\u200C\u0645_"},
    Unsafe{"SelectorBehindLatin", "pay\uFE0Fpal", "paypal"},
    Unsafe{"GraphemeJoiner", "pay\u034Fpal", "pay_pal"},
    Unsafe{"JoinerBesideAKelvinSign", "\u0645\u200C\u212A", "\u0645K"},
    Unsafe{"LetterThatComposesOnceTheJoinerIsGone", "e\u200D\u0301", "\u00E9"},
    Unsafe{"ReservedAndTooLong", "con." + std::string(249, 'x') + ".a", "_con." + std::string(248, 'x') + ".a"},
    Unsafe{"CutAtABlank", std::string(254, 'x') + " yy", std::string(254, 'x')},
    Unsafe{"CutAtAStop", std::string(254, 'x') + "." + std::string(20, 'y'), std::string(254, 'x')},
    Unsafe{"CutInACharacter", repeated("\u4E2D", 100), repeated("\u4E2D", 85)},
    Unsafe{"CutBehindAJoiner", repeated("\u0645\u200C", 60), "…"},
    Unsafe{"KeepsTheExtension", std::string(300, 'x') + ".pdf", std::string(251, 'x') + ".pdf"},
    Unsafe{"OnlyContinuationBytes", std::string(300, '\x80'), std::string(255, '_')},
    Unsafe{"PathOf4091Bytes", repeated(std::string(99, 'd') + "/", 40) + std::string(91, 'f'), "…"},
    Unsafe{"PathOf4092Bytes", repeated(std::string(99, 'd') + "/", 40) + std::string(92, 'f'), repeated(std::string(99, 'd') + "/", 39) + std::string(92, 'f')},
    Unsafe{"PathOfOneLetterNames", repeated("a/", 5000) + "b", repeated("a/", 2045) + "b"},
    Unsafe{"Parents", "../../x", "x"},
    Unsafe{"BlankInNarrowNoBreakSpace", "\u202F", "_"},
    Unsafe{"ReservedBehindABlank", " con", "_con"},
    Unsafe{"ReservedByAForbiddenBytesAbsence", "nul\u200D", "_nul"}
), unsafe_name);
// clang-format on

/// Names put together from what is awkward, with a fixed seed: every engine gives the same ones.
TEST(EntryPath, HasASafeFormForEveryInput) {
    const std::string_view pieces[] = {
        "a",
        "con",
        "nul",
        "com\u00B9",
        "lpt1",
        ".",
        "..",
        "/",
        "//",
        " ",
        "\u00A0",
        "\u3000",
        "\u200C",
        "\u200D",
        "\u0645",
        "\u0301",
        "\u0338",
        "<",
        "%",
        "\u212A",
        "\u037E",
        "\uFEFF",
        "\u202E",
        "\xFF",
        "\x80",
        "\xED\xA0\x80",
        "\xF0\x9F",
        "\u1100",
        "\u1161",
        "\u11A8",
        "\U0001F468",
        "\U0010FFFF",
        "\uFFFD",
        "\u0378",
        "\u0F73",
        "\u0344",
        "\uFB1D",
        ".pdf",
        "_",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
    std::mt19937 engine(20261124);
    for (int round = 0; round < 8'000; ++round) {
        std::string text;
        const bool bytes = round % 4 == 0;
        const std::size_t length = engine() % (round % 100 == 0 ? 6000 : 24);
        for (std::size_t i = 0; i < length; ++i) {
            if (bytes)
                text += static_cast<char>(engine() & 0xFFU);
            else
                text += pieces[engine() % std::size(pieces)];
        }
        const std::string safe = EntryPath::safe_form(text);
        const auto path = EntryPath::parse("data/" + safe);
        ASSERT_TRUE(path.has_value()) << "round " << round << ": " << path.error().message();
        ASSERT_EQ(EntryPath::safe_form(safe), safe) << "round " << round;
        if (EntryPath::parse("data/" + text)) {
            ASSERT_EQ(safe, text) << "round " << round;
        }
    }
}

TEST(EntryPath, HasASafeFormForAnything) {
    static constexpr std::string_view kPaths[] = {"",    "/",    "..",  "../..",  "\xFF\xFE", "   ",
                                                  "con", "a\\b", "...", "\u200D", {"\0", 1}};
    for (const auto path : kPaths)
        EXPECT_TRUE(EntryPath::parse(EntryPath::safe_form(path)).has_value()) << path;
    EXPECT_EQ(EntryPath::safe_form("what?.txt"), "what_.txt");
    EXPECT_EQ(EntryPath::safe_form("../x"), "x");
}

}  // namespace
}  // namespace solander
