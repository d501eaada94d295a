// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace solander {

/// How a text is written in bytes.
enum class TextEncoding { utf_8, utf_16_le, utf_16_be, windows_1252 };

}  // namespace solander
