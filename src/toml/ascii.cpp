// SPDX-License-Identifier: Apache-2.0
#include "toml/ascii.h"

namespace solander::toml {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::string_view kTwoMarks = "``";

}  // namespace

std::string to_ascii(std::string_view text) {
    std::string ascii;
    ascii.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == kAsciiMark) {
            ascii += kTwoMarks;
        } else if (byte < 0x80) {
            ascii += c;
        } else {
            ascii += kAsciiMark;
            ascii += kDigits[byte >> 4U];
            ascii += kDigits[byte & 0xFU];
        }
    }
    return ascii;
}

std::string from_ascii(std::string_view ascii) {
    std::string text;
    text.reserve(ascii.size());
    for (std::size_t i = 0; i < ascii.size(); ++i) {
        const bool is_mark = ascii[i] == kAsciiMark;
        const auto high =
            is_mark && i + 2 < ascii.size() ? kDigits.find(ascii[i + 1]) : kDigits.npos;
        if (high == kDigits.npos) {
            text += ascii[i];
            if (ascii.substr(i).starts_with(kTwoMarks)) ++i;
            continue;
        }
        text += static_cast<char>(high << 4U | (kDigits.find(ascii[i + 2]) & 0xFU));
        i += 2;
    }
    return text;
}

}  // namespace solander::toml
