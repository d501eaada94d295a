// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::custody {

inline constexpr std::string_view kVerifyFile = "VERIFY.txt";

/// The commands for a reader who has no solander: constant text, the same for every package, and
/// part of the format. Spec: docs/format.md, "VERIFY.txt".
std::string_view verify_text();

}  // namespace solander::custody
