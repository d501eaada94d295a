// SPDX-License-Identifier: Apache-2.0
#include "metadata/decode.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"

namespace solander::metadata {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

struct TextCase {
    std::string name;
    std::string bytes;
    std::optional<TextEncoding> otherwise;
    std::string text;
    TextEncoding encoding;
};
void PrintTo(const TextCase& c, std::ostream* out) {
    *out << c.name;
}
std::string text_case_name(const testing::TestParamInfo<TextCase>& info) {
    return info.param.name;
}

class Decode : public testing::TestWithParam<TextCase> {};

TEST_P(Decode, GivesTheTextAndItsEncoding) {
    const auto& c = GetParam();
    const auto decoded = decode_text(c.bytes, c.otherwise);
    ASSERT_TRUE(decoded.has_value()) << decoded.error().message();
    EXPECT_EQ(decoded->text, c.text);
    EXPECT_EQ(decoded->encoding, c.encoding);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Texts, Decode, testing::Values(
    TextCase{"Nothing", "", {}, "", TextEncoding::utf_8},
    TextCase{"Utf8", "Jele\u0144", {}, "Jele\u0144", TextEncoding::utf_8},
    TextCase{"Utf8WithMark", "\uFEFFJele\u0144", {}, "Jele\u0144", TextEncoding::utf_8},
    TextCase{"Utf16LittleEndian", "\xFF\xFEJ\0\x44\x01"s, {}, "J\u0144", TextEncoding::utf_16_le},
    TextCase{"Utf16BigEndian", "\xFE\xFF\0J\x01\x44"s, {}, "J\u0144", TextEncoding::utf_16_be},
    TextCase{"SurrogatePair", "\xFF\xFE\x3D\xD8\x00\xDE"s, {}, "\U0001F600", TextEncoding::utf_16_le},
    TextCase{"NoMarkButTold", "J\0\x44\x01"s, TextEncoding::utf_16_le, "J\u0144", TextEncoding::utf_16_le},
    TextCase{"Windows1252IfTold", "Ma\xE7o \x93"s + "600\x94", TextEncoding::windows_1252, "Ma\u00E7o \u201C600\u201D", TextEncoding::windows_1252},
    TextCase{"Utf8StaysUtf8WhateverIsTold", "Ma\u00E7o", TextEncoding::windows_1252, "Ma\u00E7o", TextEncoding::utf_8},
    TextCase{"AMarkIsStrongerThanWhatIsTold", "\xFF\xFEJ\0"s, TextEncoding::windows_1252, "J", TextEncoding::utf_16_le}
), text_case_name);
// clang-format on

struct RefusalCase {
    std::string name;
    std::string bytes;
    std::optional<TextEncoding> otherwise;
    std::string message;
};
void PrintTo(const RefusalCase& c, std::ostream* out) {
    *out << c.name;
}
std::string refusal_case_name(const testing::TestParamInfo<RefusalCase>& info) {
    return info.param.name;
}

class DecodeRefuses : public testing::TestWithParam<RefusalCase> {};

TEST_P(DecodeRefuses, WithThePlaceAndTheReason) {
    const auto& c = GetParam();
    const auto decoded = decode_text(c.bytes, c.otherwise);
    ASSERT_FALSE(decoded.has_value());
    EXPECT_EQ(decoded.error().code(), ErrorCode::format);
    EXPECT_THAT(decoded.error().message(), HasSubstr(c.message));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Bytes, DecodeRefuses, testing::Values(
    RefusalCase{"Latin1", "a\nMa\xE7o", {}, "the byte 0xE7 at offset 4, on line 2, is not UTF-8. In Windows-1252 it would be '\u00E7': if that is right, pass --encoding windows-1252"},
    RefusalCase{"NeitherOne", "\x81", {}, "the byte 0x81 at offset 0, on line 1, is not UTF-8, and has no character in Windows-1252 either"},
    RefusalCase{"CurlyQuoteOfWindows", "\x93", {}, "In Windows-1252 it would be '\u201C'"},
    RefusalCase{"SoftHyphen", "co\xADop", {}, "In Windows-1252 it would be '\\u{AD}'"},
    RefusalCase{"BadUtf8BehindAMark", "\xEF\xBB\xBF\xE7", TextEncoding::windows_1252, "the byte 0xE7 at offset 3"},
    RefusalCase{"Surrogate", "\xED\xA0\x80", {}, "the byte 0xED at offset 0"},
    RefusalCase{"Nul", "a\n\0"s, {}, "the byte 0x00 at offset 2, on line 2, is NUL"},
    RefusalCase{"NulIn1252", "\xE7\0"s, TextEncoding::windows_1252, "the byte 0x00 at offset 1, on line 1, is NUL"},
    RefusalCase{"UndefinedIn1252", "a\nb\x9D", TextEncoding::windows_1252, "the byte 0x9D at offset 3, on line 2, has no character in Windows-1252"},
    RefusalCase{"NulIn16", "\xFF\xFE\n\0\0\0"s, {}, "the unit 0x0000 at offset 4, on line 2, is NUL"},
    RefusalCase{"HighSurrogateAlone", "\xFF\xFE\x3D\xD8J\0"s, {}, "the unit 0xD83D at offset 2, on line 1, is half of a surrogate pair"},
    RefusalCase{"HighSurrogateAtTheEnd", "\xFE\xFF\xD8\x3D"s, {}, "the unit 0xD83D at offset 2"},
    RefusalCase{"LowSurrogateFirst", "\xFE\xFF\xDE\x00\xD8\x3D"s, {}, "the unit 0xDE00 at offset 2"},
    RefusalCase{"HalfAUnit", "\xFF\xFEJ\0K"s, {}, "the byte 0x4B at offset 4, on line 1, is half of a UTF-16 unit"}
), refusal_case_name);
// clang-format on

TEST(ChooseReader, OffersNoReaderOfCapturesATextThatWasNotUtf8) {
    const std::string text =
        "May 4, 1957\nTitle\nThis document was made possible with support from X\nText.\n";
    EXPECT_NE(choose_reader({"data/a.txt", text}).reader, nullptr);
    EXPECT_EQ(choose_reader({"data/a.txt", text, TextEncoding::utf_16_le}).reader, nullptr);
}

TEST(Encodings, HaveNames) {
    EXPECT_EQ(encoding_name(TextEncoding::utf_8), "UTF-8");
    EXPECT_EQ(encoding_name(TextEncoding::windows_1252), "Windows-1252");
}

}  // namespace
}  // namespace solander::metadata
