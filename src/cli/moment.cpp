// SPDX-License-Identifier: Apache-2.0
#include "cli/moment.h"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "cli/options.h"

namespace solander::cli {

namespace {

constexpr std::size_t kDay = std::string_view("2030-12-31").size();
constexpr std::size_t kTime = std::string_view("2030-12-31T18:00:00").size();

/// Seconds that a clock at `+01:00` is ahead of UTC.
std::optional<std::int64_t> parse_offset(std::string_view text) {
    if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const auto hours = base::parse_decimal(text.substr(1, 2), base::LeadingZeros::allow);
    const auto minutes = base::parse_decimal(text.substr(4, 2), base::LeadingZeros::allow);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const auto seconds = static_cast<std::int64_t>(*hours * 3600 + *minutes * 60);
    return text[0] == '+' ? seconds : -seconds;
}

}  // namespace

std::optional<Timestamp> parse_moment(std::string_view text) {
    if (text.size() == kDay) return Timestamp::parse(std::string(text) + "T00:00:00Z");
    if (text.size() <= kTime + 1) return Timestamp::parse(text);
    const auto local = Timestamp::parse(std::string(text.substr(0, kTime)) + "Z");
    const auto offset = parse_offset(text.substr(kTime));
    if (!local || !offset) return std::nullopt;
    return Timestamp::from_seconds(local->seconds() - *offset);
}

void add_moment(CLI::App& app, const std::string& name, std::string& value,
                const std::string& description) {
    add_check(add_text(app, name, "WHEN", value, description), [](const std::string& text) {
        if (parse_moment(text)) return std::string();
        return fmt::format(
            "takes a day such as 2030-12-31, whose first moment in UTC is meant, or a time such as "
            "2030-12-31T18:00:00Z, not '{}'",
            base::printable(text));
    });
}

}  // namespace solander::cli
