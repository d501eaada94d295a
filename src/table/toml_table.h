// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/describe.h>
#include <solander/error.h>

#include "table/grid.h"

namespace solander::table {

// A record table as TOML 1.0: a table `[[document]]` for each row, whose values are strings.

/// Columns stand in the order of the header. A cell with line breaks is a string of several lines,
/// unless one of them ends with a blank, which editors remove, or with a carriage return, which
/// TOML does not tell from a line feed. read_toml() gives the cells back as they were.
std::string write_toml(const RecordTable& table);

/// Of values that are no strings, the row has the text as it stands, and each is found. Errors:
/// format, with line and column, for a text that is no TOML or not a list of such tables; limit.
Result<Grid> read_toml(std::string_view text);

}  // namespace solander::table
