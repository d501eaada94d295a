// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

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
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string fixture(const std::string& name) {
    return test::read_file(test::source_root() / "fixtures/captures" / name);
}

/// Of the telegram: the page, and the export, which has what the page lost. A letter on its own.
void captures(Desk& desk) {
    desk.write("page.txt", fixture("harbour-telegram-1962.txt"));
    desk.write("letter.txt", fixture("crlf.txt"));
    desk.write("more/export.txt", fixture("harbour-telegram-1962-export.txt"));
}

/// The same with a further file and a further record among the exports.
void many(Desk& desk) {
    captures(desk);
    desk.write("more/other.txt", fixture("export-lines.txt"));
    desk.write("more/readme.md", "exports of November");
}

void with_page_of_another_summary(Desk& desk) {
    captures(desk);
    std::string page = fixture("harbour-telegram-1962.txt");
    page.replace(page.find("within a week"), 13, "within a year");
    desk.write("page.txt", page);
}

/// Two pages with the record id of the export.
void with_two_of_one_id(Desk& desk) {
    captures(desk);
    const std::string page = fixture("harbour-telegram-1962-export.txt");
    desk.write("page.txt", page);
    desk.write("page-2.txt", page);
}

class CompleteFrom : public testing::TestWithParam<Case> {};

TEST_P(CompleteFrom, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, CompleteFrom,
    testing::Values(
        Case{"TakesWhatIsMissing",
             {"describe", "@/page.txt", "--complete-from", "@/more/export.txt", "--yes"},
             0,
             {"files             export.txt|page.txt\n", "role              capture|capture\n",
              "source            Telegrams from Aveline 1962, 6/77 w-86 t- 1299, State Archive of "
              "Norrmark (SAN), Skarholm.|[blank]\n",
              "language          Norrmarkish|[inferred] English Translation\n"},
             {"'page.txt': completed from 'export.txt', the same record (title, date and summary "
              "are alike): language, identifier, source, original-archive (record.completed)\n"},
             captures},
        Case{"NeedsYesWhereNobodyIs",
             {"describe", "@/page.txt", "--complete-from", "@/more/export.txt"},
             64,
             {},
             {"'page.txt' and 'export.txt' seem to be captures of one record:\n  title    Cipher "
              "Telegram from Consul",
              "there is no terminal to ask at: say --yes if they are of the same record"},
             captures},
        Case{"RefusesAnotherRecord",
             {"describe", "@/letter.txt", "--complete-from", "@/more/export.txt", "--yes"},
             2,
             {},
             {"'export.txt' completes nothing: its title differs: 'Letter, Edda Lindqvist to the "
              "Board of Lights' here, 'Cipher Telegram from Consul"},
             captures},
        Case{"RefusesAnotherSummary",
             {"describe", "@/page.txt", "--complete-from", "@/more/export.txt", "--yes"},
             2,
             {},
             {"its summary differs: '..."},
             with_page_of_another_summary},
        Case{
            "RefusesARecordThatTwoDocumentsAreOf",
            {"describe", "@/page.txt", "@/page-2.txt", "--complete-from", "@/more/export.txt"},
            2,
            {},
            {"'export.txt' is the record of both 'page-2.txt' and 'page.txt': complete them one at "
             "a time"},
            with_two_of_one_id},
        Case{"RefusesWhatIsNoCapture",
             {"describe", "@/page.txt", "--complete-from", "@/more/readme.md", "--yes"},
             2,
             {},
             {"'@/more/readme.md' was not read as a capture of one record"},
             many},
        Case{"RefusesToCompleteADocumentFromItself",
             {"describe", "@/page.txt", "--complete-from", "@/page.txt", "--yes"},
             64,
             {},
             {"there is nothing to complete"},
             captures},
        Case{"RefusesAnOtherThatIsNotThere",
             {"describe", "@/page.txt", "--complete-from", "@/none.txt", "--yes"},
             66,
             {},
             {"none.txt: no such file"},
             captures},
        Case{"AsksNothingWhereIdsAreAlike",
             {"describe", "@/page.txt", "--complete-from", "@/more/export.txt"},
             0,
             test::kAnything,
             {"the same record (record id 900412), has nothing that is missing here"},
             [](Desk& desk) {
                 captures(desk);
                 desk.write("page.txt", fixture("harbour-telegram-1962-export.txt"));
             }},
        Case{"LeavesTheRestOfADirectoryOut",
             {"describe", "@/page.txt", "@/letter.txt", "--complete-from", "@/more", "--yes"},
             0,
             {"files             export.txt|page.txt\n"},
             {"'other.txt': completes nothing and is left out: it is the record of none of "
              "the documents here (record.left-out)"},
             many}),
    test::case_name);

