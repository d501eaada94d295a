// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::fuzz {

/// A text as a manifest holds it: CR is LF, what XML cannot carry is U+FFFD. Written here by
/// itself, with no code of the readers.
std::string as_manifest_text(std::string_view text);

}  // namespace solander::fuzz
