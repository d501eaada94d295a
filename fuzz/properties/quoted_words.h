// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

namespace solander::fuzz {

/// What is wrong with how a document quotes its text: words that do not stand at their place,
/// labels that do not, a state with words that it cannot have, a required field that nothing is
/// said of. One sentence each. Reads the text by itself, with no code of the readers.
std::vector<std::string> misquotations(const Document& document, std::string_view text);

}  // namespace solander::fuzz
