// SPDX-License-Identifier: Apache-2.0
#include "audit/seal_audit.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "audit/words.h"

namespace solander::audit {

namespace {

/// Enough for a sentence with words of the record in it, which the record itself has in full.
constexpr std::size_t kMessageBytes = 500;

/// Attributes have no tabs and no line ends, and a sentence needs none.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

SealedCounts counts_of(const std::array<std::size_t, kAuditLevelCount>& counts) {
    const auto of = [&counts](AuditLevel level) {
        return counts.at(static_cast<std::size_t>(level));
    };
    return {of(AuditLevel::error), of(AuditLevel::warning), of(AuditLevel::review),
            of(AuditLevel::note)};
}

void count(SealedAudit& sealed, const AuditReport& report) {
    std::array<std::size_t, kAuditLevelCount> all{};
    std::array<std::size_t, kAuditLevelCount> aside{};
    for (const AuditFinding& finding : report.findings) {
        if (!is_on_records(finding)) continue;
        const auto level = static_cast<std::size_t>(finding.level);
        ++all.at(level);
        if (!finding.counts()) ++aside.at(level);
    }
    sealed.counts = counts_of(all);
    if (counts_of(aside) != SealedCounts{}) sealed.set_aside = counts_of(aside);
}

std::optional<Sha256> digest_of(std::string_view hex) {
    const auto digest = Sha256::parse(hex);
    return digest ? std::optional(*digest) : std::nullopt;
}

/// The ids of the documents that a finding is on, in their order.
std::vector<std::size_t> records_of(const AuditFinding& finding) {
    std::vector<std::size_t> records;
    if (finding.record) records.push_back(*finding.record);
    records.insert(records.end(), finding.others.begin(), finding.others.end());
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

void put_documents(const std::vector<std::size_t>& indices, std::span<const AuditRecord> records,
                   std::string& document, std::vector<std::string>& others) {
    for (const std::size_t index : indices) {
        const std::string& id = records[index].document.id;
        if (document.empty())
            document = id;
        else
            others.push_back(id);
    }
}

SealedFinding sealed_finding(const AuditFinding& finding, std::span<const AuditRecord> records) {
    SealedFinding sealed;
    sealed.rule = finding.rule;
    sealed.level = finding.level;
    put_documents(records_of(finding), records, sealed.document, sealed.others);
    sealed.field = one_line(finding.field);
    if (!finding.record) sealed.file = finding.file;
    sealed.known = finding.in_baseline;
    sealed.accepted = finding.accepted.has_value();
    sealed.message = shortened(one_line(finding.message), kMessageBytes);
    return sealed;
}

bool is_told(const AuditFinding& finding) {
    return is_on_records(finding) &&
           (finding.level == AuditLevel::error || finding.level == AuditLevel::review);
}

/// The findings that a manifest lists, in the order of the report.
std::vector<const AuditFinding*> listed(const AuditReport& report) {
    std::vector<const AuditFinding*> told;
    for (const AuditFinding& finding : report.findings)
        if (is_told(finding)) told.push_back(&finding);
    if (told.size() <= SealedAudit::kMaxFindings) return told;
    std::ranges::stable_sort(told, [](const AuditFinding* a, const AuditFinding* b) {
        return std::make_tuple(!a->counts(), a->level) < std::make_tuple(!b->counts(), b->level);
    });
    told.resize(SealedAudit::kMaxFindings);
    std::ranges::sort(told);  // they lie in one list, in its order
    return told;
}

using ExceptionKey = std::tuple<std::string_view, AuditLevel, std::string, std::string, std::string,
                                std::string, std::string, std::string, std::string>;

/// The exceptions that held: one for each rule and level, with all the documents that it held for.
std::vector<SealedException> exceptions_of(const AuditReport& report,
                                           std::span<const AuditRecord> records) {
    std::map<ExceptionKey, std::vector<std::size_t>> held;
    for (const AuditFinding& finding : report.findings) {
        if (!finding.accepted) continue;
        const AuditException& by = *finding.accepted;
        auto& on = held[{finding.rule, finding.level, by.field, by.value_sha256, by.reason, by.by,
                         by.on, by.expires, by.comment}];
        const auto more = records_of(finding);
        on.insert(on.end(), more.begin(), more.end());
    }
    std::vector<SealedException> exceptions;
    for (auto& [key, on] : held) {
        const auto& [rule, level, field, value, reason, by, day, expires, comment] = key;
        std::ranges::sort(on);
        on.erase(std::unique(on.begin(), on.end()), on.end());
        SealedException& exception = exceptions.emplace_back();
        exception.rule = rule;
        exception.level = level;
        put_documents(on, records, exception.document, exception.others);
        exception.field = one_line(field);
        exception.value_sha256 = digest_of(value);
        exception.reason = one_line(reason);
        exception.by = one_line(by);
        exception.on = day;
        exception.expires = expires;
        exception.comment = comment;
    }
    return exceptions;
}

}  // namespace

bool is_on_records(const AuditFinding& finding) {
    return finding.record || !finding.rule.starts_with("EXC");
}

SealedAudit seal_audit(const AuditReport& report, std::span<const AuditRecord> records,
                       std::string_view baseline_sha256) {
    SealedAudit sealed;
    sealed.tool = audit_tool();
    sealed.as_of = report.as_of;
    sealed.config_sha256 = digest_of(report.config_sha256);
    sealed.baseline_sha256 = digest_of(baseline_sha256);
    for (const AuditProfileInfo& profile : report.profiles)
        sealed.profiles.push_back({std::string(profile.name), std::string(profile.version)});
    count(sealed, report);
    for (const AuditFinding* finding : listed(report))
        sealed.findings.push_back(sealed_finding(*finding, records));
    const auto told = static_cast<std::size_t>(std::ranges::count_if(report.findings, is_told));
    if (told > sealed.findings.size()) sealed.left_out = told - sealed.findings.size();
    sealed.exceptions = exceptions_of(report, records);
    return sealed;
}

}  // namespace solander::audit
