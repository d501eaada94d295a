// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

#include "metadata/reader.h"

namespace solander::metadata {

/// What a table may have at most. Its columns are those of common spreadsheets, `XFD` the last.
struct CsvLimits {
    std::size_t cell_bytes = std::size_t{1} << 20;
    std::size_t columns = 16'384;
    std::size_t cells = 2'000'000;
};

/// One cell. Rows and columns count from 1, as a spreadsheet shows them.
struct Cell {
    /// Its words: quotes taken off, `""` made one quote, line ends inside as they were, and without
    /// white space around. Empty: the cell is there and holds nothing.
    std::string text;
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t line = 0;  ///< Where it begins; LF, CR LF and CR each end a line.

    std::string place() const;  ///< `cell B2`
};

struct Row {
    std::size_t number = 0;
    std::vector<Cell>
        cells;  ///< As many as the row has, which may be more than headings, or fewer.
};

/// A table of comma-separated values (RFC 4180, and what people make of it). The first row that has
/// words is the headings; rows without any are counted, and not here.
struct Table {
    char delimiter = ',';
    Row head;
    std::vector<Row> rows;
    std::vector<Remark> remarks;

    /// A heading fit to be a label: on one line. Empty beyond the last.
    std::string heading(std::size_t column) const;
};

/// Reads a table. The delimiter is that of comma, semicolon, tab and bar which the headings have
/// most of. Nothing is an error that has a meaning: it is read, and remarked upon. No value is cut,
/// joined or moved into another column. Blanks around a value are taken off, with a remark.
///
/// Remarks, each for a column or a row and not for each cell: `table.delimiter`,
/// `table.ragged-row`, `table.blank-cell`, `table.outer-blanks`, `table.blank-row`,
/// `table.unclosed-quote`, `table.stray-quote`, `table.line-ends`, `table.nul`,
/// `table.blank-header`. Spec: docs/metadata.md, "Tables".
/// Errors: limit; format, for a text without any words. Takes time in proportion to the text.
Result<Table> read_csv(std::string_view text, const CsvLimits& limits = {});

/// The headings of a text, without a look at its other rows; empty where read_csv() would fail.
std::vector<std::string> csv_headings(std::string_view text);

/// `table.repeated-header` for each heading that stands a second time, in any letters. For tables
/// in which that has no meaning.
std::vector<Remark> repeated_headings(const Table& table);

}  // namespace solander::metadata
