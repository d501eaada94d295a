// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "schema.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> verify_with(const std::vector<std::string>& more) {
    std::vector<std::string> words{"verify", "@/out/letters.tar", "--trust", "@/trust"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void changed(Desk& desk) {
    desk.pack_letters();
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}
void trust_of_the_registrar(Desk& desk) {
    desk.pack_letters();
    desk.write("trust", test::trust_lines({"registrar"}));
}
void trust_in_the_custody(Desk& desk) {
    desk.pack_letters();
    fs::copy_file(desk.path("trust"), desk.path("out/letters.custody/trust"));
}
void trust_in_the_configuration(Desk& desk) {
    desk.pack_letters();
    desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
    desk.write("config/solander/allowed_signers", desk.read("trust"));
}
void custody_elsewhere(Desk& desk) {
    desk.pack_letters();
    fs::rename(desk.path("out/letters.custody"), desk.path("elsewhere"));
}
void asked_to_stop(Desk& desk) {
    desk.pack_letters();
    desk.stop = true;
}
void a_second_that_failed(Desk& desk) {
    changed(desk);
    fs::rename(desk.path("out"), desk.path("bad"));
    desk.pack_letters();
}

class Verify : public testing::TestWithParam<Case> {};

TEST_P(Verify, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Verify,
    testing::Values(
        Case{"Passed",
             verify_with({}),
             0,
             {"PASSED @/out/letters.tar: sealed by archivist@example.org on 2026-11-24; 3 files",
              "  custody       PASSED",
              "Identity sha256:", "1  2026-11-24T00:00:00Z  sealed by archivist@example.org",
              "Holder in this copy: archivist@example.org"},
             {},
             test::packed},
        Case{"PassedQuietly",
             verify_with({"--quiet"}),
             0,
             {"PASSED @/out/letters.tar: "},
             {},
             test::packed},
        Case{"FailedByOneByte",
             verify_with({}),
             1,
             {"FAILED @/out/letters.tar: it is not as it was sealed: ", "data/in/letter.txt",
              "payload.digest (failed)", "What to do: ", "  integrity     FAILED"},
             {},
             changed},
        Case{"WithoutTrust",
             {"verify", "@/out/letters.tar"},
             2,
             {"INDETERMINATE @/out/letters.tar: ", "nobody said whom to believe", "--trust",
              "trust.missing (indeterminate)"},
             {},
             test::packed},
        Case{"OfAnUnknownSigner",
             verify_with({}),
             2,
             {"INDETERMINATE", "not in your trust file", "signer.unknown"},
             {},
             trust_of_the_registrar},
        Case{"OfNoPackage",
             {"verify", "@/in/telegram.txt", "--trust", "@/trust"},
             2,
             {"INDETERMINATE @/in/telegram.txt: this is not a solander package"}},
        Case{"OfNoPackageButADirectory",
             {"verify", "@/in", "--trust", "@/trust"},
             2,
             {"this is not a solander package"}},
        Case{"OfNothing",
             {"verify", "@/none.tar", "--trust", "@/trust"},
             66,
             {"ERROR @/none.tar: "},
             {"@/none.tar"}},
        Case{"OfNothingOnAScreenIsSaidOnce",
             {"verify", "@/none.tar", "--trust", "@/trust"},
             66,
             {"ERROR @/none.tar: "},
             {},
             [](Desk& desk) { desk.terminal.is_screen = true; }},
        Case{"OfANameWithAnEscape",
             {"verify", "@/\x1b[2J.tar", "--trust", "@/trust"},
             66,
             {"ERROR @/\\u{1B}[2J.tar: "},
             {"\\u{1B}[2J"}},
        Case{"WithATrustFileThatIsNotThere",
             {"verify", "@/out/letters.tar", "--trust", "@/none"},
             66,
             {},
             {"@/none"},
             test::packed},
        Case{"WithATrustFileOfTheCustody",
             {"verify", "@/out/letters.tar", "--trust", "@/out/letters.custody/trust"},
             64,
             {},
             {"@/out/letters.custody/trust lies inside @/out/letters.custody"},
             trust_in_the_custody},
        Case{"WithRevocationsOfTheCustody",
             {"verify", "@/out/letters.tar", "--trust", "@/trust", "--revoked",
              "@/out/letters.custody/trust"},
             64,
             {},
             {"@/out/letters.custody/trust lies inside @/out/letters.custody: whom not to believe"},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.write("out/letters.custody/trust", "version = 1\n");
             }},
        Case{"WithAPlaceForProofsInTheCustody",
             {"verify", "@/out/letters.tar", "--trust", "@/trust", "--write-proof",
              "@/out/letters.custody"},
             64,
             {},
             {"@/out/letters.custody lies inside @/out/letters.custody: a place for proofs"},
             test::packed},
        Case{"WithATrustFileInADirectoryWhoseNameGoesOn",
             {"verify", "@/out/letters.tar", "--trust", "@/out/letters.custody-mine/trust"},
             0,
             {"PASSED"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.write("out/letters.custody-mine/trust", desk.read("trust"));
             }},
        Case{"WithAnAttestationOfWhatIsNoPackage",
             {"verify", "@/in/letter.txt", "--trust", "@/trust", "--attestation", "@/trust"},
             2,
             {"this is not a solander package"},
             {},
             test::packed},
        Case{"WithTheTrustFileOfTheConfiguration",
             {"verify", "@/out/letters.tar", "--verbose"},
             0,
             {"PASSED"},
             {"trusting @/config/solander/allowed_signers"},
             trust_in_the_configuration},
        Case{"WithoutCustody", verify_with({}), 2, {"custody.missing"}, {}, custody_elsewhere},
        Case{"WithTheCustodyElsewhere",
             verify_with({"--custody", "@/elsewhere"}),
             0,
             {"PASSED"},
             {},
             custody_elsewhere},
        Case{"OfManyPackagesTheGraverCodeAndASummary",
             verify_with({"@/in/telegram.txt", "@/bad/letters.tar"}),
             1,
             {"PASSED @/out/letters.tar", "INDETERMINATE @/in/telegram.txt",
              "FAILED @/bad/letters.tar",
              "3 packages: 1 passed, 1 failed, 1 indeterminate, 0 errors"},
             {},
             a_second_that_failed},
        Case{"OfManyPackagesOneMissing",
             verify_with({"@/none.tar", "@/in/telegram.txt"}),
             66,
             {"3 packages: 1 passed, 0 failed, 1 indeterminate, 1 error\n"},
             {"@/none.tar"},
             test::packed},
        Case{"AskedToStop", verify_with({}), 130, test::kAnything, {"interrupted"}, asked_to_stop},
        Case{"UnderATooSmallLimit",
             {"verify", "@/out/letters.tar", "--max-manifest", "100"},
             2,
             {"limit.exceeded"},
             {},
             test::packed}),
    test::case_name);

