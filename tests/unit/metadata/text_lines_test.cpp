// SPDX-License-Identifier: Apache-2.0
#include "metadata/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::metadata {
namespace {

using testing::ElementsAre;

TEST(TextLines, CountsLinesOfTheBytesAsReceived) {
    EXPECT_THAT(split_lines("one\n\n three \nfour"), ElementsAre("one", "", "three", "four"));
    EXPECT_THAT(split_lines("one\r\ntwo\r\n"), ElementsAre("one", "two"));
    EXPECT_THAT(split_lines("\xEF\xBB\xBFone\n\u00A0two\u00A0 \n"), ElementsAre("one", "two"));
    EXPECT_THAT(split_lines("one\rtwo\n"), ElementsAre("one\rtwo"));
}

TEST(TextLines, LeavesOutBlankLinesAtTheEnd) {
    EXPECT_THAT(split_lines("one\n\n \n\u00A0\n"), ElementsAre("one"));
    EXPECT_TRUE(split_lines("").empty());
    EXPECT_TRUE(split_lines("\xEF\xBB\xBF\n").empty());
}

TEST(TextLines, NamesPlacesFromOne) {
    EXPECT_EQ(place_of({0, 1}), "line 1");
    EXPECT_EQ(place_of({4, 23}), "lines 5-23");
}

TEST(TextLines, QuotesWhatXmlCanCarryAndSaysWhatItCouldNot) {
    const auto lines = split_lines("plain\nwith\x01 bell\nold\rMac");
    EXPECT_EQ(quote(lines, {0, 1}).words, "plain");
    EXPECT_FALSE(quote(lines, {0, 1}).replaced);
    EXPECT_EQ(quote(lines, {0, 3}).words, "plain\nwith\uFFFD bell\nold\nMac");
    EXPECT_TRUE(quote(lines, {0, 3}).replaced);
}

TEST(TextLines, ComparesWordsWhateverTheirBlanksAndQuotes) {
    EXPECT_TRUE(
        is_words("this\u00A0 document\u2019s \u201Cname\u201D", "this document's \"name\""));
    EXPECT_EQ(after_words("from the\u00A0Fund", "from the "), "Fund");
    EXPECT_EQ(after_words("from theFund", "from the "), std::nullopt);
    EXPECT_EQ(after_words("from", "from the"), std::nullopt);
    EXPECT_FALSE(is_words("Rights reserved", "Rights"));
    EXPECT_FALSE(is_words("rights", "Rights"));
    EXPECT_EQ(fold_white_space("May\u00A0\t4,  1957"), "May 4, 1957");
}

}  // namespace
}  // namespace solander::metadata
