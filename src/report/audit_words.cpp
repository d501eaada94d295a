// SPDX-License-Identifier: Apache-2.0
#include "report/audit_words.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "report/emitter.h"

namespace solander::report {

std::optional<LineRange> line_range(std::string_view at) {
    for (const std::string_view start : {"line ", "lines "}) {
        if (!at.starts_with(start)) continue;
        const std::string_view numbers = at.substr(start.size());
        const std::size_t dash = numbers.find('-');
        const auto first = base::parse_decimal(numbers.substr(0, dash));
        const auto last =
            dash == std::string_view::npos ? first : base::parse_decimal(numbers.substr(dash + 1));
        if (first && last && *first > 0 && *first <= *last) return LineRange{*first, *last};
    }
    return {};
}

std::string place_text(std::string_view at) {
    if (at.empty()) return {};
    for (const std::string_view start : {"line ", "lines "})
        if (at.starts_with(start)) return ":" + base::printable(at.substr(start.size()));
    return ": " + base::printable(at);
}

std::string record_heading(const AuditRecord& record) {
    const Document& document = record.document;
    std::string text = document.origins.empty() ? document.id : document.origins.front().file;
    if (!document.id.empty() && !record.package.empty()) text += " " + document.id;
    for (const std::string& part : {date_of(document), title_of(document)})
        if (!part.empty()) text += "  " + part;
    return base::printable(text);
}

std::string record_name(const AuditRecord& record) {
    return base::printable(audit_record_key(record));
}

std::string record_file(const AuditRecord& record) {
    const auto& origins = record.document.origins;
    return origins.empty() || origins.front().file.empty() ? record.package : origins.front().file;
}

std::string file_of(const AuditFinding& finding, const AuditOutcome& outcome) {
    if (!finding.file.empty() || !finding.record) return finding.file;
    return record_file(outcome.records[*finding.record]);
}

std::string sentence(std::string_view words, std::string_view field) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    std::string text = base::printable(words);
    const std::string first = text.substr(0, text.find_first_of(" ,:;'"));
    if (std::ranges::all_of(first, is_lower) && !first.empty() && first != field)
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos)
        text += '.';
    return text;
}

std::string standing_text(const AuditFinding& finding) {
    if (finding.accepted)
        return base::printable(fmt::format(
            "accepted by {}{} ({})", finding.accepted->by,
            finding.accepted->expires.empty() ? "" : " until " + finding.accepted->expires,
            finding.accepted->reason));
    return finding.in_baseline ? "known before" : "";
}

std::string others_text(const AuditFinding& finding) {
    if (finding.others.empty()) return {};
    return fmt::format(" (and so of {})", count_text(finding.others.size(), "more record"));
}

std::string told(const AuditFinding& finding) {
    return fmt::format("{} To do: {}",
                       sentence(finding.message + others_text(finding), finding.field),
                       base::printable(finding.fix));
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

std::string summary_line(const AuditOutcome& outcome) {
    const bool is_any = outcome.report.records > 0 || !outcome.report.findings.empty();
    return fmt::format("{} audited as of {} ({}): {}", count_text(outcome.report.records, "record"),
                       outcome.report.as_of, profiles_text(outcome.report),
                       is_any ? counts_text(outcome.report) : "there was nothing to audit");
}

std::vector<std::string> summary_notes(const AuditOutcome& outcome) {
    std::vector<std::string> notes;
    std::size_t known = 0;
    std::size_t accepted = 0;
    for (const AuditFinding& finding : outcome.report.findings) {
        if (finding.accepted)
            ++accepted;
        else if (finding.in_baseline)
            ++known;
    }
    if (known > 0) notes.push_back(fmt::format("{} of them known before: not counted", known));
    if (accepted > 0) notes.push_back(fmt::format("{} of them accepted: not counted", accepted));
    if (outcome.baseline != nullptr && !outcome.baseline->absent.empty())
        notes.push_back(fmt::format("{} of the {} in the baseline {} were not found",
                                    outcome.baseline->absent.size(),
                                    count_text(outcome.baseline->size, "finding"),
                                    base::printable(outcome.baseline->path)));
    if (!outcome.report.config_sha256.empty())
        notes.push_back(
            fmt::format("configured by a file of SHA-256 {}", outcome.report.config_sha256));
    if (!outcome.report.turned_off.empty())
        notes.push_back(
            "turned off by the configuration: " +
            base::printable(fmt::format("{}", fmt::join(outcome.report.turned_off, "; "))));
    if (outcome.fail_on == AuditLevel::off) notes.emplace_back("nothing makes it fail");
    if (outcome.files_without_record > 0)
        notes.push_back(fmt::format("{} had no record to audit",
                                    count_text(outcome.files_without_record, "further file")));
    return notes;
}

std::vector<ClarityPart> rights_classes(const AuditClarity& clarity) {
    return {{"item-level status", clarity.item_status},
            {"boilerplate", clarity.boilerplate},
            {"text only", clarity.text_only},
            {"nothing", clarity.no_rights}};
}

std::vector<ClarityPart> clarity_parts(const AuditClarity& clarity) {
    return {{"rights holder", clarity.with_holder},
            {"who decided on rights", clarity.with_determination},
            {"source", clarity.with_source},
            {"place in the archive", clarity.with_locator},
            {"custody", clarity.with_custody}};
}

std::vector<std::string> unique_fingerprints(const AuditReport& report) {
    std::unordered_map<std::string_view, std::size_t> seen;
    std::vector<std::string> all;
    all.reserve(report.findings.size());
    for (const AuditFinding& finding : report.findings) {
        const std::size_t count = ++seen[finding.fingerprint];
        all.push_back(count == 1 ? finding.fingerprint
                                 : fmt::format("{}:{}", finding.fingerprint, count));
    }
    return all;
}

}  // namespace solander::report
