// SPDX-License-Identifier: Apache-2.0
#include "pack/input_collision.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/path_collision.h"

namespace solander::pack {

namespace {

/// Whether `path` is `file`, or a directory above it.
bool covers(std::string_view path, const InputFileEntry& file) {
    const std::string& own = file.path.str();
    return own == path || (own.starts_with(path) && own[path.size()] == '/');
}

bool are_one_file(const InputFileEntry& a, const InputFileEntry& b) {
    return a.info.device == b.info.device && a.info.inode == b.info.inode;
}

std::string cannot_both(const std::string& one, const std::string& other) {
    return fmt::format("'{}' and '{}' cannot both be in one package", one, other);
}

Error differently_spelled(const Inputs& inputs, const base::PathCollision& collision) {
    const auto& files = inputs.files;
    const auto find = [&files](auto from, std::string_view path) {
        return std::find_if(from, files.end(),
                            [path](const auto& file) { return covers(path, file); });
    };
    const auto first = find(files.begin(), collision.first);
    const auto second =
        find(collision.first == collision.second ? first + 1 : files.begin(), collision.second);
    const std::string one = base::printable(inputs.shown(*first));
    const std::string other = base::printable(inputs.shown(*second));
    if (one == other || are_one_file(*first, *second) || first->path == second->path)
        return collided(inputs, *first, *second);
    return {ErrorCode::open, fmt::format("{}, as '{}' and '{}': {}; rename one",
                                         cannot_both(one, other), base::printable(collision.first),
                                         base::printable(collision.second), collision.reason)};
}

}  // namespace

Error collided(const Inputs& inputs, const InputFileEntry& first, const InputFileEntry& second) {
    const std::string one = base::printable(inputs.shown(first));
    const std::string other = base::printable(inputs.shown(second));
    if (one == other)
        return {ErrorCode::open, fmt::format("'{}' is among the inputs twice; name it once", one)};
    if (are_one_file(first, second))
        return {ErrorCode::open,
                fmt::format("'{}' and '{}' are one file; name it once", one, other)};
    if (!inputs.to_pack)
        return {ErrorCode::open,
                fmt::format("'{}' and '{}' have one name, and would be taken for one file; name "
                            "the directories that they are in",
                            one, other)};
    return {ErrorCode::open,
            fmt::format("{}: each would be '{}'; rename one, or pack the directories that they are "
                        "in",
                        cannot_both(one, other), base::printable(first.path.str()))};
}

std::optional<Error> find_collision(const Inputs& inputs) {
    std::vector<const EntryPath*> paths;
    paths.reserve(inputs.files.size());
    for (const auto& file : inputs.files) paths.push_back(&file.path);
    const auto collision = base::find_collision(paths);
    if (!collision) return std::nullopt;
    return differently_spelled(inputs, *collision);
}

}  // namespace solander::pack
