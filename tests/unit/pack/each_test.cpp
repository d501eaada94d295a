// SPDX-License-Identifier: Apache-2.0
// One package for each document: what goes into it, and what becomes of the others.
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "each_batch.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::write_file;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PackEach : public test::EachBatch {};

TEST_F(PackEach, MakesOnePackageOfEachDocument) {
    capture("letter.txt");
    file("p10.tif", "ten");
    file("p2.tif", "two");
    EXPECT_EQ(outcomes(each()),
              "in/letter.txt letter packed\nin/p2.tif p2 packed\nin/p10.tif p10 packed\n");
    EXPECT_EQ(verified_files("letter"), "data/in/letter.txt\n");
    EXPECT_EQ(verified_files("p10"), "data/in/p10.tif\n");
    EXPECT_EQ(watcher_.documents, 3U);
}

TEST_F(PackEach, MakesWhatPackMakesOfTheOneDocument) {
    capture("letter.txt");
    file("p2.tif", "two");
    request_.settings = {{"source", "MS 12"}};
    ASSERT_THAT(outcomes(each()), Not(HasSubstr("failed")));
    request_.inputs = {scratch_ / "in"};
    fs::remove(scratch_ / "in/p2.tif");
    request_.output = scratch_ / "one";
    request_.name = "letter";
    ASSERT_TRUE(pack().has_value());
    EXPECT_TRUE(test::read_file(scratch_ / "out/letter.tar") ==
                test::read_file(scratch_ / "one/letter.tar"));
}

TEST_F(PackEach, NamesThemByTheirRecords) {
    request_.name.clear();
    capture("letter.txt");
    EXPECT_THAT(outcomes(each()),
                HasSubstr("1958-04-02-letter-edda-lindqvist-to-the-board-of-lights-letter packed"));
}

TEST_F(PackEach, NamesThemByWhatIsSet) {
    request_.name = "{date}-{title-slug}-{n}";
    request_.settings = {{"date", "1919-05"}, {"title", "Letters to Helena"}};
    for (int i = 0; i < 10; ++i) file(std::to_string(i) + ".tif", "x");
    EXPECT_THAT(outcomes(each()), AllOf(HasSubstr("1919-05-letters-to-helena-01 packed"),
                                        HasSubstr("1919-05-letters-to-helena-10 packed")));
}

TEST_F(PackEach, SharesATextThatSpeaksOfSeveral) {
    file("list.csv", test::read_file(test::source_root() / "fixtures/handover/omeka/classic.csv"));
    file("scans/13.tif", "thirteen");
    request_.name = "{id}";
    const auto packed = each();
    ASSERT_EQ(packed.outcomes.size(), 2U) << outcomes(packed);
    EXPECT_EQ(verified_files("12"), "data/in/list.csv\n");
    EXPECT_THAT(verified_files("13"), HasSubstr("data/in/list.csv\n"));
    EXPECT_THAT(test::read_file(scratch_ / "out/12.tar"),
                AllOf(HasSubstr("Harbour in winter"), Not(HasSubstr("document id=\"d2\""))));
}

TEST_F(PackEach, FailsOnlyWhatCannotBePacked) {
    file("a.tif", "a");
    file("b.tif", "b");
    fs::create_symlink("a.tif", scratch_ / "in/link.tif");
    file("bad\nname.tif", "c");
    write_file(scratch_ / "other/b.tif", "another b");
    request_.inputs.push_back(scratch_ / "in/b.tif");
    request_.inputs.push_back(scratch_ / "other/b.tif");
    request_.name = "{file}-{n}";
    const auto packed = each();
    EXPECT_EQ(outcomes(packed),
              "b.tif b-1 packed\nb.tif b-2 failed\nin/a.tif a-3 packed\nin/b.tif b-4 packed\n"
              "in/bad\nname.tif bad-name-5 failed\nin/link.tif link-6 failed\n");
    EXPECT_THAT(reason(packed, "in/link.tif"), HasSubstr("a symbolic link; only regular files"));
    EXPECT_THAT(reason(packed, "in/bad\nname.tif"), HasSubstr("--rename-safe"));
    EXPECT_THAT(reason(packed, "b.tif"), HasSubstr("each would be 'data/b.tif'"));
    EXPECT_FALSE(fs::exists(scratch_ / "out/link-6.tar"));
    EXPECT_FALSE(fs::exists(scratch_ / "out/link-6.custody"));
}

