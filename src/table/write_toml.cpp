// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "table/row.h"
#include "table/toml_table.h"

namespace solander::table {

namespace {

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

std::string one_line(std::string_view words) {
    std::string text = "\"";
    for (const char c : words) text += escaped(c);
    return text + '"';
}

bool may_have_lines(std::string_view words) {
    if (words.find('\r') != std::string_view::npos) return false;
    bool has_lines = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != '\n') continue;
        has_lines = true;
        if (i > 0 && (words[i - 1] == ' ' || words[i - 1] == '\t')) return false;
    }
    return has_lines;
}

/// Quotation marks stay as they are where they cannot be taken for the end.
std::string several_lines(std::string_view words) {
    std::string text = "\"\"\"\n";
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        const bool stands_alone = c == '"' && i + 1 < words.size() && words[i + 1] != '"';
        if (c == '\n' || stands_alone) {
            text += c;
        } else {
            text += escaped(c);
        }
    }
    return text + "\"\"\"";
}

std::string key_of(std::string_view name) {
    const auto is_bare = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    const bool needs_quotes = name.empty() || !std::ranges::all_of(name, is_bare);
    return needs_quotes ? one_line(name) : std::string(name);
}

}  // namespace

std::string write_toml(const RecordTable& table) {
    std::string text;
    for (const auto& row : table.rows) {
        if (!text.empty()) text += '\n';
        text += fmt::format("[[{}]]\n", kDocument);
        for (std::size_t i = 0; i < row.size(); ++i)
            text += fmt::format("{} = {}\n", key_of(table.header[i]),
                                may_have_lines(row[i]) ? several_lines(row[i]) : one_line(row[i]));
    }
    return text;
}

}  // namespace solander::table
