// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>

namespace solander::cli {

/// Landlock before its third version (Linux 6.2) lets files be cut short wherever they are.
enum class Landlock { absent, without_truncation, whole };

/// Lets this thread, and those that it starts, change files below `writable` alone, as far as that
/// is there, and run none. What the kernel did of it. It needs no_new_privs (prctl(2)) to be set.
Landlock confine_by_landlock(std::span<const std::filesystem::path> writable);

}  // namespace solander::cli
