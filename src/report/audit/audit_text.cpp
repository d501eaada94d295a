// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_words.h"
#include "report/emitter.h"

namespace solander::report {

namespace {

/// Findings of one rule at one level on one record, with one fix: what is to be done is said once.
using Group = std::vector<const AuditFinding*>;

std::string place_of(const AuditFinding& finding) {
    return base::printable(finding.file) + place_text(finding.at);
}

/// ` (and so of 2 more records)  [known before]`, or nothing.
std::string rest_of(const AuditFinding& finding) {
    const std::string standing = standing_text(finding);
    return others_text(finding) + (standing.empty() ? "" : fmt::format("  [{}]", standing));
}

std::string head_of(const AuditFinding& finding) {
    return fmt::format("{} {}", finding.rule, audit_level_name(finding.level));
}

std::string fix_of(const AuditFinding& finding) {
    return fmt::format("  [fix: {}]\n", base::printable(finding.fix));
}

std::string line_of(const AuditFinding& finding) {
    return fmt::format("{}: {}: {}{}{}", place_of(finding), head_of(finding),
                       base::printable(finding.message), rest_of(finding), fix_of(finding));
}

/// A line with what is to be done, and a shorter one for each place.
std::string text_of(const Group& group, std::string_view indent) {
    if (group.size() == 1) return std::string(indent) + line_of(*group.front());
    const AuditFinding& first = *group.front();
    const auto rule = find_audit_rule(first.rule);
    std::string text = fmt::format("{}{}: {}, {}{}", indent, head_of(first),
                                   rule ? rule->title : std::string_view(),
                                   count_text(group.size(), "time"), fix_of(first));
    for (const AuditFinding* finding : group)
        text += fmt::format("{}  {}: {}{}\n", indent, place_of(*finding),
                            base::printable(finding->message), rest_of(*finding));
    return text;
}

/// Of one record, or of what is no record, in their order: each group where its first stands.
std::vector<Group> groups_of(const std::vector<const AuditFinding*>& findings) {
    std::vector<Group> groups;
    for (const AuditFinding* finding : findings) {
        const auto same = std::ranges::find_if(groups, [finding](const Group& group) {
            const AuditFinding& first = *group.front();
            return first.rule == finding->rule && first.level == finding->level &&
                   first.fix == finding->fix;
        });
        if (same == groups.end())
            groups.push_back({finding});
        else
            same->push_back(finding);
    }
    return groups;
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

std::string findings_text(const AuditOutcome& outcome) {
    const auto& findings = outcome.report.findings;
    std::string text;
    for (std::size_t i = 0; i < findings.size();) {
        const auto record = findings[i].record;
        std::vector<const AuditFinding*> of_one;
        for (; i < findings.size() && findings[i].record == record; ++i)
            of_one.push_back(&findings[i]);
        if (!text.empty()) text += '\n';
        if (record) text += record_heading(outcome.records[*record]) + "\n";
        for (const Group& group : groups_of(of_one)) text += text_of(group, record ? "  " : "");
    }
    if (!text.empty()) text += '\n';
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
    text += findings_text(outcome) + summary(outcome) + clarity_text(outcome);
    if (!outcome.report.findings.empty())
        text +=
            fmt::format("`solander explain {}` tells more\n", outcome.report.findings.front().rule);
    return text;
}

}  // namespace

extern const AuditEmitter audit_text;
const AuditEmitter audit_text{.name = "text", .emit = emit};

}  // namespace solander::report
