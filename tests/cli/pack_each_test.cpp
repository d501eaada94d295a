// SPDX-License-Identifier: Apache-2.0
// `pack --each` as people use it: what it says, its report, its exit codes.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "case.h"
#include "schema.h"
#include "support/process.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A capture and two scans.
void papers(Desk& desk) {
    desk.write("papers/letter.txt",
               test::read_file(test::source_root() / "fixtures/captures/crlf.txt"));
    desk.write("papers/p10.tif", "ten");
    desk.write("papers/p2.tif", "two");
}

void papers_with_a_link(Desk& desk) {
    papers(desk);
    fs::create_symlink("p2.tif", desk.path("papers/link.tif"));
}

std::vector<std::string> each(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "pack", "@/papers", "--each", "-k", "@/keys/archivist.key", "-o", "@/out", "--no-sync"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

class PackEachCommand : public testing::TestWithParam<Case> {};

TEST_P(PackEachCommand, Says) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, PackEachCommand,
    testing::Values(
        Case{"WhatItMade",
             each(),
             0,
             {"3 packages sealed; 3 files, ", "report  @/out/pack-report.csv\n",
              "solander verify @/out/*.tar --trust ALLOWED_SIGNERS\n"},
             {"solander: audit of 3 packages: ", "; 3 packages with errors\n"},
             papers},
        Case{"WhatFailed",
             each(),
             66,
             {"3 packages sealed, 1 failed; 3 files, ",
              "\nFailed:\n  papers/link.tif: @/papers/link.tif: a symbolic link",
              "Next: the same command again, once what failed is mended; what is there is "
              "skipped\n"},
             {"solander: 1 document of 4 not packed: see @/out/pack-report.csv\n"},
             papers_with_a_link},
        Case{"WhatFailedQuietly",
             each({"-q"}),
             66,
             {},
             {"solander: 1 document of 4 not packed: see @/out/pack-report.csv\n"},
             papers_with_a_link},
        Case{"TwoOfOneName",
             each({"--name", "{date}-x"}),
             73,
             {"its package would be named x, and so is that of 'papers/p2.tif': put {n} or {file} "
              "into --name\n"},
             {"1 document of 3 not packed"},
             papers},
        Case{"ThatAFieldIsUnknown",
             each({"--name", "{titel-slug}"}),
             64,
             {},
             {"did you mean 'title-slug'? the fields are {date}, {title-slug}, {id}, {file}, {n}"},
             papers},
        Case{"ThatThereIsNoField",
             each({"--name", "letters"}),
             64,
             {},
             {"every package would have this name; put a field into it, such as 'letters-{n}'"},
             papers},
        Case{"ThatATemplateIsForEach",
             {"pack", "@/papers", "-k", "@/keys/archivist.key", "--name", "{n}"},
             64,
             {},
             {"--name '{n}' is a template, which goes with --each\n"},
             papers},
        Case{"ThatAReportIsForEach",
             {"pack", "@/papers", "-k", "@/keys/archivist.key", "--report", "@/r.csv"},
             64,
             {},
             {"--report goes with --each"},
             papers},
        Case{"ThatAReportIsATable",
             each({"--report", "@/report.txt"}),
             64,
             {},
             {"the report '@/report.txt' needs a name that ends in .csv or .json\n"},
             papers},
        Case{"ThatAReportIsNoInput",
             each({"--report", "@/papers/report.csv"}),
             64,
             {},
             {"the report '@/papers/report.csv' lies inside the input '@/papers'"},
             papers},
        Case{"ThatAReportIsNotTheTable",
             each({"--records", "@/r.csv", "--report", "@/r.csv"}),
             64,
             {},
             {"the report '@/r.csv' is an input; name another file\n"},
             [](Desk& desk) {
                 papers(desk);
                 desk.write("r.csv", "document,title\npapers/p2.tif,Map\n");
             }},
        Case{"ThatAReportIsNoCustody",
             each({"--report", "@/out/x.custody/report.csv"}),
             64,
             {},
             {"must not lie in a custody directory"},
             papers},
        Case{"ThatAReportNeedsADirectory",
             each({"--report", "@/none/report.csv"}),
             66,
             {},
             {"the report '@/none/report.csv' needs a directory that is there\n"},
             papers},
        Case{"ThatAReportIsNoDirectory",
             each({"--report", "@/r.csv", "--force"}),
             73,
             {},
             {"the report '@/r.csv' is there and no file; name another one\n"},
             [](Desk& desk) {
                 papers(desk);
                 fs::create_directory(desk.path("r.csv"));
             }},
        Case{"ThatAReportReplacesNoOtherFile",
             each({"--report", "@/mine.csv"}),
             73,
             {},
             {"would replace something that is no report of `pack --each`"},
             [](Desk& desk) {
                 papers(desk);
                 desk.write("mine.csv", "document,of mine\n");
             }},
        Case{"ThatTheOutputIsNoInput",
             {"pack", "@/papers", "--each", "-k", "@/keys/archivist.key", "-o", "@/papers/out/"},
             66,
             {},
             {"the output directory '@/papers/out/' lies inside the input '@/papers', so the "
              "packages would be documents the next time; -o names a place outside\n"},
             [](Desk& desk) {
                 papers(desk);
                 fs::create_directories(desk.path("papers/out"));
             }},
        Case{"ThatATableIsBad",
             each({"--records", "@/r.csv"}),
             2,
             {},
             {"cell A2: 'papers/none.tif' is no document that was read"},
             [](Desk& desk) {
                 papers(desk);
                 desk.write("r.csv", "document,title\npapers/none.tif,Map\n");
             }},
        Case{"ThatItWasStopped",
             each(),
             130,
             {},
             {"interrupted"},
             [](Desk& desk) {
                 papers(desk);
                 desk.stop = true;
             }}),
    test::case_name);

