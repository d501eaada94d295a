// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case.h"
#include "custody_desk.h"
#include "metadata/csv.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Case;
using test::Desk;
using test::must;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kUnd = "http://rightsstatements.org/vocab/UND/1.0/";

/// What a person writes beside a question.
struct Answer {
    std::string field;
    std::string decision = "set";
    std::string value = {};
    std::string date = "2026-11-20";
};

std::string quoted(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string(2, c) : std::string(1, c);
    return cell + '"';
}

/// The worklist of an audit of `path`, with the answers filled in, and saved as spreadsheets do in
/// half of Europe.
void fill_in(Desk& desk, const std::string& path, const std::vector<Answer>& answers) {
    static constexpr std::size_t kField = 4;
    static constexpr std::size_t kDecision = 9;
    const auto said = desk.run({"audit", "@/" + path, "-t", "@/trust", "--fail-on", "never", "-o",
                                "csv=" + desk.path("questions.csv"), "--force"});
    ASSERT_EQ(said.code, 0) << said.err;
    const auto table = metadata::read_csv(desk.read("questions.csv"));
    ASSERT_TRUE(table) << table.error().message();
    std::string text = "\xEF\xBB\xBF";
    const auto write = [&text](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i == 0 ? "" : ";") + quoted(cells[i]);
        text += "\r\n";
    };
    std::vector<std::string> head;
    for (const metadata::Cell& cell : table->head.cells) head.push_back(cell.text);
    write(head);
    for (const metadata::Row& row : table->rows) {
        std::vector<std::string> cells;
        for (const metadata::Cell& cell : row.cells) cells.push_back(cell.text);
        for (const Answer& answer : answers)
            if (cells.at(kField) == answer.field)
                std::ranges::copy(
                    std::vector<std::string>{answer.decision, answer.value, "J. Novak", answer.date,
                                             "register of deaths"},
                    cells.begin() + kDecision);
        write(cells);
    }
    desk.write("questions.csv", text);
}

void capture(Desk& desk) {
    desk.write("rec/letter.txt",
               test::read_file(test::source_root() / "fixtures/captures/crlf.txt"));
}

void answered(Desk& desk) {
    capture(desk);
    fill_in(desk, "rec", {{"rights", "set", kUnd}, {"source", "set", "Box 3"}});
}

std::vector<std::string> apply(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"audit", "@/rec", "--apply", "@/questions.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::vector<std::string> to_table(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"--write-records", "@/new.csv"});
    return apply(std::move(more));
}

/// The letters at `@/out`, and a worklist of their package.
void sealed(Desk& desk, const std::vector<Answer>& answers) {
    test::ready(desk);
    fill_in(desk, "out/letters.tar", answers);
}
void sealed(Desk& desk) {
    sealed(desk, {{"rights", "set", kUnd}});
}

