// SPDX-License-Identifier: Apache-2.0
// The pieces for other people's CI, run as those services run them, as far as that can be without
// the services.
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::run_program;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kGood =
    R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Letter to a brother</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:source>Harbour Archive, box 12, folder 3</dc:source>
  <dc:rights>http://rightsstatements.org/vocab/InC/1.0/</dc:rights>
</record>
)";

/// A directory of records, and solander on the path.
class Ci : public testing::Test {
protected:
    void good(const std::string& name = "captures/letter.xml") {
        test::write_file(scratch_ / name, kGood);
    }
    void bad(const std::string& name = "captures/telegram.txt") {
        test::write_file(
            scratch_ / name,
            test::read_file(test::source_root() / "fixtures/captures/harbour-telegram-1962.txt"));
    }

    static std::string path() {
        const fs::path tool = test::solander_tool();
        // NOLINTNEXTLINE(concurrency-mt-unsafe): tests of this program run in one thread.
        return tool.parent_path().string() + ":" + std::getenv("PATH");
    }

    test::Finished github(std::map<std::string, std::string> environment) {
        environment["PATH"] = path();
        environment["GITHUB_OUTPUT"] = (scratch_ / "output").string();
        environment["GITHUB_STEP_SUMMARY"] = (scratch_ / "summary").string();
        return run_program({(test::source_root() / "integrations/github-audit").string()},
                           {.directory = scratch_.path(), .environment = std::move(environment)});
    }

    test::Scratch scratch_;
};

TEST_F(Ci, GitHubIsToldByAnnotationsSarifSummaryAndOutputs) {
    good();
    bad();
    const auto done = github({{"SOLANDER_PATHS", "captures\n"}});
    EXPECT_EQ(done.status, 1) << done.err;
    EXPECT_THAT(done.out, HasSubstr("::error file=captures/telegram.txt,line="));
    EXPECT_EQ(test::read_file(scratch_ / "output"), "sarif=solander.sarif\nexit-code=1\n");
    const auto sarif = nlohmann::json::parse(test::read_file(scratch_ / "solander.sarif"));
    EXPECT_EQ(sarif.at("version"), "2.1.0");
    std::istringstream summary(test::read_file(scratch_ / "summary"));
    std::size_t lines = 0;
    for (std::string line; std::getline(summary, line); ++lines)
        if (!line.empty()) {
            EXPECT_THAT(line, StartsWith("    "));
        }
    EXPECT_GT(lines, 3U);
}

TEST_F(Ci, GitHubHasAllInputsAsLines) {
    good("with blanks/letter.xml");
    good("other/letter.xml");
    const auto done = github({{"SOLANDER_PATHS", "\r\n  with blanks\r\n\nother\n"},
                              {"SOLANDER_PROFILE", "dpla\neuropeana\n"},
                              {"SOLANDER_FAIL_ON", "note"},
                              {"SOLANDER_OPTIONS", "--as-of\n2026-11-28\n"},
                              {"SOLANDER_SARIF", "out.sarif"}});
    EXPECT_EQ(done.status, 1) << "europeana has a note on the tier of each\n" << done.err;
    EXPECT_THAT(test::read_file(scratch_ / "summary"), HasSubstr("2 records audited as of "));
    EXPECT_TRUE(fs::exists(scratch_ / "out.sarif"));
}

TEST_F(Ci, GitHubPassesWhereTheAuditDoes) {
    good();
    EXPECT_EQ(github({{"SOLANDER_PATHS", "captures"}}).status, 0);
    EXPECT_EQ(github({{"SOLANDER_PATHS", "captures"}}).status, 0)
        << "the outputs are there already";
}

TEST_F(Ci, GitHubFailsWhereNothingIsNamedOrFound) {
    EXPECT_EQ(github({{"SOLANDER_PATHS", "\n"}}).status, 64);
    EXPECT_EQ(github({{"SOLANDER_PATHS", "none"}}).status, 66);
    EXPECT_THAT(test::read_file(scratch_ / "output"), HasSubstr("exit-code=66"));
}

TEST_F(Ci, GitHubRunsNoWordsOfInputs) {
    good("$(touch hit)/letter.xml");
    const auto done = github(
        {{"SOLANDER_PATHS", "$(touch hit)\n; touch hit"}, {"SOLANDER_PROFILE", "`touch hit`"}});
    EXPECT_NE(done.status, 0);
    EXPECT_FALSE(fs::exists(scratch_ / "hit"));
}

/// All matches of the first group.
std::set<std::string> found(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern, std::regex::multiline);
    std::set<std::string> all;
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
        all.insert((*at)[1]);
    return all;
}

