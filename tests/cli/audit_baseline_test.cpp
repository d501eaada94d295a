// SPDX-License-Identifier: Apache-2.0
// Baselines, through the tool: what was known before is told and does not fail, and only shrinks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "audit_desk.h"
#include "case.h"

namespace solander {
namespace {

using nlohmann::json;
using test::Case;
using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A record without its source, which is an error.
void put_letter(Desk& desk, const std::string& name) {
    desk.write("rec/" + name + ".xml", R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Letter )" + name + R"(</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:rights>http://rightsstatements.org/vocab/InC/1.0/</dc:rights>
</record>
)");
}

/// Two letters and their baseline.
void known(Desk& desk) {
    put_letter(desk, "a");
    put_letter(desk, "b");
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
}

class Baseline : public testing::TestWithParam<Case> {};

TEST_P(Baseline, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Baseline,
    testing::Values(
        Case{"WhatIsKnownIsToldAndDoesNotFail",
             {"audit", "@/rec", "--baseline", "@/known.txt"},
             0,
             {"SRC001 error: ", "  [known before]  [fix: ", "of them known before: not counted"},
             {},
             known},
        Case{"NotEvenWhereAllCounts",
             {"audit", "@/rec", "--baseline", "@/known.txt", "--fail-on", "review"},
             0,
             {"[known before]"},
             {},
             known},
        Case{"WhatIsNewFails",
             {"audit", "@/rec", "--baseline", "@/known.txt"},
             1,
             {"[known before]",
              "rec/c.xml: SRC001 error: neither Source nor Original Archive has "
              "a value  [fix: "},
             {},
             [](Desk& desk) {
                 known(desk);
                 put_letter(desk, "c");
             }},
        Case{"WhatIsMendedIsCounted",
             {"audit", "@/rec", "--baseline", "@/known.txt"},
             0,
             {"findings in the baseline @/known.txt were not found"},
             {},
             [](Desk& desk) {
                 known(desk);
                 test::put_good(desk);
                 std::filesystem::remove(desk.path("rec/b.xml"));
             }},
        Case{"NoBaseline",
             {"audit", "@/rec", "--baseline", "@/none.txt"},
             66,
             {},
             {"@/none.txt"},
             known},
        Case{"ABadLine",
             {"audit", "@/rec", "--baseline", "@/bad.txt"},
             2,
             {},
             {"@/bad.txt: line 2: 'SRC001' is no fingerprint"},
             [](Desk& desk) {
                 known(desk);
                 desk.write("bad.txt", "# x\nSRC001\n");
             }},
        Case{"AnotherVersion",
             {"audit", "@/rec", "--baseline", "@/bad.txt"},
             2,
             {},
             {"@/bad.txt: line 1: 'v2:00' is a fingerprint of another version"},
             [](Desk& desk) {
                 known(desk);
                 desk.write("bad.txt", "v2:00\n");
             }},
        Case{"ItIsNotWrittenTwice",
             {"audit", "@/rec", "--write-baseline", "@/known.txt"},
             73,
             {},
             {"the baseline '@/known.txt' is there already, and a baseline only shrinks: give "
              "--baseline @/known.txt as well"},
             known},
        Case{"NorOverAnother",
             {"audit", "@/rec", "--baseline", "@/known.txt", "--write-baseline", "@/other.txt"},
             73,
             {},
             {"is there already"},
             [](Desk& desk) {
                 known(desk);
                 desk.write("other.txt", "");
             }},
        Case{"NoDirectory",
             {"audit", "@/rec", "--write-baseline", "@/none/known.txt"},
             73,
             {},
             {"the baseline '@/none/known.txt' needs a directory that is there"},
             known},
        Case{"AnOutputToo",
             {"audit", "@/rec", "--write-baseline", "@/x", "-o", "json=@/x"},
             64,
             {},
             {"the baseline '@/x' is an input or an output, too"},
             known},
        Case{"NotWrittenWhereNothingWasAudited",
             {"audit", "@/keys", "--write-baseline", "@/x"},
             2,
             {"there was nothing to audit"},
             {"@/x: not written, since not everything could be audited"},
             known},
        Case{"SaysWhatItWrote",
             {"audit", "@/rec", "--write-baseline", "@/x"},
             1,
             {"SRC001"},
             {"solander: @/x: ", " findings written\n"},
             known}),
    test::case_name);

TEST(BaselineFiles, HoldFingerprintsAlone) {
    Desk desk;
    known(desk);
    std::istringstream lines(desk.read("known.txt"));
    std::string before;
    std::getline(lines, before);
    EXPECT_THAT(before, StartsWith("# solander audit baseline: "));
    before.clear();
    for (std::string line; std::getline(lines, line);) {
        EXPECT_THAT(line, testing::MatchesRegex("v1:[0-9a-f]+"));
        EXPECT_LT(before, line);
        before = line;
    }
    EXPECT_NE(before, "");
}

TEST(BaselineFiles, NeverGrow) {
    Desk desk;
    known(desk);
    const std::string first = desk.read("known.txt");
    put_letter(desk, "c");
    const auto said = desk.run(
        {"audit", "@/rec", "--baseline", "@/known.txt", "--write-baseline", "@/known.txt"});
    EXPECT_EQ(said.code, 1) << "what is new still fails";
    EXPECT_EQ(desk.read("known.txt"), first);
}

TEST(BaselineFiles, ShrinkByWhatIsMended) {
    Desk desk;
    known(desk);
    const std::string first = desk.read("known.txt");
    std::filesystem::remove(desk.path("rec/b.xml"));
    const auto said = desk.run(
        {"audit", "@/rec", "--baseline", "@/known.txt", "--write-baseline", "@/known.txt"});
    EXPECT_EQ(said.code, 0) << said.out;
    EXPECT_THAT(said.err, HasSubstr(" that are no longer found taken away\n"));
    EXPECT_LT(desk.read("known.txt").size(), first.size());
    put_letter(desk, "b");
    EXPECT_EQ(desk.run({"audit", "@/rec", "--baseline", "@/known.txt"}).code, 1);
}

TEST(BaselineFiles, KnowNoOtherRecordByTheIdentifierOfAKnownOne) {
    Desk desk;
    const auto put = [&desk](const std::string& name) {
        put_letter(desk, name);
        std::string text = desk.read("rec/" + name + ".xml");
        text.insert(text.find("  <dc:title>"), "  <dc:identifier>MS 1</dc:identifier>\n");
        desk.write("rec/" + name + ".xml", text);
    };
    put("a");
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
    put("b");
    EXPECT_EQ(desk.run({"audit", "@/rec", "--baseline", "@/known.txt"}).code, 1);
    std::filesystem::remove(desk.path("known.txt"));
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
    EXPECT_EQ(desk.run({"audit", "@/rec", "--baseline", "@/known.txt"}).code, 0);
    const auto alone = desk.run({"audit", "@/rec/b.xml", "--baseline", "@/known.txt"});
    EXPECT_EQ(alone.code, 0) << "one of them alone is as known:\n" << alone.out;
    put("c");
    EXPECT_EQ(desk.run({"audit", "@/rec/c.xml", "--baseline", "@/known.txt"}).code, 1);
}

TEST(BaselineFiles, HoldWhateverWayFilesAreNamed) {
    Desk desk;
    desk.write("solander.toml", "");
    known(desk);
    desk.write("rec/list.txt",
               test::read_file(test::source_root() / "fixtures/captures/frus-notes-alone.txt"));
    std::filesystem::remove(desk.path("known.txt"));
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
    std::filesystem::create_directory_symlink(desk.path("rec"), desk.path("link"));
    for (const std::string name : {"@/rec", "@/./rec/", "@/rec/../rec", "@/link/../rec"}) {
        const auto said = desk.run({"audit", name, "--baseline", "@/known.txt"});
        EXPECT_EQ(said.code, 0) << name << '\n' << said.out;
        EXPECT_THAT(said.out, Not(HasSubstr("were not found"))) << name;
    }
}

TEST(BaselineFiles, AreNotTouchedWhereNotAllCouldBeAudited) {
    Desk desk;
    known(desk);
    const std::string first = desk.read("known.txt");
    desk.write("x.tar", "not a package");
    const auto said = desk.run({"audit", "@/rec/a.xml", "@/x.tar", "--baseline", "@/known.txt",
                                "--write-baseline", "@/known.txt"});
    EXPECT_EQ(said.code, 2);
    EXPECT_EQ(desk.read("known.txt"), first);
}

TEST(BaselineFiles, KnowAFindingThatMoves) {
    Desk desk;
    test::put_telegram(desk);
    ASSERT_EQ(desk.run({"audit", "@/rec", "--write-baseline", "@/known.txt"}).code, 1);
    desk.write("rec/telegram.txt", "\n" + desk.read("rec/telegram.txt"));
    EXPECT_EQ(desk.run({"audit", "@/rec", "--baseline", "@/known.txt"}).code, 0);
}

TEST(BaselineInForms, IsToldInEach) {
    Desk desk;
    known(desk);
    put_letter(desk, "c");
    desk.write("known.txt", desk.read("known.txt") + "v1:" + std::string(64, '0') + "\n");
    const auto in = [&desk](const std::string& form) {
        return desk.run({"audit", "@/rec", "--baseline", "@/known.txt", "-f", form}).out;
    };
    const auto all = json::parse(in("json"));
    EXPECT_EQ(all["baseline"]["path"], "@/known.txt");
    EXPECT_EQ(all["baseline"]["absent"], json::array({std::string(64, '0')}));
    EXPECT_GT(all["uncounted"]["error"], 0);
    std::map<std::string, int> states;
    const auto sarif = json::parse(in("sarif"));
    for (const auto& result : sarif["runs"][0]["results"]) ++states[result["baselineState"]];
    EXPECT_GT(states["unchanged"], 0);
    EXPECT_GT(states["new"], 0);
    EXPECT_EQ(states["absent"], 1);
    EXPECT_THAT(in("github"), HasSubstr(" error%2C known before::"));
    EXPECT_THAT(in("html"), HasSubstr("<span class=\"mark\">known before</span>"));
    EXPECT_THAT(in("junit"), AllOf(HasSubstr(" [known before] "), HasSubstr("failures=\"1\"")));
    EXPECT_THAT(in("gitlab"), HasSubstr("[known before]"));
}

}  // namespace
}  // namespace solander
