// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "table/row.h"
#include "table/toml_table.h"
#include "toml/write.h"

namespace solander::table {

namespace {

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
            text += toml::escaped(c);
        }
    }
    return text + "\"\"\"";
}

}  // namespace

std::string write_toml(const RecordTable& table) {
    std::string text;
    for (const auto& row : table.rows) {
        if (!text.empty()) text += '\n';
        text += fmt::format("[[{}]]\n", kDocument);
        for (std::size_t i = 0; i < row.size(); ++i)
            text +=
                fmt::format("{} = {}\n", toml::key(table.header[i]),
                            may_have_lines(row[i]) ? several_lines(row[i]) : toml::quoted(row[i]));
    }
    return text;
}

}  // namespace solander::table
