// SPDX-License-Identifier: Apache-2.0
#include "trust/signer_time.h"

#include <algorithm>

#include <fmt/format.h>

namespace solander::trust {

Timestamp moment_of(const format::SignerTime& time, const Clock& clock) {
    const CivilTime& civil = time.civil;
    const auto written =
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", civil.year, civil.month, civil.day,
                    civil.hour, civil.minute, civil.second);
    const auto found = time.utc ? Timestamp::parse(written) : clock.from_local(civil);
    const auto nearest = Timestamp::from_seconds(civil.year < 2000 ? 0 : Timestamp::kMax);
    return found.value_or(nearest.value_or(Timestamp()));
}

std::optional<Timestamp> moment_of(const std::optional<format::SignerTime>& time,
                                   const Clock& clock) {
    return time ? std::optional(moment_of(*time, clock)) : std::nullopt;
}

std::string signer_time(Timestamp time) {
    std::string digits = time.text();
    std::erase_if(digits, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return digits;
}

}  // namespace solander::trust
