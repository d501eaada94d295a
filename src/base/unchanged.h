// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/file_system.h>

namespace solander::base {

/// Whether a file is the one that it was, with nothing done to it in between: neither its bytes nor
/// its names. Times are those of the file system, which may be coarser than two quick changes.
inline bool is_unchanged(const FileInfo& before, const FileInfo& after) {
    return before.kind == after.kind && before.size == after.size &&
           before.device == after.device && before.inode == after.inode &&
           before.modified == after.modified &&
           before.changed_nanoseconds == after.changed_nanoseconds;
}

}  // namespace solander::base
