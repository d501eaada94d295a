// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <solander/file_system.h>

#include "base/read_file.h"
#include "support/scratch.h"

namespace solander {
namespace {

using test::Scratch;

class NativeFiles : public testing::Test {
protected:
    Scratch scratch;
    std::unique_ptr<FileSystem> files = native_file_system();
    std::unique_ptr<Directory> directory = *files->open_directory(scratch.path());

    std::string text_of(std::string_view name) {
        return std::string(base::as_text(*base::read_all(*directory, name, 1000)));
    }
};

TEST_F(NativeFiles, WritesRenamesAndReadsBack) {
    auto file = directory->create("a.partial");
    ASSERT_TRUE(file.has_value());
    ASSERT_TRUE((*file)->write_at(3, base::as_bytes("def")).has_value());
    ASSERT_TRUE((*file)->write_at(0, base::as_bytes("abc")).has_value());
    ASSERT_TRUE((*file)->sync().has_value());
    ASSERT_TRUE(directory->rename("a.partial", "a", Existing::refuse).has_value());
    EXPECT_EQ(text_of("a"), "abcdef");
    EXPECT_EQ(*directory->list(), std::vector<std::string>{"a"});
}

TEST_F(NativeFiles, NeverReplacesUnlessTold) {
    test::write_file(scratch / "old", "old");
    test::write_file(scratch / "new", "new");
    EXPECT_FALSE(directory->create("old").has_value());
    const auto refused = directory->rename("new", "old", Existing::refuse);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code(), ErrorCode::create);
    EXPECT_EQ(text_of("old"), "old");
    ASSERT_TRUE(directory->rename("new", "old", Existing::replace).has_value());
    EXPECT_EQ(text_of("old"), "new");
}

TEST_F(NativeFiles, SwapsADirectoryThatIsNotEmpty) {
    test::write_file(scratch / "old/x", "old");
    test::write_file(scratch / "new/x", "new");
    ASSERT_TRUE(directory->rename("new", "old", Existing::replace).has_value());
    EXPECT_EQ(text_of("old/x"), "new");
    EXPECT_EQ(text_of("new/x"), "old");
}

TEST_F(NativeFiles, FollowsNoLinkAndLeavesNoDirectory) {
    test::write_file(scratch / "inside/file", "x");
    test::write_file(scratch / "secret", "s");
    std::filesystem::create_symlink("../secret", scratch / "inside/link");
    std::filesystem::create_directory_symlink("..", scratch / "inside/up");
    const auto inside = *files->open_directory(scratch / "inside");
    EXPECT_TRUE(inside->open("file").has_value());
    for (const std::string_view name : {"link", "up/secret", "../secret", "/etc/passwd"})
        EXPECT_FALSE(inside->open(name).has_value()) << name;
    EXPECT_FALSE(inside->create("up/made").has_value());
    EXPECT_FALSE(std::filesystem::exists(scratch / "made"));
    EXPECT_EQ(inside->info("link")->kind, FileKind::symlink);
}

TEST_F(NativeFiles, DoesNotWaitForAFifo) {
    ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
    const auto opened = directory->open("pipe");
    ASSERT_FALSE(opened.has_value());
    EXPECT_NE(opened.error().message().find("not a regular file"), std::string::npos);
}

TEST_F(NativeFiles, ListsByBytes) {
    for (const std::string_view name : {"b", "a", "B", "é", "Z"})
        test::write_file(scratch / name, "");
    EXPECT_EQ(*directory->list(), (std::vector<std::string>{"B", "Z", "a", "b", "é"}));
}

TEST_F(NativeFiles, RemovesATreeWithoutFollowingLinks) {
    test::write_file(scratch / "kept/file", "x");
    test::write_file(scratch / "tree/deep/er/file", "x");
    std::filesystem::create_directory_symlink(scratch / "kept", scratch / "tree/link");
    ASSERT_TRUE(directory->remove_tree("tree").has_value());
    EXPECT_FALSE(std::filesystem::exists(scratch / "tree"));
    EXPECT_TRUE(std::filesystem::exists(scratch / "kept/file"));
}

TEST_F(NativeFiles, ReadsNoMoreThanTheLimit) {
    test::write_file(scratch / "big", std::string(1001, 'x'));
    const auto read = base::read_all(*directory, "big", 1000);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code(), ErrorCode::limit);
    EXPECT_EQ(base::read_all(*directory, "big", 1001)->size(), 1001U);
}

}  // namespace
}  // namespace solander
