// SPDX-License-Identifier: Apache-2.0
#include "properties/table_trip.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "metadata/field.h"
#include "table/cell.h"
#include "table/field_values.h"
#include "table/grid.h"
#include "table/overlay.h"
#include "table/row.h"

namespace solander::fuzz {

namespace {

using table::Value;

/// What a cell can show of what a document says of a field.
std::vector<Value> shown_values(const Document& document, metadata::Field field) {
    auto values = table::values_of(document, field);
    const auto is_absent = [](const Value& value) { return value.state == State::absent; };
    if (std::ranges::all_of(values, is_absent)) return {Value{State::absent, {}}};
    std::erase_if(values, is_absent);
    std::erase_if(values, [](const Value& value) {
        return value.state == State::stated && value.words.empty();
    });
    return values;
}

Broken check_cells(const Document& document) {
    for (const auto field : table::columns()) {
        const std::string cell = table::cell_of(document, field);
        if (table::read_cell(cell) != shown_values(document, field))
            return fmt::format("the cell of {} does not say what the document says: '{}'",
                               metadata::field_name(field), base::printable(cell));
    }
    return std::nullopt;
}

Broken check_row(const table::Columns& columns, const table::GridRow& row,
                 const NamedDocument& named) {
    const auto names = table::read_cell(columns.text(row, table::kDocument));
    if (names != std::vector{Value{State::stated, named.name}})
        return fmt::format("the row of '{}' has another name", base::printable(named.name));
    Document document = named.document;
    const auto applied = table::apply_cells(columns, row, "t1", document);
    if (!applied.findings.empty())
        return fmt::format("a table that nobody touched has the fault {} at {}: {}",
                           applied.findings.front().code, applied.findings.front().at,
                           applied.findings.front().words);
    if (applied.changed) return "a table that nobody touched changes the document";
    return std::nullopt;
}

Broken check_written(const std::vector<NamedDocument>& documents, TableFormat form) {
    const auto grid = table::read_grid(write_table(table_of(documents), form), form);
    if (!grid)
        return fmt::format("the table that would be written is none: {}", grid.error().message());
    if (!grid->findings.empty())
        return fmt::format("the table that would be written has the fault {} at {}",
                           grid->findings.front().code, grid->findings.front().at);
    const auto columns = table::Columns::read(grid->rows.front());
    if (!columns)
        return fmt::format("the table that would be written is none: {}",
                           columns.error().message());
    if (grid->rows.size() != documents.size() + 1) return "a table has a row for each document";
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (auto broken = check_row(*columns, grid->rows[i + 1], documents[i])) return broken;
    return std::nullopt;
}

}  // namespace

RecordTable table_of(const std::vector<NamedDocument>& documents) {
    std::vector<table::Row> rows;
    for (const NamedDocument& named : documents) {
        table::Row row{named.name, {{"a.txt", FileRole::capture, {}}}, {}};
        for (const auto field : table::columns())
            row.cells.push_back(table::cell_of(named.document, field));
        rows.push_back(std::move(row));
    }
    return table::table_of(rows, true);
}

Broken check_table(const std::vector<NamedDocument>& documents) {
    for (const NamedDocument& named : documents)
        if (auto broken = check_cells(named.document)) return broken;
    if (auto broken = check_written(documents, TableFormat::csv)) return broken;
    return check_written(documents, TableFormat::json);
}

}  // namespace solander::fuzz