TEST(VerifyQuiet, IsOneLineForEachPackage) {
    Desk desk;
    desk.pack_letters();
    const auto said = desk.run(verify_with({"--quiet"}));
    EXPECT_EQ(std::count(said.out.begin(), said.out.end(), '\n'), 1) << said.out;
}

struct ColorCase {
    std::string name;
    std::string option;
    bool terminal;
    bool no_color;
    bool colored;
};

void PrintTo(const ColorCase& one, std::ostream* out) {
    *out << one.name;
}

class VerifyColor : public testing::TestWithParam<ColorCase> {};

TEST_P(VerifyColor, IsUsedWhereItIsWanted) {
    const ColorCase& one = GetParam();
    Desk desk;
    desk.pack_letters();
    desk.terminal.is_screen = one.terminal;
    if (one.no_color) desk.variables["NO_COLOR"] = "1";
    const auto said = desk.run(verify_with({"--color", one.option}));
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.out.find("\x1b[1;32mPASSED\x1b[0m") != std::string::npos, one.colored);
    EXPECT_EQ(said.out.find('\x1b') != std::string::npos, one.colored);
}

INSTANTIATE_TEST_SUITE_P(Cli, VerifyColor,
                         testing::Values(ColorCase{"AutoOnATerminal", "auto", true, false, true},
                                         ColorCase{"AutoInAFile", "auto", false, false, false},
                                         ColorCase{"AutoWithNoColor", "auto", true, true, false},
                                         ColorCase{"Always", "always", false, true, true},
                                         ColorCase{"Never", "never", true, false, false}),
                         [](const auto& tested) { return tested.param.name; });

