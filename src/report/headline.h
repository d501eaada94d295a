// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/verify.h>

namespace solander::report {

/// One line that a person understands: what the verdict means for this package. Printable.
std::string headline(const Report& report);

}  // namespace solander::report
