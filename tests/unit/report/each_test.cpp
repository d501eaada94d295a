// SPDX-License-Identifier: Apache-2.0
// What pack_each() came to, as text, table and JSON.
#include "report/each.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace solander {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

EachOutcome failed(const std::string& document, const std::string& reason) {
    EachOutcome outcome;
    outcome.document = document;
    outcome.status = EachStatus::failed;
    outcome.failure = Error(ErrorCode::io, reason);
    return outcome;
}

EachOutcome packed(const std::string& document) {
    EachOutcome outcome;
    outcome.document = document;
    outcome.package = "out/" + document + ".tar";
    outcome.status = EachStatus::packed;
    outcome.manifest.emplace();
    outcome.files = 1;
    outcome.bytes = 17;
    return outcome;
}

TEST(EachReport, NamesTheFirstFailures) {
    EachPacked each;
    for (int i = 0; i < 25; ++i) each.outcomes.push_back(failed("d" + std::to_string(i), "is bad"));
    each.outcomes.push_back(packed("good"));
    EXPECT_THAT(report::each_text(each, "r.csv"),
                AllOf(StartsWith("1 package sealed, 25 failed; 1 file, 17 bytes\nreport  r.csv\n"),
                      HasSubstr("\n  d19: is bad\n"), Not(HasSubstr("d20")),
                      EndsWith("  and 5 more: see r.csv\n")));
}

TEST(EachReport, DoesNotRepeatTheNameOfTheDocument) {
    EachPacked each;
    each.outcomes.push_back(failed("in/a", "in/a: permission denied"));
    EXPECT_THAT(report::each_text(each, "r.csv"), EndsWith("\n  in/a: permission denied\n"));
}

TEST(EachReport, IsSafeForSpreadsheetsAndTerminals) {
    EachPacked each;
    for (const std::string name : {"=1+1", "+1", "-1", "@a", "a=1", "a\x1b[31m, \"b\"", "\ta"})
        each.outcomes.push_back(failed(name, "=cmd"));
    EXPECT_EQ(report::each_table(each),
              "\xEF\xBB\xBF"
              "document,package,status,identity,files,bytes,reason\r\n"
              "'=1+1,,failed,,0,0,'=cmd\r\n'+1,,failed,,0,0,'=cmd\r\n'-1,,failed,,0,0,'=cmd\r\n"
              "'@a,,failed,,0,0,'=cmd\r\na=1,,failed,,0,0,'=cmd\r\n"
              "\"a\\u{1B}[31m, \"\"b\"\"\",,failed,,0,0,'=cmd\r\n\\ta,,failed,,0,0,'=cmd\r\n");
}

TEST(EachReport, IsKnownByItsBeginning) {
    EachPacked each;
    each.outcomes.push_back(packed("good"));
    EXPECT_TRUE(report::is_each_report(report::each_table(each)));
    EXPECT_TRUE(report::is_each_report(report::each_json(each)));
    EXPECT_FALSE(report::is_each_report("document,package\r\n"));
    EXPECT_FALSE(report::is_each_report(""));
}

}  // namespace
}  // namespace solander
