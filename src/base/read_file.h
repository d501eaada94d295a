// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <solander/file_system.h>

#include "base/bytes.h"

namespace solander::base {

/// All bytes of a file or pipe from its present position, if they are at most `limit`.
/// Errors: limit, without having read more than `limit` + 1 bytes; io.
Result<Bytes> read_all(InputFile& file, std::uint64_t limit);

/// Opens and reads a whole file below a directory.
Result<Bytes> read_all(const Directory& directory, std::string_view name, std::uint64_t limit);

/// Opens and reads a whole file by the caller's path.
Result<Bytes> read_all(const FileSystem& files, const std::filesystem::path& path,
                       std::uint64_t limit);

}  // namespace solander::base
