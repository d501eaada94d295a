// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <solander/environment.h>
#include <solander/error.h>

#include "pack/inputs.h"

namespace solander::pack {

/// Takes what seem to be packages out of the inventory of directories: tars that begin with
/// NAME/bagit.txt, and directories with a bagit.txt and a manifest.xml. Files that were named
/// themselves stay. Returns them as the person would name them, in the order of their paths.
/// Errors: io, interrupted.
Result<std::vector<std::filesystem::path>> take_packages(const Environment& environment,
                                                         Inputs& inputs);

}  // namespace solander::pack
