// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace solander::base {

/// One code point and the number of bytes that it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

/// The first code point of `text`, by RFC 3629 to the letter: shortest form, no surrogate, at most
/// U+10FFFF. Nothing for an empty or malformed start.
std::optional<CodePoint> first_code_point(std::string_view text);

/// The offset of the first byte that is not part of well-formed UTF-8; nothing if all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);

/// Whether a code point is a blank of any width: general category Zs of Unicode 14.
bool has_blank(std::string_view text);

/// Normalisation form C (Unicode 14, as utf8proc 2.8 has it). `text` must be well-formed.
std::string to_nfc(std::string_view text);

/// NFC after full case folding. `text` must be well-formed.
std::string fold_case(std::string_view text);

/// The plain letters of a text, for names that have to be ASCII: full case folding, compatibility
/// decomposition, without combining marks. Letters that do not decompose stay. `text` must be
/// well-formed.
std::string plain_letters(std::string_view text);

}  // namespace solander::base
