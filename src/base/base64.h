// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace solander::base {

// RFC 4648, section 4, with padding.

std::string to_base64(BytesView bytes);

/// Canonical base64 only: no white space, exact padding, no stray bits in the last digit.
std::optional<Bytes> from_base64(std::string_view text);

}  // namespace solander::base
