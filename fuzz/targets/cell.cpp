// SPDX-License-Identifier: Apache-2.0
#include "table/cell.h"

#include <fmt/format.h>

#include "base/escape.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

/// What a cell says is said by what is written of it.
Broken check(std::string_view input) {
    const auto values = table::read_cell(input);
    const std::string written = table::write_cell(values);
    const auto again = table::read_cell(written);
    if (again != values)
        return fmt::format("the cell is written as '{}', which says something else",
                           base::printable(written));
    if (table::write_cell(again) != written)
        return fmt::format("the cell '{}' has two forms", base::printable(written));
    return std::nullopt;
}

}  // namespace

extern const Target cell;
const Target cell{.name = "cell", .check = check};

}  // namespace solander::fuzz
