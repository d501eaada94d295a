// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case.h"
#include "cli/command.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;

class Grammar : public testing::TestWithParam<Case> {};

TEST_P(Grammar, IsAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Grammar,
    testing::Values(
        Case{"Help", {"--help"}, 0, {"pack", "verify", "docs/exit-codes.md"}},
        Case{"HelpOfAGroup", {"key", "--help"}, 0, {"new", "show", "export"}},
        Case{"Version", {"--version"}, 0, {"solander "}},
        Case{"NoVerb", {}, 64, {}, {"solander --help"}},
        Case{"NoVerbInAGroup", {"key"}, 64, {}, {"solander key --help"}},
        Case{"UnknownVerbNamesTheNearest", {"verfy", "x.tar"}, 64, {}, {"'verfy'", "'verify'"}},
        Case{"UnknownVerbIsMadeFitForATerminal", {"\x1b[2Jpack"}, 64, {}, {"\\u{1B}[2Jpack"}},
        Case{"UnknownVerbOfAGroupNamesTheNearest", {"key", "nwe"}, 64, {}, {"'nwe'", "'new'"}},
        Case{"UnknownOption", {"verify", "x.tar", "--bogus"}, 64, {}, {"--bogus", "verify --help"}},
        Case{"MissingArgument", {"verify"}, 64, {}, {"PACKAGE is required"}},
        Case{"MissingOutput", {"extract", "x.tar"}, 64, {}, {"--output is required"}},
        Case{"UnknownFormat", {"verify", "x.tar", "-f", "yaml"}, 64, {}, {"yaml", "text"}},
        Case{"TooManyJobs", {"verify", "x.tar", "-j", "5000"}, 64, {}, {"--jobs"}},
        Case{"NoJobs", {"verify", "x.tar", "-j", "0"}, 64, {}, {"--jobs"}},
        Case{"NegativeDescriptor",
             {"key", "new", "k", "--passphrase-fd", "-1"},
             64,
             {},
             {"--passphrase-fd"}}),
    test::case_name);

TEST(Help, OfEveryVerbHasExamplesThatBeginWithIt) {
    for (const cli::Command* command : cli::commands()) {
        std::vector<std::string> words;
        if (!command->group.empty()) words.emplace_back(command->group);
        words.emplace_back(command->name);
        std::string example = "\n  solander";
        for (const auto& word : words) example += " " + word;
        words.emplace_back("--help");
        Desk desk;
        const auto said = desk.run(words);
        EXPECT_EQ(said.code, 0) << command->name;
        EXPECT_EQ(said.err, "") << command->name;
        EXPECT_THAT(said.out, testing::HasSubstr(std::string(command->title)));
        EXPECT_THAT(said.out, testing::HasSubstr("Examples:"));
        EXPECT_THAT(said.out, testing::HasSubstr(example));
    }
}

TEST(Help, LeavesNothingBehindForTheNextRun) {
    Desk desk;
    EXPECT_EQ(desk.run({"verify", "@/nothing.tar", "--format", "json"}).code, 66);
    EXPECT_EQ(desk.run({"verify", "@/nothing.tar"}).out.find('{'), std::string::npos);
}

}  // namespace
}  // namespace solander
