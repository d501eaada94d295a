// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "audit/access_rights.h"
#include "audit/record.h"

namespace solander::audit {

/// Gives each access term that stands to `visit`.
template <class Visit>
void for_each_access(const Record& record, const Visit& visit) {
    for (const Answer* answer : record.standing("access"))
        visit(*answer, static_cast<const AccessStatement&>(*answer->statement));
}

/// What a term of access means, by its URI or else its words.
inline std::optional<AccessRight> right_of(const AccessStatement& access) {
    if (const auto right = find_access_right(access.uri)) return right;
    return find_access_right(access.words);
}

}  // namespace solander::audit
