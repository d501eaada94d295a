// SPDX-License-Identifier: Apache-2.0
// Every single operation on files fails once while an event is added: the chain is as it was, or
// complete, and the step can be repeated.
#include <filesystem>
#include <functional>

#include <gtest/gtest.h>

#include "support/faulty_files.h"
#include "support/hand_over.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::HandOver;
using test::summary;

constexpr int kTooMany = 2000;

using Step = std::function<Result<StepOutcome>(const CustodyStep&, const Environment&)>;

/// Does `step` at a fresh copy of the place `a`, with the operation `failing` failing. Whether no
/// operation was left to fail.
bool with_fault(HandOver& letters, int failing, const std::string& key, const Step& step,
                std::string& came) {
    fs::remove_all(letters.scratch() / "x");
    fs::remove_all(letters.scratch() / "journal");
    fs::create_directories(letters.scratch() / "journal");
    letters.copy("a", "x");
    test::Fault fault;
    fault.failing = failing;
    const auto files = test::faulty_file_system(fault);
    const Environment environment{.files = *files, .clock = letters.environment().clock};
    came = summary(step(letters.step({key}, "x"), environment));
    return fault.operations.load() <= failing;
}

std::string drafts(const fs::path& place) {
    std::string all;
    for (const auto& entry : fs::directory_iterator(place))
        if (const auto name = entry.path().filename().string(); name.starts_with('.')) all += name;
    return all;
}

TEST(AppendFault, LeavesTheChainAsItWasOrComplete) {
    HandOver letters;
    const Step release = [](const CustodyStep& step, const Environment& environment) {
        return release_package(step, {.to = "registrar@example.org"}, environment);
    };
    const std::string before = letters.events();
    int failures = 0;
    int complete = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        std::string came;
        const bool is_last = with_fault(letters, failing, "archivist", release, came);
        const std::string after = letters.events("x");
        EXPECT_EQ(letters.verdict("x"), "PASSED") << "operation " << failing << ": " << came;
        if (came == "done") {
            EXPECT_EQ(after, before + " 0002-release.xml");
            if (is_last) break;
            continue;
        }
        ++failures;
        if (after != before) ++complete;
        EXPECT_TRUE(after == before || after == before + " 0002-release.xml") << after;
        EXPECT_EQ(drafts(letters.scratch() / "x"), "") << "operation " << failing;
        const auto again =
            summary(release(letters.step({"archivist"}, "x"), letters.environment()));
        EXPECT_EQ(again, after == before ? "done" : "custody.in-transit") << failing;
        EXPECT_EQ(letters.verdict("x"), "PASSED") << "operation " << failing;
    }
    EXPECT_GT(failures, 40);
    EXPECT_EQ(complete, 1);  // the last sync: the event is in place already
}

TEST(AppendFault, OfASyncLosesNoEventOfEitherSide) {
    HandOver letters;
    letters.release("archivist", "registrar");
    letters.copy("a", "b");
    letters.cancel("archivist");
    letters.note("archivist", "it seems lost");
    letters.receive("registrar", "b");
    letters.note("registrar", "on the shelf", "b");
    const Step sync = [&letters](const CustodyStep& step, const Environment& environment) {
        return sync_custody(step, letters.custody("b"), environment);
    };
    const std::string ours = letters.events();
    const std::string theirs = letters.events("b");
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        std::string came;
        const bool is_last = with_fault(letters, failing, "archivist", sync, came);
        EXPECT_EQ(letters.verdict("x") == "PASSED" ||
                      letters.verdict("x") == "custody.cancel-unconfirmed",
                  true)
            << "operation " << failing << ": " << letters.verdict("x");
        const auto aside = letters.scratch() / "x/letters.custody.set-aside-1";
        if (letters.events("x") != ours) {
            EXPECT_TRUE(fs::exists(aside / "0003-cancel.xml")) << failing;
            EXPECT_TRUE(fs::exists(aside / "0004-note.xml")) << failing;
            EXPECT_TRUE(theirs.starts_with(letters.events("x"))) << failing;
        }
        if (came == "done" && is_last) break;
        if (came != "done") ++failures;
        const auto again = summary(sync(letters.step({}, "x"), letters.environment()));
        EXPECT_EQ(again, "done") << "operation " << failing;
        EXPECT_EQ(letters.events("x"), theirs) << "operation " << failing;
    }
    EXPECT_GT(failures, 40);
}

}  // namespace
}  // namespace solander
