// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/worklist.h>

namespace solander::worklist {

/// What an audit asks now, by fingerprint.
class Questions {
public:
    /// `records` and `report` must outlive it.
    Questions(std::span<const AuditRecord> records, const AuditReport& report);

    /// What a row asks.
    struct Asked {
        std::size_t record = 0;
        const AuditFinding* finding = nullptr;
    };

    /// What `row` asks, if that is still asked; else the column that is wrong, and the reason.
    struct Answer {
        Asked asked = {};
        std::vector<std::string> rules = {};  ///< All that the row asks by.
        std::string_view column = {};         ///< Empty: nothing is wrong.
        std::string reason = {};
    };
    Answer find(const WorklistRow& row) const;

private:
    std::string objection(const WorklistRow& row, const Asked& asked) const;

    std::span<const AuditRecord> records_;
    std::vector<std::string> keys_;  ///< Of the records.
    std::set<std::string, std::less<>> all_keys_;
    std::set<std::pair<std::string, std::string>> all_values_;  ///< With the field in front.
    std::multimap<std::string, Asked, std::less<>> by_fingerprint_;
};

}  // namespace solander::worklist
