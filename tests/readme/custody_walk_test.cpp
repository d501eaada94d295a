// SPDX-License-Identifier: Apache-2.0
// docs/custody.md is a story that happens: every command on the page, in one shell, in order.
#include <filesystem>
#include <sstream>

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

TEST(CustodyWalkThrough, HappensAsItIsWritten) {
    for (const auto* program : {"ssh-keygen", "sha256sum", "tar"}) SOLANDER_NEEDS(program);
    const test::Scratch scratch;
    const auto script = script_of(test::read_file(test::source_root() / "docs/custody.md"));
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
    for (const std::string words :
         {"custody.rollback", "nothing here shows that the chain ends there",
          "letters-1919.custody/0005-receipt.xml: OK", "Every step passed.",
          "confirmed through event 7 of 7"})
        EXPECT_THAT(told.out, HasSubstr(words));
}

}  // namespace
}  // namespace solander
