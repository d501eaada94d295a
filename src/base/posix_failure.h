// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <sys/stat.h>

#include <solander/error.h>
#include <solander/file_system.h>

namespace solander::base {

/// "`name`: no space left on the device", for an errno.
Error failure(ErrorCode code, std::string_view name, int number);

/// Whether an errno says of a look-up that there is no such thing, rather than that it could not be
/// looked at.
bool means_absence(int number);

FileInfo info_of(const struct ::stat& status);

}  // namespace solander::base
