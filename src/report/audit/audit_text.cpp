// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"

namespace solander::report {

namespace {

std::string line_of(const AuditFinding& finding) {
    std::string text = fmt::format(
        "{}{}: {} {}: {}", base::printable(finding.file), place_text(finding.at), finding.rule,
        audit_level_name(finding.level), base::printable(finding.message));
    text += others_text(finding);
    const std::string standing = standing_text(finding);
    if (!standing.empty()) text += fmt::format("  [{}]", standing);
    return text + fmt::format("  [fix: {}]\n", base::printable(finding.fix));
}

std::string share_text(const std::vector<ClarityPart>& parts) {
    std::string text;
    for (const ClarityPart& part : parts)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", part.records, part.words);
    return text;
}

std::string summary(const AuditOutcome& outcome) {
    std::string text = summary_line(outcome) + "\n";
    for (const std::string& note : summary_notes(outcome)) text += note + "\n";
    return text;
}

/// What the records answer, whatever was found in them.
std::string clarity_text(const AuditOutcome& outcome) {
    if (outcome.records.empty()) return {};
    const AuditClarity clarity = audit_clarity(outcome.records, outcome.boilerplate);
    return fmt::format("rights:    {}\nanswered:  {}\n", share_text(rights_classes(clarity)),
                       share_text(clarity_parts(clarity)));
}

std::string emit(const AuditOutcome& outcome, bool brief) {
    if (brief) return summary(outcome);
    std::string text;
    for (const AuditedPackage& package : outcome.packages)
        text += fmt::format("{}: {}\n", base::printable(package.path),
                            base::printable(package.standing));
    for (const Unaudited& each : outcome.unaudited)
        text += fmt::format("{}: NOT AUDITED: {}\n", base::printable(each.path),
                            base::printable(each.reason));
    if (!text.empty()) text += '\n';
    std::optional<std::size_t> record;
    for (const AuditFinding& finding : outcome.report.findings) {
        if (finding.record && finding.record != record) {
            if (record) text += '\n';
            text += record_heading(outcome.records[*finding.record]) + "\n";
            record = finding.record;
        }
        text += finding.record ? "  " : "";
        text += line_of(finding);
    }
    if (!outcome.report.findings.empty()) text += '\n';
    return text + summary(outcome) + clarity_text(outcome);
}

}  // namespace

extern const AuditEmitter audit_text;
const AuditEmitter audit_text{.name = "text", .emit = emit};

}  // namespace solander::report
