// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheet.h"

namespace solander {
namespace {

using test::kUnd;
using test::Sheet;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

struct RowCase {
    const char* name;
    std::vector<WorklistRow> (*rows)(Sheet& sheet);
    std::string told;  ///< How what is told begins.
    bool sealed = false;
};
void PrintTo(const RowCase& c, std::ostream* out) {
    *out << c.name;
}
constexpr auto named = [](const auto& test) { return std::string(test.param.name); };

using Rows = std::vector<WorklistRow>;

/// A row on the source, changed.
template <class Change>
Rows changed(Sheet& sheet, Change change) {
    WorklistRow row = sheet.set("source", "Box 3");
    change(row);
    return {row};
}

/// Lets every finding propose a value.
void propose(Sheet& sheet, const std::string& value) {
    for (AuditFinding& finding : sheet.report.findings) finding.proposed = value;
}

class CheckWorklist : public testing::TestWithParam<RowCase> {};

TEST_P(CheckWorklist, NamesWhatIsWrong) {
    Sheet sheet;
    EXPECT_THAT(sheet.told(GetParam().rows(sheet), GetParam().sealed), StartsWith(GetParam().told));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(
    Rows, CheckWorklist,
    testing::Values(
        RowCase{"Set", [](Sheet& s) { return Rows{s.set("source", "Box 3")}; }, "1 decided, 0 open"},
        RowCase{"NotDecided", [](Sheet& s) { return Rows{s.row("source")}; }, "0 decided, 1 open"},
        RowCase{"PutOff", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "later"; }); }, "0 decided, 1 open"},
        RowCase{"NameAndDateFilledDown", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = r.decided_value = r.how = ""; }); }, "0 decided, 1 open"},
        RowCase{"StaleButOpen", [](Sheet& s) { auto row = s.row("source"); row.finding = "x"; return Rows{row}; }, "0 decided, 1 open"},
        RowCase{"Unknown", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "unknown"; r.decided_value = ""; }); }, "1 decided, 0 open"},
        RowCase{"Keep", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "keep"; r.decided_value = ""; }); }, "1 decided, 0 open"},
        RowCase{"Proposed", [](Sheet& s) { propose(s, "Box 4"); return changed(s, [](auto& r) { r.proposed_value = "Box 4"; r.decided_value = ""; }); }, "1 decided, 0 open"},
        RowCase{"ProposedBySomebodyElse", [](Sheet& s) { propose(s, "Box 4"); return changed(s, [](auto& r) { r.proposed_value = "Box 5"; r.decided_value = ""; }); }, "row 2, proposed-value: 'Box 5' is not what the audit proposes"},
        RowCase{"TheSameTwice", [](Sheet& s) { return Rows{s.set("source", "Box 3"), s.set("source", "Box 3")}; }, "1 decided, 0 open"},
        RowCase{"DecidedAndOpen", [](Sheet& s) { return Rows{s.set("source", "Box 3"), s.row("source")}; }, "1 decided, 1 open"},
        RowCase{"DayWithLetters", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "EDTF 2026-11-20"; }); }, "1 decided, 0 open"},
        RowCase{"TomorrowSomewhere", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "2026-12-02"; }); }, "1 decided, 0 open"},

        RowCase{"ValueWithoutDecision", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = ""; }); }, "row 2, decision: is empty, though"},
        RowCase{"OtherWord", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "sett"; }); }, "row 2, decision: there is no decision 'sett'; did you mean 'set'? it is set"},
        RowCase{"Capitals", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "SET"; }); }, "row 2, decision: there is no decision 'SET'"},
        RowCase{"Nobody", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_by = ""; }); }, "row 2, decided-by: is empty"},
        RowCase{"TwoLinesOfNames", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_by = "A\nB"; }); }, "row 2, decided-by: has several lines"},
        RowCase{"NoHow", [](Sheet& s) { return changed(s, [](auto& r) { r.how = ""; }); }, "row 2, how: is empty"},
        RowCase{"HowWithAFormFeed", [](Sheet& s) { return changed(s, [](auto& r) { r.how = "a\fb"; }); }, "row 2, how: 'a\\u{C}b' has a character"},
        RowCase{"NoDate", [](Sheet& s) { return changed(s, [](auto& r) { r.date = ""; }); }, "row 2, date: is empty"},
        RowCase{"DateOfSomeCountry", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "20.11.2026"; }); }, "row 2, date: '20.11.2026' is no day as in 2026-11-20"},
        RowCase{"SerialDate", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "46346"; }); }, "row 2, date: '46346' is no day"},
        RowCase{"MonthOnly", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "2026-11"; }); }, "row 2, date: '2026-11' is no day"},
        RowCase{"NoSuchDay", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "2026-02-30"; }); }, "row 2, date: '2026-02-30' is no day"},
        RowCase{"StillToCome", [](Sheet& s) { return changed(s, [](auto& r) { r.date = "2026-12-03"; }); }, "row 2, date: 2026-12-03 is still to come"},
        RowCase{"NoValue", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_value = ""; }); }, "row 2, decided-value: is empty, and no value is proposed"},
        RowCase{"KeepAndAValue", [](Sheet& s) { return changed(s, [](auto& r) { r.decision = "keep"; }); }, "row 2, decided-value: is a value, and keep leaves"},
        RowCase{"ValueWithAControl", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_value = "a\x01z"; }); }, "row 2, decided-value: 'a\\u{1}z' has a character"},
        RowCase{"AbsentAndMore", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_value = "[absent]|Box"; }); }, "row 2, decided-value: '[absent]|Box' says that there is nothing"},
        RowCase{"NoFinding", [](Sheet& s) { return changed(s, [](auto& r) { r.finding = ""; }); }, "row 2, finding: is empty"},
        RowCase{"NoFingerprint", [](Sheet& s) { return changed(s, [](auto& r) { r.finding = "v2:00"; }); }, "row 2, finding: 'v2:00' is no fingerprint"},
        RowCase{"Stale", [](Sheet& s) { return changed(s, [](auto& r) { r.finding = "v1:" + std::string(64, '0'); }); }, "row 2, finding: the audit does not ask this any more"},
        RowCase{"OneOfTwoIsLeft", [](Sheet& s) { return changed(s, [](auto& r) { r.finding += " v1:" + std::string(64, '0'); }); }, "1 decided, 0 open"},
        RowCase{"FieldMoved", [](Sheet& s) { return changed(s, [](auto& r) { r.field = "creator"; }); }, "row 2, finding: asks about the field 'source', not 'creator'"},
        RowCase{"IdChangedByASpreadsheet", [](Sheet& s) { return changed(s, [](auto& r) { r.record = "1.17E+05"; }); }, "1 decided, 0 open"},
        RowCase{"AllThatIsWrongOfARow", [](Sheet& s) { return changed(s, [](auto& r) { r.decided_by = r.how = ""; r.date = "today"; }); }, "row 2, decided-by: is empty: who decided?\n  row 2, date: 'today' is no day as in 2026-11-20; EDTF 2026-11-20 keeps spreadsheets from changing it\n  row 2, how: is empty"},
        RowCase{"AllRowsThatAreWrong", [](Sheet& s) { auto rows = changed(s, [](auto& r) { r.how = ""; }); rows.push_back(s.set("rights", "")); return rows; }, "row 2, how: is empty: what does the decision rest on?\n  row 3, decided-value: is empty"},
        RowCase{"TwoDecisionsOnOneField", [](Sheet& s) { return Rows{s.set("source", "Box 3"), s.set("source", "Box 4")}; }, "row 3, decision: row 2 decides otherwise on 'source' of the same record"},
        RowCase{"TwoPeopleOnOneField", [](Sheet& s) { auto row = s.set("source", "Box 3"); row.decided_by = "A. Berg"; return Rows{s.set("source", "Box 3"), row}; }, "row 2, decision: row 3 decides otherwise"},

        RowCase{"SealedRights", [](Sheet& s) { return Rows{s.set("rights", kUnd)}; }, "1 decided, 0 open", true},
        RowCase{"SealedSource", [](Sheet& s) { return Rows{s.set("source", "Box 3")}; }, "row 2, field: a sealed record is not rewritten", true},
        RowCase{"SealedOpenSource", [](Sheet& s) { return Rows{s.row("source")}; }, "0 decided, 1 open", true}),
    named);
