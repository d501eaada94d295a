// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <solander/audit.h>

#include "case.h"
#include "schema.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A record with everything that the profile core asks for, as a hand-over file has it.
constexpr const char* kDublinCore =
    R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
  <dc:title>Letter to a brother</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:source>Harbour Archive, box 12, folder 3</dc:source>
  <dc:rights>http://rightsstatements.org/vocab/InC/1.0/</dc:rights>
  <dcterms:rightsHolder>Heirs of Edda Lindqvist</dcterms:rightsHolder>
</record>
)";

void capture(Desk& desk, const std::string& name, const std::string& fixture) {
    desk.write(name, test::read_file(test::source_root() / "fixtures/captures" / fixture));
}

void telegram(Desk& desk) {
    capture(desk, "rec/telegram.txt", "harbour-telegram-1962.txt");
}

void good(Desk& desk) {
    desk.write("rec/letter.xml", kDublinCore);
}

void list_page(Desk& desk) {
    capture(desk, "rec/notes.txt", "frus-notes-alone.txt");
}

class Audit : public testing::TestWithParam<Case> {};

TEST_P(Audit, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Audit,
    testing::Values(
        Case{"AnErrorIsOne",
             {"audit", "@/rec/telegram.txt"},
             1,
             {"@/rec/telegram.txt:", " error: ", "  [fix: ",
              "1 record audited as of 2026-12-01 (core 1): "},
             {},
             telegram},
        Case{"NothingWorseThanTheThreshold",
             {"audit", "@/rec/telegram.txt", "--fail-on", "never"},
             0,
             {" error: "},
             {},
             telegram},
        Case{"AGoodRecordIsZero",
             {"audit", "@/rec/letter.xml"},
             0,
             {"1 record audited as of 2026-12-01 (core 1): nothing found\n"},
             {},
             good},
        Case{"AllLevelsAreThresholds",
             {"audit", "@/rec/letter.xml", "--fail-on", "review"},
             0,
             {"nothing found"},
             {},
             good},
        Case{"ADirectory",
             {"audit", "@/rec"},
             1,
             {"2 records audited"},
             {},
             [](Desk& desk) {
                 telegram(desk);
                 good(desk);
             }},
        Case{"ADayIsRecorded",
             {"audit", "@/rec", "--as-of", "2020-01-31"},
             0,
             {"audited as of 2020-01-31"},
             {},
             good},
        Case{"QuietIsTheSummary",
             {"audit", "@/rec", "-q"},
             1,
             {"1 record audited as of 2026-12-01 (core 1): "},
             {},
             telegram},
        Case{"ATextThatIsNoRecord",
             {"audit", "@/rec"},
             1,
             {"@/rec/notes.txt: REC001 error: ", "0 records audited"},
             {},
             list_page},
        Case{"ATextThatIsNoRecordIsNoPassWhateverTheThreshold",
             {"audit", "@/rec", "--fail-on", "never"},
             2,
             {"REC001 error: "},
             {},
             list_page},
        Case{"FilesWithoutRecordAreCounted",
             {"audit", "@/rec"},
             0,
             {"1 further file had no record to audit"},
             {},
             [](Desk& desk) {
                 good(desk);
                 desk.write("rec/scan.tif", "II*");
             }},
        Case{"NothingToAuditIsNoPass",
             {"audit", "@/rec"},
             2,
             {"there was nothing to audit"},
             {"nothing was audited: no record was found among the inputs"},
             [](Desk& desk) { desk.write("rec/scan.tif", "II*"); }},
        Case{"ProfilesThatDisagree",
             {"audit", "@/rec", "--profile", "europeana", "--profile", "dpla"},
             0,
             test::kAnything,
             {"note: profile dpla has RGT002 at note, europeana has it at error: the stricter "
              "holds"},
             good},
        Case{"AMisspeltProfile",
             {"audit", "@/rec", "--profile", "dlpa"},
             64,
             {},
             {"there is no profile 'dlpa'; did you mean 'dpla'? `solander audit --list-profiles`"},
             good},
        Case{"NoDay",
             {"audit", "@/rec", "--as-of", "yesterday"},
             64,
             {},
             {"'yesterday' is not a day, such as 2026-11-28"},
             good},
        Case{"NoSuchLevel", {"audit", "@/rec", "--fail-on", "fatal"}, 64, {}, {"fatal"}, good},
        Case{"NoPath", {"audit"}, 64, {}, {"PATH is required"}},
        Case{"NoSuchFile", {"audit", "@/none"}, 66, {}, {"@/none"}},
        Case{
            "Profiles",
            {"audit", "--list-profiles"},
            0,
            {"core", "europeana/metis-schema a62d309", "RightsStatements.org", "as of 2022-04-27"}},
        Case{"HostileWordsAreMadeFitForATerminal",
             {"audit", "@/rec"},
             1,
             {"http://rightsstatements.org/vocab/\\u{202E}/1.0/' is not in the vocabulary"},
             {},
             [](Desk& desk) {
                 desk.write("rec/letter.xml",
                            R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
                            <dc:title>A &#x202E;letter</dc:title>
                            <dc:rights>http://rightsstatements.org/vocab/&#x202E;/1.0/</dc:rights>
                            </record>)");
             }}),
    test::case_name);

