// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "properties/target.h"
#include "xml/document.h"

namespace solander::fuzz {

// XML as a second reader sees it that shares no code with ours: libxml2, which is what xmllint and
// most tools of archives read manifests with.

/// What may stand between elements: whether an outline tells of words there.
enum class Between { elements_only, elements_and_words };

/// All that a document says, one line for each element; white space between elements says nothing.
/// Two texts without words between elements are one document if they have one outline.
std::string outline_of(const xml::Document& document,
                       Between between = Between::elements_and_words);

/// White space that is all there is in an element: words, or nothing, where elements could stand.
enum class Blank { words, nothing };

/// The same by libxml2. Nothing for what it does not call well-formed.
std::optional<std::string> second_outline_of(std::string_view text, Blank blank = Blank::words);

/// Whether libxml2 finds the text valid by a schema of this tree, `manifest-1.xsd`.
Broken check_valid(std::string_view text, const std::string& schema);

}  // namespace solander::fuzz
