// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <solander/environment.h>

namespace solander::fuzz {

/// A clock on which it is always the first of December 2026, in a place whose time is UTC.
class StandingClock final : public Clock {
public:
    Timestamp now() const override { return *Timestamp::parse("2026-12-01T00:00:00Z"); }
    std::optional<Timestamp> from_local(const CivilTime& local) const override {
        return Timestamp::parse(fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", local.year,
                                            local.month, local.day, local.hour, local.minute,
                                            local.second));
    }
};

}  // namespace solander::fuzz
