// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "metadata/field.h"

namespace solander::table {

/// What a spreadsheet did to a cell on its own.
struct Damage {
    std::string_view code;  ///< `records.date-serial`
    std::string words;      ///< A sentence on what stands there and what to write instead.
};

/// Whether the change of a cell from `before` to `after` looks like a spreadsheet's work and not
/// like a person's: a date as a serial number or in the order of some country, zeros in front that
/// are gone, digits in scientific notation, `5-8` as a day in May, straight quotes made curly.
/// Cells as in the table; `before` is empty where there was none.
std::optional<Damage> find_damage(metadata::Field field, std::string_view before,
                                  std::string_view after);

}  // namespace solander::table
