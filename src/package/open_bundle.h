// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "package/open_package.h"

namespace solander::package {

/// Opens the package in the bundle that `file` holds. `begun` is what has been read of it already.
Result<std::unique_ptr<OpenPackage>> open_bundle(std::unique_ptr<InputFile> file, Form form,
                                                 base::Bytes begun, const base::Limits& limits);

}  // namespace solander::package
