// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace solander::base {

/// Lower-case hexadecimal.
std::string to_hex(BytesView bytes);

/// Fills `into` from exactly twice as many lower-case digits; false, and `into` undefined, if not.
bool from_hex(std::string_view hex, std::span<std::byte> into);

}  // namespace solander::base
