// SPDX-License-Identifier: Apache-2.0
#include "audit/access_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/award_numbers.h"
#include "audit/local_contexts.h"

namespace solander::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AccessInWords, SaysOpenOrClosedAndNothingWhereItIsUnsure) {
    struct Case {
        std::string_view words;
        std::optional<AccessRight> right;
    };
    const std::vector<Case> cases{
        {"Open for research.", AccessRight::open},
        {"There are no restrictions on access", AccessRight::open},
        {"Closed until 2040", AccessRight::restricted},
        {"Closed", AccessRight::restricted},
        {"Under embargo until 2030", AccessRight::embargoed},
        {"Open for research; box 3 is closed until 2040", {}},
        {"No longer closed to the public", {}},
        {"Some files are closed", {}},
        {"Closed circuit television", {}},
        {"Ask at the desk", {}},
        {"", {}},
    };
    for (const Case& one : cases) EXPECT_EQ(access_in_words(one.words), one.right) << one.words;
}

TEST(ClosedUntil, IsTheLastDayThatWordsCanMean) {
    EXPECT_EQ(closed_until("Closed until 2040"), "2040-12-31");
    EXPECT_EQ(closed_until("closed until 1 March 2040 (donor)"), "2040-03-01");
    EXPECT_EQ(closed_until("closed until 2040-03-01."), "2040-03-01");
    EXPECT_EQ(closed_until("closed until the year 2040, by the donor"), "2040-12-31");
    EXPECT_EQ(closed_until("closed until the death of the donor"), "");
    EXPECT_EQ(closed_until("closed since 2040"), "");
}

std::vector<std::string> codes_in(std::string_view text) {
    std::vector<std::string> codes;
    for (const LocalContextsLabel* label : labels_in(text)) codes.emplace_back(label->code);
    return codes;
}

TEST(LocalContexts, AreKnownByNameCodeAndAddress) {
    EXPECT_THAT(codes_in("TK Secret/Sacred"), ElementsAre("TK SS"));
    EXPECT_THAT(codes_in("marked TK SS by the community"), ElementsAre("TK SS"));
    EXPECT_THAT(codes_in("https://localcontexts.org/label/bc-provenance/?x"), ElementsAre("BC P"));
    EXPECT_THAT(codes_in("https://localcontexts.org/notice/tk-notice/"), ElementsAre("TK Notice"));
    EXPECT_THAT(codes_in("https://localcontexts.org/label/tk-clan-of/"), IsEmpty());
    EXPECT_THAT(codes_in("secret and sacred things"), IsEmpty());
    EXPECT_THAT(codes_in("the TKS SS Norge"), IsEmpty());
}

TEST(LocalContexts, AreTwentyTenAndTheNotices) {
    int tk = 0;
    int bc = 0;
    int notices = 0;
    for (const LocalContextsLabel& label : local_contexts_labels()) {
        if (label.is_notice)
            ++notices;
        else
            ++(label.code.starts_with("TK ") ? tk : bc);
    }
    EXPECT_EQ(tk, 20);
    EXPECT_EQ(bc, 10);
    EXPECT_EQ(notices, 4);
}

TEST(AwardIn, IsANumberByItsFormOrByTheWordsBeforeIt) {
    EXPECT_EQ(award_in("by the Foundation (NRF-2014S1A5B4063341)"), "NRF-2014S1A5B4063341");
    EXPECT_EQ(award_in("under grant no. 4711, in part"), "4711");
    EXPECT_EQ(award_in("Grant #4711"), "4711");
    EXPECT_EQ(award_in("grant SES-1357622."), "SES-1357622");
    EXPECT_EQ(award_in("award 213454"), "213454");
    EXPECT_EQ(award_in("a grant of 1946 to the Harbour"), "");
    EXPECT_EQ(award_in("from box 6/77 w-86 t-1312, 1946-1991"), "");
    EXPECT_EQ(award_in("Leon Levy Foundation"), "");
}

TEST(AwardOfSupport, StandsNotFarBehindTheWordsOnSupport) {
    EXPECT_EQ(award_of_support("This was supported by the Fund (NRF-2014S1A5B4063341)."),
              "NRF-2014S1A5B4063341");
    EXPECT_EQ(award_of_support("The letter tells of lamp SES-1357622."), "");
    EXPECT_EQ(award_of_support("supported by friends. " + std::string(300, 'x') + " SES-1357622"),
              "");
}

}  // namespace
}  // namespace solander::audit
