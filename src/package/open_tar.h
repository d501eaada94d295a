// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "package/open_package.h"

namespace solander::package {

/// Opens the tar that `file` holds: at random places if `form` is tar, front to back if it is pipe.
/// `begun` is what has been read of it already.
Result<std::unique_ptr<OpenPackage>> open_tar(std::unique_ptr<InputFile> file, Form form,
                                              base::Bytes begun, const base::Limits& limits);

}  // namespace solander::package
