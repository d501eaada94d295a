// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/file_system.h>
#include <solander/finding.h>

#include "package/open_package.h"

namespace solander::package {

/// Walks the headers of a tar that is not as its manifest implies, and says in words what is there
/// too much, twice, of the wrong type, or not at all. For explaining only: that the tar is wrong
/// has been decided before, and what `contents` tells is not told again. Gives up quietly where
/// the headers make no sense, or once it has told enough. Errors: interrupted.
Result<std::vector<Finding>> survey_tar(const Environment& environment, const InputFile& tar,
                                        const Manifest& manifest, const Layout& layout,
                                        const Contents& contents);

}  // namespace solander::package
