// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solander::audit {

/// The surnames, or what stands in their place, that an English text names: the last word of each
/// run of words with capitals, each once, in order. Nationalities, offices, months and the words
/// that begin sentences are none, since two texts on different things share them.
std::vector<std::string> names_in(std::string_view text);

}  // namespace solander::audit
