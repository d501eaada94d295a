// SPDX-License-Identifier: Apache-2.0
// The table of docs/exit-codes.md is what the tool does: each of its codes has a way to it here.
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "case.h"
#include "cli/exit_code.h"
#include "support/shared.h"

namespace solander {
namespace {

using cli::Exit;
using test::Desk;

struct Way {
    std::string name;
    int code;
    int (*go)(Desk& desk);
};

void PrintTo(const Way& way, std::ostream* out) {
    *out << way.name;
}

const std::vector<std::string> kPack{"pack", "@/in",  "-k",       "@/keys/archivist.key",
                                     "-o",   "@/out", "--no-sync"};

const std::vector<Way> kWays{
    {"Passed", 0,
     [](Desk& desk) {
         desk.pack_letters();
         return desk.run({"verify", "@/out/letters.tar", "-t", "@/trust"}).code;
     }},
    {"Failed", 1,
     [](Desk& desk) {
         desk.pack_letters();
         desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
         return desk.run({"verify", "@/out/letters.tar", "-t", "@/trust"}).code;
     }},
    {"Indeterminate", 2,
     [](Desk& desk) {
         return desk.run({"verify", "@/in"}).code;
     }},
    {"Usage", 64, [](Desk& desk) { return desk.run({"verify"}).code; }},
    {"NoInput", 66,
     [](Desk& desk) {
         return desk.run({"verify", "@/none"}).code;
     }},
    {"Internal", 70,
     [](Desk& desk) {
         desk.terminal.breaks = true;
         return desk.run({"key", "new", "@/k"}).code;
     }},
    {"NoOutput", 73,
     [](Desk& desk) {
         static_cast<void>(desk.run(kPack));
         return desk.run(kPack).code;
     }},
    {"PolicyNotMet", 3,
     [](Desk& desk) {
         desk.pack_letters();
         desk.write("policy.toml", "[require]\nconfirmed = 'last event'\n");
         return desk
             .run({"verify", "@/out/letters.tar", "-t", "@/trust", "--policy", "@/policy.toml"})
             .code;
     }},
    {"FullDisk", 74, [](Desk& desk) { return desk.run_with_full_disk({"explain"}).code; }},
    {"Interrupted", 130,
     [](Desk& desk) {
         desk.stop = true;
         return desk.run(kPack).code;
     }},
};

class ExitCode : public testing::TestWithParam<Way> {};

TEST_P(ExitCode, HasAWayToIt) {
    Desk desk;
    EXPECT_EQ(GetParam().go(desk), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(Cli, ExitCode, testing::ValuesIn(kWays),
                         [](const auto& tested) { return tested.param.name; });

/// The codes of the page's first table, and whether each is reserved.
std::map<int, bool> documented() {
    std::istringstream page(test::read_file(test::source_root() / "docs/exit-codes.md"));
    std::map<int, bool> codes;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) break;
        std::istringstream row(line);
        std::string bar;
        int code = -1;
        if (row >> bar >> code && bar == "|")
            codes[code] = line.find("reserved") != std::string::npos;
    }
    return codes;
}

TEST(ExitCodesPage, NamesEachCodeThatThereIsAWayToAndNoOther) {
    std::set<int> reached;
    for (const Way& way : kWays) reached.insert(way.code);
    const auto codes = documented();
    for (const auto& [code, reserved] : codes)
        EXPECT_NE(reached.contains(code), reserved) << code << " is neither reached nor reserved";
    for (const int code : reached) EXPECT_TRUE(codes.contains(code)) << code << " is not told";
}

TEST(ExitCodes, OfWritingOutweighsOnlyWhatIsLessGrave) {
    Desk desk;
    desk.pack_letters();
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
    EXPECT_EQ(desk.run_with_full_disk({"verify", "@/out/letters.tar", "-t", "@/trust"}).code, 1);
    EXPECT_EQ(desk.run_with_full_disk({"verify", "@/in"}).code, 74);
}

TEST(ExitCodes, OfAReportThatCouldNotBeWrittenUndoNothing) {
    Desk desk;
    EXPECT_EQ(desk.run_with_full_disk(kPack).code, 74);
    EXPECT_TRUE(desk.has("out/in.tar"));
    EXPECT_EQ(desk.run_with_full_disk({"key", "new", "@/k", "--no-passphrase"}).code, 74);
    EXPECT_TRUE(desk.has("k.key"));
    EXPECT_EQ(desk.run_with_full_disk({"extract", "@/out/in.tar", "-o", "@/to"}).code, 74);
    EXPECT_TRUE(desk.has("to/data/in/letter.txt"));
}

/// What keeps all packages from being looked at is no package's report.
TEST(ExitCodes, OfWhatConcernsAllPackagesHaveNoReport) {
    Desk desk;
    desk.pack_letters();
    const auto said = desk.run({"verify", "@/out/letters.tar", "-t", "@/none", "-f", "json"});
    EXPECT_EQ(said.code, 66);
    EXPECT_EQ(said.out, "");
    EXPECT_NE(said.err.find("@/none: "), std::string::npos) << said.err;
}

TEST(ExitCodes, OfManyPackagesAreInThisOrder) {
    const std::vector<Exit> order{
        Exit::passed,   Exit::policy, Exit::indeterminate, Exit::no_output, Exit::io,
        Exit::no_input, Exit::usage,  Exit::failed,        Exit::internal,  Exit::interrupted};
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = 0; j < order.size(); ++j)
            EXPECT_EQ(cli::graver(order[i], order[j]), order[std::max(i, j)]);
}

TEST(ExitCodes, AnInternalErrorIsSaidAndFitForATerminal) {
    Desk desk;
    desk.terminal.breaks = true;
    EXPECT_EQ(desk.run({"key", "new", "@/k"}).err,
              "solander: this should not happen: the terminal \\u{1B}[31m broke\n");
}

}  // namespace
}  // namespace solander
