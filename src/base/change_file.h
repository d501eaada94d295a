// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include <solander/error.h>
#include <solander/file_system.h>

namespace solander::base {

/// What a file is to have, of what it has; nothing of a file that is not there.
using ChangeText = std::function<Result<std::string>(const std::string& before)>;

/// Changes a small file of the user's own, whole or not at all, under a lock of its directory: two
/// changes at once, in two processes even, lose nothing. A file that is not there is made, for its
/// owner alone; a link is followed, and stays one. Errors: those of `change`; open (no regular
/// file), io (somebody else changed it meanwhile), limit (more than `most` bytes, before or after).
Result<void> change_file(FileSystem& files, const std::filesystem::path& file, std::uint64_t most,
                         const ChangeText& change);

}  // namespace solander::base
