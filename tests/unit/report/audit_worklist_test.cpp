// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "made_audits.h"

namespace solander {
namespace {

using test::audit_finding;
using test::made_audit;
using test::MadeAudit;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

using Rows = std::vector<std::vector<std::string>>;

/// Reads RFC 4180 without any code of ours.
Rows read_csv(std::string_view text) {
    Rows rows;
    std::vector<std::string> row;
    std::string cell;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (c == ',' || c == '\n')) {
            row.push_back(std::exchange(cell, {}));
            if (c == '\n') rows.push_back(std::exchange(row, {}));
        } else if (is_quoted || c != '\r') {
            cell += c;
        }
    }
    return rows;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The questions, below the heading.
Rows questions(MadeAudit& audit) {
    const std::string text = audit.in("csv");
    EXPECT_THAT(text, StartsWith(std::string(kByteOrderMark)));
    Rows rows = read_csv(std::string_view(text).substr(kByteOrderMark.size()));
    for (const auto& row : rows) EXPECT_THAT(row, SizeIs(15));
    rows.erase(rows.begin());
    return rows;
}

MadeAudit with_value(const std::string& value) {
    MadeAudit audit;
    audit.add_record("a.txt", "MS 1", "A letter");
    AuditFinding finding = audit_finding("RGT009", AuditLevel::review);
    finding.value = value;
    audit.add(finding);
    return audit;
}

constexpr std::size_t kValue = 5;

TEST(Worklist, HasTheColumnsThatAreDocumented) {
    MadeAudit audit;
    EXPECT_EQ(audit.in("csv"), std::string(kByteOrderMark) +
                                   "record,title,file,place,field,value,rule,question,"
                                   "proposed-value,decision,decided-value,decided-by,date,how,"
                                   "finding\r\n");
}

TEST(Worklist, AsksOncePerFieldOfARecord) {
    MadeAudit audit = made_audit();
    const Rows rows = questions(audit);
    ASSERT_THAT(rows, SizeIs(4)) << "the note asks nothing; the review is of both records";
    EXPECT_THAT(
        rows[0],
        ElementsAre("MS 1", "Letter to a brother", "letters/helena.txt", "line 3", "source", "",
                    "SRC001",
                    "SRC001: It says nothing of this one. Find out, or say that nobody did.", "",
                    "", "", "", "", "", "v1:a" + std::string(62, '0') + "1"));
    EXPECT_EQ(rows[1][8], "http://rightsstatements.org/vocab/InC/1.0/");
    EXPECT_EQ(rows[2][6], "RGT009");
    EXPECT_EQ(rows[2][3], "lines 34-35");
    EXPECT_EQ(rows[3][0], "MS 2");
    EXPECT_EQ(rows[3][2], "letters/jan, the 2nd.txt");
    EXPECT_EQ(rows[3][3], "") << "where it stands is known of the first record only";
    EXPECT_EQ(rows[3][14], "v1:b" + std::string(62, '0') + "3");
}

TEST(Worklist, JoinsWhatSeveralRulesAskOfOneValue) {
    MadeAudit audit = made_audit();
    AuditFinding again = audit_finding("RGT010", AuditLevel::warning);
    again.message = "one text on all";
    again.at.clear();
    audit.add(again);
    const Rows rows = questions(audit);
    ASSERT_THAT(rows, SizeIs(4));
    EXPECT_EQ(rows[2][6], "RGT009 RGT010");
    EXPECT_EQ(rows[2][7],
              "RGT009: It says nothing of this one. Find out, or say that nobody did.\n"
              "RGT010: One text on all. Find out, or say that nobody did.");
    EXPECT_THAT(rows[2][14], StartsWith("v1:a" + std::string(62, '0') + "3 v1:"));
}

TEST(Worklist, DoesNotAskWhatIsAnswered) {
    MadeAudit audit = with_value("x");
    audit.report.findings[0].accepted.emplace();
    EXPECT_THAT(questions(audit), IsEmpty());
}

TEST(Worklist, AsksWhatIsOnlyKnown) {
    MadeAudit audit = with_value("x");
    audit.report.findings[0].in_baseline = true;
    EXPECT_THAT(questions(audit), SizeIs(1));
}

TEST(Worklist, DoesNotAskOfTextsThatAreNoRecord) {
    MadeAudit audit;
    AuditFinding finding = audit_finding("REC001", AuditLevel::error);
    finding.record.reset();
    audit.add(finding);
    EXPECT_THAT(questions(audit), IsEmpty());
}

TEST(Worklist, GuardsNoQuestionThatQuotesTheRecord) {
    MadeAudit audit = with_value("x");
    audit.report.findings[0].rule = "RGT005";
    audit.report.findings[0].message = "'This text' is not in canonical form";
    const Rows rows = questions(audit);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_THAT(rows[0][7], StartsWith("RGT005: 'This text' is not in canonical form. "));
}

struct Cell {
    std::string name;
    std::string words;
    std::string cell;
};
void PrintTo(const Cell& cell, std::ostream* out) {
    *out << cell.name;
}
std::string cell_name(const testing::TestParamInfo<Cell>& info) {
    return info.param.name;
}

class WorklistCell : public testing::TestWithParam<Cell> {};

TEST_P(WorklistCell, IsNoFormulaAndLosesNothing) {
    MadeAudit audit = with_value(GetParam().words);
    const Rows rows = questions(audit);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0][kValue], GetParam().cell);
}

INSTANTIATE_TEST_SUITE_P(
    Values, WorklistCell,
    testing::Values(Cell{"Plain", "In copyright", "In copyright"},
                    Cell{"Formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
                    Cell{"Plus", "+1", "'+1"}, Cell{"Minus", "-1", "'-1"},
                    Cell{"At", "@A1", "'@A1"}, Cell{"FullWidth", "\uFF1Dcmd()", "'\uFF1Dcmd()"},
                    Cell{"AGuardOfItsOwn", "'=1", "''=1"}, Cell{"Comma", "a, b", "a, b"},
                    Cell{"Quote", "say \"no\"", "say \"no\""},
                    Cell{"Lines", "one\ntwo", "one\ntwo"}, Cell{"Tab", "\t=1", "\\t=1"},
                    Cell{"Return", "\r=1", "\\u{D}=1"}, Cell{"Hidden", "a\u202Ez", "a\\u{202E}z"}),
    cell_name);

}  // namespace
}  // namespace solander
