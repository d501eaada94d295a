// SPDX-License-Identifier: Apache-2.0
#include "custody/journal.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

class JournalTest : public testing::Test {
protected:
    JournalTest() { fs::create_directories(scratch_ / "journal"); }

    Result<Settled> settle(const model::Event& draft, const std::vector<std::string>& labels) {
        auto journal = Journal::open(world_.environment, scratch_ / "journal");
        if (!journal) return journal.error();
        return journal->settle(draft, labels);
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
    later.prev->sha256 = *Sha256::parse(std::string(64, 'a'));
    EXPECT_FALSE(settle(later, kLabel)->other);
    model::Event elsewhere = note("lost");
    elsewhere.manifest.sha256 = *Sha256::parse(std::string(64, 'a'));
    EXPECT_FALSE(settle(elsewhere, kLabel)->other);
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
        if (journal && journal->settle(note("moved"), kLabel)) {
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