std::vector<std::string> to_package(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"audit",   "@/out/letters.tar", "-t",
                                   "@/trust", "--apply",           "@/questions.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

class AuditApply : public testing::TestWithParam<Case> {};

TEST_P(AuditApply, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
    EXPECT_TRUE(GetParam().code == 0 || !desk.has("new.csv") || desk.read("new.csv") == "mine");
}

INSTANTIATE_TEST_SUITE_P(
    Cli, AuditApply,
    testing::Values(
        Case{"IntoATable",
             to_table(),
             0,
             {"@/new.csv  1 document, 2 decisions\n", " rows are open\n",
              "\nNext: solander pack @/rec --records @/new.csv -k KEY\n"},
             {},
             answered},
        Case{"Quietly", to_table({"-q"}), 0, {}, {}, answered},
        Case{"NothingDecided",
             to_table(),
             2,
             {},
             {"@/questions.csv: no row has a decision ("},
             [](Desk& desk) {
                 capture(desk);
                 fill_in(desk, "rec", {});
             }},
        Case{"AWrongRow",
             to_table(),
             2,
             {},
             {"@/questions.csv: the worklist cannot be taken as it is; nothing was written:",
              ", date: '20.11.2026' is no day", ", decision: there is no decision 'sett'"},
             [](Desk& desk) {
                 capture(desk);
                 fill_in(desk, "rec",
                         {{"rights", "sett", kUnd}, {"source", "set", "Box", "20.11.2026"}});
             }},
        Case{"AStaleRow",
             to_table(),
             2,
             {},
             {", finding: the audit does not ask this any more"},
             [](Desk& desk) {
                 answered(desk);
                 auto text = desk.read("rec/letter.txt");
                 desk.write("rec/letter.txt", text.replace(text.find("Some documents"), 4, "Few"));
             }},
        Case{"ATornTable",
             to_table(),
             2,
             {},
             {"(table.ragged-row)"},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("questions.csv", desk.read("questions.csv") + "one;two\r\n");
             }},
        Case{"NoWorklist", to_table(), 66, {}, {"@/questions.csv: "}, capture},
        Case{"TheTableIsThere",
             to_table(),
             73,
             {},
             {"'@/new.csv' is there already"},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("new.csv", "mine");
             }},
        Case{"ATableToReplace",
             to_table({"--force"}),
             0,
             {"@/new.csv  1 document"},
             {},
             [](Desk& desk) {
                 answered(desk);
                 desk.write("new.csv", "mine");
             }},
        Case{"FindingsToo",
             to_table({"-o", "json=@/audit.json"}),
             64,
             {},
             {"with --apply no findings are told"},
             answered},
        Case{"NoWorklist",
             {"audit", "@/rec", "--apply", "@/nope.csv", "--write-records", "@/new.csv"},
             66,
             {},
             {"solander: @/nope.csv: no such file or directory\n"},
             answered},
        Case{"NoTable", apply(), 64, {}, {"--write-records NEW.csv is required"}, answered},
        Case{"ATableOfNoForm",
             apply({"--write-records", "@/new.xlsx"}),
             64,
             {},
             {"takes the name of a .csv, .json or .toml file"},
             answered},
        Case{"ATableAlone",
             {"audit", "@/rec", "--write-records", "@/new.csv"},
             64,
             {},
             {"--write-records goes with --apply"},
             capture},
        Case{"AKeyAlone",
             {"audit", "@/rec", "-k", "@/keys/archivist.key"},
             64,
             {},
             {"an audit signs nothing"},
             capture},
        Case{"AKeyForATable",
             to_table({"-k", "@/keys/archivist.key"}),
             64,
             {},
             {"a record table is not signed"},
             answered},
        Case{"AnotherForm",
             to_table({"--format", "json"}),
             64,
             {},
             {"with --apply there is no form 'json'"},
             answered},
        Case{"NoRecord",
             to_table(),
             2,
             {},
             {"nothing was audited"},
             [](Desk& desk) { desk.write("rec/a.tif", "a"); }},

        Case{"IntoAChain",
             to_package({"-k", "@/keys/archivist.key"}),
             0,
             {"0002-rights-determination.xml  rights in d1 determined on 2026-11-20 by J. Novak "
              "(register of deaths), as archivist@example.org records: rights-uri: " +
                  std::string(kUnd) + "\n",
              " rows are open\n"},
             {},
             [](Desk& desk) { sealed(desk); }},
        Case{"AsJson",
             to_package({"-k", "@/keys/archivist.key", "--format", "json"}),
             0,
             {"\"step\": \"determine\"", "0002-rights-determination.xml"},
             {},
             [](Desk& desk) { sealed(desk); }},
        Case{"NotTheHolder",
             to_package({"-k", "@/keys/registrar.key"}),
             1,
             {},
             {"(custody.not-holder)"},
             [](Desk& desk) { sealed(desk); }},
        Case{"NotOfRights",
             to_package({"-k", "@/keys/archivist.key"}),
             2,
             {},
             {", field: a sealed record is not rewritten"},
             [](Desk& desk) {
                 sealed(desk, {{"rights", "set", kUnd}, {"source", "set", "Box 3"}});
             }},
        Case{"ATableForAPackage",
             to_package({"--write-records", "@/new.csv"}),
             64,
             {},
             {"a sealed record is not rewritten: leave --write-records out"},
             [](Desk& desk) { sealed(desk); }},
        Case{"APackageAndCaptures",
             {"audit", "@/out/letters.tar", "@/rec", "-t", "@/trust", "--apply", "@/questions.csv"},
             64,
             {},
             {"to one package at a time"},
             [](Desk& desk) {
                 sealed(desk);
                 capture(desk);
             }}),
    test::case_name);

