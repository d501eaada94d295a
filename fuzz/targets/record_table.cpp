// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "format/manifest_xml.h"
#include "metadata/absences.h"
#include "metadata/decode.h"
#include "properties/input.h"
#include "properties/manifest_trip.h"
#include "properties/sample.h"
#include "properties/target.h"
#include "properties/words.h"
#include "table/cell.h"
#include "table/field_values.h"
#include "table/grid.h"
#include "table/overlay.h"
#include "table/row.h"

namespace solander::fuzz {

namespace {

using table::Columns;
using table::GridRow;

constexpr std::string_view kOrigin = "t1";

Broken check_findings(const std::vector<table::Finding>& findings) {
    for (const auto& finding : findings)
        if (auto broken = check_remark(finding.code, finding.at, finding.words)) return broken;
    return std::nullopt;
}

Broken check_files(const Columns& columns, const GridRow& row) {
    const auto cell = [&](std::string_view column) {
        return std::string(columns.text(row, column));
    };
    const auto files =
        table::read_files({cell(table::kFiles), cell(table::kRole), cell(table::kOrder)});
    if (!files) return check_error(files.error());
    // `[absent]` is read as a file without a name, which is no input, and is refused as such.
    if (std::ranges::any_of(*files, [](const auto& file) { return file.path.empty(); }))
        return std::nullopt;
    const auto again = table::read_files(table::write_files(*files));
    if (!again) return fmt::format("files as written are none: {}", again.error().message());
    if (*again != *files) return "files as written are others";
    return std::nullopt;
}

/// What a cell says the document says too. Dates are left out, which may get a meaning, and words
/// that may stand without the colon in front of them.
Broken check_said(const Columns& columns, const GridRow& row, const Document& document) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& field = columns.fields()[i];
        const bool has_line_ends = row[i].text.find('\r') != std::string::npos;
        if (!field || table::is_date_field(*field) || has_line_ends) continue;
        const auto said = table::values_of(document, *field);
        for (const auto& value : table::read_cell(row[i].text))
            if (std::ranges::find(said, value) == said.end() && value.state != State::absent &&
                !value.words.starts_with(": "))
                return fmt::format("the {} '{}' is not in the document", columns.names()[i],
                                   base::printable(value.words));
    }
    return std::nullopt;
}

/// Lays a row over a document, and sees what a package would then hold.
Broken check_row(const Columns& columns, const GridRow& row, std::string_view path,
                 Document document) {
    const auto applied = table::apply_cells(columns, row, kOrigin, document);
    if (auto broken = check_findings(applied.findings)) return broken;
    if (!applied.findings.empty()) return std::nullopt;  // It is refused.
    if (auto broken = check_said(columns, row, document)) return broken;
    Origin origin;
    origin.id = kOrigin;
    origin.kind = OriginKind::table;
    origin.file = path;
    origin.reader = "records/1";
    document.origins.push_back(std::move(origin));
    format::make_storable(document);
    metadata::state_absences(document);
    return check_manifest({document}, path);
}

Broken check_grid(const table::Grid& grid, std::string_view path) {
    if (grid.rows.empty()) return "a table has no header";
    if (auto broken = check_findings(grid.findings)) return broken;
    const auto columns = Columns::read(grid.rows.front());
    if (!columns) return check_error(columns.error());
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        const GridRow& row = grid.rows[i];
        if (row.size() < columns->size()) return fmt::format("row {} lacks cells", i);
        if (auto broken = check_files(*columns, row)) return broken;
        if (auto broken = check_row(*columns, row, path, {})) return broken;
        if (auto broken = check_row(*columns, row, path, sample_document(path))) return broken;
    }
    return std::nullopt;
}

/// A record table, laid over nothing and over a document that says something of every field.
Broken check(std::string_view input) {
    const auto file = named_file(input);
    if (!file) return std::nullopt;
    const auto decoded = metadata::decode_text(file->bytes, TextEncoding::windows_1252);
    if (!decoded) return check_error(decoded.error());
    const auto grid = table::read_grid(
        decoded->text, file->path.ends_with(".json") ? TableFormat::json : TableFormat::csv);
    if (!grid) return check_error(grid.error());
    return check_grid(*grid, file->path);
}

}  // namespace

extern const Target record_table;
const Target record_table{.name = "record_table", .check = check};

}  // namespace solander::fuzz
