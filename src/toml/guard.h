// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include <solander/error.h>

namespace solander::toml {

/// What a TOML text may have, however large its file may be.
struct Limits {
    std::size_t values = 5'000'000;
    std::size_t names = 16;  ///< Of one key, `a.b.c`: each opens a table in the one before.
};

/// Looks through a text for what toml++ is not to be given: keys of so many names that the tables
/// in each other exhaust the stack, more values than memory is meant for, and the escape of the
/// mark of to_ascii(). Says in better words what is no TOML, either: letters beyond ASCII outside
/// of quotation marks, and quotation marks within a word. Errors: format, limit, with the line and
/// column.
Result<void> check(std::string_view text, const Limits& limits = {});

}  // namespace solander::toml
