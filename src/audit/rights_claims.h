// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "audit/contradiction.h"

namespace solander::audit {

/// What a claim in a rights text is about.
enum class ClaimScope {
    item,
    some_items,   ///< "some documents": nothing is said of this one.
    description,  ///< "the metadata is CC0": not about the document.
};

/// One thing that a rights text says.
struct Claim {
    Standing standing;
    ClaimScope scope = ClaimScope::item;
    bool is_hedged = false;  ///< "may be": then it is of class unknown.
    std::string_view words;  ///< As they stand in the text.
    std::string_view sentence;
};

/// The claims of a text in English, in its order. It knows a list of phrases, what negates them,
/// what hedges them and whom they are about; it guesses nothing, and most sentences hold no claim.
/// Marks that are quoted as standing on a document (`stamped "Copyright 1923"`) are no claims.
/// The views are into `text`.
std::vector<Claim> rights_claims(std::string_view text);

}  // namespace solander::audit
