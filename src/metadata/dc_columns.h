// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "metadata/record_parts.h"

namespace solander::metadata {

/// Puts a value of a column of Dublin Core where put_dublin_core() of dublin_core_terms.h does, and
/// keeps it as a note where it has no home. `prefix` is `dc` or `dcterms`; anything else is a note.
/// `element` is the name behind it. Unlike there, a date is stated and a publisher is a note.
void put_dublin_core(Document& document, std::string_view prefix, std::string_view element,
                     Said said, std::vector<Remark>& remarks);

}  // namespace solander::metadata
