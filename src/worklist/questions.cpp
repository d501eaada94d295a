// SPDX-License-Identifier: Apache-2.0
#include "worklist/questions.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "audit/words.h"
#include "base/escape.h"

namespace solander::worklist {

namespace {

constexpr std::string_view kVersion = "v1:";

std::vector<std::string_view> parts_of(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(" \n\t"), list.size());
        if (end > 0) parts.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

bool is_fingerprint(std::string_view text) {
    static constexpr std::size_t kDigits = 64;
    return text.size() == kVersion.size() + kDigits && text.starts_with(kVersion) &&
           text.find_first_not_of("0123456789abcdef", kVersion.size()) == std::string_view::npos;
}

/// What is proposed is the audit's to say.
bool is_proposed(const std::string& value, std::span<const Questions::Asked> asked) {
    return value.empty() || std::ranges::any_of(asked, [&value](const Questions::Asked& each) {
               return base::printable_lines(each.finding->proposed) == value;
           });
}

Questions::Answer refused(std::string_view column, std::string reason) {
    return {{}, {}, column, std::move(reason)};
}

}  // namespace

Questions::Questions(std::span<const AuditRecord> records, const AuditReport& report)
    : records_(records) {
    for (const AuditRecord& record : records) {
        keys_.push_back(audit_record_key(record));
        all_keys_.insert(base::printable_lines(keys_.back()));
    }
    for (const AuditFinding& finding : report.findings) {
        if (!finding.record) continue;
        all_values_.emplace(finding.field, base::printable_lines(finding.value));
        std::vector<std::size_t> all{*finding.record};
        all.insert(all.end(), finding.others.begin(), finding.others.end());
        const auto& prints = finding.record_fingerprints;
        for (std::size_t i = 0; i < std::min(all.size(), prints.size()); ++i)
            by_fingerprint_.emplace(prints[i], Asked{all[i], &finding});
    }
}

/// Whether the columns of the audit are still beside each other: sorting one alone tears them.
std::string Questions::objection(const WorklistRow& row, const Asked& asked) const {
    const std::string key = base::printable_lines(keys_[asked.record]);
    if (row.record != key && all_keys_.contains(row.record))
        return fmt::format(
            "belongs to the record '{}', not '{}': cells were moved; sort whole "
            "rows only",
            base::printable(key), base::printable(row.record));
    if (row.field != asked.finding->field)
        return fmt::format(
            "asks about the field '{}', not '{}': cells were moved; sort whole rows "
            "only",
            asked.finding->field, base::printable(row.field));
    const std::string value = base::printable_lines(asked.finding->value);
    if (row.value != value && all_values_.contains({row.field, row.value}))
        return fmt::format(
            "asks about '{}', and the row has the value of another record, '{}': cells were moved; "
            "sort whole rows only",
            base::printable(audit::shortened(value)), base::printable(audit::shortened(row.value)));
    return {};
}

Questions::Answer Questions::find(const WorklistRow& row) const {
    const auto parts = parts_of(row.finding);
    if (parts.empty()) return refused("finding", "is empty: leave it as the audit wrote it");
    std::vector<Asked> asked;
    for (const std::string_view part : parts) {
        if (!is_fingerprint(part))
            return refused("finding",
                           fmt::format("'{}' is no fingerprint, which is v1: and 64 digits: leave "
                                       "it as the audit wrote it",
                                       base::printable(part)));
        const auto [first, last] = by_fingerprint_.equal_range(part.substr(kVersion.size()));
        for (auto at = first; at != last; ++at) asked.push_back(at->second);
    }
    if (asked.empty())
        return refused("finding",
                       "the audit does not ask this any more: it was mended since, or asked under "
                       "other profiles; write a new worklist");
    const auto is_other = [&asked](const Asked& each) {
        return each.record != asked.front().record;
    };
    if (std::ranges::any_of(asked, is_other))
        return refused(
            "record", fmt::format("several records of one file go by '{}', and nothing tells which "
                                  "of them is meant",
                                  base::printable(row.record)));
    if (auto reason = objection(row, asked.front()); !reason.empty())
        return refused("finding", std::move(reason));
    if (!is_proposed(row.proposed_value, asked))
        return refused("proposed-value",
                       fmt::format("'{}' is not what the audit proposes: leave it as the audit "
                                   "wrote it, and write what you decided on into decided-value",
                                   base::printable(audit::shortened(row.proposed_value))));
    Answer answer;
    answer.asked = asked.front();
    for (const Asked& each : asked) answer.rules.emplace_back(each.finding->rule);
    return answer;
}

}  // namespace solander::worklist
