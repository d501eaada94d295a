// SPDX-License-Identifier: Apache-2.0
#include "audit/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/names_in_text.h"

namespace solander::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Words, AreTrimmedOfEveryBlank) {
    EXPECT_EQ(trimmed(" \t\u00A0a b\uFEFF\n"), "a b");
    EXPECT_EQ(trimmed("\u00A0 "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Words, AreFolded) {
    EXPECT_EQ(folded("  A\u00A0 \u201CB\u201D \u2013 C\u2019s "), "a \"b\" - c's");
    EXPECT_EQ(folded("\xFF"), "\xFF");
    EXPECT_EQ(folded_name("The Leon Foundation."), "leon foundation");
    EXPECT_EQ(folded_name("."), "");
}

TEST(Words, ArePlaceholders) {
    for (const std::string none : {"N/A", "n/a", "-", "NULL", "TBD", "Ibid.", "Ibid., p. 4",
                                   "unknown", "[email protected]", "[email\u00A0protected]"})
        EXPECT_TRUE(is_placeholder(none)) << none;
    for (const std::string value : {"", "Unknown Soldier", "Box 1", "None of the above", "A-1"})
        EXPECT_FALSE(is_placeholder(value)) << value;
}

TEST(Words, HoldWholePhrases) {
    EXPECT_TRUE(has_phrase("a translation of it", "translation"));
    EXPECT_FALSE(has_phrase("mistranslations", "translation"));
    EXPECT_FALSE(has_phrase("", "translation"));
}

TEST(Words, AreShortenedBetweenCharacters) {
    EXPECT_EQ(shortened("short"), "short");
    EXPECT_EQ(shortened("one two three", 10), "one two…");
    EXPECT_EQ(shortened("\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", 5), "\u00E9\u00E9…");
}

TEST(Names, AreTheLastWordsOfRunsOfCapitals) {
    EXPECT_THAT(
        names_in("Dobrynin reports that he met with US Secretary of State, Rusk, and wrote to Lee "
                 "Harvey Oswald."),
        ElementsAre("Dobrynin", "Rusk", "Oswald"));
    EXPECT_THAT(names_in("The Soviet Ambassador saw Kennedy\u2019s successor, Lyndon Johnson."),
                ElementsAre("Kennedy", "Johnson"));
    EXPECT_THAT(names_in("nobody is named here"), IsEmpty());
    EXPECT_THAT(names_in(""), IsEmpty());
}

}  // namespace
}  // namespace solander::audit
