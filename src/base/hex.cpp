// SPDX-License-Identifier: Apache-2.0
#include "base/hex.h"

namespace solander::base {

namespace {

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

}  // namespace

std::string to_hex(BytesView bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const std::byte byte : bytes) {
        hex += kDigits[std::to_integer<unsigned>(byte >> 4)];
        hex += kDigits[std::to_integer<unsigned>(byte & std::byte{15})];
    }
    return hex;
}

bool from_hex(std::string_view hex, std::span<std::byte> into) {
    if (hex.size() != 2 * into.size()) return false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const int high = value_of(hex[2 * i]);
        const int low = value_of(hex[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        into[i] = static_cast<std::byte>(high * 16 + low);
    }
    return true;
}

}  // namespace solander::base
