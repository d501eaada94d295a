// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

namespace solander::fuzz {

/// What is wrong with how a document quotes an XML or JSON text: words that do not stand at the
/// path or pointer named, attributes that a manifest could not have. One sentence each. Reads the
/// text by itself, with no code of the readers.
std::vector<std::string> misquoted_elements(Document document, std::string_view text);

}  // namespace solander::fuzz
