// SPDX-License-Identifier: Apache-2.0
// One package for each document, when some of them are there already.
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "each_batch.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::write_file;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PackEachAgain : public test::EachBatch {
protected:
    PackEachAgain() {
        capture("letter.txt");
        file("scan.tif", "a scan");
    }

    /// Replaces the bytes of a file, and leaves it as old as it was.
    void change_unseen(const std::string& path, const std::string& from,
                       const std::string& to) const {
        const auto time = fs::last_write_time(scratch_ / path);
        std::string text = test::read_file(scratch_ / path);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        write_file(scratch_ / path, text.replace(at, from.size(), to));
        fs::last_write_time(scratch_ / path, time);
    }
};

TEST_F(PackEachAgain, LeavesWhatIsThere) {
    write_file(scratch_ / "records.csv", "document,title\nin/letter.txt,Letter\nin/scan.tif,Map\n");
    for (const std::string records : {"", "records.csv"}) {
        if (!records.empty()) request_.records = scratch_ / records;
        request_.output = scratch_ / ("out" + records);
        const auto first = each();
        ASSERT_EQ(outcomes(first), "in/letter.txt letter packed\nin/scan.tif scan packed\n");
        const std::string before = test::snapshot(request_.output);
        const auto time = fs::last_write_time(request_.output / "scan.tar");
        request_.created = *Timestamp::parse("2027-01-01T00:00:00Z");
        const auto second = each();
        EXPECT_EQ(outcomes(second),
                  "in/letter.txt letter already-there\nin/scan.tif scan already-there\n");
        EXPECT_TRUE(test::snapshot(request_.output) == before);
        EXPECT_EQ(fs::last_write_time(request_.output / "scan.tar"), time);
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(second.outcomes[i].manifest, first.outcomes[i].manifest);
            EXPECT_EQ(second.outcomes[i].files, first.outcomes[i].files);
            EXPECT_EQ(second.outcomes[i].bytes, first.outcomes[i].bytes);
        }
    }
}

TEST_F(PackEachAgain, LeavesAHistoryThatHasBegun) {
    each();
    write_file(scratch_ / "out/scan.custody/0002-release.xml", "whatever came later");
    const std::string before = test::snapshot(scratch_ / "out");
    for (const bool replace : {false, true}) {
        request_.replace = replace;
        EXPECT_THAT(outcomes(each()), HasSubstr("in/scan.tif scan already-there"));
        EXPECT_TRUE(test::snapshot(scratch_ / "out") == before);
    }
}

TEST_F(PackEachAgain, GoesOnWhereItWasStopped) {
    for (int i = 0; i < 8; ++i) file("p" + std::to_string(i) + ".tif", "page");
    request_.output = scratch_ / "whole";
    each();
    request_.output = scratch_ / "out";
    world_.environment.jobs = 1;
    int done = 0;
    watcher_.after = [&](const EachOutcome&) { world_.stop = ++done == 3; };
    const auto stopped = each();
    EXPECT_TRUE(stopped.interrupted);
    EXPECT_THAT(outcomes(stopped),
                AllOf(HasSubstr("in/p1.tif p1 packed\nin/p2.tif p2 not-reached")));
    for (const auto& entry : fs::directory_iterator(scratch_ / "out"))
        EXPECT_THAT(entry.path().string(), Not(HasSubstr(".partial")));

    watcher_.after = nullptr;
    world_.stop = false;
    const auto second = each();
    EXPECT_FALSE(second.interrupted);
    EXPECT_THAT(outcomes(second),
                AllOf(HasSubstr("in/p1.tif p1 already-there\nin/p2.tif p2 packed"),
                      Not(HasSubstr("failed"))));
    EXPECT_TRUE(test::snapshot(scratch_ / "out") == test::snapshot(scratch_ / "whole"));
}

TEST_F(PackEachAgain, TellsOfDraftsThatWereLeft) {
    fs::create_directories(scratch_ / "out/.scan.0.partial.custody");
    write_file(scratch_ / "out/.scan.0.partial.tar", "cut short");
    const auto packed = each();
    EXPECT_THAT(packed.outcomes.back().notes,
                testing::Contains(HasSubstr(".scan.0.partial.tar' is what a pack that was cut")));
    EXPECT_THAT(packed.outcomes.front().notes, testing::IsEmpty());
}

/// What a package must not be taken for.
class PackEachOfSomethingElse : public PackEachAgain {
protected:
    void run(const std::function<void()>& change, const std::string& document,
             const std::string& says) {
        run_saying(change, document,
                   AllOf(HasSubstr(" is there and holds something else: "), HasSubstr(says),
                         HasSubstr("; --force replaces it")));
    }

