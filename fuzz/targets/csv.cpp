// SPDX-License-Identifier: Apache-2.0
#include "metadata/csv.h"

#include <algorithm>

#include <fmt/format.h>

#include <solander/describe.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "metadata/decode.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

using metadata::Cell;
using metadata::Row;
using metadata::Table;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr metadata::CsvLimits kSmall{.cell_bytes = 32, .columns = 8, .cells = 64};

Broken check_text(const metadata::DecodedText& decoded) {
    if (base::find_invalid_utf8(decoded.text)) return "a decoded text is not UTF-8";
    if (decoded.text.find('\0') != std::string::npos) return "a decoded text has NUL in it";
    if (decoded.text.starts_with(kByteOrderMark)) return std::nullopt;
    const auto again = metadata::decode_text(decoded.text);
    if (!again || again->text != decoded.text) return "a decoded text is decoded to another";
    return std::nullopt;
}

Broken check_row(const Row& row, std::size_t least) {
    if (row.number < least) return fmt::format("row {} comes twice", row.number);
    std::size_t column = 0;
    for (const Cell& cell : row.cells) {
        if (cell.row != row.number || cell.column != ++column)
            return fmt::format("a cell of row {} calls itself {}", row.number, cell.place());
        if (cell.line < 1) return fmt::format("{} is on no line", cell.place());
        if (base::find_invalid_utf8(cell.text))
            return fmt::format("{} cuts a character in two", cell.place());
    }
    const auto is_empty = [](const Cell& cell) { return cell.text.empty(); };
    if (std::ranges::all_of(row.cells, is_empty)) return "a row has no words";
    return std::nullopt;
}

/// The words of the table, as wide as its widest row.
RecordTable words_of(const Table& table) {
    std::size_t columns = table.head.cells.size();
    for (const Row& row : table.rows) columns = std::max(columns, row.cells.size());
    const auto words = [columns](const Row& row) {
        std::vector<std::string> cells;
        for (const Cell& cell : row.cells) cells.push_back(cell.text);
        cells.resize(columns);
        return cells;
    };
    RecordTable all{words(table.head), {}};
    for (const Row& row : table.rows) all.rows.push_back(words(row));
    return all;
}

/// A table that we write has the same cells when it is read.
Broken check_written(const Table& table) {
    const RecordTable words = words_of(table);
    const std::string written = write_table(words, TableFormat::csv);
    const auto again = metadata::read_csv(written);
    if (!again) return fmt::format("the table as written is none: {}", again.error().message());
    const RecordTable read = words_of(*again);
    // Blank columns may be counted for delimiters, which then are more than the commas are.
    if (again->delimiter != ',') return std::nullopt;
    if (read.header != words.header || read.rows != words.rows)
        return fmt::format("the table as written has other cells: {}",
                           base::printable_lines(written));
    return std::nullopt;
}

Broken check_limits(std::string_view text) {
    const auto table = metadata::read_csv(text, kSmall);
    if (!table) return check_error(table.error());
    std::size_t cells = 0;
    const auto is_beyond = [&cells](const Row& row) {
        cells += row.cells.size();
        return row.cells.size() > kSmall.columns ||
               std::ranges::any_of(row.cells, [](const Cell& cell) {
                   return cell.text.size() > kSmall.cell_bytes;
               });
    };
    if (is_beyond(table->head) || std::ranges::any_of(table->rows, is_beyond) ||
        cells > kSmall.cells)
        return "a table is read that is beyond the limits";
    return std::nullopt;
}

Broken check_table(const Table& table, std::string_view text) {
    std::size_t least = 1;
    if (auto broken = check_row(table.head, least)) return broken;
    least = table.head.number + 1;
    for (const Row& row : table.rows) {
        if (auto broken = check_row(row, least)) return broken;
        least = row.number + 1;
    }
    for (const auto& remark : table.remarks)
        if (auto broken = check_remark(remark.code, remark.at, remark.words)) return broken;
    std::vector<std::string> headings;
    for (const Cell& cell : table.head.cells) headings.push_back(cell.text);
    if (metadata::csv_headings(text) != headings) return "a table has two kinds of headings";
    return check_written(table);
}

/// Bytes to text, and text to a table: what stands before the readers of tables.
Broken check(std::string_view input) {
    const auto strict = metadata::decode_text(input);
    if (!strict)
        if (auto broken = check_error(strict.error())) return broken;
    const auto decoded = metadata::decode_text(input, TextEncoding::windows_1252);
    if (!decoded) return check_error(decoded.error());
    if (auto broken = check_text(*decoded)) return broken;
    if (auto broken = check_limits(decoded->text)) return broken;
    const auto table = metadata::read_csv(decoded->text);
    if (!table) return check_error(table.error());
    return check_table(*table, decoded->text);
}

}  // namespace

extern const Target csv;
const Target csv{.name = "csv", .check = check};

}  // namespace solander::fuzz
