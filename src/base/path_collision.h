// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include <solander/entry_path.h>

namespace solander::base {

/// Two paths that cannot both be created on every file system in use.
struct PathCollision {
    std::string first;
    std::string second;
    std::string reason;
};

/// Looks for files or directories whose names differ only by case or normalisation, for files named
/// twice, and for a file that is another's directory. Takes memory for the paths once more.
std::optional<PathCollision> find_collision(std::span<const EntryPath* const> paths);

}  // namespace solander::base