TEST(PackEach, GivesATextOfARowTheRoleThatPackGivesIt) {
    Desk desk;
    desk.write("papers/scan.pdf", "scan");
    desk.write("papers/references.ris",
               test::read_file(test::source_root() / "fixtures/handover/ris/references.ris"));
    desk.write("records.csv",
               "document,files,title\nseven,papers/scan.pdf|papers/references.ris,Letter seven\n");
    ASSERT_EQ(desk.run({"pack", "@/papers", "--records", "@/records.csv", "-k",
                        "@/keys/archivist.key", "-o", "@/one", "--name", "one"})
                  .code,
              0);
    ASSERT_EQ(desk.run(each({"--records", "@/records.csv", "--name", "{title-slug}-{file}"})).code,
              0);
    const std::string part = "media-type=\"application/x-research-info-systems\" role=\"metadata\"";
    EXPECT_THAT(desk.read("one/one.tar"), HasSubstr(part));
    EXPECT_THAT(desk.read("out/letter-seven-scan.tar"), HasSubstr(part));
}

TEST(PackEachReport, HasARowForEachDocument) {
    Desk desk;
    papers_with_a_link(desk);
    desk.write("=1+1.tif", "a formula");
    auto arguments = each();
    arguments.insert(arguments.begin() + 1, "@/=1+1.tif");
    ASSERT_EQ(desk.run(arguments).code, 66);
    const std::string report = desk.read("out/pack-report.csv");
    EXPECT_THAT(report, StartsWith("\xEF\xBB\xBF"
                                   "document,package,status,identity,files,bytes,reason\r\n"));
    EXPECT_THAT(report, AllOf(HasSubstr("\r\n'=1+1.tif,"), HasSubstr("/out/p2.tar,packed,sha256:"),
                              HasSubstr("\r\npapers/link.tif,"), HasSubstr(",failed,,0,0,")));
    // What is mended is packed, what is there is skipped, and the report is that of this call.
    fs::remove(desk.path("papers/link.tif"));
    const auto said = desk.run(arguments);
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.out, StartsWith("0 packages sealed, 4 there already; 4 files, "));
    EXPECT_THAT(desk.read("out/pack-report.csv"),
                AllOf(HasSubstr("/out/p2.tar,already-there,sha256:"), Not(HasSubstr("link.tif"))));
}

