// SPDX-License-Identifier: Apache-2.0
#include "custody/journal.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "format/manifest_xml.h"
#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander::custody {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kLabel{"0123456789abcdef"};
const std::vector<std::string> kOther{"fedcba9876543210"};

model::Event note(const std::string& words, std::string_view time = "2026-12-01T00:00:00Z") {
    model::Event event;
    event.seq = 2;
    event.body = model::Note{words};
    event.premis = model::premis_event_type(event.type());
    event.time = *Timestamp::parse(time);
    event.prev = model::Link{};
    event.signers.push_back(
        {"a@example.org", "SHA256:" + std::string(43, 'A'), "ssh-ed25519", 300});
    return event;
}

Sha256 digest_of(const model::Event& event) {
    return crypto::sha256(base::as_bytes(format::write_event(event)));
}

class JournalTest : public testing::Test {
protected:
    JournalTest() { fs::create_directories(scratch_ / "journal"); }

    Result<Settled> settle(const model::Event& draft, const std::vector<std::string>& labels,
                           const ChainSoFar& chain = {}) {
        auto journal = Journal::open(world_.environment, scratch_ / "journal");
        if (!journal) return journal.error();
        return journal->settle(draft, labels, chain);
    }
    fs::path entry(const std::string& label) const {
        const std::string zeros(64, '0');
        return scratch_ / ("journal/" + label + "/" + zeros + "-" + zeros + ".xml");
    }

    test::Scratch scratch_;
    test::World world_;
};

TEST_F(JournalTest, RecordsTheBytesThatAreToBeSigned) {
    const auto settled = settle(note("moved"), kLabel);
    ASSERT_TRUE(settled.has_value()) << settled.error().message();
    EXPECT_FALSE(settled->other);
    EXPECT_EQ(settled->text, format::write_event(note("moved")));
    EXPECT_EQ(test::read_file(entry(kLabel[0])), settled->text);
    const auto permissions = fs::status(entry(kLabel[0])).permissions();
    EXPECT_EQ(permissions & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
}

TEST_F(JournalTest, GivesAStepThatIsRepeatedItsFirstBytes) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    const auto again = settle(note("moved", "2026-12-02T00:00:00Z"), kLabel);
    ASSERT_TRUE(again.has_value());
    EXPECT_FALSE(again->other);
    EXPECT_EQ(again->text, format::write_event(note("moved")));
}

TEST_F(JournalTest, RefusesAnotherEventInTheSamePlace) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    const auto other = settle(note("lost"), kLabel);
    ASSERT_TRUE(other.has_value());
    ASSERT_TRUE(other->other);
    EXPECT_EQ(std::get<model::Note>(other->other->body).words, "moved");
    EXPECT_EQ(other->other_label, kLabel[0]);
    EXPECT_EQ(test::read_file(entry(kLabel[0])), format::write_event(note("moved")));
}

TEST_F(JournalTest, KeepsKeysPlacesAndPackagesApart) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    EXPECT_FALSE(settle(note("lost"), kOther)->other);
    model::Event later = note("lost");
    later.prev->sha256 = digest_of(note("moved"));
    EXPECT_FALSE(settle(later, kLabel, {{digest_of(note("moved"))}, {}})->other);
    model::Event elsewhere = note("lost");
    elsewhere.manifest.sha256 = *Sha256::parse(std::string(64, 'a'));
    EXPECT_FALSE(settle(elsewhere, kLabel)->other);
}

/// An event that follows `before`, which is not in this copy of the chain.
model::Event after(const model::Event& before, model::EventBody body) {
    model::Event event = note("");
    event.seq = before.seq + 1;
    event.body = std::move(body);
    event.premis = model::premis_event_type(event.type());
    event.prev->sha256 = digest_of(before);
    return event;
}

TEST_F(JournalTest, RefusesToGoOnFromAChainThatLacksWhatWasSigned) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    model::Event earlier = note("lost");
    earlier.prev->sha256 = *Sha256::parse(std::string(64, 'a'));
    const auto settled = settle(earlier, kLabel);
    ASSERT_TRUE(settled.has_value());
    ASSERT_TRUE(settled->other);
    EXPECT_FALSE(settled->in_this_place);
    EXPECT_EQ(std::get<model::Note>(settled->other->body).words, "moved");
    EXPECT_FALSE(settle(earlier, kOther)->other) << "another key has signed nothing";
}

