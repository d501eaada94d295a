// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <solander/environment.h>

#include "base/limits.h"
#include "custody/folder.h"

namespace solander::handover {

/// Reads another copy of a chain, from a custody directory or a bundle; verifies nothing. Errors:
/// open, format, if `path` is neither; io, limit, interrupted.
Result<custody::Folder> read_other_copy(const std::filesystem::path& path,
                                        const base::Limits& limits, const Environment& environment);

}  // namespace solander::handover