    void run_saying(const std::function<void()>& change, const std::string& document,
                    const testing::Matcher<std::string>& says) {
        each();
        change();
        const std::string before = test::snapshot(scratch_ / "out");
        const auto packed = each();
        EXPECT_THAT(reason(packed, document), says);
        for (const auto& outcome : packed.outcomes) {
            if (outcome.document == document) {
                EXPECT_EQ(outcome.failure->code(), ErrorCode::create);
            }
        }
        EXPECT_TRUE(test::snapshot(scratch_ / "out") == before);
        request_.replace = true;
        EXPECT_THAT(outcomes(each()), AllOf(HasSubstr(document + " "), Not(HasSubstr("failed"))));
        EXPECT_FALSE(test::snapshot(scratch_ / "out") == before);
        request_.replace = false;
        EXPECT_THAT(outcomes(each()), AllOf(Not(HasSubstr("failed")), Not(HasSubstr(" packed"))));
    }
};

TEST_F(PackEachOfSomethingElse, LongerFile) {
    run([this] { file("scan.tif", "a longer scan"); }, "in/scan.tif",
        "'data/in/scan.tif' has changed since");
}

TEST_F(PackEachOfSomethingElse, YoungerFile) {
    run(
        [this] {
            const auto path = scratch_ / "in/scan.tif";
            fs::last_write_time(path, fs::last_write_time(path) + std::chrono::hours(1));
        },
        "in/scan.tif", "'data/in/scan.tif' has changed since");
}

TEST_F(PackEachOfSomethingElse, CaptureOfTheSameSizeAndAge) {
    run([this] { change_unseen("in/letter.txt", "Edda Lindqvist to", "Edda Lindquist to"); },
        "in/letter.txt", "another record");
}

TEST_F(PackEachOfSomethingElse, CaptureWhoseRecordIsTheSame) {
    run([this] { change_unseen("in/letter.txt", "Rights", "rights"); }, "in/letter.txt", "");
}

TEST_F(PackEachOfSomethingElse, OtherSettings) {
    run(
        [this] {
            request_.settings = {{"source", "MS 13"}};
        },
        "in/scan.tif", "another record or other settings");
}

TEST_F(PackEachOfSomethingElse, OtherDigests) {
    run([this] { request_.sha512 = true; }, "in/scan.tif", "another record or other settings");
}

TEST_F(PackEachOfSomethingElse, OtherSigner) {
    const SigningKey other = test::fixture_key("registrar");
    run(
        [&] {
            request_.sealers.clear();
            request_.sealers.push_back({other, "archivist@example.org"});
        },
        "in/scan.tif", "it was sealed by others");
}

TEST_F(PackEachOfSomethingElse, NewRow) {
    run(
        [this] {
            write_file(scratch_ / "records.csv", "document,title\nin/scan.tif,Map\n");
            request_.records = scratch_ / "records.csv";
        },
        "in/scan.tif", "it does not have 'data/records.csv'");
}

TEST_F(PackEachOfSomethingElse, TarThatIsCutOff) {
    run(
        [this] {
            fs::resize_file(scratch_ / "out/scan.tar",
                            fs::file_size(scratch_ / "out/scan.tar") - 512);
        },
        "in/scan.tif", "it is not as long as it says");
}

TEST_F(PackEachOfSomethingElse, NoPackage) {
    run([this] { write_file(scratch_ / "out/scan.tar", "something of mine"); }, "in/scan.tif", "");
}

TEST_F(PackEachOfSomethingElse, SignatureThatIsNone) {
    run(
        [this] {
            auto tar = test::read_file(scratch_ / "out/scan.tar");
            char& letter = tar.at(tar.find("-----BEGIN SSH SIGNATURE-----") + 240);
            letter = letter == 'A' ? 'B' : 'A';
            write_file(scratch_ / "out/scan.tar", tar);
        },
        "in/scan.tif", "its manifest is not signed so");
}

TEST_F(PackEachOfSomethingElse, NoCustody) {
    run_saying([this] { fs::remove_all(scratch_ / "out/scan.custody"); }, "in/scan.tif",
               AllOf(HasSubstr("scan.tar is there, and its custody is not"),
                     HasSubstr("Put it back from a copy, or let --force make both anew")));
}

TEST_F(PackEachAgain, ChangesOneRowOfATableAndNoOtherPackage) {
    request_.records = scratch_ / "records.csv";
    write_file(scratch_ / "records.csv", "document,title\nin/scan.tif,Map\nin/letter.txt,Letter\n");
    each();
    write_file(scratch_ / "records.csv",
               "document,title\nin/letter.txt,Letter\nin/scan.tif,Another map\n");
    EXPECT_EQ(outcomes(each()), "in/letter.txt letter already-there\nin/scan.tif scan failed\n");
}

TEST_F(PackEachAgain, IsMadeOfPackagesThatPackMade) {
    request_.name = "scan";
    request_.inputs = {scratch_ / "in/scan.tif"};
    ASSERT_TRUE(pack().has_value());
    request_.name = "{file}";
    EXPECT_EQ(outcomes(each()), "scan.tif scan already-there\n");
}

}  // namespace
}  // namespace solander
