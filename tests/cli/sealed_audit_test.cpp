// SPDX-License-Identifier: Apache-2.0
// The audit that travels with a package: pack makes it, verify and show tell it, audit --compare
// holds another against it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "schema.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Of the telegram, as findings on it show it.
constexpr const char* kTitle = "Cipher Telegram from Consul Ilse Varnholt in Port …";

std::vector<std::string> pack(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "pack", "@/in/telegram.txt", "-k", "@/keys/archivist.key", "-o", "@/out", "--no-sync"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::vector<std::string> compare(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"audit", "@/out/telegram.tar", "--compare", "--trust",
                                          "@/trust"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

void packed_telegram(Desk& desk) {
    ASSERT_EQ(desk.run(pack()).code, 0);
}
void packed_for_dpla(Desk& desk) {
    ASSERT_EQ(desk.run(pack({"--profile", "dpla", "--as-of", "2020-01-31"})).code, 0);
}
void packed_without_audit(Desk& desk) {
    ASSERT_EQ(desk.run(pack({"--no-audit"})).code, 0);
}

class SealedAuditCases : public testing::TestWithParam<Case> {};

TEST_P(SealedAuditCases, IsToldAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Pack, SealedAuditCases,
    testing::Values(
        Case{"WhatItFound",
             pack(),
             0,
             test::kAnything,
             {"solander: audit as of 2026-12-01 (core 1): ", " error",
              "\n  d1 (" + std::string(kTitle) + "): SRC001 error: ",
              "\n  `solander audit` tells more\n"}},
        Case{"WithItsProfilesAndDay",
             pack({"--profile", "wilson", "--profile", "dpla", "--as-of", "2020-01-31"}),
             0,
             test::kAnything,
             {"solander: audit as of 2020-01-31 (wilson 1 + dpla "}},
        Case{"NothingQuietly", pack({"-q"}), 0, {}, {}},
        Case{"NothingWithout", pack({"--no-audit"}), 0, test::kAnything, {}},
        Case{"ThatItRefuses",
             pack({"--fail-on", "error"}),
             1,
             {},
             {"solander: audit as of 2026-12-01 (core 1): ",
              "solander: its audit has SRC001 error: ", "; nothing was packed\n"}},
        Case{"ThatNoAuditRefusesNothing",
             pack({"--fail-on", "error", "--no-audit"}),
             64,
             {},
             {"--no-audit goes with none of --profile, --as-of, --fail-on, --config, "
              "--exceptions and --baseline\n"}},
        Case{"ThatAProfileIsMisspelt",
             pack({"--profile", "wilsen"}),
             64,
             {},
             {"did you mean 'wilson'?"}},
        Case{"ThatADayIsNone",
             pack({"--as-of", "2026-02-30"}),
             64,
             {},
             {"'2026-02-30' is not a day"}},
        Case{"WhatManyCameTo",
             {"pack", "@/in", "--each", "-k", "@/keys/archivist.key", "-o", "@/out", "--no-sync"},
             0,
             test::kAnything,
             {"solander: audit of 3 packages: ", "; 3 packages with errors\n"}},
        Case{"ThatOneOfManyIsRefused",
             {"pack", "@/in", "--each", "-k", "@/keys/archivist.key", "-o", "@/out", "--no-sync",
              "--fail-on", "error"},
             1,
             {"0 packages sealed, 3 failed", "its audit has SRC001 error: "},
             {"solander: 3 documents of 3 not packed"}}),
    test::case_name);

INSTANTIATE_TEST_SUITE_P(
    Receivers, SealedAuditCases,
    testing::Values(Case{"VerifyTellsTheirWord",
                         {"verify", "@/out/telegram.tar", "--trust", "@/trust"},
                         0,
                         {"PASSED", "\n  The sealers' own audit, by solander/",
                          " as of 2026-12-01 (core 1): ",
                          "\n    d1 (" + std::string(kTitle) + "): SRC001 error: ",
                          "\n    Their word, and no part of the verdict: "},
                         {},
                         packed_telegram},
                    Case{"VerifyTellsWhatIsClaimed",
                         {"verify", "@/out/telegram.tar"},
                         2,
                         {"\n  What is claimed to be the sealers' audit, by solander/"},
                         {},
                         packed_telegram},
                    Case{"VerifyTellsNothingOfNone",
                         {"verify", "@/out/telegram.tar", "--trust", "@/trust"},
                         0,
                         {"PASSED"},
                         {},
                         packed_without_audit},
                    Case{"ShowTellsIt",
                         {"show", "@/out/telegram.tar", "--trust", "@/trust"},
                         0,
                         {"\nthe sealers' own audit, by solander/",
                          "\n  d1 (" + std::string(kTitle) + "): SRC001 error: "},
                         {},
                         packed_telegram}),
    test::case_name);

INSTANTIATE_TEST_SUITE_P(
    Compare, SealedAuditCases,
    testing::Values(
        Case{
            "TheSame",
            compare(),
            0,
            {"@/out/telegram.tar: verified: the signed word of archivist@example.org\n  theirs: as "
             "of 2026-12-01 (core 1): ",
             "\n  yours:  as of 2026-12-01 (core 1): ", "\n  no difference; ",
             "\n  not compared: warnings and notes that they do not list, and what holders "
             "determined since sealing\n"},
            {},
            packed_telegram},
        Case{"TheSameAsOfTheirDayAndByTheirProfiles",
             compare(),
             0,
             {"yours:  as of 2020-01-31 (dpla ", "\n  no difference; "},
             {},
             packed_for_dpla},
        Case{"AnotherProfile",
             compare({"--profile", "strict"}),
             1,
             {"\n  other profile core: 1 to them, none to you\n",
              "\n  other profile strict: none to them, ",
              " not told to them, error to you: ", "\n    d1 (" + std::string(kTitle) + "), "},
             {},
             packed_telegram},
        Case{"AnotherProfileThatIsNoFailure",
             compare({"--profile", "strict", "--fail-on", "never"}),
             0,
             {" not told to them, error to you: "},
             {},
             packed_telegram},
        Case{"Quietly",
             compare({"-q"}),
             0,
             {"@/out/telegram.tar: no difference; "},
             {},
             packed_telegram},
        Case{"NoAudit",
             compare(),
             2,
             {"@/out/telegram.tar: NOT COMPARED: its manifest states no audit"},
             {"solander: @/out/telegram.tar: not compared: its manifest states no audit, so there "
              "is nothing to compare with\n"},
             packed_without_audit},
        Case{"NobodyTrusted",
             {"audit", "@/out/telegram.tar", "--compare"},
             2,
             {"not verified: signed by someone who claims to be archivist@example.org"},
             {},
             packed_telegram},
        Case{"NoPackage",
             {"audit", "@/in/telegram.txt", "--compare"},
             64,
             {},
             {"'@/in/telegram.txt' is no package: --compare holds an audit against the one that a "
              "package states\n"}}),
    test::case_name);

TEST(SealedAuditJson, KeepsToItsSchemas) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    const auto made = desk.run(pack({"--format", "json"}));
    ASSERT_EQ(made.code, 0);
    EXPECT_EQ(made.err, "");
    const auto stated = nlohmann::json::parse(made.out).at("audit");
    EXPECT_GT(stated.at("counts").at("error"), 0);
    const auto verified =
        desk.run({"verify", "@/out/telegram.tar", "--trust", "@/trust", "--format", "json"});
    EXPECT_TRUE(test::is_valid(verified.out, "report-1.schema.json"));
    EXPECT_EQ(nlohmann::json::parse(verified.out)["packages"][0]["verified"]["audit"], stated);
    const auto shown =
        desk.run({"show", "@/out/telegram.tar", "--trust", "@/trust", "--format", "json"});
    EXPECT_TRUE(test::is_valid(shown.out, "record-1.schema.json"));
    EXPECT_EQ(nlohmann::json::parse(shown.out)["audit"], stated);
    for (const auto& arguments :
         {compare({"--format", "json"}), compare({"--format", "json", "--profile", "strict"})}) {
        const auto compared = desk.run(arguments);
        EXPECT_TRUE(test::is_valid(compared.out, "audit-comparison-1.schema.json"));
        EXPECT_EQ(nlohmann::json::parse(compared.out)["packages"][0]["theirs"], stated);
    }
}

/// A configuration above the inputs, and one exception beside it.
void configured(Desk& desk) {
    desk.write("solander.toml", "version = 1\nprofile = [\"dpla\"]\nfail-on = \"error\"\n");
    desk.write("solander-exceptions.toml",
               "[[exception]]\nrule = \"SRC001\"\npath = \"in/telegram.txt\"\n"
               "reason = \"legacy-description\"\ncomment = \"The list names none.\"\n"
               "by = \"Edda Lindqvist\"\non = 2026-01-31\nexpires = 2027-12-31\n\n"
               "[[exception]]\nrule = \"RGT009\"\npath = \"in/other.txt\"\n"
               "reason = \"legacy-description\"\ncomment = \"Of another.\"\n"
               "by = \"Edda Lindqvist\"\non = 2026-01-31\nexpires = 2027-12-31\n");
}

TEST(SealedAudit, IsMadeAsConfigured) {
    Desk desk;
    configured(desk);
    const auto said = desk.run(pack());
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, AllOf(StartsWith("solander: note: configured by @/solander.toml\n"),
                                HasSubstr("(dpla "), Not(HasSubstr("SRC001"))));
    const auto verified =
        desk.run({"verify", "@/out/telegram.tar", "--trust", "@/trust", "--format", "json"});
    const auto audit = nlohmann::json::parse(verified.out)["packages"][0]["verified"]["audit"];
    EXPECT_EQ(audit["config_sha256"].get<std::string>().size(), 64U);
    ASSERT_EQ(audit["exceptions"].size(), 1U) << audit.dump(2);
    EXPECT_EQ(audit["exceptions"][0]["rule"], "SRC001");
    EXPECT_EQ(audit["exceptions"][0]["document"], "d1");
    EXPECT_EQ(audit["exceptions"][0]["by"], "Edda Lindqvist");
    EXPECT_EQ(audit["set_aside"]["error"], 1);
    EXPECT_THAT(audit.dump(), Not(HasSubstr("EXC00")));
    // The receiver has no such configuration, and finds what was excused.
    const auto compared = desk.run(compare({"--no-config"}));
    EXPECT_EQ(compared.code, 0);
    EXPECT_THAT(compared.out, HasSubstr("  other configuration: sha256:"));
}

