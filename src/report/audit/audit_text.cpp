// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/emitter.h"

namespace solander::report {

namespace {

/// `:34` of `line 34`, `:5-6` of `lines 5-6`; `: cell B2` of another kind of place.
std::string place_text(std::string_view at) {
    if (at.empty()) return {};
    for (const std::string_view start : {"line ", "lines "})
        if (at.starts_with(start)) return ":" + base::printable(at.substr(start.size()));
    return ": " + base::printable(at);
}

std::string line_of(const AuditFinding& finding) {
    std::string text = fmt::format(
        "{}{}: {} {}: {}", base::printable(finding.file), place_text(finding.at), finding.rule,
        audit_level_name(finding.level), base::printable(finding.message));
    if (!finding.others.empty())
        text += fmt::format(" (and so of {})", count_text(finding.others.size(), "more record"));
    return text + fmt::format("  [fix: {}]\n", base::printable(finding.fix));
}

std::string heading(const AuditRecord& record) {
    const Document& document = record.document;
    std::string text = document.origins.empty() ? document.id : document.origins.front().file;
    if (!document.id.empty() && !record.package.empty()) text += " " + document.id;
    for (const std::string& part : {date_of(document), title_of(document)})
        if (!part.empty()) text += "  " + part;
    return base::printable(text) + "\n";
}

std::string profiles_text(const AuditReport& report) {
    std::string text;
    for (const AuditProfileInfo& profile : report.profiles)
        text += fmt::format("{}{} {}", text.empty() ? "" : " + ", profile.name, profile.version);
    return text;
}

std::string counts_text(const AuditReport& report) {
    std::string text;
    for (std::size_t i = 0; i < kAuditLevelCount; ++i) {
        if (report.counts.at(i) == 0) continue;
        if (!text.empty()) text += ", ";
        text += count_text(report.counts.at(i), audit_level_name(static_cast<AuditLevel>(i)));
    }
    return text.empty() ? "nothing found" : text;
}

std::string summary(const AuditOutcome& outcome) {
    const bool is_any = outcome.report.records > 0 || !outcome.report.findings.empty();
    std::string text =
        fmt::format("{} audited as of {} ({}): {}\n", count_text(outcome.report.records, "record"),
                    outcome.report.as_of, profiles_text(outcome.report),
                    is_any ? counts_text(outcome.report) : "there was nothing to audit");
    if (outcome.files_without_record > 0)
        text += fmt::format("{} had no record to audit\n",
                            count_text(outcome.files_without_record, "further file"));
    return text;
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
            text += heading(outcome.records[*finding.record]);
            record = finding.record;
        }
        text += finding.record ? "  " : "";
        text += line_of(finding);
    }
    if (!outcome.report.findings.empty()) text += '\n';
    return text + summary(outcome);
}

}  // namespace

extern const AuditEmitter audit_text;
const AuditEmitter audit_text{.name = "text", .emit = emit};

}  // namespace solander::report
