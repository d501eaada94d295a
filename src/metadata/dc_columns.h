// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "metadata/record_parts.h"

namespace solander::metadata {

/// Puts a value of Dublin Core where it belongs, and keeps it as a note where it has no home.
/// `prefix` is `dc` or `dcterms`; anything else is a note. `element` is the name behind it.
void put_dublin_core(Document& document, std::string_view prefix, std::string_view element,
                     Said said, std::vector<Remark>& remarks);

}  // namespace solander::metadata