// clang-format on

WorklistDecision only(Sheet& sheet, const WorklistRow& row) {
    const auto checked = sheet.check({row});
    EXPECT_TRUE(checked) << checked.error().message();
    return checked->decisions.front();
}

TEST(CheckedWorklistOf, PutsAUriForRightsWhereItBelongs) {
    Sheet sheet;
    const auto decision = only(sheet, sheet.set("rights", kUnd));
    EXPECT_EQ(decision.field, "rights-uri");
    EXPECT_EQ(decision.cell, kUnd);
    EXPECT_EQ(only(sheet, sheet.set("rights", "In copyright")).field, "rights");
}

TEST(CheckedWorklistOf, TakesTheProposedValueAsWords) {
    Sheet sheet;
    propose(sheet, "[blank] | x");
    auto row = sheet.set("source", "");
    row.proposed_value = "[blank] | x";
    EXPECT_EQ(only(sheet, row).cell, "[blank] \\| x") << "no form of a cell";
}

TEST(CheckedWorklistOf, SaysInWordsWhatIsNotKnown) {
    Sheet sheet;
    auto row = sheet.set("source", "");
    row.decision = "unknown";
    EXPECT_EQ(only(sheet, row).cell, "[unknown: finding aid]");
    row.decided_value = "lost in 1944";
    EXPECT_EQ(only(sheet, row).cell, "[unknown: lost in 1944]");
}

