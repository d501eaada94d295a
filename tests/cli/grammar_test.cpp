// SPDX-License-Identifier: Apache-2.0
#include <sstream>

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
        Case{"VersionBesideAVerb", {"--version", "verify"}, 0, {"solander "}},
        Case{"NoVerb", {}, 64, {}, {"a verb is missing: key, ", "`solander --help` tells"}},
        Case{"NoVerbInAGroup",
             {"key"},
             64,
             {},
             {"new, show, export or check", "`solander key --help`"}},
        Case{"UnknownVerb",
             {"verfy", "x.tar"},
             64,
             {},
             {"there is no verb 'verfy'; did you mean 'verify'? `solander --help` lists them\n"}},
        Case{"UnknownVerbFarFromAll",
             {"help"},
             64,
             {},
             {"there is no verb 'help'; `solander --help` lists them\n"}},
        Case{"UnknownVerbIsMadeFitForATerminal", {"\x1b[2Jpack"}, 64, {}, {"\\u{1B}[2Jpack"}},
        Case{"UnknownVerbOfAGroup", {"key", "nwe"}, 64, {}, {"'nwe'", "'new'"}},
        Case{"UnknownVerbWithHelp", {"verfy", "x", "--help"}, 64, {}, {"'verfy'", "'verify'"}},
        Case{"UnknownVerbOfAGroupWithHelp", {"key", "sho", "--help"}, 64, {}, {"'sho'", "'show'"}},
        Case{"UnknownOption",
             {"verify", "x.tar", "--trst=y"},
             64,
             {},
             {"there is no option '--trst' of `solander verify`; did you mean '--trust'? `solander "
              "verify --help` lists them\n"}},
        Case{"UnknownOptionFarFromAll",
             {"verify", "x.tar", "--bogus"},
             64,
             {},
             {"'--bogus' of `solander verify`; `solander verify --help` lists them\n"}},
        Case{"UnknownOptionInPlaceOfAnArgument", {"verify", "--trst"}, 64, {}, {"'--trst'"}},
        Case{"UnknownShortOption", {"verify", "x.tar", "-qz"}, 64, {}, {"no option '-z'"}},
        Case{"UnknownOptionWithHelp", {"verify", "--trst", "x", "--help"}, 64, {}, {"'--trust'"}},
        Case{"UnknownOptionOfTheTool", {"--verison"}, 64, {}, {"'--verison'", "'--version'"}},
        Case{"UnknownOptionOfTheToolFarFromAll", {"--foo"}, 64, {}, {"no option '--foo'"}},
        Case{"UnknownOptionWithVersion", {"--version", "--foo"}, 64, {}, {"no option '--foo'"}},
        Case{"AnArgumentTooMany", {"show", "a", "b"}, 64, {}, {"'b' is one argument too many"}},
        Case{"OptionGivenTwice",
             {"pack", "x", "--name", "a", "--name", "b"},
             64,
             {},
             {"--name may be given only once; `solander pack --help` tells more\n"}},
        Case{"OptionWithoutAValue", {"verify", "x", "--trust"}, 64, {}, {"--trust needs a value;"}},
        Case{"OptionWithAnOptionForAValue",
             {"verify", "x", "--trust", "--format", "json"},
             64,
             {},
             {"--trust needs a value, and '--format' is an option;"}},
        Case{"FlagWithAValue", {"pack", "x", "--force=now"}, 64, {}, {"--force takes no value;"}},
        Case{"MissingArgument", {"verify"}, 64, {}, {"PACKAGE is required"}},
        Case{"MissingOutput", {"extract", "x.tar"}, 64, {}, {"--output is required"}},
        Case{"UnknownFormat",
             {"verify", "x.tar", "-f", "yaml"},
             64,
             {},
             {"--format takes text or json, not 'yaml'; `solander verify --help` tells more\n"}},
        Case{"FormatWithAnEscape", {"show", "x", "-f", "\x1b"}, 64, {}, {"not '\\u{1B}'"}},
        Case{"TooManyJobs",
             {"verify", "x.tar", "-j", "5000"},
             64,
             {},
             {"--jobs takes a number from 1 to 1024, not '5000'"}},
        Case{"NoJobs", {"verify", "x.tar", "-j", "0"}, 64, {}, {"--jobs takes a number"}},
        Case{"JobsOfAnExtraction", {"extract", "x", "-o", "y", "-j", "2"}, 64, {}, {"'-j'"}},
        Case{"TooLargeALimit",
             {"show", "x", "--max-manifest", "99999999999"},
             64,
             {},
             {"--max-manifest takes a number of bytes from 1 to 1073741824, not '99999999999'"}},
        Case{"DescriptorThatIsNone",
             {"key", "show", "k", "--passphrase-fd", "x"},
             64,
             {},
             {"--passphrase-fd takes the number of an open file descriptor, such as 3, not 'x'"}},
        Case{"NegativeDescriptor",
             {"key", "new", "k", "--passphrase-fd", "-1"},
             64,
             {},
             {"--passphrase-fd"}},
        Case{"ArgumentInBrackets", {"verify", "[a,b]"}, 66, {"ERROR [a,b]: "}, {"[a,b]: "}},
        Case{"ArgumentsBehindTwoDashes",
             {"verify", "x", "--", "-y"},
             66,
             {"ERROR x: ", "ERROR -y: "},
             {"-y: "}}),
    test::case_name);

