// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/bundle.h>

#include "support/hand_over.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::HandOver;
using test::summary;
using testing::HasSubstr;

/// Released by the archivist (a) to the registrar (b), who has a copy.
class Sync : public testing::Test {
protected:
    Sync() {
        letters_.release("archivist", "registrar");
        letters_.copy("a", "b");
    }

    Result<StepOutcome> sync(const std::string& place, const std::string& from) {
        return sync_custody(letters_.step({}, place), letters_.custody(from),
                            letters_.environment());
    }
    bool are_same() {
        return test::snapshot(letters_.custody("a")) == test::snapshot(letters_.custody("b"));
    }

    HandOver letters_;
};

TEST_F(Sync, TakesWhatTheOtherCopyHasMore) {
    letters_.receive("registrar", "b");
    letters_.note("registrar", "on the shelf", "b");
    const auto outcome = sync("a", "b");
    ASSERT_EQ(summary(outcome), "done");
    EXPECT_EQ(outcome->written.size(), 2U);
    EXPECT_THAT(outcome->receipt, HasSubstr("event 4 note\n"));
    EXPECT_TRUE(are_same());
    EXPECT_EQ(letters_.verdict(), "PASSED");
}

TEST_F(Sync, OfTheSameHasNothingToDo) {
    const auto outcome = sync("a", "b");
    ASSERT_EQ(summary(outcome), "done");
    EXPECT_TRUE(outcome->written.empty());
    EXPECT_TRUE(outcome->receipt.empty());
    EXPECT_THAT(outcome->notes, testing::ElementsAre(HasSubstr("nothing to do")));
    EXPECT_EQ(summary(sync("a", "a")), "done");
}

TEST_F(Sync, NeverTakesAwayWhatIsHere) {
    letters_.receive("registrar", "b");
    EXPECT_EQ(summary(sync("b", "a")), "custody.would-rewind");
    EXPECT_EQ(letters_.events("b"), "0001-seal.xml 0002-release.xml 0003-receipt.xml");
}

TEST_F(Sync, WorksWithoutThePackage) {
    letters_.receive("registrar", "b");
    fs::remove(letters_.package());
    EXPECT_EQ(summary(sync("a", "b")), "done");
    EXPECT_TRUE(are_same());
}

TEST_F(Sync, TakesAnswersThatCrossedOurCancelAndKeepsOursAside) {
    letters_.cancel("archivist");
    letters_.note("archivist", "it seems lost");
    const std::string ours = test::read_file(letters_.custody() / "0003-cancel.xml");
    letters_.receive("registrar", "b");
    const auto outcome = sync("a", "b");
    ASSERT_EQ(summary(outcome), "done");
    EXPECT_TRUE(are_same());
    const fs::path aside = letters_.scratch() / "a/letters.custody.set-aside-1";
    EXPECT_EQ(outcome->set_aside, aside);
    EXPECT_EQ(test::read_file(aside / "0003-cancel.xml"), ours);
    EXPECT_TRUE(fs::exists(aside / "0004-note.xml"));
    EXPECT_EQ(std::distance(fs::directory_iterator(aside), fs::directory_iterator()), 4);
    EXPECT_EQ(letters_.verdict(), "PASSED");
}

TEST_F(Sync, TakesARefusalThatCrossedOurCancel) {
    letters_.cancel("archivist");
    letters_.refuse("registrar", "b");
    EXPECT_EQ(summary(sync("a", "b")), "done");
    EXPECT_TRUE(are_same());
}

TEST_F(Sync, KeepsTheAnswerThatACancelCrossed) {
    letters_.cancel("archivist");
    letters_.receive("registrar", "b");
    const auto outcome = sync("b", "a");
    EXPECT_EQ(summary(outcome), "custody.crossed");
    EXPECT_EQ(outcome->verdict, Verdict::failed);
    EXPECT_EQ(letters_.events("b"), "0001-seal.xml 0002-release.xml 0003-receipt.xml");
}

TEST_F(Sync, RefusesAForkOnceSomebodyElseIsConcerned) {
    letters_.cancel("archivist");
    letters_.release("archivist", "repository");
    letters_.receive("registrar", "b");
    const auto outcome = sync("a", "b");
    ASSERT_EQ(summary(outcome), "custody.fork");
    EXPECT_THAT(outcome->refusal->sentence,
                testing::AllOf(HasSubstr("0003-cancel.xml by archivist@example.org"),
                               HasSubstr("0003-receipt.xml by registrar@example.org")));
    EXPECT_EQ(letters_.events(), "0001-seal.xml 0002-release.xml 0003-cancel.xml 0004-release.xml");
}

TEST_F(Sync, RefusesTwoEventsOfOneSignerInOnePlace) {
    letters_.receive("registrar", "b");
    CustodyStep step = letters_.step({"registrar"});
    step.journal.reset();
    ASSERT_EQ(summary(refuse_package(step, "lost", letters_.environment())), "done");
    EXPECT_EQ(summary(sync("a", "b")), "custody.equivocation");
}

TEST_F(Sync, TakesNothingThatDoesNotVerify) {
    letters_.receive("registrar", "b");
    std::string event = test::read_file(letters_.custody("b") / "0003-receipt.xml");
    event.replace(event.find("registrar"), 9, "REGISTRAR");
    test::write_file(letters_.custody("b") / "0003-receipt.xml", event);
    const auto outcome = sync("a", "b");
    EXPECT_EQ(summary(outcome), "custody.other-unsound");
    EXPECT_EQ(letters_.events(), "0001-seal.xml 0002-release.xml");
}

TEST_F(Sync, TakesNothingBySomebodyUntrusted) {
    letters_.receive("registrar", "b");
    test::write_file(letters_.scratch() / "trust", test::trust_lines({"archivist"}));
    const auto outcome = sync("a", "b");
    ASSERT_EQ(summary(outcome), "custody.other-unsound");
    EXPECT_THAT(outcome->refusal->sentence, HasSubstr("signer.unknown"));
    EXPECT_EQ(outcome->verdict, Verdict::indeterminate);
}

TEST_F(Sync, TakesWhatABundleBrings) {
    letters_.receive("registrar", "b");
    const auto bundled = make_bundle(
        {.package = letters_.package("b"), .output = letters_.scratch() / "back.bundle.tar"},
        letters_.environment());
    ASSERT_TRUE(bundled.has_value()) << bundled.error().message();
    EXPECT_EQ(summary(sync_custody(letters_.step({}), bundled->bundle, letters_.environment())),
              "done");
    EXPECT_TRUE(are_same());
}

TEST_F(Sync, NeedsACustodyDirectoryOrABundle) {
    EXPECT_THAT(
        summary(sync_custody(letters_.step({}), letters_.package("b"), letters_.environment())),
        HasSubstr("neither a custody directory nor a bundle"));
    EXPECT_THAT(summary(sync_custody(letters_.step({}), letters_.scratch() / "none",
                                     letters_.environment())),
                HasSubstr("none"));
}

}  // namespace
}  // namespace solander
