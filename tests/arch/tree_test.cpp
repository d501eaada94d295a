// SPDX-License-Identifier: Apache-2.0
#include "arch/tree.h"

#include <fstream>

#include <gmock/gmock.h>

namespace solander::arch {
namespace {

using testing::ElementsAre;
using testing::Key;

TEST(ReadTree, TakesWhatChecksLookAtAndNothingElse) {
    const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / "arch_tree";
    std::filesystem::remove_all(root);
    for (const auto* path : {"src/base/hex.cpp", "src/base/CMakeLists.txt", "src/base/notes.md",
                             "scripts/test", "docs/layers.txt", "build/dev/generated.cpp"}) {
        std::filesystem::create_directories((root / path).parent_path());
        std::ofstream(root / path) << path;
    }
    const auto tree = read_tree(root);
    EXPECT_THAT(tree, ElementsAre(Key("docs/layers.txt"), Key("scripts/test"),
                                  Key("src/base/CMakeLists.txt"), Key("src/base/hex.cpp")));
    EXPECT_EQ(tree.at("scripts/test"), "scripts/test");
    std::filesystem::remove_all(root);
}

TEST(LinesOf, NumbersFromOneAndNeedsNoFinalLineFeed) {
    const auto lines = lines_of("a\n\nb");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2].number, 3U);
    EXPECT_EQ(lines[2].text, "b");
    EXPECT_TRUE(lines_of("").empty());
}

TEST(IncludesOf, TellsOurHeadersFromOthers) {
    const auto includes =
        includes_of("// #include <no>\n#include <a/b.h>\n#include \"c.h\"  // why\n");
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].line, 2U);
    EXPECT_EQ(includes[0].header, "a/b.h");
    EXPECT_FALSE(includes[0].quoted);
    EXPECT_EQ(includes[1].header, "c.h");
    EXPECT_TRUE(includes[1].quoted);
}

TEST(CodeOf, KeepsLinesAndColumns) {
    EXPECT_EQ(code_of("a /* b\nc */ d // e\nf \"g\" h"), "a     \n     d     \nf     h");
}

TEST(CodeOf, EndsAnOpenCommentWithTheText) {
    EXPECT_EQ(code_of("a /* b"), "a     ");
}

TEST(HasWord, TakesNoPartOfALongerName) {
    EXPECT_TRUE(has_word("std::printf(x)", "printf("));
    EXPECT_FALSE(has_word("std::snprintf(x)", "printf("));
    EXPECT_FALSE(has_word("rethrow", "throw"));
    EXPECT_FALSE(has_word("throws", "throw"));
    EXPECT_TRUE(has_word("rethrow; throw", "throw"));
}

}  // namespace
}  // namespace solander::arch
