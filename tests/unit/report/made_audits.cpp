// SPDX-License-Identifier: Apache-2.0
#include "made_audits.h"

namespace solander::test {

AuditFinding audit_finding(std::string_view rule, AuditLevel level) {
    AuditFinding finding;
    finding.rule = rule;
    finding.level = level;
    finding.record = 0;
    finding.document = "d1";
    finding.field = "rights";
    finding.file = "letters/helena.txt";
    finding.at = "line 3";
    finding.value = "Some documents may be subject to copyright";
    finding.message = "it says nothing of this one";
    finding.fix = "find out, or say that nobody did";
    return finding;
}

void MadeAudit::add_record(const std::string& file, const std::string& identifier,
                           const std::string& title) {
    Document document;
    document.id = "d" + std::to_string(records.size() + 1);
    Origin origin;
    origin.id = "c1";
    origin.kind = OriginKind::capture;
    origin.file = file;
    document.origins.push_back(origin);
    IdentifierStatement known;
    known.state = State::stated;
    known.words = identifier;
    document.identifiers.push_back(known);
    TitleStatement named;
    named.state = State::stated;
    named.words = title;
    document.titles.push_back(named);
    records.push_back({std::move(document)});
    report.records = records.size();
}

void MadeAudit::add(AuditFinding finding) {
    // Sixty-four digits that nothing but the order gives.
    const std::string number = std::to_string(report.findings.size() + 1);
    const auto print = [&number](char first) {
        std::string text(64 - number.size(), '0');
        text.front() = first;
        return text + number;
    };
    if (finding.fingerprint.empty()) finding.fingerprint = print('f');
    for (std::size_t i = 0; i <= finding.others.size(); ++i)
        finding.record_fingerprints.push_back(print(static_cast<char>('a' + i)));
    ++report.counts.at(static_cast<std::size_t>(finding.level));
    if (!finding.counts()) ++report.uncounted.at(static_cast<std::size_t>(finding.level));
    report.findings.push_back(std::move(finding));
}

std::string MadeAudit::in(std::string_view form) {
    const report::AuditOutcome outcome{
        report, records, packages, unaudited, 0, fail_on, baseline ? &*baseline : nullptr, "1.2.3"};
    return report::find_audit_emitter(form)->emit(outcome, false);
}

MadeAudit made_audit() {
    MadeAudit audit;
    audit.report.as_of = "2026-11-28";
    audit.report.profiles.push_back({.name = "core", .version = "1", .title = {}, .source = "us"});
    audit.add_record("letters/helena.txt", "MS 1", "Letter to a brother");
    audit.add_record("letters/jan, the 2nd.txt", "MS 2", "Letter to a sister");
    AuditFinding error = audit_finding("SRC001", AuditLevel::error);
    error.field = "source";
    error.value.clear();
    audit.add(error);
    AuditFinding warning = audit_finding("RGT005", AuditLevel::warning);
    warning.field = "rights-uri";
    warning.at = "cell B2";
    warning.proposed = "http://rightsstatements.org/vocab/InC/1.0/";
    audit.add(warning);
    AuditFinding review = audit_finding("RGT009", AuditLevel::review);
    review.at = "lines 34-35";
    review.others = {1};
    audit.add(review);
    audit.add(audit_finding("RGT002", AuditLevel::note));
    return audit;
}

}  // namespace solander::test
