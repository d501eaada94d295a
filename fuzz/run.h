// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "properties/target.h"

namespace solander::fuzz {

/// The bytes that libFuzzer made up, as an input.
inline std::string_view input(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Says how a property is broken, and aborts: libFuzzer then keeps the input.
inline int report(const Broken& broken) {
    if (!broken) return 0;
    std::fprintf(stderr, "\nBroken property: %s\n\n", broken->c_str());
    std::abort();
}

}  // namespace solander::fuzz
