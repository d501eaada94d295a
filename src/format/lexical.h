// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::format {

/// Whether a package can be called that: 1 to 64 of `A-Z a-z 0-9 . _ -`, and neither `.` nor `-` in
/// front. A tool takes a name with a hyphen in front for an option; one with a full stop in front
/// is hidden, or means a directory. Spec: docs/format.md, "The files".
bool is_package_name(std::string_view text);

/// Whether `value` has the form that `element`'s `attribute` asks for: the patterns of schemas/,
/// and where those can't say it, more. An attribute that nothing is said of is a token: no tab, no
/// line feed.
bool has_form(std::string_view element, std::string_view attribute, std::string_view value);

}  // namespace solander::format
