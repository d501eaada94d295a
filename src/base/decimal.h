// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace solander::base {

enum class LeadingZeros { refuse, allow };

/// Reads decimal digits and nothing else (no sign, no blank); nothing beyond 64 bits.
std::optional<std::uint64_t> parse_decimal(std::string_view text,
                                           LeadingZeros zeros = LeadingZeros::refuse);

}  // namespace solander::base
