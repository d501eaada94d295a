// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::toml {

/// A text between quotation marks, on one line.
std::string quoted(std::string_view words);
/// One character of it.
std::string escaped(char c);
/// A key: bare where it can be.
std::string key(std::string_view name);

}  // namespace solander::toml
