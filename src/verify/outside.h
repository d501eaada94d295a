// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <solander/verify.h>

namespace solander::verify {

/// Trust that arrives with what it vouches for is none, nor is a receipt, a memory or another copy
/// that does. Errors: usage, if one of these lies inside the package, the custody beside it or the
/// one that was named; open.
Result<void> check_own_is_outside(const std::filesystem::path& package,
                                  const VerifyOptions& options, const Environment& environment);

}  // namespace solander::verify