/// An empty value is what a variable that is not set leaves behind. It is not the default.
class EmptyValue : public testing::TestWithParam<Case> {};

TEST_P(EmptyValue, IsRefused) {
    Desk desk;
    desk.pack_letters();
    test::expect(desk, GetParam());
}

Case empty_value(const std::string& name, const std::string& option,
                 const std::vector<std::string>& arguments) {
    return {name,
            arguments,
            64,
            {},
            {option + " was given an empty value (an unset variable?); `solander "}};
}

INSTANTIATE_TEST_SUITE_P(
    Cli, EmptyValue,
    testing::Values(
        empty_value("Created", "--created", {"pack", "@/in", "--created", ""}),
        empty_value("Name", "--name", {"pack", "@/in", "--name", ""}),
        empty_value("Principal", "--principal", {"pack", "@/in", "--principal", ""}),
        empty_value("Output", "--output", {"pack", "@/in", "-o", ""}),
        empty_value("Key", "--key", {"pack", "@/in", "--key", ""}),
        empty_value("OneOfTwoKeys", "--key",
                    {"pack", "@/in", "-k", "@/keys/archivist.key", "-k", ""}),
        empty_value("Setting", "--set", {"pack", "@/in", "--set", ""}),
        empty_value("Input", "INPUT", {"pack", "@/in", ""}),
        empty_value("Custody", "--custody", {"verify", "@/out/letters.tar", "--custody", ""}),
        empty_value("Trust", "--trust", {"verify", "@/out/letters.tar", "--trust", ""}),
        empty_value("TrustBehindAnEqualsSign", "--trust",
                    {"verify", "--trust=", "@/out/letters.tar"}),
        empty_value("Package", "PACKAGE", {"verify", ""}),
        empty_value("Format", "--format", {"show", "@/out/letters.tar", "--format="}),
        empty_value("Jobs", "--jobs", {"verify", "@/out/letters.tar", "-j", ""}),
        empty_value("Document", "--document", {"show", "@/out/letters.tar", "--document", ""}),
        empty_value("Selection", "SELECTION", {"extract", "@/out/letters.tar", "", "-o", "@/to"}),
        empty_value("NameOfAKey", "NAME", {"key", "new", ""}),
        empty_value("PrincipalOfAKey", "--principal", {"key", "new", "@/k", "--principal", ""}),
        empty_value("PrincipalOfALine", "--principal",
                    {"key", "export", "@/keys/archivist.pub", "--principal="}),
        empty_value("Namespaces", "--namespaces",
                    {"key", "export", "@/keys/archivist.pub", "--namespaces", ""}),
        empty_value("Code", "CODE", {"explain", ""})),
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

/// The words that lead to each page of help.
std::vector<std::vector<std::string>> pages() {
    std::vector<std::vector<std::string>> pages{{}};
    for (const cli::Group& group : cli::kGroups) pages.push_back({std::string(group.name)});
    for (const cli::Command* command : cli::commands()) {
        pages.emplace_back();
        if (!command->group.empty()) pages.back().emplace_back(command->group);
        pages.back().emplace_back(command->name);
    }
    return pages;
}

TEST(Help, FitsATerminalAndSpeaksNoCli11) {
    for (auto words : pages()) {
        words.emplace_back("--help");
        Desk desk;
        std::istringstream page(desk.run(words).out);
        for (std::string line; std::getline(page, line);) {
            EXPECT_LE(line.size(), 80U) << line;
            for (const std::string raw : {"TEXT", "UINT", "INT:", "REQUIRED", "SUBCOMMAND", " ..."})
                EXPECT_THAT(line, testing::Not(testing::HasSubstr(raw)));
        }
    }
}

struct Promise {
    std::string name;
    std::vector<std::string> words;
    std::string promise;
};

void PrintTo(const Promise& one, std::ostream* out) {
    *out << one.name;
}

class HelpSays : public testing::TestWithParam<Promise> {};

TEST_P(HelpSays, WhatCannotBeGuessed) {
    Desk desk;
    auto words = GetParam().words;
    words.emplace_back("--help");
    // The page's line breaks are no part of what it says.
    std::istringstream page(desk.run(words).out);
    std::string text;
    for (std::string word; page >> word;) text += word + " ";
    EXPECT_THAT(text, testing::HasSubstr(GetParam().promise));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, HelpSays,
    testing::Values(
        Promise{"TheLargestManifest", {"verify"}, "in bytes (default: 67108864, which is 64 MiB)"},
        Promise{"WhichTimesAreSealed", {"pack"}, "modification times of the files are sealed too"},
        Promise{
            "WhichPassphraseIsWhose", {"pack"}, "one line for each encrypted key, in the order"},
        Promise{"WhatIsRequired", {"extract"}, "to put the files below (required)"},
        Promise{"TheDefaultOfAChoice", {"explain"}, "text, json or markdown (default: text)"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Help, LeavesNothingBehindForTheNextRun) {
    Desk desk;
    EXPECT_EQ(desk.run({"verify", "@/nothing.tar", "--format", "json"}).code, 66);
    EXPECT_EQ(desk.run({"verify", "@/nothing.tar"}).out.find('{'), std::string::npos);
}

}  // namespace
}  // namespace solander
