// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
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

    AuditLevel of(const Rule& rule, const Hit& hit) const;
    std::span<const Profile* const> profiles() const { return profiles_; }
    /// Where a later profile would have a rule at a lower level than one before it.
    std::vector<std::string> disagreements() const;

private:
    std::vector<const Profile*> profiles_;
    std::span<const AuditLevelChange> changes_;
};

}  // namespace solander::audit
