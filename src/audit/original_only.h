// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/record.h"

namespace solander::audit {

/// The contributor who translated the document; null if none is named.
const Answer* find_translator(const Record& record);

/// What is said of the rights in the original alone, where nothing is said of `covers` or of all of
/// the document; else null.
const Answer* only_on_original(const Record& record, RightsCovers covers);

}  // namespace solander::audit
