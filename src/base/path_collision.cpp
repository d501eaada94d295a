// SPDX-License-Identifier: Apache-2.0
#include "base/path_collision.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace solander::base {

namespace {

/// Stands for the slash in a key. No path has it, and it is less than whatever a path has, so that
/// in the order of keys all that is below a directory stands together, right behind a file of its
/// name.
constexpr char kBelow = '\x01';

struct Entry {
    std::string key;
    std::string_view path;
};

bool comes_before(const Entry& a, const Entry& b) {
    const int order = a.key.compare(b.key);
    return order < 0 || (order == 0 && a.path < b.path);
}

Entry entry_of(const EntryPath& path) {
    Entry entry{path.collision_key(), path.str()};
    std::ranges::replace(entry.key, '/', kBelow);
    return entry;
}

PathCollision spelled_differently(std::string_view a, std::string_view b) {
    return {std::string(std::min(a, b)), std::string(std::max(a, b)),
            "they differ only by case or Unicode normalisation"};
}

/// The directories that two neighbours have in common, by their keys, must be spelled alike. Of
/// neighbours it is enough to ask, since what shares a directory stands together.
std::optional<PathCollision> compare_directories(const Entry& a, const Entry& b) {
    // Folding keeps slashes, so the n-th slash of a key belongs to the n-th of its path.
    std::size_t slash_a = a.path.find('/');
    std::size_t slash_b = b.path.find('/');
    for (std::size_t in_key = a.key.find(kBelow); in_key != std::string::npos;
         in_key = a.key.find(kBelow, in_key + 1)) {
        if (b.key.compare(0, in_key + 1, a.key, 0, in_key + 1) != 0) return std::nullopt;
        const auto directory_a = a.path.substr(0, slash_a);
        const auto directory_b = b.path.substr(0, slash_b);
        if (directory_a != directory_b) return spelled_differently(directory_a, directory_b);
        slash_a = a.path.find('/', slash_a + 1);
        slash_b = b.path.find('/', slash_b + 1);
    }
    return std::nullopt;
}

/// Whether `a` is a file where `b` needs a directory.
std::optional<PathCollision> compare_with_directory(const Entry& a, const Entry& b) {
    if (!b.key.starts_with(a.key) || b.key[a.key.size()] != kBelow) return std::nullopt;
    std::size_t slash = 0;
    for (auto depth = std::ranges::count(a.key, kBelow) + 1; depth > 0; --depth)
        slash = b.path.find('/', slash + 1);
    const auto directory = b.path.substr(0, slash);
    if (directory != a.path) return spelled_differently(a.path, directory);
    return PathCollision{std::string(a.path), std::string(a.path),
                         "one is a file, the other its directory"};
}

std::optional<PathCollision> compare(const Entry& a, const Entry& b) {
    if (a.key == b.key) {
        if (a.path != b.path) return spelled_differently(a.path, b.path);
        return PathCollision{std::string(a.path), std::string(a.path), "it is there twice"};
    }
    if (auto collision = compare_directories(a, b)) return collision;
    return compare_with_directory(a, b);
}

}  // namespace

std::optional<PathCollision> find_collision(std::span<const EntryPath* const> paths) {
    std::vector<Entry> entries;
    entries.reserve(paths.size());
    for (const EntryPath* path : paths) entries.push_back(entry_of(*path));
    std::ranges::sort(entries, comes_before);
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (auto collision = compare(entries[i - 1], entries[i])) return collision;
    return std::nullopt;
}

}  // namespace solander::base
