// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <solander/describe.h>
#include <solander/error.h>

#include "table/overlay.h"

namespace solander::table {

/// A record table as it was written by write_table(), and edited. The first row is the header.
struct Grid {
    std::vector<GridRow> rows;
    std::vector<Finding> findings;  ///< What is wrong with the table as a table.
};

/// Errors: format, for a text that is no such table.
Result<Grid> read_grid(std::string_view text, TableFormat format);

/// By the ending of a file's name; CSV if that says nothing.
TableFormat format_of_name(std::string_view name);

// For forms in which each document names its own columns.

/// Adds a column, if it is not there yet. Errors: format, for more of them than a table can have.
Result<void> add_column(GridRow& header, std::string_view name, std::string at);

/// Whether so many cells are few enough. Errors: limit.
Result<void> check_cells(std::size_t rows, std::size_t columns);

}  // namespace solander::table
