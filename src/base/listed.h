// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace solander::base {

/// As a sentence has them: `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& words);

}  // namespace solander::base
