// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/audit_config.h>

namespace solander {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Pair;
using testing::SizeIs;

TEST(ExceptionsFile, HasAllThatIsSaid) {
    const auto exceptions = read_audit_exceptions(R"(version = 1

[[exception]]
rule = "SRC001"
record = "LIN 12/3"
field = "source"
value-sha256 = "00"
reason = "legacy-description"
comment = "The list of 1962 has no sources."
by = "Edda Lindqvist"
on = 2026-01-31
expires = "2028-01-31"

[[exception]]
path = "mirror/**"
)",
                                                  "dir/e.toml");
    ASSERT_TRUE(exceptions.has_value()) << exceptions.error().message();
    ASSERT_THAT(*exceptions, SizeIs(2));
    const AuditException& first = exceptions->front();
    EXPECT_EQ(first.rule, "SRC001");
    EXPECT_EQ(first.record, "LIN 12/3");
    EXPECT_EQ(first.field, "source");
    EXPECT_EQ(first.value_sha256, "00");
    EXPECT_EQ(first.reason, "legacy-description");
    EXPECT_EQ(first.comment, "The list of 1962 has no sources.");
    EXPECT_EQ(first.by, "Edda Lindqvist");
    EXPECT_EQ(first.on, "2026-01-31");
    EXPECT_EQ(first.expires, "2028-01-31");
    EXPECT_EQ(first.file, "dir/e.toml");
    EXPECT_EQ(first.at, "line 3");
    EXPECT_THAT(first.keys_at, Contains(Pair("reason", "line 8")));
    EXPECT_EQ(exceptions->back().path, "mirror/**");
    EXPECT_EQ(exceptions->back().at, "line 14");
}

TEST(ExceptionsFile, MayBeEmpty) {
    EXPECT_THAT(*read_audit_exceptions("# none yet\n", "e.toml"), SizeIs(0));
}

struct Refused {
    const char* name;
    std::string text;
    std::string words;
};
void PrintTo(const Refused& refused, std::ostream* out) {
    *out << refused.name;
}
std::string refused_name(const testing::TestParamInfo<Refused>& test) {
    return test.param.name;
}

class ExceptionsFileOf : public testing::TestWithParam<Refused> {};

TEST_P(ExceptionsFileOf, IsRefusedWithTheLine) {
    const auto exceptions = read_audit_exceptions(GetParam().text, "e.toml");
    ASSERT_FALSE(exceptions.has_value());
    EXPECT_EQ(exceptions.error().code(), ErrorCode::usage);
    EXPECT_THAT(exceptions.error().message(), HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    All, ExceptionsFileOf,
    testing::Values(
        Refused{"Key", "[[exception]]\nrecrd = 'a'",
                "e.toml:2: there is no key 'recrd'; did you mean 'record'?"},
        Refused{"TopKey", "[[exceptions]]\n",
                "e.toml:1: there is no key 'exceptions'; did you mean"},
        Refused{"Rule", "[[exception]]\nrule='SRC901'",
                "there is no rule 'SRC901'; did you mean 'SRC001'?"},
        Refused{"RuleUnlikeAny", "[[exception]]\nrule='SRC999'",
                "there is no rule 'SRC999'; `solander explain rules` lists them"},
        Refused{"Field", "[[exception]]\nrule='SRC001'\nfield = 'right'",
                "e.toml:3: there is no field 'right'; did you mean 'rights'?"},
        Refused{"Unclosed", "[[exception]]\nrule = \"SRC001\nby = 'x'",
                "e.toml: line 2, column 15: a text in quotation marks is not closed on its line; "},
        Refused{"UnclosedAtTheEnd", "[[exception]]\nrule = 'SRC001",
                "a text in quotation marks is not closed; "},
        Refused{"NoQuotationMarks", "[[exception]]\nrule = SRC001",
                "a text stands without quotation marks; "},
        Refused{"UnclosedList", "exception = [", "a list is not closed by ]; "},
        Refused{"Group", "[[exception]]\nrule='SRC'", "there is no rule 'SRC'"},
        Refused{"OnePairOfBrackets", "[exception]\nrule='SRC001'", "in two pairs of brackets"},
        Refused{"NumberForAName", "[[exception]]\nby = 1", "'by' is a text in quotation marks"},
        Refused{"BlankComment", "[[exception]]\ncomment = ' '", "'comment' says nothing"},
        Refused{"NoTables", "exception = [1]", "an exception is a table"},
        Refused{"Version", "version = 2", "version = 1 alone"},
        Refused{"NoToml", "rule: SRC001", "e.toml: line 1, column"}),
    refused_name);

}  // namespace
}  // namespace solander
