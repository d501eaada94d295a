// SPDX-License-Identifier: Apache-2.0
#include "report/audit_comparison.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/emitter.h"
#include "report/json.h"
#include "report/sealed_audit.h"

namespace solander::report {

namespace {

constexpr std::string_view kComparisonSchema = "urn:solander:audit-comparison:1";

std::string level_text(const std::optional<AuditLevel>& level, std::string_view none) {
    return std::string(level ? audit_level_name(*level) : none);
}

std::string difference_line(const AuditDifference& difference, const DocumentNames& names) {
    std::string text = document_text(difference.documents.front(), names);
    if (difference.documents.size() > 1)
        text +=
            fmt::format(" and {}", count_text(difference.documents.size() - 1, "more document"));
    if (!difference.field.empty()) text += ", " + base::printable(difference.field);
    return text + fmt::format(": {}: {} to them, {} to you: {}\n", difference.rule,
                              level_text(difference.theirs, "not told"),
                              level_text(difference.ours, "not found"),
                              base::printable(difference.message));
}

std::string asked_profiles(const AuditReport& report) {
    std::string text;
    for (const AuditProfileInfo& profile : report.profiles)
        text += fmt::format("{}{} {}", text.empty() ? "" : " + ", profile.name, profile.version);
    return text;
}

std::string circumstance_line(const AuditCircumstance& circumstance) {
    const auto or_none = [](const std::string& text) {
        return text.empty() ? std::string("none") : base::printable(text);
    };
    return fmt::format("  other {}: {} to them, {} to you\n", base::printable(circumstance.what),
                       or_none(circumstance.theirs), or_none(circumstance.ours));
}

std::string package_text(const ComparedPackage& compared, bool brief) {
    const AuditComparison& comparison = compared.comparison;
    const std::string path = base::printable(compared.package.path);
    const std::string summary = fmt::format(
        "{}; {} the same",
        comparison.differences.empty() ? "no difference"
                                       : count_text(comparison.differences.size(), "difference"),
        count_text(comparison.same, "finding"));
    if (brief) return fmt::format("{}: {}\n", path, summary);
    std::string text = fmt::format(
        "{}: {}\n  theirs: {}\n  yours:  as of {} ({}): {}\n", path,
        base::printable(compared.package.standing), sealed_audit_summary(*compared.package.audit),
        compared.ours.as_of, asked_profiles(compared.ours), sealed_counts_text(comparison.ours));
    for (const AuditCircumstance& circumstance : comparison.circumstances)
        text += circumstance_line(circumstance);
    for (const AuditDifference& difference : comparison.differences)
        text += "    " + difference_line(difference, compared.documents);
    text +=
        "  not compared: warnings and notes that they do not list, and what holders determined "
        "since sealing\n";
    if (comparison.of_files > 0)
        text += fmt::format("  not compared: {} of theirs on files themselves\n",
                            count_text(comparison.of_files, "finding"));
    if (comparison.left_out > 0)
        text += fmt::format("  they count {} more without listing them\n",
                            count_text(comparison.left_out, "finding"));
    return text + fmt::format("  {}\n", summary);
}

Json difference_json(const AuditDifference& difference) {
    Json json{{"rule", difference.rule}};
    if (!difference.field.empty()) json["field"] = base::printable(difference.field);
    json["documents"] = difference.documents;
    if (difference.theirs) json["theirs"] = audit_level_name(*difference.theirs);
    if (difference.ours) json["ours"] = audit_level_name(*difference.ours);
    json["message"] = base::printable(difference.message);
    return json;
}

Json ours_json(const ComparedPackage& compared) {
    Json profiles = Json::array();
    for (const AuditProfileInfo& profile : compared.ours.profiles)
        profiles.push_back({{"name", profile.name}, {"version", profile.version}});
    return {{"as_of", compared.ours.as_of},
            {"profiles", std::move(profiles)},
            {"counts", sealed_counts_json(compared.comparison.ours)}};
}

Json package_json(const ComparedPackage& compared) {
    const AuditComparison& comparison = compared.comparison;
    Json circumstances = Json::array();
    for (const AuditCircumstance& each : comparison.circumstances) {
        Json json{{"what", base::printable(each.what)}};
        if (!each.theirs.empty()) json["theirs"] = base::printable(each.theirs);
        if (!each.ours.empty()) json["ours"] = base::printable(each.ours);
        circumstances.push_back(std::move(json));
    }
    Json differences = Json::array();
    for (const AuditDifference& each : comparison.differences)
        differences.push_back(difference_json(each));
    return {{"path", base::printable(compared.package.path)},
            {"verified", compared.package.verified},
            {"standing", base::printable(compared.package.standing)},
            {"theirs", sealed_audit_json(*compared.package.audit)},
            {"ours", ours_json(compared)},
            {"circumstances", std::move(circumstances)},
            {"differences", std::move(differences)},
            {"same", comparison.same},
            {"of_files", comparison.of_files},
            {"left_out", comparison.left_out}};
}

}  // namespace

bool ComparedAudits::failed() const {
    return std::ranges::any_of(packages, [this](const ComparedPackage& compared) {
        return std::ranges::any_of(
            compared.comparison.differences,
            [this](const AuditDifference& difference) { return difference.reaches(fail_on); });
    });
}

std::string comparison_text(const ComparedAudits& compared, bool brief) {
    std::string text;
    for (const ComparedPackage& each : compared.packages) text += package_text(each, brief);
    for (const Unaudited& each : compared.unaudited)
        text += fmt::format("{}: NOT COMPARED: {}\n", base::printable(each.path),
                            base::printable(each.reason));
    return text;
}

std::string comparison_json(const ComparedAudits& compared) {
    Json packages = Json::array();
    for (const ComparedPackage& each : compared.packages) packages.push_back(package_json(each));
    Json unaudited = Json::array();
    for (const Unaudited& each : compared.unaudited)
        unaudited.push_back(
            {{"path", base::printable(each.path)}, {"reason", base::printable(each.reason)}});
    return json_text(
        {{"schema", kComparisonSchema},
         {"fail_on",
          compared.fail_on == AuditLevel::off ? "never" : audit_level_name(compared.fail_on)},
         {"failed", compared.failed()},
         {"packages", std::move(packages)},
         {"unaudited", std::move(unaudited)}});
}

}  // namespace solander::report
