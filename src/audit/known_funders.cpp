// SPDX-License-Identifier: Apache-2.0
#include "audit/known_funders.h"

#include "audit/words.h"

namespace solander::audit {

KnownFunders::KnownFunders(std::span<const AuditFunder> funders) : funders_(funders) {
    for (const AuditFunder& funder : funders) {
        by_name_.emplace(folded_name(funder.name), &funder);
        for (const std::string& alias : funder.aliases)
            by_name_.emplace(folded_name(alias), &funder);
    }
}

const AuditFunder* KnownFunders::find(std::string_view name) const {
    const auto found = by_name_.find(folded_name(name));
    return found == by_name_.end() ? nullptr : found->second;
}

}  // namespace solander::audit
