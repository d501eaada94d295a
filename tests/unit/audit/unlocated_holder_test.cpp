// SPDX-License-Identifier: Apache-2.0
#include "audit/unlocated_holder.h"

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

TEST(UnlocatedHolder, IsFoundInItsSentence) {
    EXPECT_EQ(unlocated_holder("A letter. The rights-holder could not be found. Ask us."),
              "The rights-holder could not be found");
    for (const std::string_view text :
         {"The copyright owners were never located", "We were unable to trace the rights holder",
          "Copyright holder cannot be identified", "Rights holder untraceable",
          "It is an orphan work", "The heirs have not been traced"})
        EXPECT_EQ(unlocated_holder(text), text);
}

TEST(UnlocatedHolder, IsNotFoundInOtherWords) {
    for (const std::string_view text :
         {"", "No copyright holder could be identified.", "The rights holder has been located.",
          "The rights holder has not been identified.", "The letter could not be found.",
          "If the rights holder cannot be found, write to us.",
          "Some rights holders could not be traced.", "It is not an orphan work.",
          "When possible, rights holders have been contacted for permission.",
          "The rights holder is known. The original could not be found."})
        EXPECT_EQ(unlocated_holder(text), "") << text;
}

}  // namespace
}  // namespace solander::audit
