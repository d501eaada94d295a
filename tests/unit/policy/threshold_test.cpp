// SPDX-License-Identifier: Apache-2.0
#include "policy/threshold.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/threshold_text.h"

namespace solander::policy {
namespace {

/// A threshold, the names of each key that signed, and what is said; nothing: it is met.
struct Counted {
    std::string name;
    std::string threshold;
    std::vector<std::vector<std::string>> keys;
    std::string unmet;
};

void PrintTo(const Counted& counted, std::ostream* out) {
    *out << counted.name;
}

class Threshold : public testing::TestWithParam<Counted> {};

TEST_P(Threshold, CountsEachKeyAndEachNameOnce) {
    const Counted& counted = GetParam();
    const auto threshold = parse_threshold(counted.threshold);
    ASSERT_TRUE(threshold.has_value()) << threshold.error();
    std::vector<Vouching> keys;
    for (std::size_t i = 0; i < counted.keys.size(); ++i)
        keys.push_back({"SHA256:" + std::to_string(i), counted.keys[i]});
    const Tally tally = count(*threshold, keys);
    EXPECT_EQ(tally.met, counted.unmet.empty());
    EXPECT_EQ(tally.sentence, counted.unmet);
}

INSTANTIATE_TEST_SUITE_P(
    Policies, Threshold,
    testing::Values(
        Counted{"OneName", "a", {{"a"}}, ""},
        Counted{"NobodySigned", "a", {}, "needs the signature of a"},
        Counted{"SomebodyElseSigned", "a", {{"b"}}, "needs the signature of a"},
        Counted{"TwoOfThree", "2 of (a, b, c)", {{"a"}, {"c"}}, ""},
        Counted{"OneOfTwoOfThree",
                "2 of (a, b, c)",
                {{"a"}},
                "needs 2 of 3, signed by a; missing 1 of b, c"},
        Counted{"TwoKeysOfOnePerson",
                "2 of (a, b, c)",
                {{"a"}, {"a"}},
                "needs 2 of 3, signed by a; missing 1 of b, c"},
        Counted{"OneKeyOfTwoNames",
                "2 of (a, b, c)",
                {{"a", "b"}},
                "needs 2 of 3, signed by a; missing 1 of b, c"},
        Counted{"AKeyOfTwoNamesTakesTheOneThatIsLeft", "2 of (a, b)", {{"a", "b"}, {"a"}}, ""},
        Counted{"AChainOfSuchKeys", "3 of (a, b, c)", {{"a", "b"}, {"b", "c"}, {"a"}}, ""},
        Counted{"ThreeKeysOfTwoNames",
                "3 of (a, b, c)",
                {{"a", "b"}, {"a", "b"}, {"b", "a"}},
                "needs 3 of 3, signed by a, b; missing c"},
        Counted{"All", "all of (a, b)", {{"a"}, {"b"}}, ""},
        Counted{"NotAll", "all of (a, b)", {{"b"}}, "needs 2 of 2, signed by b; missing a"},
        Counted{"Any", "any of (a, b)", {{"b"}}, ""},
        Counted{"NoneOfAny",
                "any of (a, b)",
                {{"c"}},
                "needs 1 of 2, signed by none of them; missing 1 of a, b"},
        Counted{"BothGroups", "1 of (a, b) and 1 of (c, d)", {{"a"}, {"d"}}, ""},
        Counted{"OneGroup",
                "1 of (a, b) and 1 of (c, d)",
                {{"a"}, {"b"}},
                "needs 1 of 2, signed by none of them; missing 1 of c, d"},
        Counted{"ANameInTwoGroupsCountsOnce",
                "1 of (a, b) and 1 of (a, c)",
                {{"a"}},
                "needs 1 of 2, signed by none of them; missing 1 of a, c"},
        Counted{"ANameInTwoGroupsStandsWhereItIsNeeded",
                "1 of (a, b) and 1 of (a, c)",
                {{"a"}, {"b"}},
                ""},
        Counted{"TheSameInTheOtherOrder", "1 of (a, b) and 1 of (a, c)", {{"a"}, {"c"}}, ""},
        Counted{"TwoKeysOfANameInTwoGroups",
                "1 of (a, b) and 1 of (a, c)",
                {{"a"}, {"a"}},
                "needs 1 of 2, signed by none of them; missing 1 of a, c"},
        Counted{"AGroupTakesNoMoreThanItNeeds",
                "1 of (a, b, c) and 2 of (b, c)",
                {{"a"}, {"b"}, {"c"}},
                ""},
        Counted{"APartyOfTwoNamesCountsOnce",
                "2 of (a or b, c)",
                {{"a"}, {"b"}},
                "needs 2 of 2, signed by a; missing c"},
        Counted{"APartyByItsDeputy", "2 of (a or b, c)", {{"b"}, {"c"}}, ""},
        Counted{"AnAlternative", "2 of (a, b) or c", {{"c"}}, ""},
        Counted{"NoAlternative",
                "2 of (a, b) or c and d",
                {{"a"}},
                "needs 2 of 2, signed by a; missing b (the nearest of 2 alternatives)"},
        Counted{"QuotedNames", "2 of ('Anna of (Bern)', 'and')", {{"and"}, {"Anna of (Bern)"}}, ""},
        Counted{"KeysWithoutANameCountForNothing",
                "any of (a, b)",
                {{}, {}},
                "needs 1 of 2, signed by none of them; missing 1 of a, b"}),
    [](const auto& param_info) { return param_info.param.name; });

TEST(ThresholdText, TheSameKeyUnderTwoStatementsIsOne) {
    const auto threshold = parse_threshold("2 of (a, b)");
    ASSERT_TRUE(threshold.has_value());
    const std::vector<Vouching> keys{{"SHA256:x", {"a"}}, {"SHA256:x", {"b"}}};
    EXPECT_EQ(count(*threshold, keys).sentence, "needs 2 of 2, signed by a; missing b");
}

TEST(ThresholdText, KeysOfManyNamesTakeNoTime) {
    const auto threshold = parse_threshold("all of (n1, zz)");
    ASSERT_TRUE(threshold.has_value());
    std::vector<std::string> names;
    for (int i = 0; i < 200'000; ++i) names.push_back("n" + std::to_string(i));
    const std::vector<Vouching> keys{{"SHA256:x", names}, {"SHA256:x", names}};
    EXPECT_EQ(count(*threshold, keys).sentence, "needs 2 of 2, signed by n1; missing zz");
}

TEST(ThresholdText, TenOfTwentyTakesNoTime) {
    std::string text = "10 of (";
    std::vector<Vouching> keys;
    for (int i = 0; i < 20; ++i) {
        text += (i == 0 ? "n" : ", n") + std::to_string(i);
        keys.push_back({"SHA256:" + std::to_string(i),
                        {"n" + std::to_string(i), "n" + std::to_string((i + 1) % 20)}});
    }
    const auto threshold = parse_threshold(text + ") and 10 of (" + text.substr(7) + ")");
    ASSERT_TRUE(threshold.has_value()) << threshold.error();
    EXPECT_TRUE(count(*threshold, keys).met);
}

struct Refused {
    std::string name;
    std::string text;
    std::string why;
};

void PrintTo(const Refused& refused, std::ostream* out) {
    *out << refused.name;
}

class ThresholdThatIsNone : public testing::TestWithParam<Refused> {};

TEST_P(ThresholdThatIsNone, IsRefused) {
    const auto threshold = parse_threshold(GetParam().text);
    ASSERT_FALSE(threshold.has_value());
    EXPECT_THAT(threshold.error(), testing::HasSubstr(GetParam().why));
}

INSTANTIATE_TEST_SUITE_P(
    Policies, ThresholdThatIsNone,
    testing::Values(
        Refused{"NothingAtAll", "", "has its end where a name should stand"},
        Refused{"ACountAlone", "2", "has its end where 'of' should stand"},
        Refused{"NoNames", "2 of ()", "has ')' where a name should stand"},
        Refused{"Unclosed", "1 of (a, b", "has its end where ',' or ')' should stand"},
        Refused{"MoreThanThereAre", "3 of (a, b)", "asks for 3 of 2"},
        Refused{"NoneOfThem", "0 of (a, b)", "asks for 0 of 2"},
        Refused{"TwiceInOneGroup", "2 of (a, a)", "names 'a' twice in one group"},
        Refused{"TwiceInAParty", "1 of (a or a)", "names 'a' twice in one group"},
        Refused{"APattern", "1 of (*@example.org)", "no name but a pattern"},
        Refused{"ANegation", "!a", "no name but a pattern"},
        Refused{"TwoNamesSideBySide", "a b", "has 'b' where 'and', 'or' or the end should stand"},
        Refused{"AnOpenQuote", "1 of ('a, b)", "has a quote that nothing closes"},
        Refused{"AnOpenQuoteAtTheBeginning", "'a", "has a quote that nothing closes"},
        Refused{"AnOpenQuoteBehindAWord", "a and 'b", "has a quote that nothing closes"},
        Refused{"AnEmptyName", "1 of ('')", "no name but a pattern"},
        Refused{"AKeyword", "and", "has 'and' where a name should stand"},
        Refused{"ANestedGroup", "2 of (a, 1 of (b, c))", "has 'of' where ',' or ')' should stand"}),
    [](const auto& param_info) { return param_info.param.name; });

TEST(ThresholdText, RefusesMoreNamesThanAnybodyWrites) {
    std::string text = "1 of (n";
    for (std::size_t i = 0; i < kMostThresholdNames; ++i) text += ", n" + std::to_string(i);
    const auto threshold = parse_threshold(text + ")");
    ASSERT_FALSE(threshold.has_value());
    EXPECT_THAT(threshold.error(), testing::HasSubstr("has more than 1000 names"));
}

}  // namespace
}  // namespace solander::policy
