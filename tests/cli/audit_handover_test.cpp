// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "schema.h"
#include "support/shared.h"

// What an audit says of the tables and items that are handed over, read from their files.

namespace solander {
namespace {

using test::Desk;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

/// `CSV003 error cell A3` of each finding on the form of hand-over files.
/// Or of another rule.
std::vector<std::string> findings(Desk& desk, const std::vector<std::string>& more = {},
                                  const std::string& prefix = "CSV") {
    std::vector<std::string> arguments{"audit", "@/t", "-f", "json", "--as-of", "2026-11-28"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto said = desk.run(arguments);
    std::vector<std::string> found;
    const auto report = nlohmann::json::parse(said.out);
    for (const auto& finding : report.at("findings")) {
        const auto rule = finding["rule"].get<std::string>();
        if (!rule.starts_with(prefix)) continue;
        EXPECT_EQ(finding.contains("record"), prefix != "CSV");
        found.push_back(rule + ' ' + finding["level"].get<std::string>() + ' ' +
                        finding.value("at", ""));
    }
    return found;
}

constexpr const char* kRightsHead =
    "file,basis,status,determination_date,jurisdiction,start_date,end_date,terms,citation,note,"
    "grant_act,grant_restriction,grant_start_date,grant_end_date,grant_note,doc_id_type,"
    "doc_id_value,doc_id_role\n";

std::string rights_row(const std::string& file, const std::string& act,
                       const std::string& basis = "statute") {
    return file + ',' + basis + ",,,se,,,,Harbour Act,," + act + ",Allow,,,,,,\n";
}

TEST(AuditOfTables, FindsNothingInAGoodTransfer) {
    Desk desk;
    desk.write("t/objects/a.tif", "II*");
    desk.write("t/objects/letters/b.tif", "II*");
    desk.write("t/metadata/metadata.csv",
               "filename,dc.title\nobjects/a.tif,A\nobjects/letters,Letters\nobjects/letters/,L\n");
    desk.write("t/metadata/rights.csv", kRightsHead + rights_row("objects/a.tif", "use") +
                                            rights_row("objects/letters/b.tif", "use"));
    EXPECT_THAT(findings(desk), ElementsAre("CSV004 warning cell A4"));
}

TEST(AuditOfTables, KnowsThatArchivematicaMovesFilesIntoObjects) {
    Desk desk;
    desk.write("t/a.tif", "II*");
    desk.write("t/metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,A\n");
    EXPECT_THAT(findings(desk), ElementsAre());
}

struct QuarrelCase {
    std::string name;
    std::string text;    ///< dc.rights of metadata.csv.
    std::string status;  ///< Of rights.csv.
    std::string finding;
};

TEST(AuditOfTables, HoldsTheTextOfOneAgainstTheStatusOfTheOther) {
    const std::vector<QuarrelCase> cases{
        {"free text", "Public domain", "copyrighted", "RGT007 error cell C2"},
        {"free text in a sentence", "In the public domain", "copyright", "RGT007 error cell C2"},
        {"bound text", "In copyright.", "publicdomain", "RGT007 error cell C2"},
        {"text that goes with it", "Public domain", "publicdomain", ""},
        {"text on the metadata", "The metadata is in the public domain", "copyrighted", ""},
    };
    for (const QuarrelCase& one : cases) {
        Desk desk;
        desk.write("t/objects/a.tif", "II*");
        desk.write("t/metadata/metadata.csv",
                   "filename,dc.title,dc.rights\nobjects/a.tif,A," + one.text + '\n');
        desk.write("t/metadata/rights.csv",
                   kRightsHead + ("objects/a.tif,copyright," + one.status + ",,se,,,,,,,,,,,,,\n"));
        const auto found = findings(desk, {}, "RGT007");
        EXPECT_EQ(found, one.finding.empty() ? std::vector<std::string>()
                                             : std::vector<std::string>{one.finding})
            << one.name;
    }
}

TEST(AuditOfTables, FindsATableThatIsNotUtf8) {
    Desk desk;
    desk.write("t/metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,Caf\xE9\n");
    EXPECT_THAT(findings(desk), ElementsAre("CSV001 error line 2"));
    EXPECT_THAT(findings(desk, {"--encoding", "windows-1252"}), ElementsAre("CSV001 error "));
}

TEST(AuditOfTables, LeavesOtherBytesAlone) {
    Desk desk;
    desk.write("t/data.csv", "x,y\n1,\xE9\n");
    EXPECT_THAT(findings(desk), ElementsAre());
}

TEST(AuditOfTables, FindsAByteOrderMarkAndSemicolons) {
    Desk desk;
    desk.write("t/metadata/rights.csv",
               "\xEF\xBB\xBF" + std::string(kRightsHead) + rights_row("objects/a.tif", "use"));
    desk.write("t/metadata/metadata.csv", "filename;dc.title\nobjects/a.tif;A\n");
    EXPECT_THAT(findings(desk),
                UnorderedElementsAre("CSV001 error cell A1", "CSV002 error cell A1"));
}

TEST(AuditOfTables, FindsRowsOfAnotherLength) {
    Desk desk;
    desk.write("t/metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,A,B\nobjects/b.tif\n");
    EXPECT_THAT(findings(desk),
                UnorderedElementsAre("CSV002 error cell C2", "CSV002 warning cell A3"));
}

TEST(AuditOfTables, ComparesPathsOnlyWithFilesThatCameWithThem) {
    Desk desk;
    desk.write("t/metadata/rights.csv", kRightsHead + rights_row("objects/A.tif", "use") +
                                            rights_row("objects/b.tif", "use"));
    EXPECT_THAT(findings(desk), ElementsAre());
    desk.write("t/objects/a.tif", "II*");
    desk.write("t/objects/b.tif", "II*");
    EXPECT_THAT(findings(desk), ElementsAre("CSV003 error cell A2", "CSV003 warning "));
}

TEST(AuditOfTables, FindsRowsAndColumnsThatArchivematicaDoesNotTake) {
    Desk desk;
    desk.write(
        "t/metadata/rights.csv",
        "filename,basis,grant_act,grant_restriction\nobjects/,statute,use,Allow\n"
        "objects/a.tif,statute,use,Allow\nobjects/a.tif,Statute,Use,Disallow\n"
        "objects/a.tif,,use,Allow\nobjects/letters/,donor,use,Allow\na.tif,donor,use,Allow\n");
    EXPECT_THAT(findings(desk),
                UnorderedElementsAre("CSV003 error cell A6", "CSV003 error cell A7",
                                     "CSV004 warning cell C4", "CSV005 error cell A1",
                                     "CSV005 error cell B5"));
    EXPECT_THAT(findings(desk, {"--profile", "archivematica"}), Contains("CSV004 error cell C4"));
}

TEST(AuditOfItems, FindsWhatDspaceLeavesOut) {
    Desk desk;
    desk.write("t/item_000/dublin_core.xml",
               "<dublin_core><dcvalue element=\"title\">Dues</dcvalue>"
               "<dcvalue element=\"source\">an old catalogue</dcvalue>"
               "<dcvalue element=\"description\"> </dcvalue></dublin_core>");
    desk.write("t/item_000/contents", "scan.pdf\tbundle:ORIGINAL\tembargo:2030-01-01\n");
    desk.write("t/item_000/scan.pdf", "%PDF");
    desk.write("t/item_000/collections", "123/4");
    EXPECT_THAT(findings(desk), UnorderedElementsAre("CSV006 warning path /dublin_core/dcvalue[2]",
                                                     "CSV006 note path /dublin_core/dcvalue[3]",
                                                     "CSV006 error line 1"));
    desk.write("t/item_000/scan2.pdf", "%PDF");
    EXPECT_THAT(findings(desk), Contains("CSV003 error "));
}

/// The tables in Archivematica's own documentation.
TEST(AuditOfTables, TellsWhatIsWrongWithTheDocumentedExample) {
    SOLANDER_NEEDS_SHARED("samples/G_archivematica_rights.csv");
    Desk desk;
    for (const std::string name : {"rights", "individual-metadata"})
        desk.write(
            "t/metadata/" + name + ".csv",
            test::read_file(test::shared_root() / ("samples/G_archivematica_" + name + ".csv")));
    EXPECT_THAT(findings(desk), Each(StartsWith("CSV005 warning")));
    const auto said = desk.run({"audit", "@/t", "-f", "json"}).out;
    EXPECT_THAT(said,
                testing::HasSubstr("act 'allow' with restriction 'Conditional': their columns "
                                   "have moved"));
}

TEST(AuditOfTables, IsValidJson) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    desk.write("t/metadata/metadata.csv", "filename;dc.title\nobjects/a.tif;A\n");
    EXPECT_TRUE(
        test::is_valid(desk.run({"audit", "@/t", "-f", "json"}).out, "audit-1.schema.json"));
}

}  // namespace
}  // namespace solander
