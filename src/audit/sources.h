// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "audit/rule.h"

namespace solander::audit {

/// Whether the words of a source name nothing but who publishes a digital copy: a name that a
/// profile knows, an address, or a name that ends in `Digital Archive` and its like.
bool names_only_publisher(std::string_view words, const Context& context);

/// Whether a record tells where in an archive its document is: a locator, digits in the source, or
/// an identifier that is no address and no number of a web site.
bool has_locator(const Record& record);

}  // namespace solander::audit