TEST_F(PackEach, FailsADocumentWhoseFileIsALink) {
    file("list.csv", test::read_file(test::source_root() / "fixtures/handover/omeka/classic.csv"));
    file("real.tif", "thirteen");
    fs::create_directories(scratch_ / "in/scans");
    fs::create_symlink("../real.tif", scratch_ / "in/scans/13.tif");
    write_file(scratch_ / "records.csv",
               "document,files,title\na,in/real.tif,Map\nb,in/scans/13.tif,Plan\n");
    request_.records = scratch_ / "records.csv";
    request_.name = "{title-slug}";
    const auto packed = each();
    EXPECT_THAT(outcomes(packed), AllOf(HasSubstr("a map packed\n"), HasSubstr("b plan failed\n")));
    EXPECT_THAT(reason(packed, "b"), HasSubstr("symbolic link"));
}

TEST_F(PackEach, FailsOnlyWhatMayNotBeRead) {
    capture("letter.txt");
    capture("secret.txt");
    file("scan.tif", "x");
    file("list.csv", test::read_file(test::source_root() / "fixtures/handover/omeka/classic.csv"));
    file("scans/13.tif", "thirteen");
    fs::permissions(scratch_ / "in/scans", fs::perms::none);
    fs::permissions(scratch_ / "in/secret.txt", fs::perms::none);
    fs::permissions(scratch_ / "in/scan.tif", fs::perms::none);
    fs::permissions(scratch_.path(), fs::perms::all);
    // Root may read everything, so it is somebody else for a moment.
    const ::uid_t self = ::geteuid();
    static constexpr ::uid_t kNobody = 65534;
    ASSERT_EQ(self == 0 ? ::seteuid(kNobody) : 0, 0);
    const auto packed = each();
    ASSERT_EQ(self == 0 ? ::seteuid(self) : 0, 0);
    EXPECT_EQ(outcomes(packed),
              "in/letter.txt letter packed\n"
              "in/list.csv#row 2 list.csv-row-2 packed\n"
              "in/list.csv#row 3 list.csv-row-3 failed\n"
              "in/scan.tif scan failed\n"
              "in/scans scans failed\n"
              "in/secret.txt secret failed\n");
    for (const std::string denied : {"in/secret.txt", "in/scan.tif", "in/scans"})
        EXPECT_THAT(reason(packed, denied), HasSubstr(": permission denied")) << denied;
    // What its record names lies in a directory that nobody could look into.
    EXPECT_THAT(reason(packed, "in/list.csv#row 3"), HasSubstr("in/scans: "));
    EXPECT_EQ(packed.outcomes[2].failure->code(), ErrorCode::open);
}

TEST_F(PackEach, FailsACaptureThatChangesMeanwhile) {
    capture("a.txt");
    capture("b.txt");
    watcher_.before = [this] { file("a.txt", "Something else, and as a record nothing.\n"); };
    const auto packed = each();
    EXPECT_EQ(outcomes(packed), "in/a.txt a failed\nin/b.txt b packed\n");
    EXPECT_EQ(packed.outcomes.front().failure->code(), ErrorCode::io);
    EXPECT_THAT(reason(packed, "in/a.txt"), HasSubstr("changed"));
}

TEST_F(PackEach, KeepsNamesApart) {
    file("a/letter.tif", "1");
    file("b/letter.tif", "2");
    file("c/LETTER.tif", "3");
    const auto packed = each();
    EXPECT_EQ(outcomes(packed),
              "in/a/letter.tif letter packed\nin/b/letter.tif  failed\n"
              "in/c/LETTER.tif  failed\n");
    EXPECT_EQ(reason(packed, "in/b/letter.tif"),
              "its package would be named letter, and so is that of 'in/a/letter.tif': put {n} or "
              "{file} into --name");
    request_.output = scratch_ / "numbered";
    request_.name = "{file}-{n}";
    EXPECT_THAT(outcomes(each()), Not(HasSubstr("failed")));
}

TEST_F(PackEach, PacksNamesThatOneSystemWouldConfuseApart) {
    file("a.tif", "1");
    file("A.tif", "2");
    request_.name = "{n}";
    EXPECT_THAT(outcomes(each()), Not(HasSubstr("failed")));
}

