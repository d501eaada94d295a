// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace solander::base {

/// Where a file lies: `.` for one that is named without a directory.
inline std::filesystem::path directory_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace solander::base
