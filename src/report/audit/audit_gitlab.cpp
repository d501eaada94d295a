// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"
#include "report/json.h"

namespace solander::report {

namespace {

// GitLab's Code Quality report: a list of objects, compared by their fingerprints with those of the
// branch that a change goes to. Equal fingerprints are taken for one.

std::string_view severity_of(const AuditFinding& finding) {
    if (!finding.counts()) return "info";
    switch (finding.level) {
        case AuditLevel::error:
            return "critical";
        case AuditLevel::warning:
            return "major";
        case AuditLevel::review:
            return "minor";
        case AuditLevel::note:
        case AuditLevel::off:
            break;
    }
    return "info";
}

std::string description(const AuditFinding& finding) {
    const std::string standing = standing_text(finding);
    return fmt::format("{}{}{}",
                       finding.level == AuditLevel::review ? "A question for a person: " : "",
                       told(finding), standing.empty() ? "" : fmt::format(" [{}]", standing));
}

Json issue_json(const AuditFinding& finding, const std::string& fingerprint,
                const std::string& file) {
    const auto lines = line_range(finding.at);
    // A place has to have a line; of a place of another kind it is the first.
    Json range{{"begin", lines ? lines->first : 1}};
    if (lines && lines->last != lines->first) range["end"] = lines->last;
    const auto path = std::filesystem::path(file).lexically_normal().generic_string();
    return {{"description", description(finding)},
            {"check_name", finding.rule},
            {"fingerprint", fingerprint},
            {"severity", severity_of(finding)},
            {"location", {{"path", base::printable(path)}, {"lines", std::move(range)}}}};
}

std::string emit(const AuditOutcome& outcome, bool) {
    const auto fingerprints = unique_fingerprints(outcome.report);
    Json issues = Json::array();
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        const AuditFinding& finding = outcome.report.findings[i];
        issues.push_back(issue_json(finding, fingerprints[i], file_of(finding, outcome)));
    }
    for (const Unaudited& each : outcome.unaudited) {
        AuditFinding finding;
        finding.rule = "not-audited";
        finding.message = "not audited: " + each.reason;
        finding.fix = "see what `solander verify` says of it";
        issues.push_back(
            issue_json(finding, "not-audited:" + base::printable(each.path), each.path));
    }
    return json_text(issues);
}

}  // namespace

extern const AuditEmitter audit_gitlab;
const AuditEmitter audit_gitlab{.name = "gitlab", .emit = emit};

}  // namespace solander::report