TEST(WorklistLoop, EndsInAPackageThatSaysWhoDecided) {
    Desk desk;
    capture(desk);
    fill_in(desk, "rec", {{"rights", "set", kUnd}, {"original-archive", "unknown"}});
    must(desk, to_table());
    const auto again = desk.run({"audit", "@/rec", "@/new.csv", "--fail-on", "never"});
    EXPECT_THAT(again.out, AllOf(Not(HasSubstr("RGT")), Not(HasSubstr("SRC001"))));
    must(desk, {"pack", "@/rec", "--records", "@/new.csv", "-k", "@/keys/archivist.key", "-o",
                "@/sealed"});
    must(desk, {"verify", "@/sealed/rec.tar", "-t", "@/trust"});
    const auto shown = desk.run({"show", "@/sealed/rec.tar", "-t", "@/trust"});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("determination: register of deaths  (by J. Novak, date "
                                           "2026-11-20)"),
                                 HasSubstr(kUnd), HasSubstr("Some documents may be subject"),
                                 HasSubstr("J. Novak: register of deaths  (type decision "
                                           "original-archive, origin t1")));
    const auto audited = desk.run({"audit", "@/sealed/rec.tar", "-t", "@/trust"});
    EXPECT_THAT(audited.out, Not(HasSubstr("RGT")));
}

TEST(WorklistLoop, MakesNoDocumentOfTheWorklist) {
    Desk desk;
    answered(desk);
    desk.write("rec/questions.csv", desk.read("questions.csv"));
    for (const std::string input : {"@/rec", "@/rec/"}) {
        const auto said = desk.run({"audit", input, "--apply", "@/rec/questions.csv",
                                    "--write-records", "@/new.csv", "--force"});
        ASSERT_EQ(said.code, 0) << said.err;
        EXPECT_THAT(said.out, StartsWith("@/new.csv  1 document, 2 decisions\n"));
    }
}

TEST(WorklistLoop, GoesRoundOnAnEditedTable) {
    Desk desk;
    answered(desk);
    must(desk, to_table());
    const auto stale = desk.run({"audit", "@/rec", "@/new.csv", "--apply", "@/questions.csv",
                                 "--write-records", "@/newer.csv"});
    EXPECT_EQ(stale.code, 2) << "what was decided is not asked again";
    const auto said =
        desk.run({"audit", "@/rec", "--apply", "@/questions.csv", "--write-records", "@/new.toml"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(desk.read("new.toml"), StartsWith("[[document]]\n"));
}

TEST(WorklistLoop, EndsInAChainThatIsNotAskedAgain) {
    Desk desk;
    sealed(desk);
    const auto asks = desk.run({"audit", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_THAT(asks.out, HasSubstr("RGT009"));
    must(desk, to_package({"-k", "@/keys/archivist.key"}));
    must(desk, {"verify", "@/out/letters.tar", "-t", "@/trust"});
    const auto told = desk.run({"audit", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_THAT(told.out, Not(HasSubstr("RGT")));
    const auto again = desk.run(to_package({"-k", "@/keys/archivist.key"}));
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_THAT(again.err, HasSubstr("has all of these decisions already"));
    EXPECT_FALSE(desk.has("out/letters.custody/0003-rights-determination.xml"));
}

}  // namespace
}  // namespace solander
