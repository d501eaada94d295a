// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace solander::xml {

/// Whether the profile has this character: those of XML 1.0, less CR and the C1 controls.
/// Spec: docs/format.md, "XML profile".
constexpr bool is_character(char32_t value) {
    if (value < 0x20) return value == U'\t' || value == U'\n';
    if (value < 0x80) return true;
    return (value >= 0xA0 && value <= 0xD7FF) || (value >= 0xE000 && value <= 0xFFFD) ||
           (value >= 0x10000 && value <= 0x10FFFF);
}

}  // namespace solander::xml
