// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/document.h>

#include "properties/target.h"

namespace solander::fuzz {

/// Whether words of a document do not stand at their places in the text that it was read from, or a
/// place is none.
Broken check_places(const Document& document, std::string_view text);

}  // namespace solander::fuzz
