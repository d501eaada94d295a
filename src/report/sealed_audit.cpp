// SPDX-License-Identifier: Apache-2.0
#include "report/sealed_audit.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "report/audit_emitter.h"
#include "report/emitter.h"

namespace solander::report {

namespace {

constexpr std::size_t kShownToReceivers = 20;
constexpr std::array kLevels{AuditLevel::error, AuditLevel::warning, AuditLevel::review,
                             AuditLevel::note};

/// `d1 (Letter)`, `d1 (Letter) and 3 more documents`, or the text that is no record.
std::string subject_text(const SealedFinding& finding, const DocumentNames& names) {
    if (finding.document.empty()) return base::printable(finding.file);
    std::string text = document_text(finding.document, names);
    if (!finding.others.empty())
        text += fmt::format(" and {}", count_text(finding.others.size(), "more document"));
    return text;
}

std::string finding_line(const SealedFinding& finding, const DocumentNames& names) {
    std::string text = subject_text(finding, names);
    if (!text.empty()) text += ": ";
    return text + fmt::format("{} {}: {}", finding.rule, audit_level_name(finding.level),
                              base::printable(finding.message));
}

std::string exception_line(const SealedException& exception, const DocumentNames& names) {
    std::string text =
        fmt::format("accepted: {} {}", exception.rule, audit_level_name(exception.level));
    if (!exception.document.empty()) text += " of " + document_text(exception.document, names);
    if (!exception.others.empty())
        text += fmt::format(" and {}", count_text(exception.others.size(), "more document"));
    text += fmt::format(": {}, by {}", base::printable(exception.reason),
                        base::printable(exception.by));
    if (!exception.on.empty()) text += " on " + base::printable(exception.on);
    if (!exception.expires.empty()) text += ", until " + base::printable(exception.expires);
    return text + ": " + base::printable(exception.comment);
}

Json digest_json(const std::optional<Sha256>& digest) {
    return digest ? Json(digest->hex()) : Json();
}

/// Leaves out what says nothing.
void put(Json& json, const char* name, Json value) {
    const bool is_empty_text = value.is_string() && value.get_ref<const std::string&>().empty();
    if (is_empty_text || value.empty()) return;  // null and an empty list are empty
    json[name] = std::move(value);
}

Json finding_json(const SealedFinding& finding) {
    Json json{{"rule", finding.rule}, {"level", audit_level_name(finding.level)}};
    put(json, "document", finding.document);
    put(json, "others", finding.others);
    put(json, "field", base::printable(finding.field));
    put(json, "file", base::printable(finding.file));
    if (finding.known) json["known"] = true;
    if (finding.accepted) json["accepted"] = true;
    json["message"] = base::printable(finding.message);
    return json;
}

Json exception_json(const SealedException& exception) {
    Json json{{"rule", exception.rule}, {"level", audit_level_name(exception.level)}};
    put(json, "document", exception.document);
    put(json, "others", exception.others);
    put(json, "field", base::printable(exception.field));
    put(json, "value_sha256", digest_json(exception.value_sha256));
    json["reason"] = base::printable(exception.reason);
    json["by"] = base::printable(exception.by);
    put(json, "on", exception.on);
    put(json, "expires", exception.expires);
    json["comment"] = base::printable_lines(exception.comment);
    return json;
}

/// A name or version as the sealers have it: in quotes where it is more than that, so that nobody
/// takes it for the program's own words.
std::string word_of_theirs(const std::string& text) {
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+/";
    if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos) return text;
    return fmt::format("'{}'", base::printable(text));
}

}  // namespace

std::string short_name(const Document& document) {
    static constexpr std::size_t kMost = 50;
    std::string name = title_of(document);
    if (name.empty() && !document.origins.empty()) name = document.origins.front().file;
    if (name.size() <= kMost) return name;
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    if (const auto blank = name.rfind(' ', end); blank != std::string::npos) end = blank;
    return name.substr(0, end) + " …";
}

DocumentNames names_of(std::span<const Document> documents) {
    DocumentNames names;
    for (const Document& document : documents) names.emplace(document.id, short_name(document));
    return names;
}

