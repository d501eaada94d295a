// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <solander/environment.h>

#include "base/limits.h"
#include "custody/folder.h"

namespace solander::handover {

/// Reads another copy of a chain, wherever it lies; verifies nothing. Errors: open, if `path` is
/// no custody directory; io, limit, interrupted.
Result<custody::Folder> read_other_copy(const std::filesystem::path& path,
                                        const base::Limits& limits, const Environment& environment);

}  // namespace solander::handover