TEST_F(JournalTest, LetsWhatCrossedAnAnswerGiveWay) {
    const model::Event release = note("stands for a release");
    const model::Event cancel = after(release, model::Cancel{});
    const model::Event remark = after(cancel, model::Note{"came back"});
    ASSERT_TRUE(settle(cancel, kLabel, {{digest_of(release)}, {}}).has_value());
    ASSERT_TRUE(settle(remark, kLabel, {{digest_of(release), digest_of(cancel)}, {}}).has_value());
    // The other side's receipt, and what may be signed behind it.
    const model::Event receipt = after(release, model::Note{"stands for a receipt"});
    const model::Event next = after(receipt, model::Note{"received back"});
    const ChainSoFar unanswered{{digest_of(release), digest_of(receipt)}, {}};
    const ChainSoFar answered{unanswered.events, {digest_of(release)}};
    EXPECT_TRUE(settle(next, kLabel, unanswered)->other);
    EXPECT_FALSE(settle(next, kLabel, answered)->other);
}

TEST_F(JournalTest, LetsNoReleaseToSomebodyElseGiveWay) {
    const model::Event release = note("stands for a release");
    const model::Event cancel = after(release, model::Cancel{});
    const model::Event again = after(
        cancel, model::Release{"c@example.org", {{"SHA256:" + std::string(43, 'C')}}, "", ""});
    ASSERT_TRUE(settle(cancel, kLabel, {{digest_of(release)}, {}}).has_value());
    ASSERT_TRUE(settle(again, kLabel, {{digest_of(release), digest_of(cancel)}, {}}).has_value());
    const model::Event receipt = after(release, model::Note{"stands for a receipt"});
    const auto settled = settle(after(receipt, model::Note{"received back"}), kLabel,
                                {{digest_of(release), digest_of(receipt)}, {digest_of(release)}});
    EXPECT_TRUE(settled->other);
}

TEST_F(JournalTest, IsNoDirectoryOfSomethingElse) {
    test::write_file(scratch_ / "journal/letter.txt", "Dear Helena,\n");
    const auto settled = settle(note("moved"), kLabel);
    ASSERT_FALSE(settled.has_value());
    EXPECT_EQ(settled.error().code(), ErrorCode::open);
}

TEST_F(JournalTest, HoldsCoSignersToWhatEachOfThemSigned) {
    ASSERT_TRUE(settle(note("lost"), kOther).has_value());
    const auto both = settle(note("moved"), {kLabel[0], kOther[0]});
    ASSERT_TRUE(both.has_value());
    ASSERT_TRUE(both->other);
    EXPECT_EQ(both->other_label, kOther[0]);
    EXPECT_FALSE(fs::exists(entry(kLabel[0])));
}

TEST_F(JournalTest, FinishesWhatWasRecordedForTheFirstOfTwoKeys) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    const auto both = settle(note("moved", "2026-12-02T00:00:00Z"), {kLabel[0], kOther[0]});
    ASSERT_TRUE(both.has_value());
    EXPECT_FALSE(both->other);
    EXPECT_EQ(test::read_file(entry(kOther[0])), test::read_file(entry(kLabel[0])));
}

TEST_F(JournalTest, TakesADamagedEntryForNoPermission) {
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    test::write_file(entry(kLabel[0]), "half of an ev");
    const auto settled = settle(note("moved"), kLabel);
    ASSERT_FALSE(settled.has_value());
    EXPECT_EQ(settled.error().code(), ErrorCode::format);
    EXPECT_THAT(settled.error().message(), testing::HasSubstr("is damaged"));
}

TEST_F(JournalTest, TakesAwayWhatACrashHasLeft) {
    test::write_file(scratch_ / ("journal/" + kLabel[0] + "/.partial"), "half of an ev");
    ASSERT_TRUE(settle(note("moved"), kLabel).has_value());
    EXPECT_FALSE(fs::exists(scratch_ / ("journal/" + kLabel[0] + "/.partial")));
}

TEST_F(JournalTest, HasToBeThere) {
    const auto journal = Journal::open(world_.environment, scratch_ / "none");
    ASSERT_FALSE(journal.has_value());
    EXPECT_EQ(journal.error().code(), ErrorCode::open);
}

/// Whatever fails, there is the whole entry or none, and the same step can be repeated.
TEST_F(JournalTest, IsNeverHalfWritten) {
    const std::string whole = format::write_event(note("moved"));
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, 100);
        fs::remove_all(scratch_ / "journal");
        fs::create_directories(scratch_ / "journal");
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        const Environment environment{.files = *files, .clock = world_.clock};
        auto journal = Journal::open(environment, scratch_ / "journal");
        if (journal && journal->settle(note("moved"), kLabel, {})) {
            EXPECT_EQ(test::read_file(entry(kLabel[0])), whole);
            if (fault.operations.load() <= failing) break;
            continue;
        }
        ++failures;
        if (fs::exists(entry(kLabel[0]))) {
            EXPECT_EQ(test::read_file(entry(kLabel[0])), whole) << failing;
        }
        const auto again = settle(note("moved", "2026-12-02T00:00:00Z"), kLabel);
        ASSERT_TRUE(again.has_value()) << failing;
        EXPECT_FALSE(again->other) << failing;
    }
    EXPECT_GT(failures, 8);
}

}  // namespace
}  // namespace solander::custody
