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
        DescribeRequest request{.inputs = {scratch_ / "in"}};
        auto documents = read_documents(request, world_.environment);
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

TEST_F(DocumentsOfInputs, NeedAnInput) {
    const auto read_them = read_documents({.inputs = {}}, world_.environment);
    ASSERT_FALSE(read_them.has_value());
    EXPECT_EQ(read_them.error().code(), ErrorCode::usage);
}

}  // namespace
}  // namespace solander
