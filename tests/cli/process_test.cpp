// SPDX-License-Identifier: Apache-2.0
// The built tool as a process of its own: pipes, full disks, signals, descriptors.
#include "support/process.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Desk;
using test::Finished;
using test::run_program;
using testing::HasSubstr;

/// Runs a line of shell, in which $S is the tool, on the desk.
Finished shell(const Desk& desk, const std::string& line) {
    return run_program(
        {"sh", "-c", line},
        {.directory = desk.path(""),
         .environment = {{"S", test::solander_tool()}, {"XDG_CONFIG_HOME", desk.path("config")}}});
}

TEST(Process, VerifiesAPipe) {
    Desk desk;
    desk.pack_letters();
    const auto said = shell(
        desk, "cat out/letters.tar | \"$S\" verify - --custody out/letters.custody --trust trust");
    EXPECT_EQ(said.status, 0) << said.out << said.err;
    EXPECT_THAT(said.out, HasSubstr("PASSED -: sealed by archivist@example.org"));
}

TEST(Process, IsSilentWhereTheReaderOfAPipeHasGone) {
    SOLANDER_NEEDS("bash");
    const Desk desk;
    const auto said = run_program(
        {"bash", "-c", "\"$S\" explain rules 2>said | true; echo ${PIPESTATUS[0]}; cat said"},
        {.directory = desk.path(""), .environment = {{"S", test::solander_tool()}}});
    EXPECT_EQ(said.out, "74\n") << said.err;
}

/// Whoever can put files into a directory could otherwise choose whom its reader trusts.
TEST(Process, TakesNoOptionFromTheNamesOfFiles) {
    Desk desk;
    desk.pack_letters();
    desk.write("out/.mine.tar", desk.read("trust"));
    desk.write("out/--trust=.mine.tar", "");
    const auto said = shell(desk, "cd out && \"$S\" verify *.tar");
    EXPECT_EQ(said.status, 64) << said.out;
    EXPECT_THAT(said.err, HasSubstr("'--trust=.mine.tar' is an option, and also a file here"));
    EXPECT_EQ(shell(desk, "cd out && \"$S\" verify --trust ../trust -- *.tar").status, 2);
    EXPECT_EQ(shell(desk, "cd out && \"$S\" verify --trust ../trust ./letters.tar").status, 0);
}

TEST(Process, TakesTrustAndPackageFromPipes) {
    SOLANDER_NEEDS("bash");
    Desk desk;
    desk.pack_letters();
    const auto said = run_program(
        {"bash", "-c",
         "\"$S\" verify <(cat out/letters.tar) --custody out/letters.custody --trust <(cat trust)"},
        {.directory = desk.path(""), .environment = {{"S", test::solander_tool()}}});
    EXPECT_EQ(said.status, 0) << said.out << said.err;
}

TEST(Process, DoesNotPassAPipeThatEndsEarly) {
    Desk desk;
    desk.pack_letters();
    const auto said = shell(desk,
                            "head -c 8000 out/letters.tar | \"$S\" verify - --custody "
                            "out/letters.custody --trust trust");
    EXPECT_EQ(said.status, 1) << said.out << said.err;
}

TEST(Process, ExtractsNothingFromAPipe) {
    Desk desk;
    desk.pack_letters();
    const auto said = shell(desk, "cat out/letters.tar | \"$S\" extract - -o to");
    EXPECT_EQ(said.status, 64) << said.err;
    EXPECT_FALSE(desk.has("to"));
}

TEST(Process, SaysThatItsOutputCouldNotBeWritten) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "/dev/full is not there";
    Desk desk;
    desk.pack_letters();
    const auto said = shell(desk, "\"$S\" verify out/letters.tar --trust trust > /dev/full");
    EXPECT_EQ(said.status, 74);
    EXPECT_THAT(said.err, HasSubstr("standard output could not be written"));
}

TEST(Process, SurvivesAReaderThatGoesAway) {
    Desk desk;
    const auto said = shell(desk, "{ \"$S\" explain --format markdown; echo $? >&2; } | true");
    EXPECT_THAT(said.err, testing::AnyOf(HasSubstr("74\n"), testing::Eq("0\n")));
}

TEST(Process, ReadsAPassphraseFromADescriptor) {
    Desk desk;
    desk.write("word", "correct horse\nanother line\n");
    const auto made = shell(desk, "\"$S\" key new k --passphrase-fd 3 3< word");
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(desk.read("k.key"), HasSubstr("ENCRYPTED"));
    const auto used =
        shell(desk, "\"$S\" pack in -k k.key -o out --no-sync --passphrase-fd 3 3< word");
    EXPECT_EQ(used.status, 0) << used.err;
    EXPECT_EQ(shell(desk, "\"$S\" key show k.key --passphrase-fd 3 3< trust").status, 66);
    EXPECT_EQ(shell(desk, "\"$S\" key new other --passphrase-fd 3 3<&-").status, 66);
}

TEST(Process, GivesTheSameBytesForTheSameEpoch) {
    Desk desk;
    const std::string pack =
        "SOURCE_DATE_EPOCH=1700000000 TZ=Asia/Tokyo \"$S\" pack in --no-sync "
        "-k keys/archivist.key -o ";
    ASSERT_EQ(shell(desk, pack + "one").status, 0);
    ASSERT_EQ(shell(desk, pack + "two -j 4").status, 0);
    EXPECT_EQ(test::snapshot(desk.path("one")), test::snapshot(desk.path("two")));
}

TEST(Process, NamesAFileWhoseNameIsAPartOfTheMessage) {
    Desk desk;
    for (const std::string name : {"a", "b", "not"}) {
        fs::create_directories(desk.path(name));
        EXPECT_EQ(shell(desk, "\"$S\" show " + name).err.find("solander: " + name + ": not "), 0U);
    }
}

bool holds_a_draft(const fs::path& directory) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(directory, ignored))
        if (entry.path().filename().string().find(".partial") != std::string::npos) return true;
    return false;
}

TEST(Process, LeavesNothingBehindWhenItIsStopped) {
    // Enough to be at it for seconds. It stops within a block, so hardly any of it is written; but
    // on a machine that forgets this test for a while it may be all.
    constexpr std::uintmax_t kInput = std::uintmax_t{1} << 30;
    Desk desk;
    if (fs::space(desk.path("")).available < 2 * kInput)
        GTEST_SKIP() << "the disk of " << desk.path("") << " has no room for this";
    desk.write("large/scan.tif", "");
    fs::resize_file(desk.path("large/scan.tif"), kInput);  // a hole: takes no room
    fs::create_directories(desk.path("out"));
    auto finished = std::async(std::launch::async, [&desk] {
        return shell(desk,
                     "echo $$ > pid.new; mv pid.new pid; exec \"$S\" pack large -k "
                     "keys/archivist.key -o out --no-sync");
    });
    const auto is_over = [&finished] {
        return finished.wait_for(std::chrono::milliseconds(1)) == std::future_status::ready;
    };
    bool started = false;
    while (!started && !is_over()) started = holds_a_draft(desk.path("out"));
    if (started) ::kill(static_cast<pid_t>(std::stol(desk.read("pid"))), SIGTERM);
    const auto said = finished.get();
    if (said.status == 0) GTEST_SKIP() << "it was done before it could be stopped";
    EXPECT_TRUE(started) << said.err;
    EXPECT_EQ(said.status, 130) << said.err;
    EXPECT_THAT(said.err, HasSubstr("interrupted"));
    EXPECT_TRUE(fs::is_empty(desk.path("out")));
}

}  // namespace
}  // namespace solander
