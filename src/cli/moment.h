// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <solander/timestamp.h>

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
}

namespace solander::cli {

/// A day, whose first moment in UTC is meant, or a time as in RFC 3339 to the second:
/// `2030-12-31`, `2030-12-31T18:00:00Z`, `2030-12-31T19:00:00+01:00`.
std::optional<Timestamp> parse_moment(std::string_view text);

/// An option that takes one.
void add_moment(CLI::App& app, const std::string& name, std::string& value,
                const std::string& description);

}  // namespace solander::cli
