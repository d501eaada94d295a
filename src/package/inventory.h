// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/environment.h>

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
};

/// Errors: open, if the directory itself cannot be read; limit, for more than kMaxDepth levels;
/// interrupted.
Result<Inventory> take_inventory(const Environment& environment, const Directory& directory);

/// `symbolic link`, `FIFO`, …
std::string_view kind_name(FileKind kind);

}  // namespace solander::package
