// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/rights_class.h"

namespace solander::audit {

/// A licence of Creative Commons that a running text names.
struct LicenceName {
    std::string terms;       ///< `by-nc-sa`, `zero`, `mark`; empty: only `Creative Commons`.
    std::string version;     ///< `4.0`; empty where it is not said.
    std::string_view words;  ///< As they stand in the text.

    bool is_tool() const { return terms == "zero" || terms == "mark"; }
    /// Only of one with terms.
    RightsClass kind() const;
    /// Whether `terms` of a licence are the same, in the order of version 1.0 or the later one.
    bool has_terms(std::string_view other) const;
};

/// The names in a text, short or long (`CC BY-NC 4.0`, `Creative Commons Attribution`), in its
/// order. What is denied, and what is said of the description, is left out; so is Creative Commons
/// where a text speaks of the body and not of a licence. The views are into `text`.
std::vector<LicenceName> licence_names(std::string_view text);

}  // namespace solander::audit
