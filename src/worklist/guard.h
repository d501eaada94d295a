// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace solander::worklist {

// The `'` that stands before what a spreadsheet would take for a formula.

/// A cell that the audit wrote: it guarded each that began with a guard, too.
inline std::string without_guard(std::string_view cell) {
    if (cell.starts_with('\'')) cell.remove_prefix(1);
    return std::string(cell);
}

/// A cell that a person filled in, who may begin with an apostrophe and mean it: 'tis.
inline std::string without_persons_guard(std::string_view cell) {
    static constexpr std::array<std::string_view, 9> kStarts{
        "=", "+", "-", "@", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool is_guarded =
        cell.starts_with('\'') && std::ranges::any_of(kStarts, [cell](std::string_view start) {
            return cell.substr(1).starts_with(start);
        });
    return std::string(is_guarded ? cell.substr(1) : cell);
}

}  // namespace solander::worklist
