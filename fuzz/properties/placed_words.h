// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

namespace solander::fuzz {

/// What is wrong with the places of a document that was read from a table or a file of lines:
/// words that do not stand in the cell or the lines named, headings that are none, states that
/// their words belie. One sentence each. Takes cells apart by itself; only which character
/// delimits them is told.
std::vector<std::string> misplaced_words(const Document& document, std::string_view text,
                                         char delimiter = ',');

}  // namespace solander::fuzz
