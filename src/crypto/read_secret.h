// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include <solander/file_system.h>
#include <solander/key.h>

namespace solander::crypto {

/// All of a file that may hold a key, straight into guarded memory.
/// Errors: limit; io; internal.
Result<SecretBytes> read_secret(InputFile& file, std::size_t limit);

}  // namespace solander::crypto
