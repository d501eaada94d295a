// SPDX-License-Identifier: Apache-2.0
#include "table/grid.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "metadata/csv.h"
#include "metadata/json_record.h"
#include "table/toml_table.h"

namespace solander::table {

namespace {

/// What leaves it open which cell a value belongs to, or what the value is. All else (a delimiter,
/// blanks around a value, a row without words) changes nothing in a record table.
bool is_fault(const metadata::Remark& remark) {
    static constexpr std::array<std::string_view, 4> kFaults = {
        "table.ragged-row", "table.unclosed-quote", "table.stray-quote", "table.nul"};
    return std::ranges::find(kFaults, remark.code) != kFaults.end();
}

GridRow cells_of(const metadata::Row& row, std::size_t columns) {
    GridRow cells;
    for (const metadata::Cell& cell : row.cells) cells.push_back({cell.text, cell.place()});
    for (std::size_t column = cells.size() + 1; column <= columns; ++column) {
        metadata::Cell missing;
        missing.row = row.number;
        missing.column = column;
        cells.push_back({std::string(), missing.place()});
    }
    return cells;
}

/// Spreadsheets write columns behind the last one that have neither a heading nor words.
void drop_empty_columns(Grid& grid) {
    std::size_t columns = 0;
    for (const GridRow& row : grid.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (!row[i].text.empty()) columns = std::max(columns, i + 1);
    for (GridRow& row : grid.rows)
        if (row.size() > columns) row.resize(columns);
}

Result<Grid> read_csv(std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto table, metadata::read_csv(text));
    Grid grid;
    grid.rows.push_back(cells_of(table.head, 0));
    for (const metadata::Row& row : table.rows)
        grid.rows.push_back(cells_of(row, table.head.cells.size()));
    drop_empty_columns(grid);
    for (const metadata::Remark& remark : table.remarks)
        if (is_fault(remark)) grid.findings.push_back({remark.code, remark.at, remark.words});
    return grid;
}

/// More than there are columns, and few enough to be looked through.
constexpr std::size_t kMostKeys = 100;

/// Documents that name few of the columns have all of them in memory.
constexpr std::size_t kMostCells = 10'000'000;

/// Tables of many documents have more values than the records of other systems.
constexpr metadata::JsonLimits kJsonLimits{.values = 5'000'000};

/// Every object has the keys that it has; the table has all of them.
Result<GridRow> read_header(const metadata::JsonValue& objects) {
    GridRow header;
    for (const auto* object : objects.children) {
        if (object->kind != metadata::JsonKind::object)
            return Error(ErrorCode::format, fmt::format("{} is no object", object->pointer()));
        for (const auto* value : object->children) {
            const std::string at = base::printable(value->pointer());
            if (value->kind != metadata::JsonKind::string)
                return Error(ErrorCode::format, fmt::format("{} is no text", at));
            SOLANDER_TRY(add_column(header, value->key, at));
        }
    }
    return header;
}

Result<Grid> read_json(std::string_view text) {
    SOLANDER_TRY_ASSIGN(const auto json, metadata::JsonRecord::parse(text, kJsonLimits));
    const metadata::JsonValue& objects = json.root();
    if (objects.kind != metadata::JsonKind::array || objects.children.empty())
        return Error(ErrorCode::format, "no JSON list of objects, one for each document");
    Grid grid;
    SOLANDER_TRY_ASSIGN(auto header, read_header(objects));
    SOLANDER_TRY(check_cells(objects.children.size(), header.size()));
    grid.rows.push_back(std::move(header));
    for (const auto* object : objects.children) {
        GridRow row;
        for (const GridCell& column : grid.rows.front()) {
            const auto* value = object->member(column.text);
            row.push_back({value == nullptr ? std::string() : value->words,
                           fmt::format("{}/{}", object->pointer(), column.text)});
        }
        grid.rows.push_back(std::move(row));
    }
    // Of two members of one name the record has one: the other would be lost.
    for (const metadata::Remark& remark : json.remarks())
        grid.findings.push_back({remark.code, remark.at, remark.words});
    return grid;
}

}  // namespace

Result<void> add_column(GridRow& header, std::string_view name, std::string at) {
    const auto is_it = [name](const GridCell& cell) { return cell.text == name; };
    if (std::ranges::any_of(header, is_it)) return {};
    if (header.size() == kMostKeys)
        return Error(ErrorCode::format, fmt::format("has more than {} different keys", kMostKeys));
    header.push_back({std::string(name), std::move(at)});
    return {};
}

Result<void> check_cells(std::size_t rows, std::size_t columns) {
    if (columns == 0 || rows <= kMostCells / columns) return {};
    return Error(ErrorCode::limit,
                 fmt::format("{} documents with {} columns are more than {} cells; make several "
                             "tables of them",
                             rows, columns, kMostCells));
}

TableFormat format_of_name(std::string_view name) {
    if (name.ends_with(".json")) return TableFormat::json;
    return name.ends_with(".toml") ? TableFormat::toml : TableFormat::csv;
}

Result<Grid> read_grid(std::string_view text, TableFormat format) {
    switch (format) {
        case TableFormat::csv:
            return read_csv(text);
        case TableFormat::json:
            return read_json(text);
        case TableFormat::toml:
            return read_toml(text);
    }
    return Error(ErrorCode::internal, "there is no such form of a table");
}

}  // namespace solander::table