TEST(SealedAudit, IsRefusedAsTheConfigurationSays) {
    Desk desk;
    desk.write("solander.toml", "version = 1\nfail-on = \"error\"\n");
    const auto refused = desk.run(pack());
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err,
                HasSubstr("; nothing was packed (fail-on in @/solander.toml:2; --fail-on outweighs "
                          "it)\n"));
    EXPECT_EQ(desk.run(pack({"--fail-on", "never"})).code, 0);
}

TEST(SealedAudit, IsComparedUnderThePathsThatItWasMadeWith) {
    Desk desk;
    desk.write("solander.toml",
               "[[path]]\nmatch = 'in/**'\nrules = { SRC001 = 'off', RGT009 = 'error' }\n");
    const auto said = desk.run({"pack", "@/in", "--name", "telegram", "-k", "@/keys/archivist.key",
                                "-o", "@/out", "--created", "2026-12-01T00:00:00Z"});
    ASSERT_EQ(said.code, 0) << said.err;
    const auto same = desk.run(compare());
    EXPECT_EQ(same.code, 0) << same.out;
    EXPECT_THAT(same.out, HasSubstr("\n  no difference; "));
    // One's own is about one's own places.
    desk.write("solander.toml",
               "[[path]]\nmatch = 'in/**'\nrules = { SRC001 = 'off', RGT009 = 'warning' }\n");
    EXPECT_THAT(desk.run(compare()).out, HasSubstr("SRC001: not told to them, error to you"));
}

