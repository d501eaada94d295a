// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <solander/audit_comparison.h>

#include "audit/seal_audit.h"

namespace solander {

namespace {

struct Told {
    std::vector<AuditLevel> theirs = {};
    std::vector<AuditLevel> ours = {};
    std::string message_of_theirs = {};
    std::string message_of_ours = {};
};

/// What was told of one field of one record, by rule.
using Key = std::tuple<std::string, std::string, std::size_t>;
using Tellings = std::map<Key, Told>;

/// Takes the levels that both have out of both, and says how many there were.
std::size_t take_equal(std::vector<AuditLevel>& a, std::vector<AuditLevel>& b) {
    std::size_t equal = 0;
    for (auto at = a.begin(); at != a.end();) {
        const auto found = std::ranges::find(b, *at);
        if (found == b.end()) {
            ++at;
            continue;
        }
        b.erase(found);
        at = a.erase(at);
        ++equal;
    }
    return equal;
}

bool is_listed(AuditLevel level) {
    return level == AuditLevel::error || level == AuditLevel::review;
}

class Comparing {
public:
    Comparing(const SealedAudit& theirs, const AuditReport& ours,
              std::span<const AuditRecord> records)
        : theirs_(theirs), ours_(ours), records_(records) {}

    AuditComparison compare() {
        take_theirs();
        take_ours();
        for (auto& [key, told] : tellings_) compare(key, told);
        compare_circumstances();
        comparison_.left_out = theirs_.left_out.value_or(0);
        return std::move(comparison_);
    }

private:
    void take_theirs() {
        std::unordered_map<std::string_view, std::size_t> index;
        for (std::size_t i = 0; i < records_.size(); ++i) index[records_[i].document.id] = i;
        for (const SealedFinding& finding : theirs_.findings) {
            if (finding.document.empty()) {
                ++comparison_.of_files;
                continue;
            }
            const auto take = [&](const std::string& id) {
                const auto record = index.find(id);
                if (record == index.end()) return;
                Told& told = tellings_[{finding.rule, finding.field, record->second}];
                told.theirs.push_back(finding.level);
                told.message_of_theirs = finding.message;
            };
            take(finding.document);
            for (const std::string& id : finding.others) take(id);
        }
    }

    void take_ours() {
        for (const AuditFinding& finding : ours_.findings) {
            const auto take = [&](std::size_t record) {
                Told& told = tellings_[{std::string(finding.rule), finding.field, record}];
                told.ours.push_back(finding.level);
                told.message_of_ours = finding.message;
            };
            if (finding.record) take(*finding.record);
            for (const std::size_t other : finding.others) take(other);
        }
    }

    void compare(const Key& key, Told& told) {
        comparison_.same += take_equal(told.theirs, told.ours);
        const std::size_t both = std::min(told.theirs.size(), told.ours.size());
        std::ranges::sort(told.theirs);
        std::ranges::sort(told.ours);
        for (std::size_t i = 0; i < both; ++i) add(key, told, told.theirs[i], told.ours[i]);
        for (std::size_t i = both; i < told.theirs.size(); ++i)
            add(key, told, told.theirs[i], std::nullopt);
        for (std::size_t i = both; i < told.ours.size(); ++i)
            if (is_listed(told.ours[i])) add(key, told, std::nullopt, told.ours[i]);
    }

    /// One difference for all records that have it.
    void add(const Key& key, const Told& told, std::optional<AuditLevel> theirs,
             std::optional<AuditLevel> ours) {
        const auto& [rule, field, record] = key;
        const std::string& id = records_[record].document.id;
        const auto [at, is_new] = difference_of_.emplace(std::make_tuple(rule, field, theirs, ours),
                                                         comparison_.differences.size());
        if (is_new) {
            AuditDifference& difference = comparison_.differences.emplace_back();
            difference.rule = rule;
            difference.field = field;
            difference.theirs = theirs;
            difference.ours = ours;
            difference.message = ours ? told.message_of_ours : told.message_of_theirs;
        }
        auto& documents = comparison_.differences[at->second].documents;
        if (documents.empty() || documents.back() != id) documents.push_back(id);
    }

    void compare_circumstances() {
        const SealedAudit ours = audit::seal_audit(ours_, records_, {});
        comparison_.theirs = theirs_.counts;
        comparison_.ours = ours.counts;
        differ("tool", theirs_.tool, ours.tool);
        differ("as-of", theirs_.as_of, ours.as_of);
        const auto version = [](const SealedAudit& audit, const std::string& name) {
            const auto found = std::ranges::find(audit.profiles, name, &SealedProfile::name);
            return found == audit.profiles.end() ? std::string() : found->version;
        };
        for (const SealedProfile& profile : theirs_.profiles)
            differ("profile " + profile.name, profile.version, version(ours, profile.name));
        for (const SealedProfile& profile : ours.profiles)
            if (version(theirs_, profile.name).empty())
                differ("profile " + profile.name, {}, profile.version);
        const auto hex = [](const std::optional<Sha256>& digest) {
            return digest ? "sha256:" + digest->hex() : std::string();
        };
        differ("configuration", hex(theirs_.config_sha256), hex(ours.config_sha256));
        differ("baseline", hex(theirs_.baseline_sha256), {});
    }

    void differ(const std::string& what, const std::string& theirs, const std::string& ours) {
        if (theirs != ours) comparison_.circumstances.push_back({what, theirs, ours});
    }

    const SealedAudit& theirs_;
    const AuditReport& ours_;
    std::span<const AuditRecord> records_;
    Tellings tellings_;
    std::map<
        std::tuple<std::string, std::string, std::optional<AuditLevel>, std::optional<AuditLevel>>,
        std::size_t>
        difference_of_;
    AuditComparison comparison_;
};

}  // namespace

bool AuditDifference::reaches(AuditLevel threshold) const {
    return (theirs && audit_level_reaches(*theirs, threshold)) ||
           (ours && audit_level_reaches(*ours, threshold));
}

AuditComparison compare_audits(const SealedAudit& theirs, const AuditReport& ours,
                               std::span<const AuditRecord> records) {
    return Comparing(theirs, ours, records).compare();
}

}  // namespace solander