std::string document_text(const std::string& id, const DocumentNames& names) {
    const auto name = names.find(id);
    if (name == names.end() || name->second.empty()) return base::printable(id);
    return fmt::format("{} ({})", base::printable(id), base::printable(name->second));
}

std::string sealed_counts_text(const SealedCounts& counts) {
    std::string text;
    for (const AuditLevel level : kLevels) {
        if (counts.of(level) == 0) continue;
        if (!text.empty()) text += ", ";
        text += count_text(counts.of(level), audit_level_name(level));
    }
    return text.empty() ? "nothing found" : text;
}

std::string sealed_audit_summary(const SealedAudit& audit) {
    std::string profiles;
    for (const SealedProfile& profile : audit.profiles)
        profiles += fmt::format("{}{} {}", profiles.empty() ? "" : " + ",
                                word_of_theirs(profile.name), word_of_theirs(profile.version));
    std::string text = fmt::format("as of {} ({}): {}", base::printable(audit.as_of), profiles,
                                   sealed_counts_text(audit.counts));
    if (audit.set_aside)
        text += fmt::format("; of these known before or accepted: {}",
                            sealed_counts_text(*audit.set_aside));
    return text;
}

std::string sealed_findings_text(const SealedAudit& audit, const DocumentNames& names,
                                 std::string_view indent, std::size_t most) {
    std::vector<const SealedFinding*> told;
    for (const SealedFinding& finding : audit.findings) {
        const bool is_grave =
            finding.level == AuditLevel::error || finding.level == AuditLevel::review;
        if (is_grave && !finding.known && !finding.accepted) told.push_back(&finding);
    }
    std::ranges::stable_sort(told, {}, &SealedFinding::level);
    std::string text;
    for (std::size_t i = 0; i < told.size() && i < most; ++i)
        text += fmt::format("{}{}\n", indent, finding_line(*told[i], names));
    const std::uint64_t more =
        (told.size() > most ? told.size() - most : 0) + audit.left_out.value_or(0);
    if (more > 0) text += fmt::format("{}and {} more\n", indent, more);
    return text;
}

std::string sealed_audit_text(const SealedAudit& audit, const DocumentNames& names,
                              std::string_view by, std::string_view indent) {
    std::string text = fmt::format("{}{}, by {} {}\n", indent, by, word_of_theirs(audit.tool),
                                   sealed_audit_summary(audit));
    const std::string deeper = std::string(indent) + "  ";
    text += sealed_findings_text(audit, names, deeper, kShownToReceivers);
    std::size_t shown = 0;
    for (const SealedException& exception : audit.exceptions) {
        if (shown++ == kShownToReceivers) break;
        text += fmt::format("{}{}\n", deeper, exception_line(exception, names));
    }
    if (audit.exceptions.size() > kShownToReceivers)
        text += fmt::format("{}and {} more accepted\n", deeper,
                            audit.exceptions.size() - kShownToReceivers);
    return text;
}

Json sealed_counts_json(const SealedCounts& counts) {
    Json json;
    for (const AuditLevel level : kLevels)
        json[std::string(audit_level_name(level))] = counts.of(level);
    return json;
}

Json sealed_audit_json(const SealedAudit& audit) {
    Json json{{"tool", base::printable(audit.tool)}, {"as_of", base::printable(audit.as_of)}};
    put(json, "config_sha256", digest_json(audit.config_sha256));
    put(json, "baseline_sha256", digest_json(audit.baseline_sha256));
    json["profiles"] = Json::array();
    for (const SealedProfile& profile : audit.profiles)
        json["profiles"].push_back({{"name", base::printable(profile.name)},
                                    {"version", base::printable(profile.version)}});
    json["counts"] = sealed_counts_json(audit.counts);
    if (audit.set_aside) json["set_aside"] = sealed_counts_json(*audit.set_aside);
    if (audit.left_out) json["left_out"] = *audit.left_out;
    json["findings"] = Json::array();
    for (const SealedFinding& finding : audit.findings)
        json["findings"].push_back(finding_json(finding));
    json["exceptions"] = Json::array();
    for (const SealedException& exception : audit.exceptions)
        json["exceptions"].push_back(exception_json(exception));
    return json;
}

}  // namespace solander::report
