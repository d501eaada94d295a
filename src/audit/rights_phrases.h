// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/contradiction.h"

namespace solander::audit {

/// A phrase that says something of rights, and what it says when it is denied.
struct RightsPhrase {
    std::vector<std::string> words;  ///< In small letters; `#` is a year.
    Standing says;
    /// Nothing: what is denied says nothing. A phrase that holds its own `no` cannot be denied.
    std::optional<RightsClass> denied = {};
    bool can_be_hedged = true;
    bool can_be_denied = true;
    bool is_silent = false;  ///< Says nothing of the status, and hides shorter phrases in it.
};

/// The phrases that are known to begin with a word, the longest first.
const std::vector<RightsPhrase>& rights_phrases_from(std::string_view first_word);

}  // namespace solander::audit
