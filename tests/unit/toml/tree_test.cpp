// SPDX-License-Identifier: Apache-2.0
#include "toml/tree.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander::toml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Advice kAdvice{.of_repeated = "once is enough", .of_others = "write it so"};

TEST(Tree, HasEntriesInTheOrderOfTheText) {
    const auto tree = Tree::parse("b = 1\na = 'x'\n[z]\n[c]\n", kAdvice);
    ASSERT_TRUE(tree.has_value()) << tree.error().message();
    std::vector<std::string> keys;
    for (const Entry& entry : tree->root().entries) keys.push_back(entry.key);
    EXPECT_THAT(keys, ElementsAre("b", "a", "z", "c"));
}

TEST(Tree, SaysWhereThingsStandAndHowTheyAreWritten) {
    const auto tree =
        Tree::parse("\xEF\xBB\xBF'\u00E9' = [ '\u00E9\u00E9', 2026-11-28 ]\n", kAdvice);
    ASSERT_TRUE(tree.has_value()) << tree.error().message();
    const Entry& entry = tree->root().entries.front();
    EXPECT_EQ(entry.key, "\u00E9");
    const Node& day = entry.value.items.at(1);
    EXPECT_EQ(day.kind, Kind::date);
    EXPECT_EQ(tree->written(day.region), "2026-11-28");
    EXPECT_EQ(tree->place(day.region.begin), "line 1, column 15");
    EXPECT_EQ(entry.value.items.at(0).words, "\u00E9\u00E9");
}

struct Value {
    const char* name;
    std::string text;
    Kind kind;
};
void PrintTo(const Value& value, std::ostream* out) {
    *out << value.name;
}
std::string value_name(const testing::TestParamInfo<Value>& test) {
    return test.param.name;
}

class TreeValue : public testing::TestWithParam<Value> {};

TEST_P(TreeValue, HasItsKind) {
    const auto tree = Tree::parse("a = " + GetParam().text, kAdvice);
    ASSERT_TRUE(tree.has_value()) << tree.error().message();
    const Node& value = tree->root().entries.front().value;
    EXPECT_EQ(value.kind, GetParam().kind);
    EXPECT_EQ(tree->written(value.region), GetParam().text);
    EXPECT_FALSE(kind_name(value.kind).empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, TreeValue,
    testing::Values(Value{"Text", "\"b\"", Kind::text}, Value{"Table", "{b = 1}", Kind::table},
                    Value{"Array", "[1, 2]", Kind::array}, Value{"True", "true", Kind::boolean},
                    Value{"Integer", "-17", Kind::number}, Value{"Float", "1.5", Kind::number},
                    Value{"Date", "1919-03-04", Kind::date}, Value{"Time", "07:32:00", Kind::date},
                    Value{"DateAndTime", "1979-05-27T07:32:00Z", Kind::date}),
    value_name);

struct Refused {
    const char* name;
    std::string text;
    std::string words;
    ErrorCode code = ErrorCode::format;
};
void PrintTo(const Refused& refused, std::ostream* out) {
    *out << refused.name;
}
std::string refused_name(const testing::TestParamInfo<Refused>& test) {
    return test.param.name;
}

class TreeOf : public testing::TestWithParam<Refused> {};

TEST_P(TreeOf, IsRefusedWithThePlace) {
    const auto tree = Tree::parse(GetParam().text, kAdvice);
    ASSERT_FALSE(tree.has_value());
    EXPECT_EQ(tree.error().code(), GetParam().code);
    EXPECT_THAT(tree.error().message(), HasSubstr(GetParam().words));
}

std::string repeated(std::string_view what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
}

// Texts for which the library alone overruns the stack, or comes to code held to be unreachable.
INSTANTIATE_TEST_SUITE_P(
    Hostile, TreeOf,
    testing::Values(Refused{"Open", "a = [{", "line 1, column "},
                    Refused{"Letters", "a = \u00E9", "line 1, column 5: '\u00E9' stands outside"},
                    Refused{"Repeated", "a = 1\na = 2", "once is enough"},
                    Refused{"NoValue", "a = ", "write it so"},
                    Refused{"DeepArrays", "a = " + repeated("[", 100'000), "line 1"},
                    Refused{"DeepTables", "a = " + repeated("{a=", 100'000), "line 1"},
                    Refused{"DeepKeys", "a" + repeated(".a", 100'000) + " = 1",
                            "a key has more than 16 names", ErrorCode::limit},
                    Refused{"NotUtf8", "a = \"\xFF\"\nb", "line 2"},
                    Refused{"Binary", std::string("\0\0", 2), "line 1"}),
    refused_name);

}  // namespace
}  // namespace solander::toml
