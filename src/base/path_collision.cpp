// SPDX-License-Identifier: Apache-2.0
#include "base/path_collision.h"

#include <string_view>
#include <unordered_map>

namespace solander::base {

namespace {

struct Entry {
    std::string_view path;
    bool directory = false;
};

/// Everything seen so far, by collision key.
class Seen {
public:
    std::optional<PathCollision> add(std::string key, std::string_view path, bool directory) {
        const auto [at, fresh] = entries_.try_emplace(std::move(key), Entry{path, directory});
        if (fresh || (at->second.path == path && at->second.directory && directory))
            return std::nullopt;
        return PathCollision{std::string(at->second.path), std::string(path),
                             reason(at->second, {path, directory})};
    }

private:
    static std::string reason(const Entry& first, const Entry& second) {
        if (first.path != second.path) return "they differ only by case or Unicode normalisation";
        return first.directory == second.directory ? "it is there twice"
                                                   : "one is a file, the other its directory";
    }

    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace

std::optional<PathCollision> find_collision(std::span<const EntryPath* const> paths) {
    Seen seen;
    std::string_view previous_directory;
    for (const EntryPath* path : paths) {
        const std::string_view text = path->str();
        const std::string key = path->collision_key();
        if (auto collision = seen.add(key, text, false)) return collision;
        const auto directory = text.substr(0, text.rfind('/') == text.npos ? 0 : text.rfind('/'));
        if (directory == previous_directory) continue;  // sorted: the same ancestors again
        previous_directory = directory;
        // Folding keeps slashes, so the n-th slash of the key belongs to the n-th of the text.
        std::size_t in_key = 0;
        for (auto slash = text.find('/'); slash != text.npos; slash = text.find('/', slash + 1)) {
            in_key = key.find('/', in_key + 1);
            if (auto collision = seen.add(key.substr(0, in_key), text.substr(0, slash), true))
                return collision;
        }
    }
    return std::nullopt;
}

}  // namespace solander::base
