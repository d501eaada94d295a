// SPDX-License-Identifier: Apache-2.0
#include "package/inventory.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"

namespace solander::package {

namespace {

constexpr std::size_t kMaxDepth = 128;

class Walk {
public:
    Walk(const Environment& environment, Inventory& inventory)
        : environment_(environment), inventory_(inventory) {}

    Result<void> enter(const Directory& directory, const std::string& prefix, std::size_t depth) {
        if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (depth > kMaxDepth)
            return Error(ErrorCode::limit, fmt::format("'{}' is more than {} directories deep",
                                                       base::printable(prefix), kMaxDepth));
        auto names = directory.list();
        if (!names) {
            if (depth == 0) return std::move(names).error();
            inventory_.unreadable.emplace_back(prefix, names.error().message());
            return {};
        }
        if (names->empty() && depth > 0) inventory_.empty_directories.push_back(prefix);
        for (const auto& name : *names) SOLANDER_TRY(visit(directory, prefix, name, depth));
        return {};
    }

private:
    Result<void> visit(const Directory& directory, const std::string& prefix,
                       const std::string& name, std::size_t depth) {
        const std::string path = prefix.empty() ? name : prefix + "/" + name;
        const auto info = directory.info(name);
        if (!info) {
            inventory_.unreadable.emplace_back(path, info.error().message());
            return {};
        }
        if (info->kind != FileKind::directory) {
            inventory_.files.push_back({path, *info});
            return {};
        }
        const auto below = directory.open_directory(name);
        if (!below) {
            inventory_.unreadable.emplace_back(path, below.error().message());
            return {};
        }
        return enter(**below, path, depth + 1);
    }

    const Environment& environment_;
    Inventory& inventory_;
};

}  // namespace

Result<Inventory> take_inventory(const Environment& environment, const Directory& directory) {
    Inventory inventory;
    SOLANDER_TRY(Walk(environment, inventory).enter(directory, {}, 0));
    std::sort(inventory.files.begin(), inventory.files.end(),
              [](const InventoryEntry& a, const InventoryEntry& b) { return a.path < b.path; });
    return inventory;
}

std::string_view kind_name(FileKind kind) {
    switch (kind) {
        case FileKind::regular:
            return "regular file";
        case FileKind::directory:
            return "directory";
        case FileKind::symlink:
            return "symbolic link";
        case FileKind::fifo:
            return "FIFO";
        case FileKind::socket:
            return "socket";
        case FileKind::device:
            return "device";
    }
    return "device";
}

}  // namespace solander::package
