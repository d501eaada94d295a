// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "audit/rights_class.h"
#include "audit/rights_uri.h"

namespace solander::audit {

/// What one statement says, for comparison with another on the same thing.
struct Standing {
    RightsClass kind = RightsClass::unknown;
    std::string code = {};  ///< As RightsUri::code(); empty: words only.
};

Standing standing_of(const RightsUri& uri);
Standing standing_of(PremisCopyrightStatus status);

enum class Conflict { none, note, warning, error };

/// Whether two statements can both be true of one thing. Symmetrical.
Conflict conflict(const Standing& a, const Standing& b);

}  // namespace solander::audit
