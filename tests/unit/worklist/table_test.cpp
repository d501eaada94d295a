// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet.h"

namespace solander {
namespace {

using test::cell;
using test::kNotice;
using test::kUnd;
using test::Sheet;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::SizeIs;

constexpr const char* kDecided = "2026-11-20, J. Novak: finding aid";

TEST(DecideInTable, StatesWhatWasDecidedAndByWhom) {
    Sheet sheet;
    sheet.write("in/other.xml", test::dublin_core("Letter to a sister"));
    sheet.audit({"in"});
    const auto table =
        sheet.table({sheet.set("rights", kUnd), sheet.set("source", "Box 3")}, {"in"});
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(cell(table, "document"), "in/letter.xml");
    EXPECT_EQ(cell(table, "rights"), kNotice);
    EXPECT_EQ(cell(table, "rights-uri"), kUnd);
    EXPECT_EQ(cell(table, "rights-determination"), kDecided);
    EXPECT_EQ(cell(table, "source"), "Box 3");
    EXPECT_EQ(cell(table, "decision"), std::string("source: ") + kDecided);
    EXPECT_EQ(cell(table, "rights-uri", 1), "[absent]");
    EXPECT_EQ(cell(table, "rights-determination", 1), "[absent]");
    EXPECT_THAT(table.header, Not(Contains("custodial-history"))) << "nobody says anything there";
}

TEST(DecideInTable, LeavesWhatIsKeptAsItIs) {
    Sheet sheet;
    auto row = sheet.set("rights", "");
    row.decision = "keep";
    const auto table = sheet.table({row}, {"in"});
    EXPECT_EQ(cell(table, "rights"), kNotice);
    EXPECT_EQ(cell(table, "rights-uri"), "(no column)");
    EXPECT_EQ(cell(table, "rights-determination"), kDecided);
}

TEST(DecideInTable, AddsToAFieldOfSeveralValues) {
    Sheet sheet;
    sheet.write("in/letter.xml", test::dublin_core("Letter",
                                                   "<dc:creator>A. Berg</dc:creator>\n"
                                                   "<dc:creator>TBD</dc:creator>\n"));
    sheet.audit({"in"});
    const auto table = sheet.table({sheet.set("creator", "J. Field")}, {"in"});
    EXPECT_EQ(cell(table, "creator"), "J. Field|A. Berg|TBD");
}

TEST(DecideInTable, KeepsWhatWasEdited) {
    Sheet sheet;
    sheet.write("records.csv", "document,title,language\nin/letter.xml,Letter from Oslo,no\n");
    sheet.audit({"in", "records.csv"});
    const auto table = sheet.table({sheet.set("rights", kUnd)}, {"in"}, "records.csv");
    EXPECT_THAT(table.header,
                ElementsAre("document", "title", "language", "rights-uri", "rights-determination"));
    ASSERT_THAT(table.rows, SizeIs(1));
    EXPECT_EQ(cell(table, "title"), "Letter from Oslo");
    EXPECT_EQ(cell(table, "language"), "no");
}

TEST(DecideInTable, NotesWhatOnlyTheTableSaid) {
    Sheet sheet;
    sheet.write("records.csv",
                "document,rights-uri\nin/letter.xml,http://rightsstatements.org/"
                "vocab/inc/\n");
    sheet.audit({"in", "records.csv"});
    const auto table = sheet.table({sheet.set("rights-uri", kUnd)}, {"in"}, "records.csv");
    EXPECT_EQ(cell(table, "rights-uri"), kUnd) << "or two of them would stand";
    EXPECT_EQ(cell(table, "decision"),
              "rights-uri: 2026-11-20, J. Novak: in place of "
              "'http://rightsstatements.org/vocab/inc/'");
}

TEST(DecideInTable, MakesARowWhereAnEditedTableHasNone) {
    Sheet sheet;
    sheet.write("in/other.xml", test::dublin_core("Letter to a sister"));
    sheet.write("records.csv", "document,title\nin/letter.xml,Letter from Oslo\n");
    sheet.audit({"in", "records.csv"});
    const auto table = sheet.table({sheet.set("source", "Box 3", 1)}, {"in"}, "records.csv");
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(cell(table, "document", 1), "in/other.xml");
    EXPECT_EQ(cell(table, "title", 1), "Letter to a sister");
    EXPECT_EQ(cell(table, "source", 1), "Box 3");
    EXPECT_EQ(cell(table, "source", 0), "[absent]");
}

TEST(DecideInTable, TakesATableAlone) {
    Sheet sheet;
    sheet.write("records.toml",
                "[[document]]\ndocument = \"box\"\ntitle = \"Box\"\n"
                "rights = \"Some may be protected\"\n");
    sheet.audit({"records.toml"});
    const auto table = sheet.table({sheet.set("rights", kUnd)}, {}, "records.toml");
    EXPECT_THAT(table.header,
                ElementsAre("document", "title", "rights", "rights-uri", "rights-determination"));
    EXPECT_EQ(cell(table, "rights-uri"), kUnd);
}

TEST(DecideInTable, GivesATableThatIsTakenBack) {
    Sheet sheet;
    const auto table =
        sheet.table({sheet.set("rights", kUnd), sheet.set("source", "=1+|x")}, {"in"});
    for (const auto& [name, format] :
         {std::pair{"new.csv", TableFormat::csv}, std::pair{"new.json", TableFormat::json},
          std::pair{"new.toml", TableFormat::toml}}) {
        sheet.write(name, write_table(table, format));
        sheet.audit({"in", name});
        const Document& document = sheet.records.front().document;
        ASSERT_THAT(document.rights, SizeIs(2));
        EXPECT_EQ(document.rights.front().determinations.front().words, "finding aid");
        EXPECT_EQ(document.rights.front().standard_statements.front().uri, kUnd);
        EXPECT_EQ(document.sources.front().verbatim, "=1+");
        for (const AuditFinding& finding : sheet.report.findings) {
            EXPECT_NE(finding.rule, "RGT009");
            EXPECT_NE(finding.rule, "RGT013");
        }
    }
}

}  // namespace
}  // namespace solander
