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

QuoteFindings look_up_all(const Document& document, std::string_view capture = kCapture) {
    return look_up(quotes_of(document), capture);
}

TEST(Quotes, StandWhereTheySay) {
    for (const auto& [at, words] : {std::pair{"line 1", "Lead text"},
                                    {"line 2", "May 1962"},
                                    {"line 3", "The harbour is closed"},
                                    {"lines 3-4", "closed\nsecond"},
                                    {"lines 1-4", "text May"},
                                    {"bytes 1-4", "Lead"},
                                    {"bytes 6-14", "text\nMay"}})
        EXPECT_TRUE(look_up_all(quoting(at, words)).misquotes.empty()) << at;
}

TEST(Quotes, DifferWhereTheyDoNot) {
    for (const auto& [at, words] : {std::pair{"line 2", "Lead text"},
                                    {"line 3", "The harbour was closed"},
                                    {"line 3", "closed second"},
                                    {"line 4", "closed"},
                                    {"line 99", "May 1962"},
                                    {"line 5", "second line"},
                                    {"lines 2-1", "May 1962"},
                                    {"bytes 2-4", "Lead"},
                                    {"bytes 1-9999", "Lead"}}) {
        const auto found = look_up_all(quoting(at, words));
        ASSERT_EQ(found.misquotes.size(), 1U) << at;
        EXPECT_EQ(found.misquotes[0].at, at);
        EXPECT_FALSE(found.gave_up);
    }
}

TEST(Quotes, AreOfLinesAndBytesOnly) {
    for (const std::string at : {"cell A1", "path /a", "pointer /a", "option --set title", ""})
        EXPECT_TRUE(quotes_of(quoting(at, "anything")).empty()) << at;
}

TEST(Quotes, NameTheirOrigin) {
    const Document document = quoting("line 1", "elsewhere");
    const auto quotes = quotes_of(document);
    ASSERT_EQ(quotes.size(), 1U);
    EXPECT_EQ(quotes[0].origin, "c1");
}

TEST(Quotes, InsideAStatementStandAtItsPlace) {
    Document document;
    FundingCredit credit;
    credit.place.origin = "c1";
    credit.place.at = "line 2";
    credit.verbatim = "May 1962";
    credit.funders.emplace_back().agent.name = "Nobody";
    document.funding_credits.push_back(credit);
    EXPECT_EQ(look_up_all(document).misquotes.size(), 1U);
}

TEST(Quotes, OfALastLineWithoutAnEnd) {
    EXPECT_TRUE(look_up_all(quoting("line 2", "two"), "one\ntwo").misquotes.empty());
    EXPECT_EQ(look_up_all(quoting("line 3", "two"), "one\ntwo").misquotes.size(), 1U);
    EXPECT_EQ(look_up_all(quoting("line 1", "one"), "").misquotes.size(), 1U);
}

/// Places cost nothing to state, so what they claim is bounded.
TEST(Quotes, AreGivenUpWhereTheyClaimTheWholeTooOften) {
    const std::string capture(1'000'000, 'a');
    Document document;
    for (int i = 0; i < 100; ++i)
        document.titles.push_back(quoting("line 1", std::string(1000, 'a') + "b").titles.front());
    const auto found = look_up_all(document, capture);
    EXPECT_TRUE(found.gave_up);
    EXPECT_EQ(found.misquotes.size(), 80U);  // sixteen free megabytes (of 2^20), and sixty-four
    document.titles.resize(50);
    EXPECT_FALSE(look_up_all(document, capture).gave_up);
}

/// What is claimed by its bytes is folded each time.
TEST(Quotes, OfBytesAreGivenUpSooner) {
    const std::string capture(1'000'000, 'a');
    Document document;
    for (int i = 0; i < 10; ++i)
        document.titles.push_back(quoting("bytes 1-1000000", "b").titles.front());
    const auto found = look_up_all(document, capture);
    EXPECT_TRUE(found.gave_up);
    EXPECT_EQ(found.misquotes.size(), 5U);
    document.titles.resize(5);
    EXPECT_FALSE(look_up_all(document, capture).gave_up);
}

}  // namespace
}  // namespace solander::format
