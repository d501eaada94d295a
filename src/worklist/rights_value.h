// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::worklist {

/// What a person wrote who decided on `rights` or `rights-uri`.
struct RightsValue {
    std::string words;    ///< Of the code of a rights statement alone: its URI.
    bool is_uri = false;  ///< Whether it is one that aggregators know.
    std::string fault;    ///< Why it cannot be taken, and what to write; empty: it can.
};

/// Reads such a value. One that means an address of RightsStatements.org or Creative Commons, in
/// whatever spelling, has a fault unless it is the canonical URI of one of their terms.
RightsValue read_rights_value(std::string_view text);

}  // namespace solander::worklist
