// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <solander/digest.h>

#include "base/base64.h"
#include "base/decimal.h"
#include "base/escape.h"
#include "base/hex.h"
#include "base/utf8.h"

namespace solander::base {
namespace {

TEST(Base64, WritesTheVectorsOfRfc4648) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, encoded] : rows) {
        EXPECT_EQ(to_base64(as_bytes(plain)), encoded);
        const auto decoded = from_base64(encoded);
        ASSERT_TRUE(decoded.has_value()) << encoded;
        EXPECT_EQ(as_text(*decoded), plain);
    }
}

TEST(Base64, RefusesEverySecondSpelling) {
    for (const std::string_view text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zm8", "Zg==Zg==", "Z===",
                                        "====", "Zg=a", "Zm 9v", "Zm9v\n", "Zm9-", "=Zm9"})
        EXPECT_FALSE(from_base64(text).has_value()) << text;
}

TEST(Hex, ReadsLowerCaseOfTheRightLengthOnly) {
    EXPECT_EQ(to_hex(as_bytes("\x01\xab")), "01ab");
    const std::string zeros(64, '0');
    EXPECT_TRUE(Sha256::parse(zeros));
    EXPECT_EQ(Sha256::parse(zeros)->hex(), zeros);
    EXPECT_FALSE(Sha256::parse(zeros + "0"));
    EXPECT_FALSE(Sha256::parse(std::string(63, '0') + "A"));
    EXPECT_FALSE(Sha256::parse(std::string(63, '0') + "g"));
    EXPECT_FALSE(Sha256::parse(""));
}

TEST(Decimal, ReadsOneSpellingOfEachNumber) {
    EXPECT_EQ(parse_decimal("0"), 0U);
    EXPECT_EQ(parse_decimal("18446744073709551615"), 18446744073709551615U);
    for (const std::string_view text :
         {"", "-1", "+1", " 1", "1 ", "01", "1.0", "0x1", "18446744073709551616"})
        EXPECT_FALSE(parse_decimal(text)) << text;
    EXPECT_EQ(parse_decimal("007", LeadingZeros::allow), 7U);
}

TEST(Utf8, TakesShortestScalarsOnly) {
    EXPECT_EQ(first_code_point("\u00E9")->value, 0xE9U);
    EXPECT_EQ(first_code_point("\U0001F600")->bytes, 4U);
    EXPECT_EQ(first_code_point("\U0010FFFF")->value, 0x10FFFFU);
    for (const std::string_view bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xFF"})
        EXPECT_EQ(find_invalid_utf8(std::string("ok") + std::string(bad)), 2U);
    EXPECT_EQ(find_invalid_utf8("na\u00EFve"), std::nullopt);
}

TEST(Utf8, WritesWhatItReads) {
    for (const char32_t point : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600'}) {
        std::string text;
        append_utf8(text, point);
        EXPECT_EQ(first_code_point(text)->value, point);
        EXPECT_EQ(first_code_point(text)->bytes, text.size());
    }
}

TEST(Utf8, FoldsCaseFully) {
    EXPECT_EQ(fold_case("Stra\u00DFe"), fold_case("STRASSE"));
    EXPECT_EQ(fold_case("e\u0301"), fold_case("\u00C9"));
    EXPECT_EQ(to_nfc("e\u0301"), "\u00E9");
}

/// A text of nothing but marks in the wrong order is put in order in no more than its length takes:
/// by exchanging neighbours, as utf8proc does it, that grows with the square of its length.
TEST(Utf8, OrdersAnyNumberOfMarks) {
    constexpr int kMarks = 400'000;
    const auto repeated = [](std::string_view mark, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += mark;
        return text;
    };
    const std::string text = "a" + repeated("\u0301", kMarks) + repeated("\u0316", kMarks);
    EXPECT_EQ(to_nfc(text), "\u00E1" + repeated("\u0316", kMarks) + repeated("\u0301", kMarks - 1));
}

/// Letters that compose and do not, marks of several classes and of one, Hangul, and what folds to
/// more than it was.
TEST(Utf8, NormalisesAsTheLibraryDoes) {
    constexpr std::array<std::string_view, 24> kParts{
        "a",      "E",      " ",      "\u00E9", "\u0301", "\u0308", "\u0316", "\u0327",
        "\u05B8", "\u05BC", "\u0651", "\u064E", "\u1100", "\u1161", "\u11A8", "\uAC00",
        "\u0344", "\u212B", "\u2126", "\u1E9B", "\u00DF", "\u0130", "\u0958", "\U0001D15F"};
    std::mt19937 random(1854);
    std::uniform_int_distribution<std::size_t> part(0, kParts.size() - 1);
    for (int round = 0; round < 5'000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) text += kParts.at(part(random));
        const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> theirs(
            utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())), &std::free);
        ASSERT_EQ(to_nfc(text), reinterpret_cast<const char*>(theirs.get())) << text;
    }
}

TEST(Printable, LeavesNothingThatActsOnATerminal) {
    EXPECT_EQ(printable("a\x1b[31mb"), "a\\u{1B}[31mb");
    EXPECT_EQ(printable("a\nb\tc"), "a\\nb\\tc");
    EXPECT_EQ(printable("x\u202Ey"), "x\\u{202E}y");
    EXPECT_EQ(printable("x\u200By\uFEFF"), "x\\u{200B}y\\u{FEFF}");
    EXPECT_EQ(printable("\xC2\x9B"
                        "31m"),
              "\\u{9B}31m");
    EXPECT_EQ(printable("bad\xFFutf"), "bad\\xFFutf");
    EXPECT_EQ(printable("Zażółć “gęślą” 漢字"), "Zażółć “gęślą” 漢字");
    EXPECT_EQ(printable_lines("a\nb\r"), "a\nb\\u{D}");
}

}  // namespace
}  // namespace solander::base
