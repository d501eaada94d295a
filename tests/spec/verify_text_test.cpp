// SPDX-License-Identifier: Apache-2.0
// What the steps of VERIFY.txt, run as printed, see with stock tools alone: of each row of the
// matrix what the row says that they do.
#include <algorithm>

#include "matrix.h"
#include "support/process.h"
#include "support/sanitized.h"

namespace solander::test {
namespace {

Finished run_on(Forgery& forgery, const std::string& shell) {
    static const std::string commands = commands_of(Forgery().custody.at("VERIFY.txt"));
    forgery.write();
    return run_steps(commands, shell, forgery.package().parent_path(), forgery.trust_file());
}

/// Pasted into a shell, the steps behind the first that fails go to the shell around it.
TEST(VerifyText, SaysNothingOutsideOfItsScript) {
    const std::string commands = commands_of(Forgery().custody.at("VERIFY.txt"));
    const auto last = commands.rfind('\n', commands.size() - 2) + 1;
    ASSERT_NE(commands.find("Every step passed.", last), std::string::npos);
    for (const std::string shell : {"sh", "bash"}) {
        SOLANDER_NEEDS(shell);
        const Scratch scratch;
        const auto done =
            run_program({shell, "-c", commands.substr(last)},
                        {.directory = scratch.path(), .environment = {{"CHECK", ""}}});
        EXPECT_EQ(done.out, "") << shell;
        EXPECT_NE(done.status, 0) << shell;
    }
}

class Steps : public testing::TestWithParam<Row> {
protected:
    void SetUp() override {
        SOLANDER_NEEDS("ssh-keygen");
        SOLANDER_NEEDS("sha256sum");
        SOLANDER_NEEDS("tar");
        if (kIsSanitized) GTEST_SKIP() << "what runs here is none of this build";
    }

    static void expect_of(const std::string& shell) {
        Forgery forgery;
        GetParam().flaw->make(forgery);
        const auto done = run_on(forgery, shell);
        EXPECT_EQ(every_step_passed(done), passes(GetParam().flaw->stock)) << done.out << done.err;
        // A reader looks at the last line, and a script at the exit code: both say the same.
        EXPECT_EQ(done.out.find("Every step passed.") == std::string::npos, done.status != 0);
    }
};
class StepsInBash : public Steps {};

TEST_P(Steps, EndAsTheRowSays) {
    expect_of("sh");
}

TEST_P(StepsInBash, EndAsTheRowSays) {
    SOLANDER_NEEDS("bash");
    expect_of("bash");
}

template <class Use>
std::vector<Row> rows_where(Use use) {
    std::vector<Row> some;
    std::ranges::copy_if(rows(), std::back_inserter(some), use);
    return some;
}

const auto kAll = rows_where([](const Row& row) { return is_applicable(row.flaw->stock); });
// Names and lists made to be misread are where shells differ.
const auto kLists = rows_where([](const Row& row) { return row.name.starts_with("Lists."); });

INSTANTIATE_TEST_SUITE_P(VerifyText, Steps, testing::ValuesIn(kAll), row_name);
INSTANTIATE_TEST_SUITE_P(VerifyText, StepsInBash, testing::ValuesIn(kLists), row_name);

TEST(VerifyText, PassesAGoodPackageInEveryShell) {
    SOLANDER_NEEDS("ssh-keygen");
    for (const std::string shell : {"sh", "bash"}) {
        if (!has_program(shell)) continue;
        Forgery forgery;
        const auto done = run_on(forgery, shell);
        EXPECT_TRUE(every_step_passed(done)) << shell << done.out << done.err;
    }
}

/// The text says how to get at its own commands.
TEST(VerifyText, GivesItsCommandsAsItSays) {
    Forgery forgery;
    forgery.write();
    const auto printed = run_program(
        {"sed", "-n", "s/^[$>] //p", (forgery.custody_directory() / "VERIFY.txt").string()});
    EXPECT_EQ(printed.out, commands_of(forgery.custody.at("VERIFY.txt")));
    EXPECT_NE(forgery.custody.at("VERIFY.txt").find("sed -n 's/^[$>] //p'"), std::string::npos);
}

}  // namespace
}  // namespace solander::test
