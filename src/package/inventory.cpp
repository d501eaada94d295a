// SPDX-License-Identifier: Apache-2.0
#include "package/inventory.h"

#include <algorithm>

#include "base/try.h"

namespace solander::package {

namespace {

class Walk {
public:
    Walk(const Environment& environment, const base::Limits& limits, Inventory& inventory)
        : environment_(environment), limits_(limits), inventory_(inventory) {}

    Result<void> enter(const Directory& directory, const std::string& prefix, std::size_t depth) {
        if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
        if (depth > limits_.directory_depth) {
            inventory_.too_deep.push_back(prefix);
            return {};
        }
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
    const base::Limits& limits_;
    Inventory& inventory_;
};

}  // namespace

Result<Inventory> take_inventory(const Environment& environment, const Directory& directory,
                                 const base::Limits& limits) {
    Inventory inventory;
    SOLANDER_TRY(Walk(environment, limits, inventory).enter(directory, {}, 0));
    std::sort(inventory.files.begin(), inventory.files.end(),
              [](const InventoryEntry& a, const InventoryEntry& b) { return a.path < b.path; });
    return inventory;
}

bool Inventory::hides(std::string_view path) const {
    return std::ranges::any_of(unreadable, [path](const auto& entry) {
        return path.starts_with(entry.first) &&
               (path.size() == entry.first.size() || path[entry.first.size()] == '/');
    });
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
