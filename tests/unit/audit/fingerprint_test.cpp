// SPDX-License-Identifier: Apache-2.0
#include "audit/fingerprint.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/audit.h>

#include "invented.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

AuditReport audited(const std::vector<AuditRecord>& records,
                    const std::vector<std::string>& baseline = {}) {
    AuditRequest request{.records = records};
    request.as_of = "2026-11-28";
    request.baseline = baseline;
    auto report = audit_records(request);
    EXPECT_TRUE(report.has_value());
    return *std::move(report);
}

/// Letters whose rights are one hedged text, as a publisher puts it on every page.
std::vector<AuditRecord> hedged(std::size_t count) {
    std::vector<AuditRecord> records;
    for (std::size_t i = 0; i < count; ++i) {
        Document letter = test::invented_letter();
        letter.identifiers.front().words = "MS " + std::to_string(i);
        letter.titles.front().words += " " + std::to_string(i);
        test::with_text(letter, "Some documents may be subject to copyright.");
        test::make_absent(letter.rights.front().standard_statements);
        records.push_back({std::move(letter)});
    }
    return records;
}

std::vector<const AuditFinding*> found(const AuditReport& report, std::string_view rule) {
    std::vector<const AuditFinding*> findings;
    for (const AuditFinding& finding : report.findings)
        if (finding.rule == rule) findings.push_back(&finding);
    return findings;
}

TEST(Fingerprints, AreOfTheirPartsAndOfTheirPartsAlone) {
    const auto one = audit::fingerprint("RGT009", "MS 1", "rights", "Some  Documents");
    EXPECT_THAT(one, SizeIs(64));
    EXPECT_EQ(one, audit::fingerprint("RGT009", "MS 1", "rights", "some documents"));
    EXPECT_NE(one, audit::fingerprint("RGT008", "MS 1", "rights", "Some Documents"));
    EXPECT_NE(one, audit::fingerprint("RGT009", "MS 2", "rights", "Some Documents"));
    EXPECT_NE(one, audit::fingerprint("RGT009", "MS 1", "rights-note", "Some Documents"));
    EXPECT_NE(audit::fingerprint("R", "a", "b\n1:", "c"),
              audit::fingerprint("R", "a\n1:", "b", "c"));
}

TEST(Fingerprints, StayWhereTheWordsMove) {
    auto records = hedged(1);
    const auto before = audited(records);
    for (auto& text : records.front().document.rights.front().statements)
        text.place = test::at_line(99);
    const auto after = audited(records);
    ASSERT_THAT(found(before, "RGT009"), SizeIs(1));
    EXPECT_NE(found(before, "RGT009")[0]->at, found(after, "RGT009")[0]->at);
    EXPECT_EQ(found(before, "RGT009")[0]->fingerprint, found(after, "RGT009")[0]->fingerprint);
}

TEST(RecordKeys, AreTheIdentifierElseTheFileAndTitle) {
    AuditRecord record{test::invented_letter()};
    record.document.identifiers.front().words = "MS 1";
    EXPECT_EQ(audit_record_key(record), "MS 1");
    test::make_absent(record.document.identifiers);
    record.document.origins.front().file = "./captures/../captures/letter.txt";
    record.document.titles.front().words = "Letter";
    EXPECT_EQ(audit_record_key(record), "captures/letter.txt Letter");
}

TEST(Baselines, MarkWhatWasKnownAndTellTheRestApart) {
    const auto first = audited(hedged(2));
    ASSERT_THAT(found(first, "RGT009"), SizeIs(1));
    EXPECT_THAT(found(first, "RGT009")[0]->record_fingerprints, SizeIs(2));
    std::vector<std::string> baseline;
    for (const AuditFinding& finding : first.findings)
        baseline.insert(baseline.end(), finding.record_fingerprints.begin(),
                        finding.record_fingerprints.end());
    std::ranges::sort(baseline);

    for (const AuditFinding& finding : audited(hedged(2), baseline).findings)
        EXPECT_TRUE(finding.in_baseline) << finding.rule;

    const auto grown = audited(hedged(4), baseline);
    const auto notices = found(grown, "RGT009");
    ASSERT_THAT(notices, SizeIs(2));
    EXPECT_TRUE(notices[0]->in_baseline);
    EXPECT_THAT(notices[0]->others, ElementsAre(1U));
    EXPECT_FALSE(notices[1]->in_baseline);
    EXPECT_EQ(notices[1]->record, 2U);
    EXPECT_THAT(notices[1]->others, ElementsAre(3U));
    EXPECT_EQ(notices[0]->fingerprint, notices[1]->fingerprint) << "the same is said of both";
    EXPECT_GT(grown.uncounted[static_cast<std::size_t>(AuditLevel::review)] +
                  grown.uncounted[static_cast<std::size_t>(AuditLevel::warning)],
              0U);
}

}  // namespace
}  // namespace solander
