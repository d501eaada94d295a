// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "audit/record.h"

namespace solander::audit {

/// Gives each history of custody that stands, as far as it says anything, to `visit`.
template <class Visit>
void for_each_history(const Record& record, const Visit& visit) {
    for (const Answer* answer : record.standing("custodial-history"))
        visit(static_cast<const CustodialHistory&>(*answer->statement));
}

/// Whether two names are of one holder: one identifier, or names that differ in form only.
bool is_same_agent(const Agent& a, const Agent& b);

/// Whether two names may be of one holder: as is_same_agent(), or one is part of the other, its
/// initials, or the body that it belongs to. For rules that ask where names differ for certain.
bool may_be_same_agent(const Agent& a, const Agent& b);

/// The holder of an original as an agent.
Agent agent_of(const ArchiveStatement& archive);

/// The name that an agent goes by.
std::string shown(const Agent& agent);

}  // namespace solander::audit
