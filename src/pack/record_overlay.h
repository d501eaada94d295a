// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include <solander/environment.h>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// The input that `path` is, under whatever name; nothing if it is none of them. Errors: open.
Result<std::optional<std::size_t>> find_input(const Environment& environment, const Inputs& inputs,
                                              const std::filesystem::path& path);

/// Lays a record table over what the inputs say: rows about documents that were read change them
/// where cells were changed, others make documents of the files that they name. The table is the
/// input of that index: what it says is evidence, and goes into the package with it.
/// Errors: format, naming every cell that cannot be taken; open, io; limit.
Result<void> overlay_records(const Environment& environment, const Inputs& inputs,
                             std::size_t table, std::optional<TextEncoding> encoding,
                             Records& records);

}  // namespace solander::pack
