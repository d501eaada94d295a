// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "package/open_package.h"

namespace solander::package {

/// Opens a package that was unpacked into `directory`.
Result<std::unique_ptr<OpenPackage>> open_directory(std::unique_ptr<Directory> directory,
                                                    const base::Limits& limits);

}  // namespace solander::package
