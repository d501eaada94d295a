// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include <solander/describe.h>

#include "base/escape.h"
#include "table/toml_table.h"

namespace solander {

namespace {

/// Words that some CI systems would take for a command in a log (`##[error]`, `##vso[…]`), spelled
/// so that only a reader of JSON has them again.
std::string without_commands(std::string json) {
    for (auto at = json.find("##"); at != std::string::npos; at = json.find("##", at + 1))
        if (base::begins_command(std::string_view(json).substr(at))) json.replace(at, 1, "\\u0023");
    return json;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// RFC 4180, section 2; every cell in quotes where it needs them.
void append_csv(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
            text += cells[i];
            continue;
        }
        text += '"';
        for (const char c : cells[i]) {
            if (c == '"') text += '"';
            text += c;
        }
        text += '"';
    }
    text += "\r\n";
}

std::string write_csv(const RecordTable& table) {
    std::string text(kByteOrderMark);
    append_csv(text, table.header);
    for (const auto& row : table.rows) append_csv(text, row);
    return text;
}

std::string write_json(const RecordTable& table) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i) object[table.header[i]] = row[i];
        rows.push_back(std::move(object));
    }
    return without_commands(rows.dump(2)) + '\n';
}

}  // namespace

std::string write_table(const RecordTable& table, TableFormat format) {
    switch (format) {
        case TableFormat::csv:
            return write_csv(table);
        case TableFormat::json:
            return write_json(table);
        case TableFormat::toml:
            return table::write_toml(table);
    }
    return {};
}

}  // namespace solander
