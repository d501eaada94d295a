// SPDX-License-Identifier: Apache-2.0
#include "format/allowed_signers.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/base64.h"

namespace solander::format {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// `type BASE64`, with bytes of which only the type is a key's.
std::string key_text(std::string_view type) {
    return std::string(type) + " " +
           base::to_base64(base::as_bytes(std::string(3, '\0') + static_cast<char>(type.size()) +
                                          std::string(type) + "key"));
}

const std::string kKey = key_text("ssh-ed25519");

AllowedSigner only_signer(const std::string& line) {
    const auto file = parse_allowed_signers(line);
    EXPECT_THAT(file.problems, IsEmpty()) << file.problems.front().sentence;
    EXPECT_THAT(file.signers, SizeIs(1)) << line;
    return file.signers.empty() ? AllowedSigner{} : file.signers.front();
}

TEST(AllowedSigners, ReadsAWholeLine) {
    const auto signer = only_signer(
        "alice@y,*@z\tcert-authority,NameSpaces=\"a,b*\",valid-after=\"20200102\","
        "valid-before=\"203012312359Z\" " +
        kKey + "  the comment");
    EXPECT_EQ(signer.line, 1U);
    EXPECT_EQ(signer.principals, "alice@y,*@z");
    EXPECT_TRUE(signer.cert_authority);
    EXPECT_EQ(signer.namespaces, "a,b*");
    EXPECT_EQ(signer.key_type, "ssh-ed25519");
    EXPECT_EQ(base::to_base64(signer.key_blob), kKey.substr(kKey.find(' ') + 1));
    EXPECT_EQ(signer.comment, "the comment");
    ASSERT_TRUE(signer.valid_after && signer.valid_before);
    EXPECT_FALSE(signer.valid_after->utc);
    EXPECT_EQ(signer.valid_after->civil.month, 1);
    EXPECT_EQ(signer.valid_after->civil.day, 2);
    EXPECT_EQ(signer.valid_after->civil.hour, 0);
    EXPECT_TRUE(signer.valid_before->utc);
    EXPECT_EQ(signer.valid_before->civil.year, 2030);
    EXPECT_EQ(signer.valid_before->civil.minute, 59);
    EXPECT_EQ(signer.valid_before->civil.second, 0);
}

TEST(AllowedSigners, ReadsALineWithoutOptions) {
    const auto signer = only_signer("alice " + kKey);
    EXPECT_EQ(signer.principals, "alice");
    EXPECT_FALSE(signer.namespaces || signer.valid_after || signer.valid_before);
    EXPECT_EQ(signer.comment, "");
}

TEST(AllowedSigners, ReadsQuotes) {
    EXPECT_EQ(only_signer("\"Archive of Y,Y\" " + kKey).principals, "Archive of Y,Y");
    EXPECT_EQ(only_signer("a,\"b c\" " + kKey).principals, "a,b c");
    EXPECT_EQ(only_signer(R"(a namespaces="x \" y" )" + kKey).namespaces, "x \" y");
    EXPECT_EQ(only_signer("a namespaces=\"\" " + kKey).namespaces, "");
}

TEST(AllowedSigners, SkipsCommentsAndEmptyLinesAndCountsThem) {
    const auto file = parse_allowed_signers("# a comment\n\n \t\r\n  # another\n  alice " + kKey +
                                            "\r\nbroken\nbob " + kKey);
    EXPECT_THAT(file.signers, ElementsAre(testing::Field(&AllowedSigner::line, 5U),
                                          testing::Field(&AllowedSigner::line, 7U)));
    EXPECT_THAT(file.problems, ElementsAre(testing::Field(&LineProblem::line, 6U)));
    EXPECT_THAT(parse_allowed_signers("").signers, IsEmpty());
}

TEST(AllowedSigners, LeavesOtherTypesOfKeyToTheCaller) {
    for (const std::string_view type : {"ssh-rsa", "sk-ssh-ed25519@openssh.com"})
        EXPECT_EQ(only_signer("alice " + key_text(type)).key_type, type);
}

struct BadLine {
    std::string_view name;
    std::string line;
    std::string_view words;
};
void PrintTo(const BadLine& c, std::ostream* out) {
    *out << c.name;
}
std::string bad_name(const testing::TestParamInfo<BadLine>& info) {
    return std::string(info.param.name);
}

class BadSignerLine : public testing::TestWithParam<BadLine> {};

TEST_P(BadSignerLine, IsReportedAndSkipped) {
    const auto file = parse_allowed_signers("good " + kKey + "\n" + GetParam().line + "\n");
    EXPECT_THAT(file.signers, SizeIs(1));
    ASSERT_THAT(file.problems, SizeIs(1));
    EXPECT_EQ(file.problems.front().line, 2U);
    EXPECT_THAT(file.problems.front().sentence, HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadSignerLine,
    testing::Values(
        BadLine{"PrincipalOnly", "alice", "not of the form"},
        BadLine{"NoPrincipal", "\"\" " + kKey, "no principal"},
        BadLine{"KeyOnly", kKey, "names nobody in front of the key"},
        BadLine{"NoBase64", "alice ssh-ed25519", "not of the form"},
        BadLine{"BrokenBase64", "alice ssh-ed25519 AAAA!", "not of the form"},
        BadLine{"TypeUnlikeItsKey", "alice ssh-rsa " + kKey.substr(kKey.find(' ') + 1),
                "not of the form"},
        BadLine{"OpenQuoteOfPrincipals", "\"alice " + kKey, "quote"},
        BadLine{"OpenQuoteOfOption", "alice namespaces=\"x " + kKey, "quote"},
        BadLine{"UnknownOption", "alice restrict " + kKey, "unknown option"},
        BadLine{"OptionWithoutValue", "alice namespaces " + kKey, "without its value"},
        BadLine{"OptionWithoutQuotes", "alice namespaces=x " + kKey, "without its value"},
        BadLine{"FlagWithValue", "alice cert-authority=\"x\" " + kKey, "cert-authority"},
        BadLine{"OptionsPartedByBlank", "alice namespaces=\"x\" valid-after=\"20200101\" " + kKey,
                "not of the form: principals [options] key-type base64-key [comment]; between "
                "names, and between options, stands a comma without blanks"},
        BadLine{"NamesPartedByBlank", "anna, ben " + kKey,
                "in quotes: ben; between names, and between options, stands a comma without "
                "blanks"},
        BadLine{"OptionsNotParted", "alice namespaces=\"x\"valid-after=\"20200101\" " + kKey,
                "commas"},
        BadLine{"CommaAtTheEnd", "alice cert-authority, " + kKey, "unknown option"},
        BadLine{"NamespacesTwice", "alice namespaces=\"x\",namespaces=\"y\" " + kKey, "twice"},
        BadLine{"TimeTwice", "alice valid-after=\"20200101\",valid-after=\"20200101\" " + kKey,
                "twice"},
        BadLine{"MonthThirteen", "alice valid-after=\"20201301\" " + kKey, "not a time"},
        BadLine{"FebruaryThirtieth", "alice valid-before=\"20200230Z\" " + kKey, "not a time"},
        BadLine{"HourTwentyFour", "alice valid-before=\"202002012400\" " + kKey, "not a time"},
        BadLine{"OddLengthOfTime", "alice valid-before=\"2020020112\" " + kKey, "not a time"},
        BadLine{"DashedTime", "alice valid-before=\"2020-02-01\" " + kKey, "not a time"},
        BadLine{"TimeBeforeComputers", "alice valid-before=\"19691231Z\" " + kKey, "not a time"},
        BadLine{"EmptyTime", "alice valid-before=\"\" " + kKey, "not a time"},
        BadLine{"ControlCharacter", "al\x1bice " + kKey, "control character"}),
    bad_name);

TEST(PatternList, MatchesAsInSshConfig) {
    struct Row {
        std::string_view text;
        std::string_view patterns;
        bool matches = false;
    };
    const Row rows[] = {
        {"alice", "alice", true},
        {"alice", "bob", false},
        {"alice", "bob,alice", true},
        {"alice", "al*", true},
        {"alice", "*", true},
        {"", "*", true},
        {"", "?", false},
        {"alice", "a?ice", true},
        {"alice", "a??ice", false},
        {"alice", "*c*", true},
        {"alice", "*e", true},
        {"alice", "*d", false},
        {"aXbXc", "a*b*c", true},
        {"aXbX", "a*b*c", false},
        {"alice", "*,!alice", false},
        {"alice", "!alice,*", false},
        {"bob", "*,!alice", true},
        {"bob", "!alice", false},
        {"alice@y", "*@y,!a*", false},
        {"Alice", "alice", false},
        {"alice", "alice,", true},
        {"", "alice,", true},
        {"alice", "", false},
        {"alice", "alic", false},
        {"alic", "alice", false},
        {"aaab", "*ab", true},
        {"mississippi", "m*iss*pi", true},
    };
    for (const auto& row : rows)
        EXPECT_EQ(matches_pattern_list(row.text, row.patterns), row.matches)
            << row.text << " against " << row.patterns;
}

TEST(PatternList, IsQuickWithManyStars) {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "a*";
    EXPECT_FALSE(matches_pattern_list(std::string(2000, 'a'), pattern + "b"));
}

TEST(PatternList, KnowsItsLiteralNames) {
    EXPECT_THAT(literal_names("alice,*@y,bob b"), ElementsAre("alice", "bob b"));
    EXPECT_THAT(literal_names("*@y,!carol@y,d?ve"), IsEmpty());
    EXPECT_THAT(literal_names("alice,!al*,bob"), ElementsAre("bob"));
    EXPECT_THAT(literal_names(",alice,"), ElementsAre("alice"));
}

TEST(AllowedSignersFile, OfAMillionNamesIsNotHeldAgainstItself) {
    std::string line;
    for (int i = 0; i < 1001; ++i) line += "n" + std::to_string(i) + ",";
    line.back() = ' ';
    const auto file = parse_allowed_signers(line + std::string(kKey) + "\n");
    ASSERT_EQ(file.problems.size(), 1U);
    EXPECT_EQ(file.problems.front().sentence, "more than 1000 names stand in it");
}

TEST(AllowedSignersFile, OfAMillionNamespacesIsNotLookedThrough) {
    std::string list;
    for (int i = 0; i < 1001; ++i) list += "n" + std::to_string(i) + ",";
    list.pop_back();
    const auto file =
        parse_allowed_signers("alice namespaces=\"" + list + "\" " + std::string(kKey) + "\n");
    ASSERT_EQ(file.problems.size(), 1U);
    EXPECT_EQ(file.problems.front().sentence, "more than 1000 namespaces stand in it");
}

TEST(AllowedSignersFile, IsNoSecretKey) {
    for (const std::string start : {"", "\n", "  "}) {
        const auto file = parse_allowed_signers(
            start + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\nx " + kKey + "\n");
        EXPECT_THAT(file.signers, IsEmpty());
        ASSERT_THAT(file.problems, SizeIs(1));
        EXPECT_EQ(file.problems.front().line, start == "\n" ? 2U : 1U);
        EXPECT_THAT(file.problems.front().sentence, HasSubstr("is a secret key and no trust file"));
    }
    EXPECT_FALSE(begins_as_secret_key("-----BEGIN PUBLIC KEY-----\nPRIVATE KEY-----\n"));
}

TEST(AllowedSignersFile, TellsOfAHundredLinesAndCountsTheOthers) {
    std::string text;
    for (int i = 0; i < 250; ++i) text += "x\n";
    const auto file = parse_allowed_signers(text);
    ASSERT_EQ(file.problems.size(), 101U);
    EXPECT_EQ(file.problems.back().line, 250U);
    EXPECT_EQ(file.problems.back().sentence, "nor are 149 others that cannot be read");
}

}  // namespace
}  // namespace solander::format
