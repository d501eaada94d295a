// SPDX-License-Identifier: Apache-2.0
#include "toml/write.h"

#include <algorithm>

#include <fmt/format.h>

namespace solander::toml {

std::string escaped(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool is_control = byte < 0x20 || byte == 0x7F;
    return is_control ? fmt::format("\\u{:04X}", byte) : std::string(1, c);
}

std::string quoted(std::string_view words) {
    std::string text = "\"";
    for (const char c : words) text += escaped(c);
    return text + '"';
}

std::string key(std::string_view name) {
    const auto is_bare = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    const bool needs_quotes = name.empty() || !std::ranges::all_of(name, is_bare);
    return needs_quotes ? quoted(name) : std::string(name);
}

}  // namespace solander::toml
