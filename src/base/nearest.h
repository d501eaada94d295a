// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace solander::base {

/// The candidate that takes the fewest typing errors to become `word`; the first of equals. There
/// must be one candidate at least.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace solander::base
