// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/trust.h>

namespace solander::trust {

/// The rules by their names, in the order of trust_rules().
enum class Rule {
    empty,
    others_may_change,
    line_unreadable,
    byte_order_mark,
    carriage_return,
    cert_authority,
    key_type,
    key_damaged,
    key_weak,
    dates_swapped,
    nobody,
    wildcard,
    local_time,
    any_namespace,
    other_namespaces,
    namespace_misspelt,
    expired,
    expired_beside_open,
    key_twice,
    two_names,
    odd_name,
    revoked,
};

const TrustRule& rule(Rule name);

}  // namespace solander::trust
