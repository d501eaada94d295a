// SPDX-License-Identifier: Apache-2.0
// The forms of an audit, through the tool: `--format` and `-o`.
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "audit_desk.h"
#include "case.h"
#include "schema.h"
#include "support/process.h"

namespace solander {
namespace {

using nlohmann::json;
using test::Case;
using test::Desk;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

void telegram(Desk& desk) {
    test::put_telegram(desk);
}

class AuditOutputs : public testing::TestWithParam<Case> {};

TEST_P(AuditOutputs, AnswerAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditOutputs,
    testing::Values(
        Case{"StandardOutputHasOneForm",
             {"audit", "@/rec", "-f", "github", "-o", "sarif=@/a.sarif"},
             1,
             {"::error file=", "solander: 1 record audited"},
             {},
             telegram},
        Case{"NoForm",
             {"audit", "@/rec", "-o", "@/a.sarif"},
             64,
             {},
             {"is not FORM=FILE, such as sarif=audit.sarif"},
             telegram},
        Case{"NoFile", {"audit", "@/rec", "-o", "sarif="}, 64, {}, {"is not FORM=FILE"}, telegram},
        Case{"AMisspeltForm",
             {"audit", "@/rec", "-o", "sarf=@/a"},
             64,
             {},
             {"there is no form 'sarf'; did you mean 'sarif'? it is text, json, sarif, junit"},
             telegram},
        Case{"StandardOutputByName",
             {"audit", "@/rec", "-o", "sarif=-"},
             64,
             {},
             {"for sarif on standard output give --format sarif"},
             telegram},
        Case{"OneFileForTwoForms",
             {"audit", "@/rec", "-o", "sarif=@/a", "-o", "json=@/rec/../a"},
             64,
             {},
             {"is named twice: each form needs a file of its own"},
             telegram},
        Case{"AnInput",
             {"audit", "@/rec/telegram.txt", "-o", "csv=@/rec/telegram.txt", "--force"},
             64,
             {},
             {"is an input; name another file"},
             telegram},
        Case{"ARecordInADirectory",
             {"audit", "@/rec", "-o", "csv=@/rec/telegram.txt", "--force"},
             64,
             {},
             {"would replace a record that was audited; name another file"},
             telegram},
        Case{"NoDirectory",
             {"audit", "@/rec", "-o", "sarif=@/none/a.sarif"},
             73,
             {},
             {"the output '@/none/a.sarif' needs a directory that is there"},
             telegram},
        Case{"ADirectory",
             {"audit", "@/rec", "-o", "sarif=@/rec", "--force"},
             64,
             {},
             {"is an input"},
             telegram},
        Case{"AnotherDirectory",
             {"audit", "@/rec", "-o", "sarif=@/keys", "--force"},
             73,
             {},
             {"is there and no file; name another one"},
             telegram},
        Case{"SomethingIsThere",
             {"audit", "@/rec", "-o", "csv=@/questions.csv"},
             73,
             {},
             {"is there already: name another file, or give --force to replace it"},
             [](Desk& desk) {
                 telegram(desk);
                 desk.write("questions.csv", "decided\n");
             }},
        Case{"ProfilesInAFormOfFindings",
             {"audit", "--list-profiles", "-f", "sarif"},
             64,
             {},
             {"--list-profiles has the forms text and json"}}),
    test::case_name);

TEST(AuditOutputs, AreWrittenAllAtOnce) {
    Desk desk;
    test::put_telegram(desk);
    std::vector<std::string> arguments{"audit", "@/rec"};
    for (const char* form : test::kAuditForms) {
        arguments.emplace_back("-o");
        arguments.emplace_back(std::string(form) + "=@/a." + form);
    }
    const auto said = desk.run(arguments);
    EXPECT_EQ(said.code, 1);
    EXPECT_EQ(said.err, "");
    for (const char* form : test::kAuditForms) {
        const std::string file = desk.read(std::string("a.") + form);
        EXPECT_EQ(desk.run({"audit", "@/rec", "-f", form}).out, test::with_at(desk, file)) << form;
    }
}

TEST(AuditOutputs, ThatAreRefusedLeaveNothing) {
    Desk desk;
    test::put_telegram(desk);
    desk.write("b", "mine");
    EXPECT_EQ(desk.run({"audit", "@/rec", "-o", "sarif=@/a", "-o", "json=@/b"}).code, 73);
    EXPECT_FALSE(desk.has("a"));
    EXPECT_EQ(desk.read("b"), "mine");
}

TEST(AuditOutputs, AreReplacedByForce) {
    Desk desk;
    test::put_telegram(desk);
    desk.write("a", "mine");
    EXPECT_EQ(desk.run({"audit", "@/rec", "-o", "json=@/a", "--force"}).code, 1);
    EXPECT_TRUE(json::accept(desk.read("a")));
}

/// Reports are often put where the records are, and read with them the next time.
TEST(AuditOutputs, AreNoRecords) {
    Desk desk;
    test::put_telegram(desk);
    for (const char* form : test::kAuditForms) {
        const std::string file = std::string("rec/a.") + form;
        ASSERT_EQ(
            desk.run({"audit", "@/rec/telegram.txt", "-o", std::string(form) + "=@/" + file}).code,
            1);
    }
    ASSERT_EQ(desk.run({"audit", "@/rec/telegram.txt", "--write-baseline", "@/rec/known.txt"}).code,
              1);
    const auto all = json::parse(desk.run({"audit", "@/rec", "-f", "json"}).out);
    EXPECT_EQ(all["records"].size(), 1U);
    EXPECT_EQ(all["files_without_record"], std::size(test::kAuditForms) + 1);
}

TEST(AuditOutputs, AreFullWhereStandardOutputIsBrief) {
    Desk desk;
    test::put_telegram(desk);
    const auto said = desk.run({"audit", "@/rec", "-q", "-o", "text=@/a"});
    EXPECT_THAT(said.out, Not(HasSubstr("[fix: ")));
    EXPECT_THAT(desk.read("a"), HasSubstr("[fix: "));
}

TEST(AuditForms, AreTheSameEachTime) {
    Desk desk;
    test::put_telegram(desk);
    test::put_good(desk);
    for (const char* form : test::kAuditForms) {
        const auto first = desk.run({"audit", "@/rec", "-f", form});
        EXPECT_EQ(first.out, desk.run({"audit", "@/rec", "-f", form}).out) << form;
        EXPECT_THAT(first.out, Not(IsEmpty())) << form;
    }
}

TEST(AuditForms, ThatAreXmlAreWellFormed) {
    SOLANDER_NEEDS("xmllint");
    Desk desk;
    test::put_telegram(desk);
    test::put_good(desk);
    for (const char* form : {"junit", "html"}) {
        const auto done = test::run_program(
            {"xmllint", "--noout", "-"}, {.input = desk.run({"audit", "@/rec", "-f", form}).out});
        EXPECT_EQ(done.status, 0) << form << done.err;
    }
}

/// The schema is not ours to keep: OASIS has it as sarif-schema-2.1.0.json.
TEST(AuditInSarif, IsValid) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    const char* schema =
        std::getenv("SOLANDER_SARIF_SCHEMA");  // NOLINT(concurrency-mt-unsafe): one thread
    if (schema == nullptr) GTEST_SKIP() << "SOLANDER_SARIF_SCHEMA names no sarif-schema-2.1.0.json";
    Desk desk;
    test::put_telegram(desk);
    test::put_good(desk);
    desk.pack_letters();
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
    desk.write("known.txt", desk.read("known.txt") + "v1:" + std::string(64, '0') + "\n");
    for (const std::vector<std::string>& more :
         std::vector<std::vector<std::string>>{{"@/rec"},
                                               {"@/rec", "--baseline", "@/known.txt"},
                                               {"@/out/letters.tar"},
                                               {"@/keys"}}) {
        std::vector<std::string> arguments{"audit", "-f", "sarif"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_TRUE(test::is_valid(desk.run(arguments).out, schema));
    }
}

TEST(AuditInGithub, TakesNoCommandFromARecord) {
    Desk desk;
    desk.write("rec/letter.xml",
               "<record xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
               "<dc:title>A&#10;::error::letter</dc:title>"
               "<dc:rights>http://rightsstatements.org/vocab/&#10;::set-output name=x::/1.0/"
               "</dc:rights></record>");
    const auto said = desk.run({"audit", "@/rec", "-f", "github"});
    EXPECT_EQ(said.code, 1);
    std::istringstream lines(said.out);
    for (std::string line; std::getline(lines, line);)
        EXPECT_THAT(line, testing::AnyOf(StartsWith("::error file="), StartsWith("::warning file="),
                                         StartsWith("::notice file="), StartsWith("solander: ")));
}

TEST(AuditWorklist, QuotesNoFormula) {
    Desk desk;
    desk.write("rec/letter.xml",
               "<record xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
               "<dc:title>=cmd|' /C calc'!A0</dc:title></record>");
    const auto said = desk.run({"audit", "@/rec", "-f", "csv"});
    EXPECT_THAT(said.out, HasSubstr(",'=cmd|' /C calc'!A0,"));
    EXPECT_THAT(said.out, Not(HasSubstr(",=cmd")));
}

}  // namespace
}  // namespace solander
