// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/document.h>

#include "metadata/xml_tally.h"

namespace solander::metadata {

/// Adds the dates of a MODS <originInfo> that a field can hold: of creation and of publication.
/// A start and an end of one date are one statement, and its EDTF an interval.
void read_mods_dates(const XmlElement& origin_info, XmlTally& tally, Document& document);

}  // namespace solander::metadata
