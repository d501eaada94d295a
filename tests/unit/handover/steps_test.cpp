// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/hand_over.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::HandOver;
using test::summary;
using testing::HasSubstr;

TEST(Steps, MakeAHistoryThatVerifies) {
    HandOver letters;
    letters.note("archivist", "moved");
    letters.release("archivist", "registrar");
    letters.receive("registrar");
    EXPECT_EQ(summary(check_fixity(letters.step({"registrar", "repository"}), "with an auditor",
                                   letters.environment())),
              "done");
    EXPECT_EQ(
        summary(record_replica(letters.step({"registrar"}), "vault B", "", letters.environment())),
        "done");
    const RightsDecision decision{
        .date = "2026-11-30", .by = "J. Novak", .how = "search", .what = "in the public domain"};
    EXPECT_EQ(
        summary(determine_rights(letters.step({"registrar"}), decision, letters.environment())),
        "done");
    letters.release("registrar", "repository");
    letters.cancel("registrar");
    letters.confirm("repository");
    letters.release("registrar", "repository");
    letters.refuse("repository");
    EXPECT_EQ(letters.events(),
              "0001-seal.xml 0002-note.xml 0003-release.xml 0004-receipt.xml "
              "0005-fixity-check.xml 0006-replicate.xml 0007-rights-determination.xml "
              "0008-release.xml 0009-cancel.xml 0010-cancel-confirm.xml 0011-release.xml "
              "0012-refuse.xml");
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(Steps, TellWhatWasWrittenAndWhereItStands) {
    HandOver letters;
    const auto outcome = release_package(letters.step({"archivist"}),
                                         {.to = "registrar@example.org", .method = "courier"},
                                         letters.environment());
    ASSERT_TRUE(outcome.has_value());
    ASSERT_EQ(outcome->written.size(), 1U);
    const EventReport& event = outcome->written.front();
    EXPECT_EQ(event.file, "0002-release.xml");
    EXPECT_THAT(event.sentence, HasSubstr("(courier)"));
    EXPECT_EQ(outcome->custody.state, HoldingState::in_transit);
    EXPECT_EQ(outcome->directory, letters.custody());
    EXPECT_EQ(outcome->receipt, "# solander receipt 1: package letters manifest sha256:" +
                                    outcome->report.manifest_digest->hex() + " event 2 release\n" +
                                    event.digest.hex() + "  letters.custody/0002-release.xml\n");
}

TEST(Steps, OfTwoAtOnceTheSecondSeesTheFirst) {
    HandOver letters;
    std::vector<std::string> came(2);
    {
        const auto release_to = [&](std::size_t which, const std::string& to) {
            // Without a journal: it is the lock that is looked at.
            CustodyStep step = letters.step({"archivist"});
            step.journal.reset();
            came[which] = summary(release_package(step, {.to = to}, letters.environment()));
        };
        const std::jthread one([&] { release_to(0, "registrar@example.org"); });
        const std::jthread other([&] { release_to(1, "repository@example.org"); });
    }
    EXPECT_THAT(came, testing::UnorderedElementsAre("done", "custody.in-transit"));
    EXPECT_EQ(letters.events(), "0001-seal.xml 0002-release.xml");
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(Steps, OfManyAtOnceAllComeInOrder) {
    HandOver letters;
    std::vector<std::string> came(6);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < came.size(); ++i)
            threads.emplace_back([&, i] {
                came[i] = summary(add_note(letters.step({"archivist"}), "note " + std::to_string(i),
                                           letters.environment()));
            });
    }
    EXPECT_THAT(came, testing::Each("done"));
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(Steps, OnARestoredBackupAreRefusedByTheJournal) {
    HandOver letters;
    letters.copy("a", "backup");
    letters.release("archivist", "registrar");
    const auto outcome = release_package(letters.step({"archivist"}, "backup"),
                                         {.to = "repository@example.org"}, letters.environment());
    ASSERT_EQ(summary(outcome), "custody.equivocation");
    EXPECT_THAT(outcome->refusal->sentence,
                HasSubstr("released by archivist@example.org to registrar@example.org"));
    EXPECT_THAT(outcome->refusal->sentence, HasSubstr("solander custody sync"));
    EXPECT_EQ(letters.events("backup"), "0001-seal.xml");
}

TEST(Steps, ThatWereInterruptedAreFinishedWithTheSameBytes) {
    HandOver letters;
    letters.copy("a", "backup");
    letters.note("archivist", "moved");
    letters.note("archivist", "moved", "backup");
    EXPECT_EQ(test::snapshot(letters.custody()), test::snapshot(letters.custody("backup")));
}

TEST(Steps, ClearASignatureThatACrashHasLeft) {
    HandOver letters;
    letters.copy("a", "copy");
    letters.note("archivist", "moved", "copy");
    const auto label = test::fixture_key("archivist").public_key().label();
    const std::string file = "0002-note.xml." + label + ".sig";
    fs::copy(letters.custody("copy") / file, letters.custody() / file);
    ASSERT_EQ(letters.verdict(), "custody.unfinished");
    CustodyStep step = letters.step({"archivist"});
    step.journal.reset();
    EXPECT_EQ(summary(record_replica(step, "vault", "", letters.environment())), "done");
    EXPECT_EQ(letters.events(), "0001-seal.xml 0002-replicate.xml");
    EXPECT_EQ(letters.verdict(), "PASSED");
}

TEST(Steps, WithoutThePackageAreThoseThatNeedTheChainAlone) {
    HandOver letters;
    letters.release("archivist", "registrar");
    fs::remove(letters.package());
    EXPECT_THAT(summary(receive_package(letters.step({"registrar"}), {}, letters.environment())),
                HasSubstr("letters.tar"));
    letters.cancel("archivist");
    letters.confirm("registrar");
    EXPECT_EQ(letters.events(),
              "0001-seal.xml 0002-release.xml 0003-cancel.xml 0004-cancel-confirm.xml");
}

TEST(Steps, RefuseADamagedPackageButNeverReceiveIt) {
    HandOver letters;
    letters.release("archivist", "registrar");
    std::string tar = test::read_file(letters.package());
    tar.replace(tar.find("Dear Helena"), 4, "Lear");
    test::write_file(letters.package(), tar);
    EXPECT_EQ(summary(receive_package(letters.step({"registrar"}), {}, letters.environment())),
              "report FAILED");
    letters.refuse("registrar");
    EXPECT_EQ(letters.events(), "0001-seal.xml 0002-release.xml 0003-refuse.xml");
}

TEST(Steps, RecordADamagedPackageAsAFixityCheckOnly) {
    HandOver letters;
    std::string tar = test::read_file(letters.package());
    tar.replace(tar.find("Dear Helena"), 4, "Lear");
    test::write_file(letters.package(), tar);
    EXPECT_EQ(summary(add_note(letters.step({"archivist"}), "fine", letters.environment())),
              "report FAILED");
    const auto outcome = check_fixity(letters.step({"archivist"}), "", letters.environment());
    ASSERT_EQ(summary(outcome), "done, FAILED");
    EXPECT_THAT(outcome->written.front().sentence, HasSubstr("not all as sealed"));
}

TEST(Steps, BuildOnNothingThatDoesNotVerify) {
    HandOver letters;
    letters.note("archivist", "moved");
    test::write_file(letters.custody() / "0002-note.xml", "<note/>");
    EXPECT_EQ(summary(add_note(letters.step({"archivist"}), "more", letters.environment())),
              "report FAILED");
    EXPECT_EQ(summary(cancel_release(letters.step({"archivist"}), "", letters.environment())),
              "report FAILED");
    fs::remove_all(letters.custody());
    EXPECT_EQ(summary(add_note(letters.step({"archivist"}), "more", letters.environment())),
              "report INDETERMINATE");
    EXPECT_FALSE(fs::exists(letters.custody()));
}

TEST(Steps, NeedTrustInTheSignerTheyAreBy) {
    HandOver letters;
    test::write_file(letters.scratch() / "trust", test::trust_lines({"archivist"}));
    const auto outcome =
        check_fixity(letters.step({"archivist", "repository"}), "", letters.environment());
    ASSERT_EQ(summary(outcome), "signer.unknown");
    EXPECT_EQ(outcome->verdict, Verdict::indeterminate);
    EXPECT_THAT(outcome->refusal->sentence, HasSubstr("solander key export"));
    CustodyStep step = letters.step({"archivist"});
    step.how.trust.reset();
    EXPECT_EQ(summary(add_note(step, "x", letters.environment())), "report INDETERMINATE");
}

TEST(Steps, TakeWordsAsTheyAreIfAnEventCanHoldThem) {
    HandOver letters;
    letters.note("archivist", "two\nlines,\ta tab, <angles> & \"quotes\"");
    EXPECT_EQ(letters.verdict(), "PASSED");
    for (const std::string bad : {"\xff", "\x01", "\x1b[31m"})
        EXPECT_THAT(summary(add_note(letters.step({"archivist"}), bad, letters.environment())),
                    HasSubstr("a character that an event cannot hold"));
    EXPECT_THAT(summary(add_note(letters.step({"archivist"}), " \n", letters.environment())),
                HasSubstr("a note has words"));
    const std::string large(std::size_t{2} << 20, 'x');
    EXPECT_THAT(summary(add_note(letters.step({"archivist"}), large, letters.environment())),
                HasSubstr("at most 1048576 bytes"));
    EXPECT_THAT(summary(add_note(letters.step({"archivist"}), "", letters.environment())),
                HasSubstr("a note has words"));
}

TEST(Steps, ReceiveAfterAnUnconfirmedCancelOnlyIfThatIsAccepted) {
    HandOver letters;
    letters.release("archivist", "registrar");
    letters.cancel("archivist");
    letters.release("archivist", "repository");
    EXPECT_EQ(summary(receive_package(letters.step({"repository"}), {}, letters.environment())),
              "custody.cancel-unconfirmed");
    EXPECT_EQ(summary(receive_package(letters.step({"repository"}), {.accept_unconfirmed = true},
                                      letters.environment())),
              "done");
}

TEST(Steps, ReleaseToTheKeysOfALiteralNameThatAreValidNow) {
    HandOver letters;
    const std::string key = test::fixture_key("repository").public_key().openssh_line("");
    const auto release_to = [&](const std::string& line, const std::string& to) {
        test::write_file(letters.scratch() / "trust", test::trust_lines({"archivist"}) + line);
        return summary(
            release_package(letters.step({"archivist"}), {.to = to}, letters.environment()));
    };
    EXPECT_EQ(release_to("*@example.org " + key + "\n", "repository@example.org"), "trust.pattern");
    EXPECT_EQ(release_to("repository@example.org valid-before=\"20260101\" " + key + "\n",
                         "repository@example.org"),
              "key.not-valid-then");
    EXPECT_EQ(release_to("", "archivist@example.org"), "custody.recipient");
    EXPECT_EQ(release_to("repository@example.org " + key + "\n", "repository@example.org"), "done");
}

TEST(Steps, ReleaseToTheKeysThatWereShownOrNot) {
    HandOver letters;
    const auto outcome = release_package(
        letters.step({"archivist"}), {.to = "registrar@example.org", .recipients = {"SHA256:x"}},
        letters.environment());
    EXPECT_THAT(summary(outcome), HasSubstr("no longer those that were shown"));
}

}  // namespace
}  // namespace solander
