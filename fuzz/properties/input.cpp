// SPDX-License-Identifier: Apache-2.0
#include "properties/input.h"

#include <solander/entry_path.h>

#include "base/utf8.h"
#include "metadata/decode.h"

namespace solander::fuzz {

std::optional<NamedFile> named_file(std::string_view input) {
    const auto end = input.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto path = input.substr(0, end);
    if (!path.starts_with("data/") || !EntryPath::parse(path)) return std::nullopt;
    return NamedFile{path, input.substr(end + 1)};
}

std::string input_of(std::string_view path, std::string_view bytes) {
    std::string input(path);
    input += '\n';
    input += bytes;
    return input;
}

std::optional<OfferedText> offered_text(OriginKind kind, std::string_view bytes) {
    const bool is_utf8 = !base::find_invalid_utf8(bytes);
    if (kind == OriginKind::capture) {
        if (!is_utf8) return std::nullopt;
        return OfferedText{std::string(bytes)};
    }
    const auto decoded = metadata::decode_text(bytes, TextEncoding::windows_1252);
    if (!decoded) return std::nullopt;
    if (is_utf8) return OfferedText{std::string(bytes)};
    return OfferedText{decoded->text, decoded->encoding};
}

}  // namespace solander::fuzz
