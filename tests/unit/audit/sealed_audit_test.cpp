// SPDX-License-Identifier: Apache-2.0
// What a manifest states of an audit, and where another audit differs from it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/audit_comparison.h>

#include "audit/seal_audit.h"
#include "invented.h"

namespace solander {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<AuditRecord> records(std::size_t count) {
    std::vector<AuditRecord> list;
    for (std::size_t i = 1; i <= count; ++i) {
        Document letter = test::invented_letter();
        letter.id = "d" + std::to_string(i);
        list.push_back({std::move(letter)});
    }
    return list;
}

AuditFinding finding(std::string_view rule, AuditLevel level, std::optional<std::size_t> record,
                     std::string field = "rights") {
    AuditFinding made;
    made.rule = rule;
    made.level = level;
    made.record = record;
    made.field = std::move(field);
    made.message = "says something";
    return made;
}

/// A report of these findings, counted.
AuditReport report_of(std::vector<AuditFinding> findings) {
    AuditReport report;
    report.as_of = "2026-11-28";
    report.profiles = {{"core", "1", "", ""}};
    for (const AuditFinding& each : findings) {
        ++report.counts.at(static_cast<std::size_t>(each.level));
        if (!each.counts()) ++report.uncounted.at(static_cast<std::size_t>(each.level));
    }
    report.findings = std::move(findings);
    return report;
}

AuditException exception(std::string by) {
    AuditException made;
    made.reason = "legal-advice";
    made.by = std::move(by);
    made.comment = "We asked.";
    return made;
}

TEST(SealedAudits, ListErrorsAndReviewsAndCountAll) {
    const auto list = records(2);
    const auto sealed = audit::seal_audit(
        report_of(
            {finding("SRC001", AuditLevel::error, 0), finding("RGT009", AuditLevel::review, 1),
             finding("REC002", AuditLevel::warning, 1), finding("FND004", AuditLevel::note, 1)}),
        list, {});
    EXPECT_EQ(sealed.tool, audit_tool());
    EXPECT_THAT(sealed.tool, testing::StartsWith("solander/"));
    EXPECT_EQ(sealed.as_of, "2026-11-28");
    EXPECT_EQ(sealed.counts, (SealedCounts{1, 1, 1, 1}));
    EXPECT_FALSE(sealed.set_aside || sealed.left_out || sealed.config_sha256 ||
                 sealed.baseline_sha256);
    ASSERT_THAT(sealed.findings, SizeIs(2));
    EXPECT_EQ(sealed.findings[0].document, "d1");
    EXPECT_EQ(sealed.findings[1].document, "d2");
    EXPECT_EQ(sealed.findings[1].rule, "RGT009");
}

TEST(SealedAudits, NameTheDocumentsOfOneFinding) {
    const auto list = records(4);
    AuditFinding shared = finding("RGT009", AuditLevel::review, 1);
    shared.others = {2, 3};
    const auto sealed = audit::seal_audit(report_of({std::move(shared)}), list, {});
    ASSERT_THAT(sealed.findings, SizeIs(1));
    EXPECT_EQ(sealed.findings[0].document, "d2");
    EXPECT_THAT(sealed.findings[0].others, ElementsAre("d3", "d4"));
}

TEST(SealedAudits, KeepTheGravestOfTooMany) {
    const auto list = records(1);
    std::vector<AuditFinding> findings(SealedAudit::kMaxFindings + 7,
                                       finding("RGT009", AuditLevel::review, 0));
    findings.push_back(finding("SRC001", AuditLevel::error, 0));
    const auto sealed = audit::seal_audit(report_of(std::move(findings)), list, {});
    EXPECT_THAT(sealed.findings, SizeIs(SealedAudit::kMaxFindings));
    EXPECT_EQ(sealed.findings.back().rule, "SRC001");
    EXPECT_EQ(sealed.left_out, 8U);
}

TEST(SealedAudits, SayWhatWasAcceptedAndWhatWasKnown) {
    const auto list = records(3);
    std::vector<AuditFinding> findings;
    for (const std::size_t record : {std::size_t{2}, std::size_t{0}}) {
        findings.push_back(finding("RGT003", AuditLevel::warning, record));
        findings.back().accepted = exception("registrar");
    }
    findings.push_back(finding("SRC001", AuditLevel::error, 1));
    findings.back().in_baseline = true;
    auto report = report_of(std::move(findings));
    const std::string digest(64, 'a');
    report.config_sha256 = digest;
    const auto sealed = audit::seal_audit(report, list, digest);
    EXPECT_EQ(sealed.config_sha256->hex(), digest);
    EXPECT_EQ(sealed.baseline_sha256->hex(), digest);
    EXPECT_EQ(sealed.set_aside, (SealedCounts{1, 2, 0, 0}));
    ASSERT_THAT(sealed.findings, SizeIs(1));
    EXPECT_TRUE(sealed.findings[0].known);
    ASSERT_THAT(sealed.exceptions, SizeIs(1));
    EXPECT_EQ(sealed.exceptions[0].rule, "RGT003");
    EXPECT_EQ(sealed.exceptions[0].level, AuditLevel::warning);
    EXPECT_EQ(sealed.exceptions[0].document, "d1");
    EXPECT_THAT(sealed.exceptions[0].others, ElementsAre("d3"));
    EXPECT_EQ(sealed.exceptions[0].comment, "We asked.");
}

TEST(SealedAudits, HaveSentencesOnOneLineAndOfALength) {
    const auto list = records(1);
    AuditFinding long_one = finding("SRC001", AuditLevel::error, 0);
    long_one.message = "two\nlines\t" + std::string(5000, 'x');
    const auto sealed = audit::seal_audit(report_of({std::move(long_one)}), list, {});
    EXPECT_THAT(sealed.findings[0].message, testing::StartsWith("two lines "));
    EXPECT_LT(sealed.findings[0].message.size(), 600U);
}

// ---- comparing

/// `rule field documents: theirs/ours`, one each.
std::vector<std::string> told(const AuditComparison& comparison) {
    std::vector<std::string> lines;
    for (const AuditDifference& difference : comparison.differences) {
        std::string line = difference.rule + " " + difference.field;
        for (const std::string& id : difference.documents) line += " " + id;
        line += ": ";
        line += difference.theirs ? audit_level_name(*difference.theirs) : "-";
        line += "/";
        line += difference.ours ? audit_level_name(*difference.ours) : "-";
        lines.push_back(line);
    }
    return lines;
}

TEST(ComparedAudits, OfOneReportDoNotDiffer) {
    const auto list = records(2);
    const auto report = report_of({finding("SRC001", AuditLevel::error, 0),
                                   finding("RGT009", AuditLevel::review, 1),
                                   finding("REC002", AuditLevel::warning, 1)});
    const auto comparison = compare_audits(audit::seal_audit(report, list, {}), report, list);
    EXPECT_THAT(comparison.differences, IsEmpty());
    EXPECT_THAT(comparison.circumstances, IsEmpty());
    EXPECT_EQ(comparison.same, 2U);
}

TEST(ComparedAudits, TellWhatOneOfThemHas) {
    const auto list = records(3);
    AuditFinding shared = finding("RGT009", AuditLevel::review, 0);
    shared.others = {1, 2};
    const auto theirs = audit::seal_audit(
        report_of({std::move(shared), finding("SRC001", AuditLevel::error, 0, "source"),
                   finding("FND001", AuditLevel::error, 1, "funding-credit")}),
        list, {});
    const auto ours = report_of({finding("RGT009", AuditLevel::review, 1),
                                 finding("FND001", AuditLevel::warning, 1, "funding-credit"),
                                 finding("REC004", AuditLevel::error, 2, "title"),
                                 finding("REC002", AuditLevel::warning, 2, "source")});
    const auto comparison = compare_audits(theirs, ours, list);
    EXPECT_THAT(told(comparison),
                ElementsAre("FND001 funding-credit d2: error/warning", "REC004 title d3: -/error",
                            "RGT009 rights d1 d3: review/-", "SRC001 source d1: error/-"));
    EXPECT_EQ(comparison.same, 1U);
    EXPECT_TRUE(comparison.differences[0].reaches(AuditLevel::error));
    EXPECT_FALSE(comparison.differences[2].reaches(AuditLevel::error));
    EXPECT_TRUE(comparison.differences[2].reaches(AuditLevel::review));
    EXPECT_FALSE(comparison.differences[1].reaches(AuditLevel::off));
}

TEST(ComparedAudits, MatchAsManyAsThereAre) {
    const auto list = records(1);
    const auto one = finding("RGT009", AuditLevel::review, 0);
    const auto two = report_of({one, one});
    const auto comparison =
        compare_audits(audit::seal_audit(two, list, {}), report_of({one}), list);
    EXPECT_THAT(told(comparison), ElementsAre("RGT009 rights d1: review/-"));
    EXPECT_EQ(comparison.same, 1U);
}

TEST(ComparedAudits, LeaveOutTextsThatAreNoRecord) {
    const auto list = records(1);
    AuditFinding refused = finding("REC001", AuditLevel::error, {}, "");
    refused.file = "data/notes.txt";
    const auto theirs = audit::seal_audit(report_of({std::move(refused)}), list, {});
    EXPECT_EQ(theirs.findings[0].file, "data/notes.txt");
    EXPECT_EQ(theirs.findings[0].document, "");
    const auto comparison = compare_audits(theirs, report_of({}), list);
    EXPECT_THAT(comparison.differences, IsEmpty());
    EXPECT_EQ(comparison.of_files, 1U);
}

TEST(ComparedAudits, SayUnderWhatElseTheyWereMade) {
    const auto list = records(1);
    auto report = report_of({});
    auto theirs = audit::seal_audit(report, list, std::string(64, 'b'));
    theirs.tool = "solander/0.0.1";
    theirs.profiles = {{"core", "0"}, {"gone", "3"}};
    report.as_of = "2026-11-29";
    report.config_sha256 = std::string(64, 'c');
    report.profiles.push_back({"dpla", "2", "", ""});
    std::vector<std::string> lines;
    for (const auto& each : compare_audits(theirs, report, list).circumstances)
        lines.push_back(each.what + ": " + each.theirs + "/" + each.ours);
    EXPECT_THAT(lines,
                ElementsAre("tool: solander/0.0.1/" + audit_tool(), "as-of: 2026-11-28/2026-11-29",
                            "profile core: 0/1", "profile gone: 3/", "profile dpla: /2",
                            "configuration: /sha256:" + std::string(64, 'c'),
                            "baseline: sha256:" + std::string(64, 'b') + "/"));
}

}  // namespace
}  // namespace solander
