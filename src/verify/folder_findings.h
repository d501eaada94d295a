// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <solander/finding.h>

#include "custody/folder.h"

namespace solander::verify {

/// What is wrong with a custody directory as such, whatever its events say: files that do not
/// belong there, that could not be read, and VERIFY.txt.
std::vector<Finding> findings_of(const custody::Folder& folder);

}  // namespace solander::verify