TEST(CiAction, GivesEveryInputToItsScriptsAndNoneToAShell) {
    const std::string text = test::read_file(test::source_root() / "action.yml");
    const std::string inputs =
        text.substr(text.find("\ninputs:"), text.find("\noutputs:") - text.find("\ninputs:"));
    const auto declared = found(inputs, "^  ([a-z-]+):$");
    EXPECT_EQ(declared, found(text, R"(\$\{\{ inputs\.([a-z-]+) \}\})"));
    EXPECT_THAT(declared, testing::SizeIs(5));
    EXPECT_THAT(text, Not(testing::ContainsRegex("run:.*\\$\\{\\{")));
    const auto scripts = found(text, R"re(GITHUB_ACTION_PATH/([a-z/-]+)")re");
    EXPECT_THAT(scripts, testing::SizeIs(2));
    std::string read;
    for (const auto& script : scripts) {
        const fs::path file = test::source_root() / script;
        ASSERT_TRUE(fs::exists(file)) << script;
        EXPECT_NE(fs::status(file).permissions() & fs::perms::owner_exec, fs::perms::none)
            << script;
        read += test::read_file(file);
    }
    for (const auto& variable : found(text, "^        (SOLANDER_[A-Z_]+):"))
        EXPECT_THAT(read, HasSubstr("${" + variable)) << "a script has to read it";
    for (const auto& output : found(text, R"(steps\.audit\.outputs\.([a-z-]+))"))
        EXPECT_THAT(read, HasSubstr("echo \"" + output + "=")) << "a script has to say it";
}

TEST_F(Ci, GitLabRunsTheJobAndTakesItsReports) {
    good();
    bad();
    const std::string text = test::read_file(test::source_root() / "integrations/gitlab-audit.yml");
    std::string script;
    for (const auto& line : found(text, "^    - (.*)$")) script += line + "\n";
    ASSERT_THAT(script, HasSubstr("solander audit"));
    const auto done = run_program({"sh", "-e", "-c", script},
                                  {.directory = scratch_.path(),
                                   .environment = {{"PATH", path()},
                                                   {"SOLANDER_PATHS", "captures"},
                                                   {"SOLANDER_OPTIONS", "--profile dpla"}}});
    EXPECT_EQ(done.status, 1) << done.err;
    for (const auto& report : found(text, "^      (?:codequality|junit): (.*)$"))
        EXPECT_TRUE(fs::exists(scratch_ / report)) << report;
    const auto quality =
        nlohmann::json::parse(test::read_file(scratch_ / "gl-code-quality-report.json"));
    EXPECT_EQ(quality.at(0).at("location").at("path"), "captures/telegram.txt");
}

/// A repository with records, and one that has the hook.
class PreCommit : public Ci {
protected:
    test::Finished git(const std::vector<std::string>& words, const std::string& where) {
        std::vector<std::string> command{"git",
                                         "-c",
                                         "user.name=A. Archivist",
                                         "-c",
                                         "user.email=archivist@example.org",
                                         "-c",
                                         "init.defaultBranch=main",
                                         "-C",
                                         (scratch_ / where).string()};
        command.insert(command.end(), words.begin(), words.end());
        return run_program(command, {.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"}}});
    }
    void repository(const std::string& where) {
        ASSERT_EQ(git({"init", "-q"}, where).status, 0);
        ASSERT_EQ(git({"add", "-A"}, where).status, 0);
        ASSERT_EQ(git({"commit", "-q", "-m", "As it was received"}, where).status, 0);
    }
};

TEST_F(PreCommit, AuditsTheFilesThatAreCommittedAndNoOthers) {
    SOLANDER_NEEDS("git");
    SOLANDER_NEEDS("pre-commit");
    fs::create_directories(scratch_ / "hook");
    fs::copy_file(test::source_root() / ".pre-commit-hooks.yaml",
                  scratch_ / "hook/.pre-commit-hooks.yaml");
    repository("hook");
    const auto head = git({"rev-parse", "HEAD"}, "hook").out;
    bad("work/captures/telegram.txt");
    test::write_file(scratch_ / "work/.pre-commit-config.yaml",
                     "repos:\n- repo: " + (scratch_ / "hook").string() +
                         "\n  rev: " + head.substr(0, head.find('\n')) +
                         "\n  hooks:\n  - id: solander-audit\n    files: ^captures/\n");
    repository("work");
    good("work/captures/letter.xml");
    ASSERT_EQ(git({"add", "-A"}, "work").status, 0);
    const auto commit = [this] {
        return run_program({"pre-commit", "run"},
                           {.directory = scratch_ / "work",
                            .environment = {{"PATH", path()},
                                            {"GIT_CONFIG_GLOBAL", "/dev/null"},
                                            {"PRE_COMMIT_HOME", (scratch_ / "cache").string()}}});
    };
    const auto passed = commit();
    EXPECT_EQ(passed.status, 0) << passed.out << passed.err;
    EXPECT_THAT(passed.out, AllOf(HasSubstr("1 record audited"), Not(HasSubstr("telegram"))));

    test::write_file(scratch_ / "work/captures/telegram.txt",
                     test::read_file(scratch_ / "work/captures/telegram.txt") + "\n");
    ASSERT_EQ(git({"add", "-A"}, "work").status, 0);
    const auto failed = commit();
    EXPECT_NE(failed.status, 0);
    EXPECT_THAT(failed.out, HasSubstr("SRC001 error"));
}

}  // namespace
}  // namespace solander
