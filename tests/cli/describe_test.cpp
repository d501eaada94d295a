// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A capture and two scans.
void papers(Desk& desk) {
    desk.write("papers/letter.txt",
               test::read_file(test::source_root() / "fixtures/captures/crlf.txt"));
    desk.write("papers/p10.tif", "ten");
    desk.write("papers/p2.tif", "two");
}

class Describe : public testing::TestWithParam<Case> {};

TEST_P(Describe, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Describe,
    testing::Values(
        Case{"ShowsWhatIsSaid",
             {"describe", "@/papers"},
             0,
             {"document  papers/letter.txt\n", "date              EDTF 1958-04-02\n",
              "creator           [blank]\n", "description       [inferred] Lindqvist reports"},
             {},
             papers},
        Case{"WritesATable",
             {"describe", "@/papers", "-o", "@/records.csv"},
             0,
             {"@/records.csv  3 documents\n"},
             {},
             papers},
        Case{"WritesQuietly", {"describe", "@/papers", "-o", "@/r.json", "-q"}, 0, {}, {}, papers},
        Case{"RefusesAnotherEnding",
             {"describe", "@/papers", "-o", "@/records.xls"},
             64,
             {},
             {"-o takes the name of a .csv, .json or .toml file, not '@/records.xls'\n"},
             papers},
        Case{"RefusesToReplace",
             {"describe", "@/papers", "-o", "@/records.csv"},
             73,
             {},
             {"'@/records.csv' is there already: name another file, or give --force"},
             [](Desk& desk) {
                 papers(desk);
                 desk.write("records.csv", "mine");
             }},
        Case{"RefusesADirectoryThatIsNotThere",
             {"describe", "@/papers", "-o", "@/nowhere/records.csv"},
             66,
             {},
             {"nowhere"},
             papers},
        Case{"RefusesAnInputThatIsNotThere",
             {"describe", "@/none"},
             66,
             {},
             {"@/none: no such file"}},
        Case{"NeedsAnInput", {"describe"}, 64, {}, {"INPUT"}}),
    test::case_name);

TEST(DescribeInto, AFileReplacesNothingUnasked) {
    Desk desk;
    papers(desk);
    desk.write("records.csv", "mine");
    EXPECT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.csv"}).code, 73);
    EXPECT_EQ(desk.read("records.csv"), "mine");
    EXPECT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.csv", "--force"}).code, 0);
    EXPECT_THAT(desk.read("records.csv"), StartsWith("\xEF\xBB\xBF"
                                                     "document,files,role,order,title,date,"));
    EXPECT_FALSE(desk.has(".records.csv.partial"));
}

TEST(DescribeInto, ATableGivesFilesWithoutARecordARowOfTheirOwn) {
    Desk desk;
    papers(desk);
    ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.csv"}).code, 0);
    EXPECT_THAT(desk.read("records.csv"),
                AllOf(HasSubstr("\r\npapers/p2.tif,papers/p2.tif,,,[absent],"),
                      HasSubstr("[absent]\r\npapers/p10.tif,papers/p10.tif,,,[absent],")));
}

TEST(DescribeFields, AreAllShownWhenAskedFor) {
    Desk desk;
    papers(desk);
    EXPECT_THAT(desk.run({"describe", "@/papers", "-f", "json"}).out,
                Not(HasSubstr("rights-holder")));
    EXPECT_THAT(desk.run({"describe", "@/papers", "-f", "json", "--all-fields"}).out,
                HasSubstr("rights-holder"));
}

TEST(DescribeInJson, HasAnObjectForEachDocument) {
    Desk desk;
    papers(desk);
    const auto json = nlohmann::json::parse(desk.run({"describe", "@/papers", "-f", "json"}).out);
    ASSERT_EQ(json.size(), 3U);
    EXPECT_EQ(json[0]["document"], "papers/letter.txt");
    EXPECT_EQ(json[0]["role"], "capture");
    EXPECT_EQ(json[1]["document"], "papers/p2.tif");
    EXPECT_EQ(json[2]["document"], "papers/p10.tif");
}

/// A table with seven cells that have white space around their words, and one row without a path.
void untidy(Desk& desk) {
    desk.write("papers/metadata.csv",
               "filename,dc.title,dc.creator,dc.subject,dc.type,dc.format,dc.source\n"
               "a.tif , Map , Edda , ports , image , tiff , box 4 \n"
               ",Chart,,,,,\n");
}

TEST(DescribeNotes, OfOneKindOnOneFileAreCountedAfterTheThird) {
    Desk desk;
    untidy(desk);
    const auto said = desk.run({"describe", "@/papers"});
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("cell C2: has white space"), Not(HasSubstr("cell D2: has white")),
                      HasSubstr("(record.path-missing)"),
                      HasSubstr("note: '@/papers/metadata.csv': 4 more notes like this "
                                "(table.outer-blanks); --all-notes tells them\n")));
}

TEST(DescribeNotes, AreAllToldWhenAskedFor) {
    Desk desk;
    untidy(desk);
    const auto said = desk.run({"describe", "@/papers", "--all-notes"});
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("cell D2: has white space"), HasSubstr("cell G2: has white space"),
                      Not(HasSubstr("more notes"))));
}

}  // namespace
}  // namespace solander
