// SPDX-License-Identifier: Apache-2.0
#include "audit/remark_findings.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "audit/fingerprint.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// So many further places are named, the others counted.
constexpr std::size_t kPlacesNamed = 4;

class Folder {
public:
    Folder(const AuditRequest& request, const Levels& levels)
        : request_(request), levels_(levels) {}

    void take(const Rule& rule, const ReadRemark& remark, Hit hit) {
        const std::string path = path_of(remark);
        const AuditLevel level = levels_.of(rule, hit.field, hit.level, path).level;
        if (level == AuditLevel::off) return;
        // The code stands for the field of a record: one file can have one value in two ways.
        std::string print = fingerprint(rule.info.id, path, remark.code, hit.value);
        const bool in_baseline = std::ranges::binary_search(request_.baseline, print);
        if (rule.folds) {
            const std::string key =
                fmt::format("{}\n{}\n{}\n{}\n{}\n{}", rule.info.id, audit_level_name(level),
                            in_baseline, remark.code, hit.field, remark.file);
            const auto [known, is_new] = told_.emplace(key, findings_.size());
            if (!is_new) {
                more_[known->second].push_back(remark.at);
                findings_[known->second].record_fingerprints.push_back(std::move(print));
                return;
            }
        }
        AuditFinding& finding = findings_.emplace_back();
        more_.emplace_back();
        finding.rule = rule.info.id;
        finding.level = level;
        finding.field = hit.field;
        finding.file = remark.file;
        finding.at = remark.at;
        finding.value = std::move(hit.value);
        finding.message = std::move(hit.message);
        finding.fix = hit.fix.empty() ? std::string(rule.info.fix) : std::move(hit.fix);
        finding.fingerprint = print;
        finding.record_fingerprints = {std::move(print)};
        finding.in_baseline = in_baseline;
    }

    std::vector<AuditFinding> done() {
        for (std::size_t i = 0; i < findings_.size(); ++i)
            if (!more_[i].empty()) findings_[i].message += also_at(std::move(more_[i]));
        return std::move(findings_);
    }

private:
    static std::string also_at(std::vector<std::string> places) {
        std::erase(places, "");
        if (places.empty()) return {};
        const std::size_t count = places.size();
        if (count > kPlacesNamed + 1) {
            places.resize(kPlacesNamed);
            places.push_back(fmt::format("{} more places", count - kPlacesNamed));
        }
        return fmt::format(" (so at {}, too)", base::listed(places));
    }

    const AuditRequest& request_;
    const Levels& levels_;
    std::vector<AuditFinding> findings_;
    std::vector<std::vector<std::string>> more_;         ///< Further places of each finding.
    std::unordered_map<std::string, std::size_t> told_;  ///< Index into the findings.
};

}  // namespace

std::vector<AuditFinding> remark_findings(const AuditRequest& request, const Levels& levels,
                                          const Context& context) {
    Folder folder(request, levels);
    for (const ReadRemark& remark : request.remarks)
        for (const Rule* rule : rules()) {
            if (rule->check_remark == nullptr) continue;
            Hits hits;
            rule->check_remark(remark, context, hits);
            for (Hit& hit : hits) folder.take(*rule, remark, std::move(hit));
        }
    return folder.done();
}

}  // namespace solander::audit