TEST_F(PackEach, GivesTheSameBytesForAnyNumberOfWorkers) {
    capture("letter.txt");
    for (std::size_t i = 0; i < 30; ++i)
        file("p" + std::to_string(i) + ".tif", std::string(1000 * i, 'x'));
    write_file(scratch_ / "records.csv", "document,title\nin/p3.tif,Map\nin/p4.tif,Plan\n");
    for (const std::string records : {"", "records.csv"}) {
        if (!records.empty()) request_.records = scratch_ / records;
        world_.environment.jobs = 1;
        request_.output = scratch_ / ("one" + records);
        const auto one = outcomes(each());
        world_.environment.jobs = 8;
        request_.output = scratch_ / ("eight" + records);
        EXPECT_EQ(outcomes(each()), one);
        EXPECT_TRUE(test::snapshot(scratch_ / ("one" + records)) ==
                    test::snapshot(scratch_ / ("eight" + records)));
    }
}

class PackEachOfATable : public PackEach {
protected:
    PackEachOfATable() {
        capture("letter.txt");
        file("p1.tif", "one");
        file("p2.tif", "two");
        file("other.tif", "other");
        request_.records = scratch_ / "records.csv";
    }
    void records(const std::string& text) const { write_file(scratch_ / "records.csv", text); }
};

TEST_F(PackEachOfATable, GivesEachItsRowAndNoOther) {
    records(
        "document,files,title,date\nmap,in/p1.tif|in/p2.tif,\"Map, \"\"old\"\"\",EDTF 1900\n"
        "in/letter.txt,,Another title,EDTF 1958-04-02\n");
    request_.name = "{date}-{title-slug}";
    const auto packed = each();
    EXPECT_EQ(outcomes(packed),
              "map 1900-map-old packed\n"
              "in/letter.txt 1958-04-02-another-title packed\n");
    EXPECT_EQ(verified_files("1900-map-old"), "data/in/p1.tif\ndata/in/p2.tif\ndata/records.csv\n");
    EXPECT_EQ(verified_files("1958-04-02-another-title"), "data/in/letter.txt\ndata/records.csv\n");
    const std::string map = test::read_file(scratch_ / "out/1900-map-old.tar");
    EXPECT_THAT(map, AllOf(HasSubstr("\xEF\xBB\xBF"
                                     "document,files,title,date\r\nmap,"
                                     "in/p1.tif|in/p2.tif,\"Map, \"\"old\"\"\",EDTF 1900\r\n"),
                           HasSubstr("at=\"cell C2\""), Not(HasSubstr("Another title"))));
    // The second row of the table is the first of its excerpt.
    const std::string letter = test::read_file(scratch_ / "out/1958-04-02-another-title.tar");
    EXPECT_THAT(letter, AllOf(HasSubstr("origin=\"t1\" at=\"cell C2\" label=\"title\">Another"),
                              Not(HasSubstr("cell C3"))));
    EXPECT_THAT(packed.notes,
                testing::Contains(AllOf(HasSubstr("an excerpt of"), HasSubstr("(sha256:"))));
}

TEST_F(PackEachOfATable, InJson) {
    write_file(scratch_ / "records.json",
               R"([{"document": "x", "files": "in/p1.tif", "title": "Map"},
                   {"document": "y", "files": "in/p2.tif", "title": "Plan"}])");
    request_.records = scratch_ / "records.json";
    request_.name = "{title-slug}";
    ASSERT_THAT(outcomes(each()), HasSubstr("y plan packed\n"));
    EXPECT_EQ(verified_files("plan"), "data/in/p2.tif\ndata/records.json\n");
    EXPECT_THAT(test::read_file(scratch_ / "out/plan.tar"),
                AllOf(HasSubstr("at=\"pointer /0/title\""), Not(HasSubstr("Map"))));
}

TEST_F(PackEachOfATable, LeavesOutWhatBelongsToNoDocument) {
    records("document,files\nmap,in/p1.tif|in/p2.tif\n");
    const auto packed = each();
    EXPECT_EQ(outcomes(packed), "map p1 packed\nin/letter.txt letter packed\n");
    EXPECT_THAT(packed.notes, testing::Contains(HasSubstr("in/other.tif' first: the table gives it "
                                                          "to no document")));
}