/// A directory to which somebody added a file whose name would clear the reader's screen.
TEST(VerifyOutput, KeepsEscapesOfThePackageAwayFromTheTerminal) {
    SOLANDER_NEEDS("tar");
    Desk desk;
    desk.pack_letters();
    desk.unpack_letters();
    desk.write("unpacked/letters/data/\x1b]0;owned\x07\x1b[2J.txt", "x");
    desk.write("unpacked/letters/data/\xe2\x80\xaetxt.exe", "x");
    desk.write("unpacked/letters/data/\xff.txt", "x");
    for (const std::string format : {"text", "json"}) {
        const auto said = desk.run({"verify", "@/unpacked/letters", "--trust", "@/trust",
                                    "--custody", "@/out/letters.custody", "-f", format, "-v"});
        EXPECT_EQ(said.code, 1);
        EXPECT_THAT(said.out, HasSubstr("entry.unlisted"));
        EXPECT_THAT(said.out, HasSubstr("u{1B}"));
        for (const std::string bad : {"\x1b", "\x07", "\xe2\x80\xae", "\xff"})
            EXPECT_THAT(said.out + said.err, Not(HasSubstr(bad))) << format;
    }
}

/// Every JSON report of the tool is as its schema says, and says at most one of the two.
class VerifyJson : public testing::TestWithParam<Case> {};

TEST_P(VerifyJson, IsAsItsSchemaSays) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    const Case& one = GetParam();
    Desk desk;
    if (one.prepare != nullptr) one.prepare(desk);
    auto words = one.arguments;
    words.insert(words.end(), {"--format", "json"});
    const auto said = desk.run(words);
    EXPECT_EQ(said.code, one.code) << said.err;
    EXPECT_TRUE(test::is_valid(said.out, "report-1.schema.json"));
    const auto json = nlohmann::json::parse(said.out);
    for (const auto& package : json["packages"]) {
        EXPECT_FALSE(package.contains("verified") && package.contains("unverified"));
        const bool passed = package.value("verdict", "") == "passed";
        EXPECT_TRUE(!passed || package.contains("verified"));
    }
    for (const auto& part : one.out) EXPECT_THAT(said.out, HasSubstr(part));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, VerifyJson,
    testing::Values(
        Case{"Passed", verify_with({}), 0, {"\"verified\": {"}, {}, test::packed},
        Case{"Failed", verify_with({}), 1, {"\"payload.digest\""}, {}, changed},
        Case{"FailedSignature",
             verify_with({}),
             1,
             {"\"unverified\": {"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.spoil_signature();
             }},
        Case{"Unknown", verify_with({}), 2, {"\"unverified\": {"}, {}, trust_of_the_registrar},
        Case{"WithoutTrust",
             {"verify", "@/out/letters.tar"},
             2,
             {"\"unverified\": {", "trust.missing"},
             {},
             test::packed},
        Case{"NoPackage", {"verify", "@/in"}, 2, {"package.unrecognised"}},
        Case{"Missing", {"verify", "@/none.tar"}, 66, {"\"error\": {", "\"errors\": 1"}},
        Case{"Many",
             verify_with({"@/none.tar", "@/in/telegram.txt", "@/bad/letters.tar"}),
             1,
             {"\"packages\": 4"},
             {},
             a_second_that_failed}),
    test::case_name);

}  // namespace
}  // namespace solander
