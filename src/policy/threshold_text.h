// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include <solander/policy.h>

namespace solander::policy {

// How a threshold is written:
//
//   threshold = all *("or" all)
//   all       = group *("and" group)
//   group     = party / COUNT "of" "(" party *("," party) ")"
//   party     = name *("or" name)                   (several of them only inside a group)
//   COUNT     = a number from 1 / "any" / "all"
//   name      = a word / a text in single quotes
//
// A word is of any characters but blanks, commas, quotes and parentheses, and none of the above.

/// Limits of what is worth writing: names in one threshold, and characters.
inline constexpr std::size_t kMostThresholdNames = 1000;

/// Gives back what is wrong, as the end of a sentence that begins with where it stands.
tl::expected<PolicyThreshold, std::string> parse_threshold(std::string_view text);

/// Whether a name can be a literal principal of a trust file, and no pattern.
bool is_literal_principal(std::string_view name);

}  // namespace solander::policy
