// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <charconv>

namespace solander::base {

std::optional<std::uint64_t> parse_decimal(std::string_view text, LeadingZeros zeros) {
    if (text.empty() || text.front() == '-' || text.front() == '+') return std::nullopt;
    if (zeros == LeadingZeros::refuse && text.size() > 1 && text.front() == '0')
        return std::nullopt;
    std::uint64_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc{} || stop != end) return std::nullopt;
    return value;
}

}  // namespace solander::base
