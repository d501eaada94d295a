// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_case.h"

namespace solander {

namespace test {

namespace {

constexpr const char* kRights = "archivematica-rights/1";
constexpr const char* kMetadata = "archivematica-metadata/1";
constexpr const char* kDspace = "dspace-contents/1";

ReadRemark remark(const std::string& reader, const std::string& code, const std::string& at = {},
                  const std::string& value = {}) {
    return {"t/metadata/table.csv", reader, code, at, "the sentence", value};
}

ReadRemark at_file(ReadRemark remark, std::string file) {
    remark.file = std::move(file);
    return remark;
}

}  // namespace

void PrintTo(const RemarkCase& one, std::ostream* out) {
    *out << one.name;
}

const std::vector<RemarkCase>& remark_cases() {
    static const std::vector<RemarkCase> kCases{
        {"NotUtf8",
         "CSV001",
         remark(kRights, "text.not-utf8", "line 2"),
         {"error line 2: the sentence"}},
        {"ReadAsAnother",
         "CSV001",
         remark("omeka-s/1", "text.encoding", "", "Windows-1252"),
         {"error : is Windows-1252 and not UTF-8"}},
        {"AMarkBeforeRights",
         "CSV001",
         remark(kRights, "table.byte-order-mark", "cell A1"),
         {"error cell A1: begins with a byte order mark"}},
        {"AMarkBeforeMetadata",
         "CSV001",
         remark(kMetadata, "table.byte-order-mark", "cell A1"),
         {"warning cell A1"}},
        {"XmlSaysItsEncoding", "CSV001", remark("mods/1", "text.encoding", "", "UTF-16LE")},
        {"AnotherRemark", "CSV001", remark(kRights, "table.nul")},

        {"Semicolons",
         "CSV002",
         remark(kMetadata, "table.delimiter", "cell A1", ";"),
         {"error cell A1: has semicolons between its headings"}},
        {"ALongRow",
         "CSV002",
         remark("atom-isad/1", "table.ragged-row", "cell D3", "long"),
         {"error cell D3"}},
        {"AShortRow",
         "CSV002",
         remark(kMetadata, "table.ragged-row", "cell A3", "short"),
         {"warning cell A3"}},
        {"AShortRowOfRights",
         "CSV002",
         remark(kRights, "table.ragged-row", "cell A3", "short"),
         {"error cell A3"}},
        {"AQuoteLeftOpen",
         "CSV002",
         remark(kMetadata, "table.unclosed-quote", "cell B2"),
         {"error cell B2"}},
        {"OmekaAsksForIt", "CSV002", remark("omeka-s/1", "table.delimiter", "cell A1", "\t")},
        {"TabsByName", "CSV002",
         at_file(remark("atom-isad/1", "table.delimiter", "cell A1", "\t"), "isad.tsv")},
        {"CommasWithOthersAmongThem", "CSV002",
         remark(kMetadata, "table.delimiter", "cell A1", ",")},

        {"AFileThatIsNotThere",
         "CSV003",
         remark(kRights, "record.file-missing", "cell A2", "data/objects/a.tif"),
         {"error cell A2: the sentence"}},
        {"RightsOfADirectory",
         "CSV003",
         remark(kRights, "record.names-directory", "cell A2", "objects/letters/"),
         {"error cell A2: names the directory 'objects/letters/'"}},
        {"AFileInNoRow",
         "CSV003",
         remark(kMetadata, "record.file-unlisted", "", "data/objects/b.tif"),
         {"warning : the sentence [add a row"}},
        {"AFileThatDspaceLeavesOut",
         "CSV003",
         remark(kDspace, "record.file-unlisted", "", "data/item/b.tif"),
         {"error : the sentence [add it to `contents`"}},
        {"NoObjectsInFront",
         "CSV003",
         at_file(remark(kMetadata, "table.path-start", "cell A2", "a.tif"),
                 "t/metadata/metadata.csv"),
         {"error cell A2: the sentence [write objects/"}},
        {"NoObjectsInATableOfOnesOwn", "CSV003",
         at_file(remark(kMetadata, "table.path-start", "cell A2", "a.tif"), "my-table.csv")},
        {"NoObjectsInATableForArchivematica",
         "CSV003",
         at_file(remark(kMetadata, "table.path-start", "cell A2", "a.tif"), "my-table.csv"),
         {"error cell A2"},
         {"archivematica"}},
        {"APathOnAServer", "CSV003", remark("atom-isad/1", "record.path-outside", "cell H2")},
        {"ARecordOfADirectory", "CSV003",
         remark(kMetadata, "record.names-directory", "cell A2", "data/objects/letters")},

        {"TheSameActAgain",
         "CSV004",
         remark(kRights, "rights.repeated-act", "cell K3", "use"),
         {"warning cell K3: is on a file, basis and act that an earlier row has: Archivematica "
          "will "
          "skip the row"}},
        {"TheSamePathAgain",
         "CSV004",
         remark(kMetadata, "table.repeated-path", "cell A3", "objects/a.tif"),
         {"will keep this row and drop the earlier one"}},
        {"LostForArchivematica",
         "CSV004",
         remark(kMetadata, "table.repeated-path", "cell A3", "objects/a.tif"),
         {"error cell A3"},
         {"archivematica"}},
        {"ElsewhereItIsKept", "CSV004", remark("atom-isad/1", "table.repeated-path", "cell A3")},

        {"AColumnOfOnesOwn",
         "CSV005",
         remark(kRights, "rights.unknown-column", "cell A1", "filename"),
         {"error cell A1: 'filename' is no column of rights.csv"}},
        {"OpenAsADate",
         "CSV005",
         remark(kRights, "rights.open-copyright", "cell G2", "open"),
         {"error cell G2: 'open' as the end of a copyright is stored as if it were a date"}},
        {"NoBasis",
         "CSV005",
         remark(kRights, "rights.no-basis", "cell B2"),
         {"error cell B2: has no basis"}},
        {"BlanksAlone",
         "CSV005",
         remark(kMetadata, "table.blank-cell", "cell D2"),
         {"warning cell D2: has blanks and nothing else"}},
        {"BlanksThatAreTakenOff", "CSV005", remark(kRights, "table.blank-cell", "cell D2")},

        {"HarvestedOnly",
         "CSV006",
         remark("dspace-dublin-core/1", "dspace.source", "path /a", "dc.source"),
         {"warning path /a: dc.source is kept for harvested metadata"}},
        {"Empty",
         "CSV006",
         remark("dspace-dublin-core/1", "dspace.empty-value", "path /a", "dc.title"),
         {"note path /a: dc.title is empty"}},
        {"AnEmbargoThatNobodyHeeds",
         "CSV006",
         remark(kDspace, "dspace.unknown-option", "line 3", "embargo:2030-01-01"),
         {"error line 3: 'embargo:2030-01-01' is no option of `contents`: DSpace will not heed it, "
          "and the file will be open"}},
        {"AnotherOption",
         "CSV006",
         remark(kDspace, "dspace.unknown-option", "line 3", "order:1"),
         {"warning line 3"}},
        {"ARegisteredFile", "CSV006", remark(kDspace, "dspace.registered", "line 4")},
    };
    return kCases;
}

}  // namespace test

namespace {

using testing::ElementsAre;
using testing::SizeIs;

AuditReport audited(const std::vector<ReadRemark>& remarks,
                    const std::vector<std::string>& profiles = {},
                    const std::vector<std::string>& baseline = {}) {
    AuditRequest request{.records = {}};
    request.remarks = remarks;
    request.profiles = profiles;
    request.baseline = baseline;
    request.as_of = "2026-11-28";
    auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return *report;
}

class HandOverRules : public testing::TestWithParam<test::RemarkCase> {};

TEST_P(HandOverRules, Find) {
    const test::RemarkCase& one = GetParam();
    const auto found = test::findings_of(audited({one.remark}, one.profiles), one.rule);
    ASSERT_EQ(found.size(), one.findings.size()) << testing::PrintToString(found);
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NE(found[i].find(one.findings[i]), std::string::npos) << found[i];
}

std::string remark_case_name(const testing::TestParamInfo<test::RemarkCase>& info) {
    return info.param.rule + info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Audit, HandOverRules, testing::ValuesIn(test::remark_cases()),
                         remark_case_name);

ReadRemark repeated(std::size_t row, const std::string& file = "t/metadata/metadata.csv") {
    return {file,
            "archivematica-metadata/1",
            "table.repeated-path",
            "cell A" + std::to_string(row),
            "the sentence",
            "objects/" + std::to_string(row)};
}

TEST(HandOverFindings, AreOneForAHabitOfAFile) {
    std::vector<ReadRemark> remarks;
    for (std::size_t row = 2; row < 12; ++row) remarks.push_back(repeated(row));
    remarks.push_back(repeated(2, "u/metadata/metadata.csv"));
    const auto report = audited(remarks);
    ASSERT_THAT(report.findings, SizeIs(2));
    const AuditFinding& finding = report.findings.front();
    EXPECT_FALSE(finding.record);
    EXPECT_EQ(finding.file, "t/metadata/metadata.csv");
    EXPECT_EQ(finding.at, "cell A2");
    EXPECT_THAT(finding.message,
                testing::EndsWith("(so at cell A3, cell A4, cell A5, cell A6 and 5 "
                                  "more places, too)"));
    EXPECT_THAT(finding.record_fingerprints, SizeIs(10));
    EXPECT_EQ(report.counts.front(), 0U);
    EXPECT_EQ(report.counts.at(1), 2U);
}

TEST(HandOverFindings, NameEachColumnThatIsRefused) {
    std::vector<ReadRemark> remarks(2);
    for (ReadRemark& remark : remarks) {
        remark.reader = "archivematica-rights/1";
        remark.code = "rights.unknown-column";
    }
    remarks[0].value = "filename";
    remarks[1].value = "licence";
    EXPECT_THAT(audited(remarks).findings, SizeIs(2));
}

TEST(HandOverFindings, ThatWereKnownStandApartFromNewOnes) {
    const auto known = audited({repeated(2)});
    const auto report =
        audited({repeated(2), repeated(3)}, {}, known.findings.front().record_fingerprints);
    ASSERT_THAT(report.findings, SizeIs(2));
    EXPECT_TRUE(report.findings[0].in_baseline);
    EXPECT_FALSE(report.findings[1].in_baseline);
    EXPECT_THAT(report.uncounted, ElementsAre(0U, 1U, 0U, 0U));
}

}  // namespace
}  // namespace solander