TEST(AuditOfPackages, TakesTheSignedRecordOfThoseWhoAreTrusted) {
    Desk desk;
    desk.pack_letters();
    const auto said =
        desk.run({"audit", "@/out/letters.tar", "-t", "@/trust", "--fail-on", "never"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("@/out/letters.tar: verified: the signed word of "),
                      HasSubstr("@/out/letters.tar/data/in/"), HasSubstr("1 record audited")));
}

TEST(AuditOfPackages, OfSomebodyUnknownIsNeverAPass) {
    Desk desk;
    desk.pack_letters();
    const auto said = desk.run({"audit", "@/out/letters.tar", "--fail-on", "never"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.out, HasSubstr("@/out/letters.tar: not verified: signed by someone"));
    EXPECT_THAT(said.err, HasSubstr("@/out/letters.tar: not verified: signed by someone"));
    EXPECT_EQ(desk.run({"audit", "@/out/letters.tar"}).code, 1);
}

TEST(AuditOfPackages, WithABadSignatureIsNotAuditedAtAll) {
    Desk desk;
    desk.pack_letters();
    desk.spoil_signature();
    const auto said =
        desk.run({"audit", "@/out/letters.tar", "-t", "@/trust", "--fail-on", "never"});
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.out, AllOf(HasSubstr("@/out/letters.tar: NOT AUDITED: no good signature"),
                                HasSubstr("there was nothing to audit")));
    EXPECT_THAT(said.err, HasSubstr("@/out/letters.tar: not audited: "));
}

TEST(AuditOfPackages, ThatAreNoneIsUndecided) {
    Desk desk;
    desk.write("none.tar", "not a package");
    EXPECT_EQ(desk.run({"audit", "@/none.tar"}).code, 2);
}

