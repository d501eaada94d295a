// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>

#include "audit/profile.h"
#include "audit/record.h"

namespace solander::audit {

/// What a rule found. The engine adds the rule, the level and the file.
struct Hit {
    std::string_view field = {};
    const Place* place = nullptr;  ///< Of a statement of the record; null: nowhere in particular.
    std::string at = {};           ///< In its stead, where several places are meant.
    std::string value = {};
    std::string message = {};
    std::string fix = {};       ///< Empty: that of the rule.
    std::string proposed = {};  ///< What to write instead, where the rule knows it.
    /// How grave this case is, where the rule has cases; a profile that states a level outweighs
    /// it.
    std::optional<AuditLevel> level = {};
    std::size_t record = 0;                ///< Of a set-wide rule: the first record it is about.
    std::vector<std::size_t> others = {};  ///< And the further ones.
};
using Hits = std::vector<Hit>;

/// What all rules may know beside the record.
struct Context {
    std::string_view as_of;  ///< YYYY-MM-DD
    std::span<const Profile* const> profiles;

    bool has_profile(std::string_view name) const;
};

/// One question to records. To add one: CONTRIBUTING.md, "An audit rule".
struct Rule {
    AuditRuleInfo info;
    /// Whether equal findings on many records are one finding with many records.
    bool folds = false;
    /// Looks at one record, at nothing else, and keeps nothing.
    void (*check)(const Record& record, const Context& context, Hits& hits) = nullptr;
    /// Looks at all of them; linear in their number.
    void (*check_set)(std::span<const AuditRecord> records, const Context& context,
                      Hits& hits) = nullptr;
    /// Looks at a text that is no record.
    void (*check_refused)(const RefusedText& text, Hits& hits) = nullptr;
};

/// All rules, in the order of src/audit/rules/CMakeLists.txt, which is that of their ids.
std::span<const Rule* const> rules();

}  // namespace solander::audit
