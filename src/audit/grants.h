// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "audit/date_range.h"
#include "audit/record.h"

namespace solander::audit {

struct StandingGrant {
    const Grant* grant = nullptr;
    const Rights* rights = nullptr;  ///< The block that it is part of.
    std::string act;                 ///< In small letters, without blanks around it.
    std::string restriction;         ///< Likewise.
    DateRange term;                  ///< Empty where it is open, or not said.
};

/// The acts that a record allows and forbids, as far as it stands: for each thing that rights are
/// in those from the origin of the first. Rights in the description itself are left out.
std::vector<StandingGrant> standing_grants(const Record& record);

/// Whether a term has begun and is not over on a day.
bool holds_on(const DateRange& term, std::string_view day);

}  // namespace solander::audit