TEST(AuditOfPackages, ReadsAnUnpackedOneByItsManifest) {
    Desk desk;
    desk.pack_letters();
    desk.unpack_letters();
    const auto said =
        desk.run({"audit", "@/unpacked/letters", "-t", "@/trust", "--fail-on", "never"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("@/unpacked/letters: verified: "));
}

/// What a capture in the payload says is not what was signed of it.
TEST(AuditOfPackages, LooksAtNoPayload) {
    Desk desk;
    desk.pack_letters();
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
    EXPECT_EQ(desk.run({"audit", "@/out/letters.tar", "-t", "@/trust", "--fail-on", "never"}).code,
              0);
}

/// The record says who received it last, the manifest who sealed it and who deposited it.
TEST(AuditOfPackages, HoldsCustodyAgainstTheSealAndTheDeposit) {
    Desk desk;
    capture(desk, "rec/telegram.txt", "export-lines.txt");
    const auto made =
        desk.run({"key", "new", "@/keys/lena", "--principal", "Lena.Amberg", "--no-passphrase"});
    ASSERT_EQ(made.code, 0) << made.err;
    const std::vector<std::string> pack{"pack", "@/rec", "-k",       "@/keys/lena.key",
                                        "-o",   "@/out", "--no-sync"};
    ASSERT_EQ(desk.run(pack).code, 0);
    EXPECT_THAT(desk.run({"audit", "@/out/rec.tar"}).out,
                HasSubstr("CUS004 review: 'Ada B. Quist' received it last, and the package is "
                          "sealed by Lena.Amberg"));
    auto deposited = pack;
    deposited.insert(deposited.end(), {"--name", "deposited", "--set", "depositor=Ada B. Quist"});
    ASSERT_EQ(desk.run(deposited).code, 0);
    EXPECT_THAT(desk.run({"audit", "@/out/deposited.tar"}).out, Not(HasSubstr("CUS004")));
}

TEST(AuditInJson, IsValidAndSaysWhatItHeldAgainstWhat) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    telegram(desk);
    good(desk);
    list_page(desk);
    desk.pack_letters();
    for (const std::vector<std::string>& more :
         std::vector<std::vector<std::string>>{{},
                                               {"--profile", "wilson", "--profile", "dpla"},
                                               {"--fail-on", "never"},
                                               {"@/out/letters.tar"},
                                               {"@/out/letters.tar", "-t", "@/trust"}}) {
        std::vector<std::string> arguments{"audit", "@/rec", "-f", "json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_TRUE(test::is_valid(desk.run(arguments).out, "audit-1.schema.json"));
    }
}

TEST(AuditInJson, IsTheSameEachTime) {
    Desk desk;
    telegram(desk);
    good(desk);
    const std::vector<std::string> arguments{"audit", "@/rec", "-f", "json"};
    const auto first = desk.run(arguments);
    EXPECT_EQ(first.out, desk.run(arguments).out);
    const auto json = nlohmann::json::parse(first.out);
    EXPECT_EQ(json["as_of"], "2026-12-01");
    EXPECT_EQ(json["profiles"][0]["name"], "core");
    EXPECT_EQ(json["failed"], true);
    EXPECT_EQ(json["records"].size(), 2U);
}

/// The capture that the design began with, and what a person sees in it.
TEST(FirstSample, IsToldAsAPersonWouldTellIt) {
    SOLANDER_NEEDS_SHARED("samples/000_1c106411baa40a7d.txt");
    Desk desk;
    const auto file = (test::shared_root() / "samples/000_1c106411baa40a7d.txt").string();
    const auto said = desk.run({"audit", file, "--profile", "wilson", "--profile", "dpla", "-f",
                                "json", "--as-of", "2026-11-28"});
    EXPECT_EQ(said.code, 1);
    const auto json = nlohmann::json::parse(said.out);
    std::vector<std::string> lines;
    for (const auto& finding : json["findings"])
        lines.push_back(finding["rule"].get<std::string>() + ' ' +
                        finding["level"].get<std::string>() + ' ' +
                        finding["at"].get<std::string>());
    EXPECT_THAT(
        lines,
        ElementsAre("SRC001 error line 32", "REC002 warning line 25", "REC002 warning line 31",
                    "REC002 warning line 32", "REC006 warning line 1", "RGT009 review lines 34-35",
                    "FND004 note line 4", "REC002 note line 26", "REC002 note line 27",
                    "REC002 note line 28", "REC002 note line 29", "REC013 note lines 5-6",
                    "RGT002 note lines 34-35"));
    EXPECT_EQ(json["counts"],
              nlohmann::json::parse(R"({"error": 1, "warning": 4, "review": 1, "note": 7})"));
    EXPECT_EQ(
        json["findings"][4]["message"],
        "text before the date names Dobrynin, Rusk and Oswald; title and summary name Mikoyan, "
        "Kennedy, Johnson and Thompson. Kept as unattributed lead text, not as the "
        "description");
    EXPECT_THAT(json["findings"][5]["message"].get<std::string>(),
                HasSubstr("(known: wilson-happ)"));
    EXPECT_THAT(json["findings"][5]["fix"].get<std::string>(),
                AllOf(HasSubstr("UND"), HasSubstr("CNE/1.0/ (which Europeana takes, too)")));
}

TEST(ExplainRule, TellsAllOfIt) {
    Desk desk;
    const auto list = desk.run({"explain", "rules"});
    EXPECT_EQ(list.code, 0);
    for (const AuditRuleInfo& rule : audit_rules()) {
        const auto said = desk.run({"explain", std::string(rule.id)});
        EXPECT_EQ(said.code, 0) << rule.id;
        for (const auto text : {rule.id, rule.title, rule.why, rule.fix, rule.example, rule.source})
            EXPECT_THAT(said.out, HasSubstr(std::string(text)));
        EXPECT_THAT(list.out, HasSubstr(std::string(rule.id) + "  "));
    }
    EXPECT_EQ(desk.run({"explain", "rgt009"}).out, desk.run({"explain", "RGT009"}).out);
    EXPECT_EQ(desk.run({"explain", "RGT999"}).code, 64);
    EXPECT_EQ(nlohmann::json::parse(desk.run({"explain", "rules", "-f", "json"}).out).size(),
              audit_rules().size());
}

TEST(RulesPage, IsWhatExplainPrints) {
    Desk desk;
    const auto page = test::source_root() / "docs/rules.md";
    const auto said = desk.run({"explain", "rules", "--format", "markdown"});
    ASSERT_EQ(said.code, 0);
    if (std::getenv("SOLANDER_ACCEPT") != nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
        test::write_file(page, said.out);
        GTEST_SKIP() << "docs/rules.md was written anew";
    }
    EXPECT_EQ(test::read_file(page), said.out) << "run this test with SOLANDER_ACCEPT=1";
}

}  // namespace
}  // namespace solander
