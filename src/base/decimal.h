// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace solander::base {

/// `0` to `9`, whatever the locale.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

enum class LeadingZeros { refuse, allow };

/// Reads decimal digits and nothing else (no sign, no blank); nothing beyond 64 bits.
std::optional<std::uint64_t> parse_decimal(std::string_view text,
                                           LeadingZeros zeros = LeadingZeros::refuse);

}  // namespace solander::base
