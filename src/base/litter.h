// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace solander::base {

/// For a file that file managers leave behind (`.DS_Store`, `Thumbs.db`), words that say so and can
/// stand at the end of a message; empty for any other. `path` may have directories in front.
std::string litter_hint(std::string_view path);

}  // namespace solander::base
