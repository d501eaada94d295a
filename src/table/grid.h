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

}  // namespace solander::table
