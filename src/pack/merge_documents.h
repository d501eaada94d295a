// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/document.h>
#include <solander/rights.h>

namespace solander::pack {

/// Adds to a document what another record says of it. Nothing of `document` is lost: where it has
/// an answer, `other`'s is testimony behind it; where it has none, `other`'s goes first and the
/// blank or absence stays behind. What `other` merely does not have is not repeated. Its origins
/// get ids that `document` has not used.
void merge_into(Document& document, Document other);

/// Whether anything is said of the rights but that fields are blank or absent.
bool has_answer(const Rights& rights);

}  // namespace solander::pack
