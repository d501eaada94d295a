// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace solander {

/// A moment in UTC to the second, from 1970-01-01T00:00:00Z to 2242-03-16T12:56:31Z: what the
/// eleven octal digits of a tar header can hold. Leap seconds do not exist here, as in POSIX.
class Timestamp {
public:
    static constexpr std::int64_t kMax = 077777777777;

    /// 1970-01-01T00:00:00Z.
    Timestamp() = default;

    /// Nothing outside 0 to kMax.
    static std::optional<Timestamp> from_seconds(std::int64_t seconds_since_1970);

    /// Reads `YYYY-MM-DDThh:mm:ssZ` and nothing else; the day must exist.
    static std::optional<Timestamp> parse(std::string_view text);

    std::int64_t seconds() const noexcept { return seconds_; }
    /// `YYYY-MM-DDThh:mm:ssZ`
    std::string text() const;
    /// `YYYY-MM-DD`
    std::string date() const;

    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;

private:
    std::int64_t seconds_ = 0;
};

}  // namespace solander