TEST(SealedAudit, StatesTheBaselineThatItWasHeldAgainst) {
    Desk desk;
    ASSERT_EQ(desk.run({"audit", "@/in/telegram.txt", "--write-baseline", "@/known.txt",
                        "--fail-on", "never"})
                  .code,
              0);
    const auto said = desk.run(pack({"--baseline", "@/known.txt", "--fail-on", "error"}));
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("; of these known before or accepted: 1 error"));
    EXPECT_THAT(desk.read("out/telegram.tar"),
                AllOf(HasSubstr(" baseline-sha256=\""), HasSubstr(" known=\"yes\">")));
}

TEST(SealedAudit, IsTheSameOnAnyDayForTheSameTimeOfSealing) {
    Desk desk;
    desk.variables["SOURCE_DATE_EPOCH"] = "1700000000";
    const auto said = desk.run(pack());
    EXPECT_THAT(said.err, StartsWith("solander: audit as of 2023-11-14 (core 1): "));
}

TEST(SealedAudit, OfACopyThatWasEditedIsNotCompared) {
    Desk desk;
    packed_telegram(desk);
    desk.change("out/telegram.tar", "rule=\"SRC001\"", "rule=\"SRC002\"");
    const auto said = desk.run(compare());
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.out, HasSubstr("NOT COMPARED: no good signature"));
    EXPECT_THAT(said.out, Not(HasSubstr("SRC002")));
}

}  // namespace
}  // namespace solander
