// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/audit_uri.h"
#include "report/audit_words.h"
#include "report/json.h"

namespace solander::report {

namespace {

// Spec: OASIS SARIF 2.1.0. Sections are named where it asks for something unexpected.

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kFingerprint = "solander/v1";
/// Further records that are listed with a result; the JSON of audits has all of them.
constexpr std::size_t kRelated = 100;

/// Plain text in a message, where `[words](target)` would be a link (3.11.6).
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : base::printable(text)) {
        if (c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

Json message_json(std::string_view text) {
    return {{"text", plain(text)}};
}

std::string_view level_of(AuditLevel level) {
    return level == AuditLevel::review || level == AuditLevel::off ? "none"
                                                                   : audit_level_name(level);
}

Json rule_json(const AuditRuleInfo& rule) {
    const std::string help = fmt::format("{} Example: {}. What to do: {}. Source: {}.", rule.why,
                                         rule.example, rule.fix, rule.source);
    return {{"id", rule.id},
            {"shortDescription", {{"text", rule.title}}},
            {"fullDescription", {{"text", rule.why}}},
            {"help",
             {{"text", help},
              {"markdown",
               fmt::format("{}\n\n**Example**: {}\n\n**What to do**: {}\n\n**Source**: {}\n",
                           rule.why, rule.example, rule.fix, rule.source)}}},
            {"defaultConfiguration", {{"level", level_of(rule.level)}}}};
}

Json physical_json(const std::string& file, std::string_view at = {}) {
    Json json{{"artifactLocation", {{"uri", uri_of_path(file)}}}};
    if (const auto lines = line_range(at)) {
        json["region"] = {{"startLine", lines->first}};
        if (lines->last != lines->first) json["region"]["endLine"] = lines->last;
    }
    return json;
}

/// The field, and the place in the file where it is none of lines.
Json logical_json(const AuditFinding& finding, const AuditOutcome& outcome) {
    static constexpr std::string_view kPath = "path ";
    Json json = Json::array();
    if (!finding.field.empty()) {
        const std::string record =
            finding.record ? record_name(outcome.records[*finding.record]) + "/" : "";
        const std::string field = base::printable(finding.field);
        json.push_back(
            {{"name", field}, {"fullyQualifiedName", record + field}, {"kind", "property"}});
    }
    const bool is_elsewhere = !finding.at.empty() && !line_range(finding.at);
    if (is_elsewhere && finding.at.starts_with(kPath))
        json.push_back({{"fullyQualifiedName", base::printable(finding.at.substr(kPath.size()))},
                        {"kind", "element"}});
    else if (is_elsewhere)
        json.push_back({{"name", base::printable(finding.at)}});
    return json;
}

Json location_json(const AuditFinding& finding, const AuditOutcome& outcome) {
    Json json{{"physicalLocation", physical_json(file_of(finding, outcome), finding.at)}};
    Json logical = logical_json(finding, outcome);
    if (!logical.empty()) json["logicalLocations"] = std::move(logical);
    return json;
}

Json related_json(const AuditFinding& finding, const AuditOutcome& outcome) {
    Json json = Json::array();
    for (const std::size_t other : finding.others) {
        if (json.size() == kRelated) break;
        const AuditRecord& record = outcome.records[other];
        json.push_back({{"id", json.size() + 1},
                        {"physicalLocation", physical_json(record_file(record))},
                        {"message", message_json("the same of " + record_name(record))}});
    }
    return json;
}

Json suppression_json(const AuditException& exception) {
    std::string why = exception.reason;
    if (!exception.comment.empty()) why += ": " + exception.comment;
    why += fmt::format(" ({}{}{})", exception.by, exception.on.empty() ? "" : ", " + exception.on,
                       exception.expires.empty() ? "" : ", until " + exception.expires);
    return {{"kind", "external"}, {"status", "accepted"}, {"justification", base::printable(why)}};
}

Json result_json(const AuditFinding& finding, const std::string& fingerprint,
                 const AuditOutcome& outcome, bool has_suppressions) {
    Json json{{"ruleId", finding.rule},
              {"kind", finding.level == AuditLevel::review ? "review" : "fail"},
              {"level", level_of(finding.level)},
              {"message", message_json(told(finding))},
              {"locations", Json::array({location_json(finding, outcome)})},
              {"partialFingerprints", {{kFingerprint, fingerprint}}}};
    if (!finding.others.empty()) json["relatedLocations"] = related_json(finding, outcome);
    if (outcome.baseline != nullptr)
        json["baselineState"] = finding.in_baseline ? "unchanged" : "new";
    if (has_suppressions) {  // an empty list says that there is none (3.27.23)
        json["suppressions"] = Json::array();
        if (finding.accepted) json["suppressions"].push_back(suppression_json(*finding.accepted));
    }
    Json properties;
    if (!finding.value.empty()) properties["value"] = base::printable(finding.value);
    if (!finding.proposed.empty()) properties["proposed"] = base::printable(finding.proposed);
    properties["records"] = finding.others.size() + (finding.record ? 1 : 0);
    json["properties"] = std::move(properties);
    return json;
}

/// Of a finding that is gone only the fingerprint is known; it stands in the baseline.
Json absent_json(const BaselineUse& baseline, const BaselineUse::Absent& absent) {
    Json location = physical_json(baseline.path);
    location["region"] = {{"startLine", absent.line}};
    return {{"kind", "informational"},
            {"level", "none"},
            {"message", message_json("a finding of the baseline that this audit did not find")},
            {"locations", Json::array({{{"physicalLocation", std::move(location)}}})},
            {"partialFingerprints", {{kFingerprint, absent.fingerprint}}},
            {"baselineState", "absent"}};
}

Json notification_json(std::string_view message, const std::string& path) {
    return {{"level", "error"},
            {"message", message_json(message)},
            {"locations", Json::array({{{"physicalLocation", physical_json(path)}}})}};
}

/// Whether the audit could look at all that it was to look at; what it found is no matter here.
Json invocation_json(const AuditOutcome& outcome) {
    Json notifications = Json::array();
    for (const Unaudited& each : outcome.unaudited)
        notifications.push_back(notification_json("not audited: " + each.reason, each.path));
    for (const AuditedPackage& package : outcome.packages)
        if (!package.verified)
            notifications.push_back(notification_json(package.standing, package.path));
    if (outcome.records.empty())
        notifications.push_back(
            {{"level", "error"}, {"message", {{"text", "no record was audited"}}}});
    Json json{{"executionSuccessful", outcome.is_complete()}};
    if (!notifications.empty()) json["toolExecutionNotifications"] = std::move(notifications);
    return json;
}

Json properties_json(const AuditOutcome& outcome) {
    Json json{{"asOf", outcome.report.as_of},
              {"profiles", profiles_text(outcome.report)},
              {"summary", summary_line(outcome)}};
    if (!outcome.report.config_sha256.empty()) json["configSha256"] = outcome.report.config_sha256;
    if (!outcome.report.turned_off.empty()) {
        Json names = Json::array();
        for (const std::string& each : outcome.report.turned_off)
            names.push_back(base::printable(each));
        json["turnedOff"] = std::move(names);
    }
    return json;
}

std::string emit(const AuditOutcome& outcome, bool) {
    const AuditReport& report = outcome.report;
    Json rules = Json::array();
    for (const AuditRuleInfo& rule : audit_rules()) rules.push_back(rule_json(rule));
    Json driver{{"name", "solander"}};
    if (!outcome.version.empty()) driver["version"] = outcome.version;
    driver["rules"] = std::move(rules);

    const bool has_suppressions = std::ranges::any_of(
        report.findings, [](const AuditFinding& finding) { return finding.accepted.has_value(); });
    const auto fingerprints = unique_fingerprints(report);
    Json results = Json::array();
    for (std::size_t i = 0; i < fingerprints.size(); ++i)
        results.push_back(
            result_json(report.findings[i], fingerprints[i], outcome, has_suppressions));
    if (outcome.baseline != nullptr)
        for (const auto& absent : outcome.baseline->absent)
            results.push_back(absent_json(*outcome.baseline, absent));

    return json_text(
        {{"$schema", kSchema},
         {"version", "2.1.0"},
         {"runs", Json::array({{{"tool", {{"driver", std::move(driver)}}},
                                {"invocations", Json::array({invocation_json(outcome)})},
                                {"columnKind", "unicodeCodePoints"},
                                {"results", std::move(results)},
                                {"properties", properties_json(outcome)}}})}});
}

}  // namespace

extern const AuditEmitter audit_sarif;
const AuditEmitter audit_sarif{.name = "sarif", .emit = emit};

}  // namespace solander::report
