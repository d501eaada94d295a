// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::table {

/// Whether a person would list `a` before `b`: runs of digits compare as numbers, so `p2` comes
/// before `p10`; all else compares byte by byte. A strict weak order; names that differ are never
/// equal.
bool comes_before(std::string_view a, std::string_view b);

}  // namespace solander::table
