// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case.h"
#include "custody_desk.h"
#include "worklist_desk.h"

namespace solander {
namespace {

using test::answered;
using test::apply;
using test::capture;
using test::Case;
using test::Desk;
using test::fill_in;
using test::kUnd;
using test::sealed;
using test::to_package;
using test::to_table;

class AuditApply : public testing::TestWithParam<Case> {};

TEST_P(AuditApply, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
    EXPECT_TRUE(GetParam().code == 0 || !desk.has("new.csv") || desk.read("new.csv") == "mine");
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditApply,
    testing::Values(
        Case{"IntoATable",
             to_table(),
             0,
             {"@/new.csv  1 document, 2 decisions\n", " rows are open\n",
              "\nNext: solander pack @/rec --records @/new.csv -k KEY\n"},
             {},
             answered},
        Case{"Quietly", to_table({"-q"}), 0, {}, {}, answered},
        Case{"NothingDecided",
             to_table(),
             2,
             {},
             {"@/questions.csv: no row has a decision ("},
             [](Desk& desk) {
                 capture(desk);
                 fill_in(desk, "rec", {});
             }},
        Case{"AWrongRow",
             to_table(),
             2,
             {},
             {"@/questions.csv: the worklist cannot be taken as it is; nothing was written:",
              ", date: '20.11.2026' is no day", ", decision: there is no decision 'sett'"},
             [](Desk& desk) {
                 capture(desk);
                 fill_in(desk, "rec",
                         {{"rights", "sett", kUnd}, {"source", "set", "Box", "20.11.2026"}});
             }},
        Case{"AStaleRow",
             to_table(),
             2,
             {},
             {", finding: the audit does not ask this any more"},
             [](Desk& desk) {
                 answered(desk);
                 auto text = desk.read("rec/letter.txt");
                 desk.write("rec/letter.txt", text.replace(text.find("Some documents"), 4, "Few"));
             }},
        Case{"ATornTable",
             to_table(),
             2,
             {},
             {"(table.ragged-row)"},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("questions.csv", desk.read("questions.csv") + "one;two\r\n");
             }},
        Case{"NoWorklist", to_table(), 66, {}, {"@/questions.csv: "}, capture},
        Case{"TheTableIsThere",
             to_table(),
             73,
             {},
             {"'@/new.csv' is there already"},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("new.csv", "mine");
             }},
        Case{"ATableToReplace",
             to_table({"--force"}),
             0,
             {"@/new.csv  1 document"},
             {},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("new.csv", "mine");
             }},
        Case{"FindingsToo",
             to_table({"-o", "json=@/audit.json"}),
             64,
             {},
             {"with --apply no findings are told"},
             answered},
        Case{"NoWorklistThere",
             {"audit", "@/rec", "--apply", "@/nope.csv", "--write-records", "@/new.csv"},
             66,
             {},
             {"solander: @/nope.csv: no such file or directory\n"},
             answered},
        Case{"NoTable", apply(), 64, {}, {"--write-records NEW.csv is required"}, answered},
        Case{"ATableOfNoForm",
             apply({"--write-records", "@/new.xlsx"}),
             64,
             {},
             {"takes the name of a .csv, .json or .toml file"},
             answered},
        Case{"ATableAlone",
             {"audit", "@/rec", "--write-records", "@/new.csv"},
             64,
             {},
             {"--write-records goes with --apply"},
             capture},
        Case{"AKeyAlone",
             {"audit", "@/rec", "-k", "@/keys/archivist.key"},
             64,
             {},
             {"an audit signs nothing"},
             capture},
        Case{"AKeyForATable",
             to_table({"-k", "@/keys/archivist.key"}),
             64,
             {},
             {"a record table is not signed"},
             answered},
        Case{"AnotherForm",
             to_table({"--format", "json"}),
             64,
             {},
             {"with --apply there is no form 'json'"},
             answered},
        Case{"NoRecord",
             to_table(),
             2,
             {},
             {"nothing was audited"},
             [](Desk& desk) { desk.write("rec/a.tif", "a"); }},

