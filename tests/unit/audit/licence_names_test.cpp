// SPDX-License-Identifier: Apache-2.0
#include "audit/licence_names.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Each name as `terms version`.
std::vector<std::string> names(std::string_view text) {
    std::vector<std::string> found;
    for (const LicenceName& name : licence_names(text))
        found.push_back(name.terms + ' ' + name.version);
    return found;
}

TEST(LicenceNames, AreFoundShortAndLong) {
    EXPECT_THAT(names("CC BY-NC-SA 4.0"), ElementsAre("by-nc-sa 4.0"));
    EXPECT_THAT(names("cc-by-sa-3.0"), ElementsAre("by-sa 3.0"));
    EXPECT_THAT(names("CC BY-ND-NC 1.0"), ElementsAre("by-nc-nd 1.0"));
    EXPECT_THAT(names("Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported"),
                ElementsAre("by-nc-nd 3.0"));
    EXPECT_THAT(names("Creative Commons Attribution Non-Commercial Share Alike License v2.5"),
                ElementsAre("by-nc-sa 2.5"));
    EXPECT_THAT(names("Creative Commons License BY-NC, version 4"), ElementsAre("by-nc 4.0"));
    EXPECT_THAT(names("CC0 1.0 or the Public Domain Mark"), ElementsAre("zero 1.0", "mark 1.0"));
    EXPECT_THAT(names("Creative Commons Zero"), ElementsAre("zero 1.0"));
    EXPECT_THAT(names("under a Creative Commons licence"), ElementsAre(" "));
    EXPECT_THAT(names("Creative Commons Attribution (CC BY 4.0)"), ElementsAre("by ", "by 4.0"));
}

TEST(LicenceNames, AreNotFoundInOtherWords) {
    for (const std::string_view text :
         {"cc: the harbour master", "Creative Commons says what it means.", "not CC BY",
          "the metadata is CC BY 4.0", "without a Creative Commons licence", "", "by 4.0"})
        EXPECT_THAT(names(text), IsEmpty()) << text;
    // A year is no version.
    EXPECT_THAT(names("CC BY 2019"), ElementsAre("by "));
}

}  // namespace
}  // namespace solander::audit
