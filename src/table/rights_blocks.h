// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <solander/document.h>

namespace solander::table {

/// The block of rights in which `origin` states something; null if there is none.
Rights* block_of(Document& document, std::string_view origin);

/// Puts what `origin` states in front, with scope `item`; into the block in which it states other
/// things, if there is one. `more` has fields of record tables only.
void put_in_front(Document& document, Rights more, std::string_view origin);

/// Whether a block has a statement that is neither blank nor absent.
bool has_answer(const Rights& rights);

}  // namespace solander::table
