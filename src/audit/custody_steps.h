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

/// The name that an agent goes by.
std::string shown(const Agent& agent);

}  // namespace solander::audit
