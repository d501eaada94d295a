// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "cli/io.h"

namespace solander::cli {

/// Where the receipt for a package is put if nobody says so: NAME.receipt beside NAME.custody.
std::filesystem::path receipt_beside(const std::filesystem::path& custody);

/// Adds the two lines of `receipt` to a file of receipts, which is made if it is not there. Lines
/// that are in it already are not written again, and nothing in it is changed. Errors: usage, if
/// it lies in a package or a custody directory; create, if it holds anything but receipts, or
/// cannot be opened or read; io.
Result<void> add_receipt(Io& io, const std::filesystem::path& file, const std::string& receipt);

}  // namespace solander::cli
