// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/records.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class DocumentsOfInputs : public testing::Test {
protected:
    void file(const std::string& path, const std::string& text) {
        test::write_file(scratch_ / path, text);
    }
    void capture(const std::string& path, const std::string& fixture) {
        file(path, test::read_file(test::source_root() / "fixtures/captures" / fixture));
    }

    ReadDocuments read() {
        auto documents = read_documents({.inputs = {scratch_ / "in"}}, world_.environment);
        EXPECT_TRUE(documents.has_value()) << documents.error().message();
        return *std::move(documents);
    }

    test::Scratch scratch_;
    test::World world_;
};

TEST_F(DocumentsOfInputs, NameFilesAsThePersonDoes) {
    capture("in/page.txt", "harbour-telegram-1962.txt");
    const auto read_them = read();
    ASSERT_THAT(read_them.documents, SizeIs(1));
    EXPECT_EQ(read_them.documents.front().origins.front().file,
              (scratch_ / "in/page.txt").string());
    EXPECT_THAT(read_them.captures, SizeIs(1));
}

TEST_F(DocumentsOfInputs, AreNoneWhereNoRecordIs) {
    file("in/scan.tif", "II*");
    const auto read_them = read();
    EXPECT_THAT(read_them.documents, IsEmpty());
    EXPECT_EQ(read_them.files, 1U);
    EXPECT_EQ(read_them.without_record, 1U);
}

TEST_F(DocumentsOfInputs, LeaveOutWhatIsNoRecordAndSayWhy) {
    capture("in/list.txt", "frus-notes-alone.txt");
    capture("in/page.txt", "harbour-telegram-1962.txt");
    const auto read_them = read();
    EXPECT_THAT(read_them.documents, SizeIs(1));
    ASSERT_THAT(read_them.unread, SizeIs(1));
    EXPECT_EQ(read_them.unread.front().file, (scratch_ / "in/list.txt").string());
    EXPECT_THAT(read_them.unread.front().reason, HasSubstr("source note"));
    for (const auto& note : read_them.notes)
        EXPECT_EQ(note.find("no record was read"), std::string::npos) << note;
}

/// A table beside the directory, named itself.
class DocumentsOfTables : public DocumentsOfInputs {
protected:
    Result<ReadDocuments> try_both() {
        return read_documents({.inputs = {scratch_ / "in", scratch_ / "records.csv"}},
                              world_.environment);
    }
    ReadDocuments both() {
        auto documents = try_both();
        EXPECT_TRUE(documents.has_value()) << documents.error().message();
        return *std::move(documents);
    }
};

TEST_F(DocumentsOfTables, ChangeTheRecordsThatTheyAreAbout) {
    capture("in/page.txt", "harbour-telegram-1962.txt");
    file("records.csv", "document,original-archive\r\nin/page.txt,Harbour Archive\r\n");
    const auto read_them = both();
    ASSERT_THAT(read_them.documents, SizeIs(1));
    const Document& document = read_them.documents.front();
    ASSERT_THAT(document.original_archives, testing::Not(IsEmpty()));
    EXPECT_EQ(document.original_archives.front().name, "Harbour Archive");
    EXPECT_EQ(document.original_archives.front().place.at, "cell B2");
    EXPECT_EQ(document.origins.back().file, (scratch_ / "records.csv").string());
    EXPECT_EQ(read_them.without_record, 0U);
}

TEST_F(DocumentsOfTables, MakeDocumentsOfRowsOnNothingThatIsThere) {
    capture("in/page.txt", "harbour-telegram-1962.txt");
    file("records.csv",
         "document,files,title\r\nscans/map.tif,scans/map.tif,Map\r\nbook,,Book\r\n");
    const auto read_them = both();
    ASSERT_THAT(read_them.documents, SizeIs(3));
    EXPECT_EQ(read_them.documents[1].titles.front().words, "Map");
    EXPECT_EQ(read_them.documents[2].titles.front().words, "Book");
    for (const auto& note : read_them.notes) EXPECT_THAT(note, testing::Not(HasSubstr("no row")));
}

TEST_F(DocumentsOfTables, AreAllThereIs) {
    file("table.toml", "[[document]]\ndocument = \"scans/map.tif\"\ntitle = \"Map\"\n");
    const auto read_them =
        read_documents({.inputs = {scratch_ / "table.toml"}}, world_.environment);
    ASSERT_TRUE(read_them.has_value()) << read_them.error().message();
    ASSERT_THAT(read_them->documents, SizeIs(1));
    EXPECT_EQ(read_them->documents.front().titles.front().words, "Map");
}

TEST_F(DocumentsOfTables, HaveToBeNamedThemselves) {
    file("in/records.csv", "document,title\r\nmap.tif,Map\r\n");
    EXPECT_THAT(read().documents, IsEmpty());
}

TEST_F(DocumentsOfTables, AreTakenAsTheyAreOrNotAtAll) {
    capture("in/page.txt", "harbour-telegram-1962.txt");
    file("records.csv", "document,titel\r\nin/page.txt,Map\r\n");
    const auto read_them = try_both();
    ASSERT_FALSE(read_them.has_value());
    EXPECT_EQ(read_them.error().code(), ErrorCode::format);
    EXPECT_THAT(read_them.error().message(), HasSubstr("title"));
}

TEST_F(DocumentsOfTables, AreNoOtherTable) {
    file("records.csv", "name,weight\r\nstone,3\r\n");
    const auto read_them =
        read_documents({.inputs = {scratch_ / "records.csv"}}, world_.environment);
    ASSERT_TRUE(read_them.has_value());
    EXPECT_THAT(read_them->documents, IsEmpty());
    EXPECT_EQ(read_them->without_record, 1U);
}

TEST_F(DocumentsOfInputs, AreNotTakenFromPackages) {
    capture("in/page.txt", "harbour-telegram-1962.txt");
    capture("in/unpacked/letter/data/page.txt", "harbour-telegram-1962.txt");
    file("in/unpacked/letter/bagit.txt", "BagIt-Version: 1.0\n");
    file("in/unpacked/letter/manifest.xml", "<manifest/>");
    file("in/letter.tar", std::string("letter/bagit.txt") + std::string(496, '\0'));
    file("in/bundle.tar", std::string("letter.custody/0001-seal.xml") + std::string(484, '\0'));
    file("in/photographs.tar", std::string("photographs/1.tif") + std::string(495, '\0'));
    file("in/bag/bagit.txt", "BagIt-Version: 1.0\n");
    const auto read_them = read();
    EXPECT_THAT(read_them.documents, SizeIs(1));
    EXPECT_THAT(read_them.packages,
                testing::ElementsAre(scratch_ / "in/bundle.tar", scratch_ / "in/letter.tar",
                                     scratch_ / "in/unpacked/letter"));
    EXPECT_EQ(read_them.files, 3U) << "the page, the other tar and the bag's declaration";
}

TEST_F(DocumentsOfInputs, NeedAnInput) {
    const auto read_them = read_documents({.inputs = {}}, world_.environment);
    ASSERT_FALSE(read_them.has_value());
    EXPECT_EQ(read_them.error().code(), ErrorCode::usage);
}

}  // namespace
}  // namespace solander
