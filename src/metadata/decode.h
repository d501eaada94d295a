// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <solander/error.h>
#include <solander/text_encoding.h>

namespace solander::metadata {

struct DecodedText {
    std::string text;  ///< Well-formed UTF-8 without NUL and without the byte order mark.
    TextEncoding encoding = TextEncoding::utf_8;  ///< Of the bytes.
};

/// The text that bytes are, and nothing that they only might be. A byte order mark says which
/// Unicode form it is; bytes without one are UTF-8 if they can be. `otherwise` is somebody's word
/// on the bytes that cannot. Windows-1252 in particular is never tried unasked, since nearly any
/// bytes at all are a text in it.
///
/// Errors: format, for bytes that the encoding does not have, half of a surrogate pair, or NUL. It
/// names the first of them by its offset, counted from 0, and its line. For a text that is not
/// UTF-8 it also says what the byte would be in Windows-1252.
Result<DecodedText> decode_text(std::string_view bytes,
                                std::optional<TextEncoding> otherwise = std::nullopt);

/// `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Windows-1252`.
std::string_view encoding_name(TextEncoding encoding);

}  // namespace solander::metadata
