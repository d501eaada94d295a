// SPDX-License-Identifier: Apache-2.0
#include "audit/names_after.h"

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

TEST(NameInFront, EndsWithTheName) {
    EXPECT_EQ(name_in_front(" Ada B. Quist (Harbour University) and"), "Ada B. Quist");
    EXPECT_EQ(name_in_front("Olaf Amberg."), "Olaf Amberg");
    EXPECT_EQ(name_in_front("Olaf Amberg. Published in Bulletin 16"), "Olaf Amberg");
    EXPECT_EQ(name_in_front("the Museum of Ports, box 12"), "Museum of Ports");
    EXPECT_EQ(name_in_front("General O. K. Amberg, Jr."), "General O. K. Amberg");
    EXPECT_EQ(name_in_front("\u00D6rjan van der Holm for the Society"), "\u00D6rjan van der Holm");
}

TEST(NameInFront, IsNoneWithoutACapital) {
    EXPECT_EQ(name_in_front("purchase from Olaf Amberg"), "");
    EXPECT_EQ(name_in_front("\u201Cnobody\u201D"), "");
    EXPECT_EQ(name_in_front(""), "");
    EXPECT_EQ(name_in_front("of Ports"), "");
}

TEST(LastWordOfAName, TellsNamesInAnyOrder) {
    Agent agent;
    agent.name = "Amberg, Olaf";
    EXPECT_TRUE(shares_last_word("Olaf K. Amberg", agent));
    EXPECT_FALSE(shares_last_word("Olaf Quist", agent));
    EXPECT_FALSE(shares_last_word("", agent));
    EXPECT_FALSE(shares_last_word("Berg", agent));
}

}  // namespace
}  // namespace solander::audit
