// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <solander/document.h>
#include <solander/text_encoding.h>

namespace solander::fuzz {

/// A file as a package has it. As an input: its path, a line feed, its bytes.
struct NamedFile {
    std::string_view path;  ///< From `data/`.
    std::string_view bytes;
};

/// Nothing for a path that no package can have. Points into the input.
std::optional<NamedFile> named_file(std::string_view input);

std::string input_of(std::string_view path, std::string_view bytes);

/// A text as `pack` gives it to a reader of that kind of record.
struct OfferedText {
    std::string text;
    TextEncoding encoding = TextEncoding::utf_8;
};

/// Nothing for bytes that no such reader is asked of. Whatever bytes are not UTF-8 are taken for
/// Windows-1252.
std::optional<OfferedText> offered_text(OriginKind kind, std::string_view bytes);

}  // namespace solander::fuzz