TEST(PackEachReport, IsJsonThatKeepsToItsSchema) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    papers_with_a_link(desk);
    for (const std::string round : {"made", "there already"}) {
        const auto said = desk.run(each({"--format", "json", "--report", "@/report.json"}));
        EXPECT_EQ(said.code, 66) << round;
        EXPECT_TRUE(test::is_valid(said.out, "pack-each-1.schema.json"));
        EXPECT_TRUE(test::is_valid(desk.read("report.json"), "pack-each-1.schema.json"));
        EXPECT_THAT(said.out, AllOf(HasSubstr("\"failed\": 1,"), HasSubstr("\"error\": \"open\"")));
        EXPECT_EQ(said.err, "solander: 1 document of 4 not packed: see @/report.json\n");
    }
}

TEST(PackEach, MakesPackagesThatPass) {
    Desk desk;
    papers(desk);
    desk.write("r.csv",
               "document,files,title\nmap,papers/p2.tif|papers/p10.tif,Map of the harbour\n");
    const auto said = desk.run(each({"--records", "@/r.csv", "--name", "{title-slug}"}));
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("each package has an excerpt of '@/r.csv' (sha256:"));
    const std::string map = "@/out/map-of-the-harbour.tar";
    const std::string letter = "@/out/letter-edda-lindqvist-to-the-board-of-lights.tar";
    EXPECT_EQ(desk.run({"verify", map, letter, "--trust", "@/trust"}).code, 0);
    EXPECT_THAT(desk.run({"list", map, "--trust", "@/trust"}).out,
                AllOf(HasSubstr("data/papers/p2.tif"), HasSubstr("data/r.csv")));
}

TEST(PackEach, KeepsToTheNameOfTheReport) {
    Desk desk;
    papers(desk);
    ASSERT_EQ(desk.run(each({"--report", "@/report.csv"})).code, 0);
    EXPECT_TRUE(desk.has("report.csv"));
    EXPECT_FALSE(desk.has("out/pack-report.csv"));
}

/// Whether something of `directory` has a name with `part` in it.
bool holds(const fs::path& directory, const std::string& part) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(directory, ignored))
        if (entry.path().filename().string().find(part) != std::string::npos) return true;
    return false;
}

TEST(PackEach, ReportsWhatItHadDoneWhenItIsStopped) {
    constexpr std::uintmax_t kInput = std::uintmax_t{1} << 30;
    Desk desk;
    if (fs::space(desk.path("")).available < 2 * kInput)
        GTEST_SKIP() << "the disk of " << desk.path("") << " has no room for this";
    desk.write("papers/a.tif", "the first");
    desk.write("papers/b.tif", "");
    fs::resize_file(desk.path("papers/b.tif"), kInput);  // a hole: takes no room
    desk.write("papers/c.tif", "never reached");
    auto finished = std::async(std::launch::async, [&desk] {
        return test::run_program(
            {"sh", "-c",
             "echo $$ > pid.new; mv pid.new pid; exec \"$0\" pack papers --each -j 1 -k "
             "keys/archivist.key -o out --no-sync",
             test::solander_tool()},
            {.directory = desk.path("")});
    });
    const auto is_over = [&finished] {
        return finished.wait_for(std::chrono::milliseconds(1)) == std::future_status::ready;
    };
    bool started = false;
    while (!started && !is_over()) started = holds(desk.path("out"), ".b.0.partial");
    if (started) ::kill(static_cast<pid_t>(std::stol(desk.read("pid"))), SIGTERM);
    const auto said = finished.get();
    if (said.status == 0) GTEST_SKIP() << "it was done before it could be stopped";
    EXPECT_EQ(said.status, 130) << said.err;
    EXPECT_FALSE(holds(desk.path("out"), ".partial"));
    EXPECT_THAT(desk.read("out/pack-report.csv"),
                AllOf(HasSubstr("papers/a.tif,out/a.tar,packed,"),
                      HasSubstr("papers/b.tif,out/b.tar,not-reached,"),
                      HasSubstr("papers/c.tif,out/c.tar,not-reached,")));
    EXPECT_THAT(said.out, HasSubstr("1 package sealed, 2 not reached"));
    EXPECT_EQ(said.err,
              "solander: audit of 1 package: 2 errors; 1 package with errors\n"
              "  `solander audit` tells more\n"
              "solander: interrupted; 2 documents of 3 not packed: see "
              "out/pack-report.csv\n");
}

}  // namespace
}  // namespace solander
