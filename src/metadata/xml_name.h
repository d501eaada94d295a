// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace solander::metadata {

/// What the prefix `xml` stands for (Namespaces in XML 1.0, section 3).
inline constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

/// Whether a byte can begin a name, or be in one. Of what is not ASCII every byte can.
bool begins_name(char c);
bool is_in_name(char c);

/// Whether names of XML have such characters, and begin with such (XML 1.0, section 2.3; each side
/// of a colon is a name). Takes well-formed UTF-8.
bool has_name_characters(std::string_view name);

/// Whether a name has at most one prefix.
bool is_qualified_name(std::string_view name);

}  // namespace solander::metadata
