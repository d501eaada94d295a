// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <fmt/format.h>

#include <solander/timestamp.h>

#include "base/decimal.h"

namespace solander {

namespace {

std::chrono::year_month_day day_of(std::int64_t seconds) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    return std::chrono::floor<std::chrono::days>(moment);
}

}  // namespace

std::optional<Timestamp> Timestamp::from_seconds(std::int64_t seconds_since_1970) {
    if (seconds_since_1970 < 0 || seconds_since_1970 > kMax) return std::nullopt;
    Timestamp timestamp;
    timestamp.seconds_ = seconds_since_1970;
    return timestamp;
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
    static constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
    if (text.size() != kForm.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return std::nullopt;
    }
    const auto number = [text](std::size_t at, std::size_t size) {
        return static_cast<int>(
            base::parse_decimal(text.substr(at, size), base::LeadingZeros::allow).value_or(0));
    };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (!day.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    const auto midnight = std::chrono::sys_seconds(std::chrono::sys_days(day)).time_since_epoch();
    return from_seconds(midnight.count() + hour * std::int64_t{3600} + minute * std::int64_t{60} +
                        second);
}

std::string Timestamp::text() const {
    const auto of_day = seconds_ % 86400;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", date(), of_day / 3600, of_day / 60 % 60,
                       of_day % 60);
}

std::string Timestamp::date() const {
    const auto day = day_of(seconds_);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace solander
