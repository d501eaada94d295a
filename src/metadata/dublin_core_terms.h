// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "metadata/field.h"

namespace solander::metadata {

inline constexpr std::string_view kDcElements = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view kDcTerms = "http://purl.org/dc/terms/";
inline constexpr std::string_view kOaiDc = "http://www.openarchives.org/OAI/2.0/oai_dc/";

/// Puts what a term of Dublin Core (`title`, `rightsHolder`; simple and qualified have no name in
/// common that means two things) says into its field. `scheme` is the type of an identifier.
/// False, and nothing done, for a term that no field can hold.
bool put_dublin_core(Document& document, std::string_view term, const Said& said,
                     std::string_view scheme = {});

/// A date whose term does not say of what: taken for that of creation, and marked as inferred.
void infer_creation_date(Document& document, Said said);

}  // namespace solander::metadata
