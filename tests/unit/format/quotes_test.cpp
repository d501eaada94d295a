// SPDX-License-Identifier: Apache-2.0
#include "format/quotes.h"

#include <gtest/gtest.h>

namespace solander::format {
namespace {

constexpr std::string_view kCapture =
    "Lead text\r\nMay 1962\nThe  harbour\u00A0is closed\nsecond line\n";

Document quoting(std::string at, std::string words) {
    Document document;
    TitleStatement title;
    title.state = State::stated;
    title.place.origin = "c1";
    title.place.at = std::move(at);
    title.words = std::move(words);
    document.titles.push_back(std::move(title));
    return document;
}

TEST(Quotes, StandWhereTheySay) {
    for (const auto& [at, words] : {std::pair{"line 1", "Lead text"},
                                    {"line 2", "May 1962"},
                                    {"line 3", "The harbour is closed"},
                                    {"lines 3-4", "closed\nsecond"},
                                    {"bytes 1-4", "Lead"},
                                    {"cell A1", "anything"}})
        EXPECT_TRUE(find_misquotes(quoting(at, words), "c1", kCapture).empty()) << at;
}

TEST(Quotes, DifferWhereTheyDoNot) {
    for (const auto& [at, words] : {std::pair{"line 2", "Lead text"},
                                    {"line 3", "The harbour was closed"},
                                    {"line 99", "May 1962"},
                                    {"lines 2-1", "May 1962"},
                                    {"bytes 2-4", "Lead"},
                                    {"bytes 1-9999", "Lead"}}) {
        const auto misquotes = find_misquotes(quoting(at, words), "c1", kCapture);
        ASSERT_EQ(misquotes.size(), 1U) << at;
        EXPECT_EQ(misquotes[0].at, at);
    }
}

TEST(Quotes, OfAnotherOriginAreNotLookedAt) {
    EXPECT_TRUE(find_misquotes(quoting("line 1", "elsewhere"), "c2", kCapture).empty());
}

TEST(Quotes, InsideAStatementStandAtItsPlace) {
    Document document;
    FundingCredit credit;
    credit.place.origin = "c1";
    credit.place.at = "line 2";
    credit.verbatim = "May 1962";
    credit.funders.emplace_back().agent.name = "Nobody";
    document.funding_credits.push_back(credit);
    EXPECT_EQ(find_misquotes(document, "c1", kCapture).size(), 1U);
}

}  // namespace
}  // namespace solander::format
