// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/environment.h>

#include "base/limits.h"

namespace solander::package {

struct InventoryEntry {
    std::string path;  ///< From the directory the inventory was taken of.
    FileInfo info;
};

/// All that is below a directory. No link has been followed.
struct Inventory {
    std::vector<InventoryEntry> files;  ///< Everything but directories, in the order of the bytes.
    std::vector<std::string> empty_directories;
    std::vector<std::pair<std::string, std::string>> unreadable;  ///< Path and reason.
    std::vector<std::string> too_deep;  ///< Directories that were not entered.

    /// Whether `path` is, or lies below, something that could not be read.
    bool hides(std::string_view path) const;
};

/// Directories are entered down to Limits::directory_depth. Errors: open, if the directory itself
/// cannot be read; interrupted.
Result<Inventory> take_inventory(const Environment& environment, const Directory& directory,
                                 const base::Limits& limits);

/// `symbolic link`, `FIFO`, …
std::string_view kind_name(FileKind kind);

}  // namespace solander::package
