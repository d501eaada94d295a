// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "invented.h"
#include "rule_case.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AuditReport audited(const std::vector<AuditRecord>& records) {
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return *report;
}

std::vector<AuditRecord> letters(std::size_t count) {
    std::vector<AuditRecord> records;
    for (std::size_t i = 0; i < count; ++i) {
        records.push_back({test::invented_letter()});
        records.back().document.id = "d" + std::to_string(i + 1);
        records.back().document.titles.front().words += " (" + std::to_string(i + 1) + ")";
    }
    return records;
}

void say_only(AuditRecord& record, const std::string& words) {
    test::with_text(record.document, words);
    test::make_absent(record.document.rights.front().standard_statements);
}

const AuditFinding* find(const AuditReport& report, std::string_view rule) {
    for (const auto& finding : report.findings)
        if (finding.rule == rule) return &finding;
    return nullptr;
}

TEST(SameRecordTwice, IsToldOnceWithAllItsRecords) {
    auto records = letters(5);
    records[3].document.titles.front().words = records[1].document.titles.front().words;
    records[4].document.titles.front().words = records[1].document.titles.front().words + " ";
    const auto report = audited(records);
    const AuditFinding* finding = find(report, "REC011");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->record, 1U);
    EXPECT_THAT(finding->others, ElementsAre(3U, 4U));
}

TEST(SameRecordTwice, NeedsOneSourceAndDate) {
    auto records = letters(2);
    records[1].document.titles.front().words = records[0].document.titles.front().words;
    records[1].document.dates.front().edtf = "1919-03-05";
    EXPECT_EQ(find(audited(records), "REC011"), nullptr);
}

TEST(OneRightsText, IsToldOnceForTheSet) {
    auto records = letters(3);
    for (auto& record : records) say_only(record, "Ask the heirs.");
    const auto report = audited(records);
    const AuditFinding* finding = find(report, "RGT010");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->level, AuditLevel::warning);
    EXPECT_THAT(finding->others, ElementsAre(1U, 2U));
    EXPECT_EQ(finding->message, "one rights text on 3 of 3 records, and no status of any item");
}

TEST(OneRightsText, IsNoWonderOnTwoRecords) {
    auto records = letters(2);
    for (auto& record : records) say_only(record, "Ask the heirs.");
    EXPECT_EQ(find(audited(records), "RGT010"), nullptr);
}

TEST(OneRightsText, IsNotOneWhereARecordDiffersOrHasAStatus) {
    auto records = letters(3);
    for (auto& record : records) say_only(record, "Ask the heirs.");
    say_only(records[2], "Ask the publisher.");
    EXPECT_EQ(find(audited(records), "RGT010"), nullptr);
    records[2] = {test::invented_letter()};
    test::with_text(records[2].document, "Ask the heirs.");
    EXPECT_EQ(find(audited(records), "RGT010"), nullptr);
}

TEST(OneRightsText, IsNotOneWhereSomebodyDecidedOnARecord) {
    auto records = letters(3);
    for (auto& record : records) say_only(record, "Ask the heirs.");
    records[1].document.rights.front().determinations.push_back({"J. Field", "2026", "asked"});
    EXPECT_EQ(find(audited(records), "RGT010"), nullptr);
}

TEST(Boilerplate, IsOneFindingWithManyRecords) {
    auto records = letters(100);
    for (auto& record : records) say_only(record, "Some documents may be subject to copyright.");
    const auto report = audited(records);
    const AuditFinding* finding = find(report, "RGT009");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->record, 0U);
    EXPECT_EQ(finding->others.size(), 99U);
    EXPECT_EQ(report.counts.at(static_cast<std::size_t>(AuditLevel::review)), 1U);
}

TEST(RefusedText, IsAnError) {
    const std::vector<RefusedText> refused{{"captures/list.txt", "is a list of search results"}};
    AuditRequest request{.records = {}};
    request.refused = refused;
    request.as_of = "2026-11-28";
    const auto report = audit_records(request);
    ASSERT_TRUE(report.has_value());
    ASSERT_EQ(report->findings.size(), 1U);
    EXPECT_EQ(report->findings.front().rule, "REC001");
    EXPECT_EQ(report->findings.front().level, AuditLevel::error);
    EXPECT_EQ(report->findings.front().file, "captures/list.txt");
    EXPECT_EQ(report->findings.front().message, "is a list of search results");
    EXPECT_FALSE(report->findings.front().record);
}

TEST(NoRecords, HaveNoFindings) {
    EXPECT_THAT(audited({}).findings, IsEmpty());
}

}  // namespace
}  // namespace solander
