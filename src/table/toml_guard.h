// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include <solander/error.h>

namespace solander::table {

/// What a TOML text may have, however large its file may be.
struct TomlLimits {
    std::size_t values = 5'000'000;
    std::size_t names = 16;  ///< Of one key, `a.b.c`: each opens a table in the one before.
};

/// Looks through a text for what toml++ 3.3 cannot be given: keys of so many names that the tables
/// in each other exhaust the stack, more values than memory is meant for, and characters beyond
/// ASCII where it asks whether they are white space, which it answers for some of them only. TOML
/// has such characters in strings and comments alone, and no string begins within a word. One that
/// comes first after a line that ends with `\` would be TOML, and is refused all the same.
/// Errors: format, limit, with the line.
Result<void> check_toml(std::string_view text, const TomlLimits& limits = {});

}  // namespace solander::table
