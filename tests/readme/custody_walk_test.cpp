// SPDX-License-Identifier: Apache-2.0
// docs/custody.md and docs/trust.md are stories that happen: every command on the page, in one
// shell, in order.
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander {
namespace {

using testing::HasSubstr;

/// The commands of a page as a script: a line `$ ! command` has to fail.
std::string script_of(const std::string& page) {
    std::istringstream lines(page);
    std::string script = "set -eu\n";
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("$ ")) continue;
        const std::string command = line.substr(2);
        script += "echo '--- " + std::string(command.starts_with("!") ? "fails" : "works") + "'\n";
        if (command.starts_with("! "))
            script += "if " + command.substr(2) + "; then echo 'it passed' >&2; exit 99; fi\n";
        else
            script += command + "\n";
    }
    return script;
}

struct Page {
    std::string name;
    std::string file;
    std::vector<std::string> said;
};

void PrintTo(const Page& page, std::ostream* out) {
    *out << page.name;
}

class WalkThrough : public testing::TestWithParam<Page> {};

TEST_P(WalkThrough, HappensAsItIsWritten) {
    for (const auto* program : {"ssh-keygen", "sha256sum", "tar"}) SOLANDER_NEEDS(program);
    const test::Scratch scratch;
    const auto script = script_of(test::read_file(test::source_root() / GetParam().file));
    const auto tool = std::filesystem::path(test::solander_tool()).parent_path().string();
    const char* const path = std::getenv("PATH");
    test::write_file(scratch / "story.sh", script);
    const auto told = test::run_program(
        {"sh", "story.sh"},
        {.directory = scratch.path(),
         .environment = {{"PATH", tool + ":" + (path == nullptr ? "/usr/bin:/bin" : path)},
                         {"HOME", (scratch / "home").string()},
                         {"XDG_STATE_HOME", ""},
                         {"XDG_CONFIG_HOME", ""},
                         {"LC_ALL", "C.UTF-8"}}});
    ASSERT_EQ(told.status, 0) << told.out << told.err;
    for (const auto& words : GetParam().said) EXPECT_THAT(told.out, HasSubstr(words));
}

INSTANTIATE_TEST_SUITE_P(
    Docs, WalkThrough,
    testing::Values(Page{"Custody",
                         "docs/custody.md",
                         {"custody.rollback", "nothing here shows that the chain ends there",
                          "letters-1919.custody/0005-receipt.xml: OK", "Every step passed.",
                          "confirmed through event 7 of 7"}},
                    Page{"Trust",
                         "docs/trust.md",
                         {"trust.missing", "added line 1: helena@example.org", "PASSED",
                          "replaced line 1: helena@example.org", "has another key, too, in line 1",
                          "removed line 2: helena@example.org"}}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