std::vector<std::string> described(const std::string& json) {
    std::vector<std::string> documents;
    for (const auto& row : nlohmann::json::parse(json)) documents.push_back(row["document"]);
    return documents;
}

TEST(CompleteFromADirectory, GivesNoRowToWhatWasLeftOut) {
    Desk desk;
    many(desk);
    EXPECT_THAT(described(desk.run({"describe", "@/page.txt", "@/letter.txt", "--complete-from",
                                    "@/more", "--yes", "-f", "json"})
                              .out),
                ElementsAre("letter.txt", "page.txt"));
}

TEST(CompleteFromADirectory, LeavesOutWhatIsReadFromNoCapture) {
    Desk desk;
    captures(desk);
    desk.write("more/references.ris",
               test::read_file(test::source_root() / "fixtures/handover/ris/references.ris"));
    desk.write("more/list.txt", fixture("frus-list.txt"));
    const auto said = desk.run({"describe", "@/page.txt", "--complete-from", "@/more", "--yes",
                                "--all-notes", "-f", "json"});
    EXPECT_THAT(described(said.out), ElementsAre("page.txt"));
    EXPECT_THAT(said.err, AllOf(HasSubstr("'references.ris#line 1': completes nothing and is left "
                                          "out: it is not read from a capture of one record"),
                                HasSubstr("'list.txt#line 3': completes nothing")));
}

TEST(CompleteFromADirectory, ThatHoldsTheInputReadsItOnce) {
    Desk desk;
    captures(desk);
    desk.write("more/page.txt", fixture("harbour-telegram-1962.txt"));
    const auto said = desk.run({"describe", "@/more/page.txt", "--complete-from", "@/more", "--yes",
                                "-o", "@/records.csv"});
    EXPECT_THAT(said.out, HasSubstr("pack @/more/page.txt @/more/export.txt --records"));
    EXPECT_THAT(desk.read("records.csv"), HasSubstr("\r\npage.txt,export.txt|page.txt,"));
    EXPECT_EQ(
        desk.run({"pack", "@/more/page.txt", "@/more/export.txt", "--records", "@/records.csv",
                  "-k", "@/keys/archivist.key", "--name", "telegram", "-o", "@/out"})
            .code,
        0);
}

TEST(CompleteFromAnother, IsNotAmongTheNextStepsIfItWasNotConfirmed) {
    Desk desk;
    captures(desk);
    desk.terminal.answers = {"n"};
    const auto said = desk.run(
        {"describe", "@/page.txt", "--complete-from", "@/more/export.txt", "-o", "@/records.csv"});
    EXPECT_THAT(said.out, HasSubstr("      solander pack @/page.txt --records @/records.csv"));
}

TEST(CompleteFromAnother, StopsWhenAskedTo) {
    Desk desk;
    captures(desk);
    desk.stop = true;
    EXPECT_EQ(
        desk.run({"describe", "@/page.txt", "--complete-from", "@/more/export.txt", "--yes"}).code,
        130);
}

TEST(CompleteFromADirectory, KeepsWhatIsAnInputAsWell) {
    Desk desk;
    many(desk);
    EXPECT_THAT(described(desk.run({"describe", "@/page.txt", "@/more", "--complete-from",
                                    "@/more/export.txt", "--yes", "-f", "json"})
                              .out),
                ElementsAre("more/other.txt", "page.txt", "more/readme.md"));
}