        Case{"IntoAChain",
             to_package({"-k", "@/keys/archivist.key"}),
             0,
             {"0002-rights-determination.xml  rights in d1 determined on 2026-11-20 by J. Novak "
              "(register of deaths), as archivist@example.org records: rights-uri: " +
                  std::string(kUnd) + "\n",
              " rows are open\n"},
             {},
             [](Desk& desk) { sealed(desk); }},
        Case{"AsJson",
             to_package({"-k", "@/keys/archivist.key", "--format", "json"}),
             0,
             {"\"step\": \"determine\"", "0002-rights-determination.xml"},
             {},
             [](Desk& desk) { sealed(desk); }},
        Case{"NotTheHolder",
             to_package({"-k", "@/keys/registrar.key"}),
             1,
             {},
             {"(custody.not-holder)"},
             [](Desk& desk) { sealed(desk); }},
        Case{"NotOfRights",
             to_package({"-k", "@/keys/archivist.key"}),
             2,
             {},
             {", field: a sealed record is not rewritten"},
             [](Desk& desk) {
                 sealed(desk, {{"rights", "set", kUnd}, {"source", "set", "Box 3"}});
             }},
        Case{"ATableForAPackage",
             to_package({"--write-records", "@/new.csv"}),
             64,
             {},
             {"a sealed record is not rewritten: leave --write-records out"},
             [](Desk& desk) { sealed(desk); }},
        Case{"APackageAndCaptures",
             {"audit", "@/out/letters.tar", "@/rec", "-t", "@/trust", "--apply", "@/questions.csv"},
             64,
             {},
             {"to one package at a time"},
             [](Desk& desk) {
                 sealed(desk);
                 capture(desk);
             }}),
    test::case_name);

struct Spared {
    const char* name;
    const char* output;
    const char* told;
};
void PrintTo(const Spared& c, std::ostream* out) {
    *out << c.name;
}
class SparedInput : public testing::TestWithParam<Spared> {};

/// Not even by --force, and whatever way leads to it.
TEST_P(SparedInput, IsNotWrittenOver) {
    Desk desk;
    answered(desk);
    test::must(desk, {"describe", "@/rec", "-o", "@/edited.csv"});
    test::must(desk, {"describe", "@/rec", "-o", "@/rec/inside.csv"});
    std::filesystem::create_symlink(desk.path("edited.csv"), desk.path("link.csv"));
    std::filesystem::create_hard_link(desk.path("edited.csv"), desk.path("hard.csv"));
    std::filesystem::create_symlink(desk.path("rec/letter.txt"), desk.path("letter.csv"));
    const auto said =
        desk.run({"audit", "@/rec/letter.txt", "@/rec/inside.csv", "@/edited.csv", "--apply",
                  "@/questions.csv", "--write-records", GetParam().output, "--force"});
    EXPECT_EQ(said.code, 64) << said.out << said.err;
    EXPECT_THAT(said.err, testing::HasSubstr(GetParam().told));
    EXPECT_TRUE(std::filesystem::is_symlink(desk.path("link.csv")));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, SparedInput,
    testing::Values(Spared{"ATable", "@/edited.csv", "'@/edited.csv' is an input"},
                    Spared{"ByAnotherPath", "@/rec/../edited.csv", "is an input"},
                    Spared{"ByALink", "@/link.csv", "is an input"},
                    Spared{"ByAHardLink", "@/hard.csv", "is an input"},
                    Spared{"AmongCaptures", "@/rec/inside.csv", "is an input"},
                    Spared{"TheWorklist", "@/questions.csv", "is an input"},
                    Spared{"ACapture", "@/letter.csv", "is an input"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(SparedInputOf, ADirectoryIsSparedToo) {
    Desk desk;
    answered(desk);
    std::filesystem::create_symlink(desk.path("rec/letter.txt"), desk.path("letter.csv"));
    const auto said = desk.run(apply({"--write-records", "@/letter.csv", "--force"}));
    EXPECT_EQ(said.code, 64) << said.out << said.err;
    EXPECT_THAT(said.err, testing::HasSubstr("would replace a record that was audited"));
    EXPECT_TRUE(std::filesystem::is_symlink(desk.path("letter.csv")));
}

TEST(AuditApplyOf, NamesTheSignerWhomNobodyTrusts) {
    for (const bool is_screen : {false, true}) {
        Desk desk;
        sealed(desk);
        desk.terminal.is_screen = is_screen;
        const auto said = desk.run({"audit", "@/out/letters.tar", "--apply", "@/questions.csv",
                                    "-k", "@/keys/archivist.key"});
        EXPECT_EQ(said.code, 2);
        EXPECT_EQ(said.out, "");
        EXPECT_EQ(said.err,
                  "solander: @/out/letters.tar: its signer archivist@example.org is not trusted: "
                  "give --trust FILE, a trust file that has the key; nothing was written\n");
        EXPECT_FALSE(desk.has("out/letters.custody/0002-rights-determination.xml"));
    }
}

TEST(AuditApplyOf, SaysWhatIsAskedAgain) {
    Desk desk;
    capture(desk);
    fill_in(desk, "rec", {{"rights", "keep"}, {"source", "keep"}});
    const auto said = desk.run(to_table());
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                testing::AllOf(testing::HasSubstr("\nKept, and asked again by the next audit: "),
                               testing::HasSubstr("RGT002"),
                               testing::HasSubstr(". An exception ends that: "
                                                  "docs/audit-config.md\n"),
                               testing::Not(testing::HasSubstr("RGT009"))));
}

}  // namespace
}  // namespace solander