TEST(CheckedWorklistOf, KnowsWhatIsKeptAndAskedAgain) {
    Sheet sheet;
    auto rights = sheet.set("rights", "");
    auto source = sheet.set("source", "");
    EXPECT_THAT(sheet.check({sheet.set("source", "Box 3")})->asked_again, IsEmpty());
    rights.decision = source.decision = "keep";
    const auto checked = sheet.check({rights, source});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_THAT(checked->asked_again, ElementsAre("RGT002", "SRC001"))
        << "that the rights were looked at answers RGT009";
}

TEST(CheckedWorklistOf, HoldsEachRecordApart) {
    Sheet sheet;
    sheet.write("in/other.xml", test::dublin_core("Letter to a sister"));
    sheet.audit({"in"});
    const auto checked =
        sheet.check({sheet.set("rights", kUnd, 1), sheet.set("rights", "In copyright", 0)});
    ASSERT_TRUE(checked) << checked.error().message();
    ASSERT_THAT(checked->decisions, SizeIs(2));
    EXPECT_EQ(checked->decisions[0].record, 0U);
    EXPECT_EQ(checked->decisions[1].record, 1U);
    EXPECT_THAT(checked->decisions[1].rows, ElementsAre(2U));
}

TEST(CheckedWorklistOf, RefusesAColumnThatWasSortedAlone) {
    Sheet sheet;
    sheet.write("in/other.xml", test::dublin_core("Letter to a sister"));
    sheet.audit({"in"});
    auto row = sheet.set("rights", kUnd);
    row.record = audit_record_key(sheet.records[1]);
    EXPECT_THAT(sheet.told({row}),
                AllOf(HasSubstr("belongs to the record"), HasSubstr("sort whole rows only")));
}

TEST(CheckedWorklistOf, RefusesTheValueOfAnotherRecord) {
    Sheet sheet;
    const std::string uri = "<dc:rights>https://rightsstatements.org/page/{}/1.0/</dc:rights>";
    sheet.write("in/a.xml", test::dublin_core("One", fmt::format(fmt::runtime(uri), "InC")));
    sheet.write("in/b.xml", test::dublin_core("Two", fmt::format(fmt::runtime(uri), "NoC-NC")));
    sheet.audit({"in"});
    auto row = sheet.row("rights-uri", 0);
    row.value = sheet.row("rights-uri", 1).value;
    row.decision = "keep";
    row.decided_by = "J. Novak";
    row.date = "2026-11-20";
    row.how = "finding aid";
    EXPECT_THAT(sheet.told({row}), HasSubstr("the row has the value of another record"));
}

TEST(CheckedWorklistOf, QuotesTheRecordAndNotTheRow) {
    Sheet sheet;
    auto row = sheet.set("rights", "");
    row.decision = "keep";
    row.value = "All rights were waived by the heirs: CC0";
    EXPECT_EQ(only(sheet, row).value, test::kNotice);
}

TEST(CheckedWorklistOf, TellsRecordsOfOneNameApartByTheirFiles) {
    Sheet sheet;
    const std::string id = "<dc:identifier>MS 1</dc:identifier>\n";
    sheet.write("in/letter.xml", test::dublin_core("Letter to a brother", id));
    sheet.write("in/other.xml", test::dublin_core("Letter to a sister", id));
    sheet.audit({"in"});
    const auto checked = sheet.check({sheet.set("rights", kUnd, 1)});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_EQ(checked->decisions.front().record, 1U);
    auto row = sheet.set("rights", kUnd);
    row.file.clear();
    EXPECT_EQ(sheet.told({row}), "1 decided, 0 open") << "the finding tells which";
}

TEST(CheckedWorklistOf, TakesSeveralValuesForAFieldThatHasThem) {
    Sheet sheet;
    sheet.write("in/letter.xml", test::dublin_core("Letter",
                                                   "<dc:creator> Edda </dc:creator>\n"
                                                   "<dc:creator>N/A</dc:creator>\n"
                                                   "<dc:creator>TBD</dc:creator>\n"));
    sheet.audit({"in"});
    std::vector<WorklistRow> rows;
    for (const AuditFinding& finding : sheet.report.findings) {
        if (finding.field != "creator") continue;
        WorklistRow row = sheet.set("creator", "Author " + std::to_string(rows.size()));
        row.finding = "v1:" + finding.fingerprint;
        row.value = finding.value;
        rows.push_back(row);
    }
    ASSERT_GE(rows.size(), 2U);
    EXPECT_THAT(sheet.told(rows), HasSubstr(std::to_string(rows.size()) + " decided"));
    rows[1].finding = rows[0].finding;
    rows[1].value = rows[0].value;
    EXPECT_THAT(sheet.told(rows), HasSubstr("decides otherwise on 'creator'"))
        << "one question has one answer";
}

}  // namespace
}  // namespace solander