TEST(CompleteFromAnother, AsksWhetherItIsTheSameRecord) {
    Desk desk;
    captures(desk);
    desk.terminal.answers = {"y"};
    const auto said = desk.run({"describe", "@/page.txt", "--complete-from", "@/more/export.txt"});
    EXPECT_EQ(said.code, 0);
    ASSERT_EQ(desk.terminal.prompts.size(), 1U);
    EXPECT_THAT(desk.terminal.prompts.front(),
                AllOf(HasSubstr("'page.txt' and 'export.txt' seem to be captures of one record:\n"
                                "  title    Cipher Telegram from Consul Ilse Varnholt"),
                      HasSubstr("\n  date     October 9, 1962\n"),
                      HasSubstr("\n  summary  Consul Varnholt reports a conversation")));
}

TEST(CompleteFromAnother, TakesNothingWhenTheAnswerIsNo) {
    Desk desk;
    captures(desk);
    desk.terminal.answers = {"n"};
    const auto said = desk.run({"describe", "@/page.txt", "--complete-from", "@/more/export.txt"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.out, AllOf(Not(HasSubstr("export.txt")), Not(HasSubstr("Norrmarkish"))));
    EXPECT_THAT(said.err, HasSubstr("it was not confirmed to be the same record"));
}

/// Describes into a table and packs with it.
struct Packed {
    test::Said described;
    test::Said packed;
    std::string manifest;
};
Packed completed_and_packed(Desk& desk) {
    Packed all;
    all.described = desk.run({"describe", "@/page.txt", "--complete-from", "@/more/export.txt",
                              "--yes", "-o", "@/records.csv"});
    all.packed = desk.run({"pack", "@/page.txt", "@/more/export.txt", "--records", "@/records.csv",
                           "-k", "@/keys/archivist.key", "-o", "@/out", "--name", "telegram"});
    if (desk.has("out/telegram.tar")) {
        all.manifest = desk.read("out/telegram.tar");
        all.manifest.resize(all.manifest.find("</manifest>"));
    }
    return all;
}

TEST(ACompletedTable, IsPackedWithTheCaptureAsEvidenceAndOrigin) {
    Desk desk;
    captures(desk);
    const Packed all = completed_and_packed(desk);
    EXPECT_THAT(all.described.out, HasSubstr("      solander pack @/page.txt @/more/export.txt "
                                             "--records @/records.csv -k KEY --name NAME\n"));
    ASSERT_EQ(all.packed.code, 0) << all.packed.err;
    EXPECT_THAT(all.manifest,
                AllOf(HasSubstr("<origin id=\"c1\" kind=\"capture\" file=\"data/page.txt\""),
                      HasSubstr("<origin id=\"c2\" kind=\"capture\" file=\"data/export.txt\""),
                      Not(HasSubstr("kind=\"table\"")), Not(HasSubstr("<document id=\"d2\"")),
                      HasSubstr("<language of=\"original\" state=\"stated\" origin=\"c2\""),
                      HasSubstr("<source state=\"blank\" origin=\"c1\""),
                      HasSubstr("<title state=\"stated\" origin=\"c1\""),
                      HasSubstr("role=\"capture\" document=\"d1\"")));
    EXPECT_EQ(desk.run({"verify", "@/out/telegram.tar", "--trust", "@/trust"}).code, 0);
}

TEST(ACompletedTable, MakesOnePackageOfBothCapturesWithEach) {
    Desk desk;
    captures(desk);
    ASSERT_EQ(desk.run({"describe", "@/page.txt", "@/letter.txt", "--complete-from",
                        "@/more/export.txt", "--yes", "-o", "@/records.csv"})
                  .code,
              0);
    const auto said = desk.run({"pack", "--each", "@/letter.txt", "@/more/export.txt", "@/page.txt",
                                "--records", "@/records.csv", "-k", "@/keys/archivist.key", "-o",
                                "@/out", "--name", "{file}"});
    ASSERT_EQ(said.code, 0) << said.err;
    ASSERT_TRUE(desk.has("out/letter.tar"));
    EXPECT_FALSE(desk.has("out/export.tar"));
    const auto package = desk.read("out/page.tar");
    EXPECT_THAT(package.substr(0, package.find("</manifest>")),
                AllOf(HasSubstr("<origin id=\"c1\" kind=\"capture\" file=\"data/page.txt\""),
                      HasSubstr("<origin id=\"c2\" kind=\"capture\" file=\"data/export.txt\""),
                      HasSubstr("<language of=\"original\" state=\"stated\" origin=\"c2\""),
                      Not(HasSubstr("kind=\"table\"")), Not(HasSubstr("letter.txt"))));
    EXPECT_EQ(desk.run({"verify", "@/out/page.tar", "@/out/letter.tar", "--trust", "@/trust"}).code,
              0);
}

struct Flaw {
    std::string name;
    void (*change)(Desk& desk);
    std::string says;
};
void PrintTo(const Flaw& flaw, std::ostream* out) {
    *out << flaw.name;
}

class ACompletedTableThatDoesNotHold : public testing::TestWithParam<Flaw> {};

TEST_P(ACompletedTableThatDoesNotHold, PacksNothing) {
    Desk desk;
    captures(desk);
    ASSERT_EQ(desk.run({"describe", "@/page.txt", "--complete-from", "@/more/export.txt", "--yes",
                        "-o", "@/records.csv"})
                  .code,
              0);
    GetParam().change(desk);
    const auto said =
        desk.run({"pack", "@/page.txt", "@/more/export.txt", "--records", "@/records.csv", "-k",
                  "@/keys/archivist.key", "-o", "@/out", "--name", "telegram"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, HasSubstr(GetParam().says));
    EXPECT_FALSE(desk.has("out/telegram.tar"));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, ACompletedTableThatDoesNotHold,
    testing::Values(
        Flaw{"TheExportIsOfAnotherRecordNow",
             [](Desk& desk) { desk.write("more/export.txt", fixture("export-lines.txt")); },
             "cell B2: 'export.txt' is the capture of another record: its title differs"},
        Flaw{"ThePageSaysOtherwiseNow",
             [](Desk& desk) {
                 std::string page = fixture("harbour-telegram-1962.txt");
                 page.replace(page.find("pilots\u2019 strike"), 6, "police");
                 desk.write("page.txt", page);
             },
             "its summary differs"}),
    [](const auto& one) { return one.param.name; });

TEST(FirstSample, IsCompletedFromTheExportOfItsRecord) {
    SOLANDER_NEEDS_SHARED("samples");
    Desk desk;
    desk.write("page.txt",
               test::read_file(test::shared_root() / "samples/000_1c106411baa40a7d.txt"));
    desk.write("more/export.txt",
               test::read_file(test::shared_root() /
                               "samples/D04_mikoyan_seed_1963-11-25_117349_oneline.txt"));
    const Packed all = completed_and_packed(desk);
    ASSERT_EQ(all.packed.code, 0) << all.packed.err;
    EXPECT_THAT(
        all.manifest,
        AllOf(HasSubstr("<language of=\"original\" state=\"stated\" origin=\"c2\" at=\"bytes "
                        "965-971\" label=\"Original Language:\" code=\"ru\">Russian</language>"),
              HasSubstr("<identifier type=\"record-id\" state=\"inferred\" origin=\"c2\" "
                        "at=\"bytes 490-495\" rule=\"wilson.url-last-part\">117349<"),
              HasSubstr("<source state=\"stated\" origin=\"c2\" at=\"bytes 337-440\""),
              HasSubstr("<name>US National Archives and Records Administration</name>"),
              HasSubstr("<description state=\"inferred\" origin=\"c1\" at=\"line 24\"")));
}

}  // namespace
}  // namespace solander
