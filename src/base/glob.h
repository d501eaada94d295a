// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::base {

/// Whether a pattern fits the whole of a path with `/` between its parts, letter for letter. `*` is
/// any characters of one part, `?` one of them, a part `**` any number of parts, none too; nothing
/// else is special. In time of no more than the product of both lengths.
bool fits_glob(std::string_view path, std::string_view pattern);

}  // namespace solander::base