TEST_F(PackEachOfATable, MovesAFileFromOneDocumentToAnother) {
    file("list.csv", test::read_file(test::source_root() / "fixtures/handover/omeka/classic.csv"));
    file("scans/13.tif", "thirteen");
    records("document,files,title\nmap,in/scans/13.tif,Map\n");
    const auto packed = each();
    EXPECT_EQ(packed.outcomes.front().document, "map") << outcomes(packed);
    EXPECT_THAT(outcomes(packed), Not(HasSubstr("failed")));
    EXPECT_EQ(verified_files("13"), "data/in/scans/13.tif\ndata/records.csv\n");
}

TEST_F(PackEachOfATable, DecidesWhichFilesADocumentNeeds) {
    file("list.csv", test::read_file(test::source_root() / "fixtures/handover/omeka/classic.csv"));
    fs::create_directories(scratch_ / "in/scans");
    fs::create_symlink("../p1.tif", scratch_ / "in/scans/13.tif");
    records("document,files\nin/list.csv#row 3,in/p1.tif\n");
    const auto packed = each();
    EXPECT_EQ(packed.outcomes.front().status, EachStatus::packed) << outcomes(packed);
    EXPECT_EQ(verified_files("p1"), "data/in/list.csv\ndata/in/p1.tif\ndata/records.csv\n");
}

TEST_F(PackEachOfATable, PacksNothingOfABadOne) {
    records("document,files,title\nmap,in/p1.tif,Map\nplan,in/none.tif,Plan\n");
    EXPECT_THAT(refused_each(ErrorCode::format),
                HasSubstr("cell B3: 'in/none.tif' is not among the inputs"));
    EXPECT_FALSE(fs::exists(scratch_ / "out"));
}

TEST_F(PackEachOfATable, MayLieAmongTheInputs) {
    file("records.csv", "document,title\nin/p1.tif,Map\nin/p2.tif,Plan\n");
    request_.records = scratch_ / "in/records.csv";
    ASSERT_THAT(outcomes(each()), HasSubstr("in/p2.tif p2 packed"));
    EXPECT_EQ(verified_files("p2"), "data/in/p2.tif\ndata/in/records.csv\n");
}

TEST_F(PackEach, RefusesWhatConcernsAll) {
    file("a.tif", "a");
    request_.settings = {{"titel", "x"}};
    EXPECT_THAT(refused_each(ErrorCode::usage), HasSubstr("did you mean 'title'"));
    request_.settings.clear();
    request_.name = "letters";
    EXPECT_THAT(refused_each(ErrorCode::usage), HasSubstr("put a field into it"));
    request_.name = "{n}";
    for (const std::string inside : {"in", "in/out", "in/../in/deep/out"}) {
        request_.output = scratch_ / inside;
        EXPECT_THAT(refused_each(ErrorCode::open), HasSubstr("lies inside the input")) << inside;
    }
    EXPECT_FALSE(fs::exists(scratch_ / "in/out"));
    request_.inputs = {scratch_ / "none"};
    request_.output = scratch_ / "out";
    EXPECT_THAT(refused_each(ErrorCode::open), HasSubstr("none"));
}

/// Adds up what it is told.
struct Sum final : Progress {
    void expect(std::uint64_t more_files, std::uint64_t more_bytes) override {
        ++calls;
        expected_files += more_files;
        expected_bytes += more_bytes;
    }
    void advance(std::uint64_t more_files, std::uint64_t more_bytes) override {
        files += more_files;
        bytes += more_bytes;
    }

    int calls = 0;
    std::uint64_t expected_files = 0;
    std::uint64_t expected_bytes = 0;
    std::atomic<std::uint64_t> files = 0;
    std::atomic<std::uint64_t> bytes = 0;
};

TEST_F(PackEach, ExpectsAllOfItOnceAndComesToTheEnd) {
    file("a.tif", "aaa");
    file("b.tif", "bb");
    fs::create_symlink("a.tif", scratch_ / "in/link.tif");
    Sum sum;
    world_.environment.progress = &sum;
    each();
    EXPECT_EQ(sum.calls, 1);
    EXPECT_EQ(sum.files, sum.expected_files);
    EXPECT_EQ(sum.bytes, sum.expected_bytes);
    EXPECT_GE(sum.bytes, 5U);
}

}  // namespace
}  // namespace solander
