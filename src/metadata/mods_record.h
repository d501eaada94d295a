// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/document.h>

#include "metadata/xml_record.h"

namespace solander::metadata {

inline constexpr std::string_view kMods = "http://www.loc.gov/mods/v3";

/// Adds what one <mods> says to a document that has its origin. Spec: docs/metadata.md, "MODS 3".
void read_mods(const XmlElement& record, Document& document);

}  // namespace solander::metadata
