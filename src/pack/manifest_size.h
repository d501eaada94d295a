// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <solander/error.h>

#include "base/limits.h"

namespace solander::pack {

/// What readers must know of a manifest of this size: nothing, or that they have to raise their
/// limit, and to what. Errors: limit, for one that no reader can be told to take.
Result<std::optional<std::string>> check_manifest_size(std::uint64_t bytes,
                                                       const base::Limits& limits);

}  // namespace solander::pack
