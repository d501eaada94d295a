// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace solander::base {

using Bytes = std::vector<std::byte>;
using BytesView = std::span<const std::byte>;

/// The bytes of a text; valid as long as the text is.
inline BytesView as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

/// Bytes as text, whatever they are; valid as long as the bytes are.
inline std::string_view as_text(BytesView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace solander::base
