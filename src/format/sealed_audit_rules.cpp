// SPDX-License-Identifier: Apache-2.0
#include "format/sealed_audit_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "model/names.h"

namespace solander::format {

namespace {

using Broken = std::optional<std::string>;
using Names = std::unordered_set<std::string_view>;

constexpr std::array kLevels{AuditLevel::error, AuditLevel::warning, AuditLevel::review,
                             AuditLevel::note};

Broken check_profiles(const std::vector<SealedProfile>& profiles) {
    Names names;
    for (const SealedProfile& profile : profiles)
        if (!names.insert(profile.name).second)
            return fmt::format("the audit has the profile '{}' twice",
                               base::printable(profile.name));
    if (names.empty()) return "the audit has no profile";
    return std::nullopt;
}

/// Of a finding or an exception, which `what` says.
Broken check_documents(std::string_view what, const std::string& document,
                       const std::vector<std::string>& others, const Names& documents) {
    if (document.empty() && !others.empty())
        return fmt::format("{} is on other documents than none", what);
    Names named;
    const auto take = [&](const std::string& id) {
        return documents.contains(id) && named.insert(id).second;
    };
    if (!document.empty() && !take(document))
        return fmt::format("{} is on a document '{}' that is not there", what, document);
    for (const std::string& id : others)
        if (!take(id))
            return fmt::format("{} is on a document '{}' twice, or that is not there", what, id);
    return std::nullopt;
}

/// Each finding is counted, and of the levels that a packer has to tell of none is missing.
Broken check_counts(const SealedAudit& audit) {
    std::array<std::uint64_t, kLevels.size()> listed{};
    for (const SealedFinding& finding : audit.findings)
        ++listed.at(static_cast<std::size_t>(finding.level));
    for (const AuditLevel level : kLevels)
        if (listed.at(static_cast<std::size_t>(level)) > audit.counts.of(level))
            return fmt::format("the audit lists more findings of the level {} than it counts",
                               model::name_of(level));
    std::uint64_t left = audit.left_out.value_or(0);
    for (const AuditLevel level : {AuditLevel::error, AuditLevel::review}) {
        const auto missing = audit.counts.of(level) - listed.at(static_cast<std::size_t>(level));
        if (missing > left)
            return fmt::format("the audit neither lists nor leaves out {} that it counts",
                               level == AuditLevel::error ? "an error" : "a review");
        left -= missing;
    }
    if (left > 0) return "the audit leaves out more findings than it counts";
    return std::nullopt;
}

/// Which findings an exception accepts: those of its rule and level, on one of its documents.
using Accepted = std::set<std::tuple<std::string_view, AuditLevel, std::string_view>>;

Accepted accepted_by(const std::vector<SealedException>& exceptions) {
    Accepted accepted;
    for (const SealedException& each : exceptions) {
        accepted.emplace(each.rule, each.level, each.document);
        for (const std::string& other : each.others) accepted.emplace(each.rule, each.level, other);
    }
    return accepted;
}

/// What is marked as set aside is counted as such, and who accepted it is told: so no mark alone
/// takes a finding from a reader's sight.
Broken check_marks(const SealedAudit& audit) {
    const Accepted accepted = accepted_by(audit.exceptions);
    std::array<std::uint64_t, kLevels.size()> marked{};
    for (const SealedFinding& finding : audit.findings) {
        if (finding.known || finding.accepted) ++marked.at(static_cast<std::size_t>(finding.level));
        if (finding.accepted && !accepted.contains({finding.rule, finding.level, finding.document}))
            return fmt::format("a finding of {} is accepted by no exception of the audit",
                               finding.rule);
    }
    const SealedCounts aside = audit.set_aside.value_or(SealedCounts{});
    for (const AuditLevel level : kLevels)
        if (marked.at(static_cast<std::size_t>(level)) > aside.of(level))
            return fmt::format(
                "the audit marks more as known or accepted than it sets aside of "
                "the level {}",
                model::name_of(level));
    return std::nullopt;
}

Broken check_set_aside(const SealedAudit& audit) {
    if (audit.set_aside == SealedCounts{}) return "the audit sets nothing aside";
    if (auto broken = check_marks(audit)) return broken;
    if (!audit.set_aside) return std::nullopt;
    for (const AuditLevel level : kLevels)
        if (audit.set_aside->of(level) > audit.counts.of(level))
            return fmt::format("the audit sets more aside than it counts of the level {}",
                               model::name_of(level));
    return std::nullopt;
}

}  // namespace

std::optional<std::string> find_broken_rule(const SealedAudit& audit, const Names& documents,
                                            const Names& paths) {
    if (auto broken = check_profiles(audit.profiles)) return broken;
    if (audit.findings.size() > SealedAudit::kMaxFindings)
        return fmt::format("the audit lists {} findings; the limit is {}", audit.findings.size(),
                           SealedAudit::kMaxFindings);
    for (const SealedFinding& finding : audit.findings) {
        if (finding.message.empty()) return "a finding of the audit holds no words";
        if (auto broken = check_documents("a finding of the audit", finding.document,
                                          finding.others, documents))
            return broken;
        if (!finding.file.empty() && !paths.contains(finding.file))
            return "a finding of the audit is on a file that is not there";
    }
    for (const SealedException& exception : audit.exceptions) {
        if (exception.comment.empty()) return "an exception of the audit holds no words";
        if (auto broken = check_documents("an exception of the audit", exception.document,
                                          exception.others, documents))
            return broken;
    }
    if (auto broken = check_counts(audit)) return broken;
    return check_set_aside(audit);
}

}  // namespace solander::format
