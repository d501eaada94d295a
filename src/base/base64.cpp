// SPDX-License-Identifier: Apache-2.0
#include "base/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace solander::base {

namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::uint8_t kNoDigit = 64;

/// What each character stands for, by its byte.
constexpr auto kValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNoDigit);
    for (std::size_t value = 0; value < kDigits.size(); ++value)
        values[static_cast<unsigned char>(kDigits[value])] = static_cast<std::uint8_t>(value);
    return values;
}();

}  // namespace

std::string to_base64(BytesView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? kDigits[group >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        std::size_t count = 3;
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const char digit = text[i + k];
            if (digit == '=' && last && k >= 2) {
                if (k == 2 && text[i + 3] != '=') return std::nullopt;
                count = std::min(count, k - 1);
                group <<= 6;
                continue;
            }
            const std::uint8_t value = kValues[static_cast<unsigned char>(digit)];
            if (value == kNoDigit) return std::nullopt;
            group = group << 6 | value;
        }
        for (std::size_t k = 0; k < 3; ++k) {
            const auto byte = static_cast<std::byte>(group >> (16 - 8 * k) & 255);
            if (k < count) {
                bytes.push_back(byte);
            } else if (byte != std::byte{0}) {
                return std::nullopt;  // bits beyond the end: a second spelling of the same bytes
            }
        }
    }
    return bytes;
}

}  // namespace solander::base
