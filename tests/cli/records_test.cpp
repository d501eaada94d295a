// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case.h"
#include "support/shared.h"

namespace solander {
namespace {

using test::Desk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// All fixtures of captures, and two scans.
void papers(Desk& desk) {
    for (const auto& entry :
         std::filesystem::directory_iterator(test::source_root() / "fixtures/captures"))
        desk.write("papers/" + entry.path().filename().string(), test::read_file(entry.path()));
    desk.write("papers/p10.tif", "ten");
    desk.write("papers/p2.tif", "two");
}

void letter(Desk& desk) {
    desk.write("papers/letter.txt",
               test::read_file(test::source_root() / "fixtures/captures/crlf.txt"));
    desk.write("papers/p10.tif", "ten");
    desk.write("papers/p2.tif", "two");
}

test::Said pack(Desk& desk, const std::string& out, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "pack", "@/papers", "-k",        "@/keys/archivist.key", "--name", "papers",
        "-o",   "@/" + out, "--created", "2026-11-24T00:00:00Z"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return desk.run(arguments);
}

/// A part of the manifest, which stands in the package as it is.
std::string part(Desk& desk, const std::string& out, const std::string& element) {
    const auto package = desk.read(out + "/papers.tar");
    const auto begin = package.find("<" + element + ">");
    if (begin == std::string::npos) return {};
    return package.substr(begin, package.find("</" + element + ">") - begin);
}

std::string documents(Desk& desk, const std::string& out) {
    return part(desk, out, "documents");
}

void replace(Desk& desk, const std::string& name, const std::string& from, const std::string& to) {
    auto text = desk.read(name);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    desk.write(name, text.replace(at, from.size(), to));
}

TEST(Records, ThatNobodyEditedChangeNothing) {
    for (const std::string name : {"records.csv", "records.json", "records.toml"}) {
        Desk desk;
        letter(desk);
        ASSERT_EQ(pack(desk, "before").code, 0);
        ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/" + name}).code, 0);
        const auto said = pack(desk, "after", {"--records", "@/" + name});
        ASSERT_EQ(said.code, 0) << said.err;
        EXPECT_THAT(documents(desk, "after"), HasSubstr(documents(desk, "before").substr(11)));
    }
}

TEST(Records, RoundTripEveryCapture) {
    Desk desk;
    papers(desk);
    std::filesystem::remove(desk.path("papers/p2.tif"));
    std::filesystem::remove(desk.path("papers/p10.tif"));
    ASSERT_EQ(pack(desk, "before").code, 0);
    ASSERT_EQ(desk.run({"describe", "@/papers", "--all-fields", "-o", "@/records.csv"}).code, 0);
    const auto said = pack(desk, "after", {"--records", "@/records.csv"});
    ASSERT_EQ(said.code, 0) << said.err;
    const auto before = documents(desk, "before");
    EXPECT_FALSE(before.empty());
    EXPECT_THAT(documents(desk, "after"), HasSubstr(before.substr(11)));
}

TEST(Records, RoundTripEveryCaptureInToml) {
    Desk desk;
    papers(desk);
    ASSERT_EQ(desk.run({"describe", "@/papers", "--all-fields", "-o", "@/records.csv"}).code, 0);
    ASSERT_EQ(desk.run({"describe", "@/papers", "--all-fields", "-o", "@/records.toml"}).code, 0);
    ASSERT_EQ(pack(desk, "csv", {"--records", "@/records.csv"}).code, 0);
    const auto said = pack(desk, "toml", {"--records", "@/records.toml"});
    ASSERT_EQ(said.code, 0) << said.err;
    auto documents_of_csv = documents(desk, "csv");
    EXPECT_FALSE(documents_of_csv.empty());
    for (auto at = documents_of_csv.find("records.csv"); at != std::string::npos;
         at = documents_of_csv.find("records.csv"))
        documents_of_csv.replace(at, 11, "records.toml");
    EXPECT_EQ(documents(desk, "toml"), documents_of_csv);
}

TEST(Records, StateWhatAPersonChangedInTheNameOfTheLine) {
    Desk desk;
    letter(desk);
    ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.toml"}).code, 0);
    EXPECT_THAT(desk.read("records.toml"),
                testing::StartsWith("[[document]]\ndocument = \"papers/letter.txt\"\n"
                                    "files = \"papers/letter.txt\"\nrole = \"capture\"\n"));
    replace(desk, "records.toml", "creator = \"[blank]\"", "creator = \"Edda Lindqvist\"");
    ASSERT_EQ(pack(desk, "out", {"--records", "@/records.toml"}).code, 0);
    EXPECT_THAT(documents(desk, "out"),
                AllOf(HasSubstr("kind=\"table\" file=\"data/records.toml\" reader=\"records/1\""),
                      HasSubstr("<creator state=\"stated\" origin=\"t1\" at=\"line 8\" "
                                "label=\"creator\">"),
                      HasSubstr("<creator state=\"blank\" origin=\"c1\"")));
    EXPECT_THAT(part(desk, "out", "files"),
                testing::ContainsRegex("data/records.toml\"[^>]*media-type=\"application/toml\" "
                                       "role=\"metadata\""));
    EXPECT_EQ(desk.run({"verify", "@/out/papers.tar", "--trust", "@/trust"}).code, 0);
}

TEST(Records, InTomlAreNoRecordsByThemselves) {
    Desk desk;
    desk.write("papers/p2.tif", "two");
    ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/papers/records.toml"}).code, 0);
    const auto said = desk.run({"describe", "@/papers"});
    EXPECT_EQ(said.err, "");
    EXPECT_THAT(said.out, HasSubstr("document  papers/records.toml\n"));
}

TEST(Records, InTomlNameEveryLineThatCannotBe) {
    Desk desk;
    letter(desk);
    desk.write(
        "records.toml",
        "[[document]]\ndocument = \"papers/letter.txt\"\ndate = 1958-04-02\ntitle = \"\"\n"
        "[[document]]\ndocument = \"papers/p2.tif\"\norder = 1\nfiles = \"papers/p3.tif\"\n");
    const auto said = pack(desk, "out", {"--records", "@/records.toml"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err,
                AllOf(HasSubstr("\n  line 3, column 8: 'date' is a date or a time; put it in "
                                "quotation marks: date = \"1958-04-02\" (table.not-text)"),
                      HasSubstr("\n  line 7, column 9: 'order' is a number"),
                      HasSubstr("\n  line 4: the title 'Letter, Edda Lindqvist to the Board of "
                                "Lights' was emptied"),
                      HasSubstr("\n  line 8: 'papers/p3.tif' is not among the inputs")));
    EXPECT_FALSE(desk.has("out/papers.tar"));
}

TEST(Records, InTomlRefuseAColumnThatThereIsNot) {
    Desk desk;
    letter(desk);
    desk.write("records.toml", "[[document]]\ndocument = \"papers/p2.tif\"\ntitel = \"Map\"\n");
    const auto said = pack(desk, "out", {"--records", "@/records.toml"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, HasSubstr("@/records.toml: line 3: there is no column 'titel'; did you "
                                    "mean 'title'?"));
}

TEST(Records, StateWhatAPersonChangedInTheNameOfTheCell) {
    Desk desk;
    letter(desk);
    ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.csv"}).code, 0);
    replace(desk, "records.csv", "EDTF 1958-04-02,[blank]", "EDTF 1958-04-02,Edda Lindqvist");
    ASSERT_EQ(pack(desk, "out", {"--records", "@/records.csv"}).code, 0);
    EXPECT_THAT(documents(desk, "out"),
                AllOf(HasSubstr("kind=\"table\" file=\"data/records.csv\" reader=\"records/1\""),
                      HasSubstr("<creator state=\"stated\" origin=\"t1\" at=\"cell G2\" "
                                "label=\"creator\">"),
                      HasSubstr("<creator state=\"blank\" origin=\"c1\""),
                      HasSubstr("<date of=\"creation\" state=\"stated\" origin=\"c1\"")));
    EXPECT_EQ(desk.run({"verify", "@/out/papers.tar", "--trust", "@/trust"}).code, 0);
}

TEST(Records, MakeDocumentsOfFiles) {
    Desk desk;
    letter(desk);
    desk.write("records.csv",
               "document,files,role,title\n"
               "map,papers/p2.tif | papers/p10.tif,scan,Map of the harbour\n");
    const auto said = pack(desk, "out", {"--records", "@/records.csv"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("'papers/letter.txt' has no row in the table"));
    EXPECT_THAT(documents(desk, "out"), HasSubstr("at=\"cell D2\" label=\"title\">Map of"));
    const auto listed = desk.run({"list", "-l", "@/out/papers.tar", "--trust", "@/trust"}).out;
    EXPECT_THAT(listed, HasSubstr("papers/p10.tif"));
}

struct Refused {
    const char* name;
    const char* table;
    std::vector<std::string> says;
};
void PrintTo(const Refused& c, std::ostream* out) {
    *out << c.name;
}
std::string refused_name(const testing::TestParamInfo<Refused>& test) {
    return test.param.name;
}

class RecordsThatCannotBe : public testing::TestWithParam<Refused> {};

TEST_P(RecordsThatCannotBe, PackNothing) {
    Desk desk;
    letter(desk);
    desk.write("records.csv", GetParam().table);
    const auto said = pack(desk, "out", {"--records", "@/records.csv"});
    EXPECT_EQ(said.code, 2);
    for (const auto& words : GetParam().says) EXPECT_THAT(said.err, HasSubstr(words));
    EXPECT_FALSE(desk.has("out/papers.tar"));
}

INSTANTIATE_TEST_SUITE_P(
    All, RecordsThatCannotBe,
    testing::Values(
        Refused{"Empty", "", {"@/records.csv: "}},
        Refused{"OpenQuote", "document\n\"a", {"that nothing closes"}},
        Refused{"UnknownColumn", "document,titel\n", {"no column 'titel'; did you mean 'title'?"}},
        Refused{"NoName", "document,title\n,Map\n", {"cell A2: a row needs one name"}},
        Refused{"TwoRowsOfOneDocument",
                "document,title\npapers/p2.tif,Map\npapers/p2.tif,Map\n",
                {"cell A3: 'papers/p2.tif' has a row already (records.repeated-document)"}},
        Refused{"FileNotThere",
                "document,files\nmap,papers/p3.tif\n",
                {"cell B2: 'papers/p3.tif' is not among the inputs (records.file-missing)"}},
        Refused{"FileOfTwoRows",
                "document,files\nmap,papers/p2.tif\nplan,papers/p2.tif\n",
                {"cell B3: 'papers/p2.tif' is a file of a row above (records.file-claimed)"}},
        Refused{"FileOfARecord",
                "document,files\nmap,papers/letter.txt\n",
                {"'papers/letter.txt' is what the record of another document is about "
                 "(records.file-of-another)"}},
        Refused{"NoFileAtAll", "document,title\nPapers/letter.txt,Map\n", {"(records.no-file)"}},
        Refused{"CaptureAsAScan",
                "document,files,role\npapers/letter.txt,papers/letter.txt,scan\n",
                {"was read as a capture"}},
        Refused{"UnknownRole", "document,files,role\nmap,papers/p2.tif,scna\n", {"'scan'"}},
        Refused{"RowTooLong", "document,title\nmap,Map,of\n", {"(table.ragged-row)"}},
        Refused{"SeveralAtOnce",
                "document,title,date\nmap,Map,45986\npapers/letter.txt,,1958\n",
                {"\n  cell C2: '45986' is a date as a spreadsheet's count of days",
                 "\n  cell B3: the title 'Letter, Edda Lindqvist to the Board of Lights' was "
                 "emptied"}}),
    refused_name);

TEST(Records, ReplaceWhatXmlCannotCarry) {
    Desk desk;
    letter(desk);
    desk.write("records.csv", "document,source\npapers/letter.txt,Box\f3\n");
    ASSERT_EQ(pack(desk, "out", {"--records", "@/records.csv"}).code, 0);
    EXPECT_THAT(documents(desk, "out"), HasSubstr("replaced=\"yes\""));
    EXPECT_EQ(desk.run({"verify", "@/out/papers.tar", "--trust", "@/trust"}).code, 0);
}

TEST(Records, KeepTheFileThatARowIsNamedAfter) {
    Desk desk;
    letter(desk);
    desk.write("records.csv", "document,title\npapers/p2.tif,Map\n");
    ASSERT_EQ(pack(desk, "out", {"--records", "@/records.csv"}).code, 0);
    EXPECT_THAT(part(desk, "out", "files"),
                testing::ContainsRegex("data/papers/p2.tif\"[^>]*document=\"d2\""));
}

TEST(Records, AreADirectory) {
    Desk desk;
    letter(desk);
    const auto said = pack(desk, "out", {"--records", "@/papers"});
    EXPECT_EQ(said.code, 66);
    EXPECT_THAT(said.err, HasSubstr("is no file: a record table is a .csv, .json or .toml file"));
}

TEST(Records, NameTheCellOfEachColumn) {
    Desk desk;
    letter(desk);
    desk.write("records.csv",
               "document,files,role,order\n"
               "a,papers/p2.tif,scna,\n"
               "b,papers/p10.tif,,first\n"
               "c,papers/letter.txt,scan|scan,\n");
    const auto said = pack(desk, "out", {"--records", "@/records.csv"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("cell C2: "), HasSubstr("cell D3: "),
                                HasSubstr("cell C4: "), Not(HasSubstr("cell B"))));
}

TEST(Records, TellOfFilesThatBelongToNoDocument) {
    Desk desk;
    letter(desk);
    desk.write("records.csv", "document,title\npapers/letter.txt,Letter\n");
    const auto said = pack(desk, "out", {"--records", "@/records.csv"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("2 files belong to no document, 'papers/p10.tif' first"));
}

TEST(Records, TellOfDatesThatAreKeptAsWords) {
    Desk desk;
    letter(desk);
    desk.write("records.csv", "document,date\npapers/letter.txt,that spring\n");
    const auto said = pack(desk, "out", {"--records", "@/records.csv"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("cell B2: 'that spring' is kept as words"));
}

TEST(Records, AreNotThere) {
    Desk desk;
    letter(desk);
    EXPECT_EQ(pack(desk, "out", {"--records", "@/none.csv"}).code, 66);
    EXPECT_FALSE(desk.has("out/papers.tar"));
}

TEST(Records, MayLieAmongTheInputs) {
    Desk desk;
    letter(desk);
    desk.write("papers/records.csv", "document,title\npapers/letter.txt,Another title\n");
    ASSERT_EQ(pack(desk, "out", {"--records", "@/papers/records.csv"}).code, 0);
    EXPECT_THAT(documents(desk, "out"),
                AllOf(HasSubstr("file=\"data/papers/records.csv\""), HasSubstr("Another title"),
                      Not(HasSubstr("file=\"data/records.csv\""))));
}

/// `column` is given `value` in the one row of a table.
std::string with_column(const std::string& table, const std::string& column,
                        const std::string& value) {
    if (table.find('[') == 0) {  // TOML
        if (table[1] == '[') return table + column + " = '" + value + "'\n";
        auto json = table;  // JSON
        return json.replace(json.rfind("\n  }"), 4,
                            ",\n    \"" + column + "\": \"" + value + "\"\n  }");
    }
    auto csv = table;
    csv.insert(csv.find("\r\n"), "," + column);
    return csv.insert(csv.rfind("\r\n"), ",\"" + value + "\"");
}

TEST(Records, HoldWhoDecidedOnRights) {
    for (const std::string name : {"records.csv", "records.json", "records.toml"}) {
        Desk desk;
        letter(desk);
        std::filesystem::remove(desk.path("papers/p10.tif"));
        std::filesystem::remove(desk.path("papers/p2.tif"));
        ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/" + name}).code, 0);
        auto table = desk.read(name);
        ASSERT_EQ(table.find("rights-determination"), std::string::npos);
        table = with_column(table, "rights-uri", "http://rightsstatements.org/vocab/UND/1.0/");
        table = with_column(table, "rights-determination", "2026-11-20, J. Novak: no heir found");
        table = with_column(table, "decision", "source: 2026-11-20, J. Novak: finding aid");
        desk.write(name, table);
        const auto said = pack(desk, "out", {"--records", "@/" + name});
        ASSERT_EQ(said.code, 0) << said.err << table;
        const auto packed = documents(desk, "out");
        EXPECT_THAT(packed, HasSubstr("<determination by=\"J. Novak\" date=\"2026-11-20\">no heir "
                                      "found</determination>"));
        EXPECT_THAT(packed, HasSubstr("<note type=\"decision source\" origin=\"t1\""));
        const auto block = packed.substr(packed.find("<rights "));
        EXPECT_LT(block.find("vocab/UND"), block.find("<determination")) << "in one block";
        EXPECT_LT(block.find("<determination"), block.find("</rights>"));
        EXPECT_EQ(desk.run({"verify", "@/out/papers.tar", "-t", "@/trust"}).code, 0);
    }
}

TEST(Records, HoldADecisionThatTheRightsStay) {
    Desk desk;
    letter(desk);
    std::filesystem::remove(desk.path("papers/p10.tif"));
    std::filesystem::remove(desk.path("papers/p2.tif"));
    ASSERT_EQ(desk.run({"describe", "@/papers", "-o", "@/records.toml"}).code, 0);
    auto table = desk.read("records.toml");
    table = with_column(table, "rights-determination", "2026-11-20, J. Novak: the text holds");
    desk.write("records.toml", table);
    const auto said = pack(desk, "out", {"--records", "@/records.toml"});
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(documents(desk, "out"), HasSubstr(">the text holds</determination>"));
    EXPECT_EQ(desk.run({"verify", "@/out/papers.tar", "-t", "@/trust"}).code, 0);
}

}  // namespace
}  // namespace solander
