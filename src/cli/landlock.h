// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>

namespace solander::cli {

/// Lets this thread, and those that it starts, change files below `writable` alone, and run none.
/// Whether the kernel did so. It needs no_new_privs (prctl(2)) to be set.
bool confine_by_landlock(std::span<const std::filesystem::path> writable);

}  // namespace solander::cli
