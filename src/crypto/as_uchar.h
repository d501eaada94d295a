// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace solander::crypto {

// Bytes as the C libraries take them.
inline unsigned char* as_uchar(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
inline const unsigned char* as_uchar(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}

}  // namespace solander::crypto
