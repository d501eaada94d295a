// SPDX-License-Identifier: Apache-2.0
#include "trust/signer_time.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace solander::trust {

namespace {

/// What is written as one moment, or as the nearest that there is.
Timestamp nearest(const std::optional<Timestamp>& moment, int year) {
    const auto last = Timestamp::from_seconds(Timestamp::kMax);
    return moment.value_or(year < 2000 ? Timestamp() : last.value_or(Timestamp()));
}

/// Both readings; of UTC there is one.
std::pair<Timestamp, Timestamp> moments_of(const format::SignerTime& time, const Clock& clock) {
    const CivilTime& civil = time.civil;
    if (time.utc) {
        const auto moment =
            nearest(Timestamp::parse(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", civil.year,
                                                 civil.month, civil.day, civil.hour, civil.minute,
                                                 civil.second)),
                    civil.year);
        return {moment, moment};
    }
    return {nearest(clock.from_local(civil), civil.year),
            nearest(clock.from_local_standard(civil), civil.year)};
}

}  // namespace

std::optional<Timestamp> begin_of(const format::AllowedSigner& signer, const Clock& clock) {
    if (!signer.valid_after) return std::nullopt;
    const auto [one, other] = moments_of(*signer.valid_after, clock);
    return std::max(one, other);
}

std::optional<Timestamp> end_of(const format::AllowedSigner& signer, const Clock& clock) {
    if (!signer.valid_before) return std::nullopt;
    const auto [one, other] = moments_of(*signer.valid_before, clock);
    return std::min(one, other);
}

std::string signer_time(Timestamp time) {
    std::string digits = time.text();
    std::erase_if(digits, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return digits;
}

}  // namespace solander::trust
