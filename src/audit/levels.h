// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/audit_config.h>
#include <solander/error.h>

#include "audit/profile.h"
#include "audit/rule.h"

namespace solander::audit {

/// The level of every finding: what the profiles and the request say, and the rule where they do
/// not.
class Levels {
public:
    /// Errors: usage, for a profile or rule that there is none of, with the nearest name.
    static Result<Levels> make(const AuditRequest& request);

    /// Who gives a level: a change of the request, else a profile, else the rule.
    struct Stated {
        AuditLevel level = AuditLevel::off;
        const AuditLevelChange* change = nullptr;
        const Profile* profile = nullptr;
    };

    /// Of what a rule finds in a field of a record from a file. The last change that is about it
    /// holds; without a path, of those for any. Then the strictest that a profile states; then
    /// `own`, that of the case.
    Stated of(const Rule& rule, std::string_view field, std::optional<AuditLevel> own,
              std::optional<std::string_view> path) const;
    /// As audit_levels_in_effect() gives them.
    std::vector<AuditLevelInEffect> in_effect() const;
    std::span<const Profile* const> profiles() const { return profiles_; }
    /// Where a later profile would have a rule at a lower level than one before it.
    std::vector<std::string> disagreements() const;

private:
    AuditLevelInEffect in_effect(const Rule& rule, std::string_view field) const;

    std::vector<const Profile*> profiles_;
    std::span<const AuditLevelChange> changes_;
};

}  // namespace solander::audit
