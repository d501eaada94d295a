// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::format {

/// Whether `value` has the form that `element`'s `attribute` asks for: the patterns of schemas/,
/// and where those can't say it, more. An attribute that nothing is said of is a token: no tab, no
/// line feed.
bool has_form(std::string_view element, std::string_view attribute, std::string_view value);

}  // namespace solander::format
