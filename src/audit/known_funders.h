// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <solander/audit_known.h>

namespace solander::audit {

/// The funders of the configuration, by all of their names.
class KnownFunders {
public:
    /// What `funders` refers to must outlive this.
    explicit KnownFunders(std::span<const AuditFunder> funders);

    /// Whom a name means, by folded_name() of name and aliases; null if it is nobody of these.
    const AuditFunder* find(std::string_view name) const;
    std::span<const AuditFunder> all() const { return funders_; }

private:
    std::span<const AuditFunder> funders_;
    std::unordered_map<std::string, const AuditFunder*> by_name_;
};

}  // namespace solander::audit
