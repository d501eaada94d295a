// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/document.h>

#include "metadata/reader.h"
#include "metadata/xml_record.h"

namespace solander::metadata {

inline constexpr std::string_view kEad3 = "http://ead3.archivists.org/schema/";

/// Whether an element is a level of description below the highest: <c> or <c01> to <c12>.
bool is_ead_component(const XmlElement& element);
/// The level that an element says it is of; nothing for one that we have no name for.
std::optional<Level> ead_level(const XmlElement& element);
/// Its own <did>; null if it has none.
const XmlElement* ead_did(const XmlElement& element);

/// Adds what one level of a finding aid says of itself; of the levels below and above it, nothing.
/// Files that it names by a relative path are taken from the directory of `payload_path`.
/// Spec: docs/metadata.md, "EAD3".
void read_ead_component(const XmlElement& component, std::string_view payload_path,
                        Described& described);

}  // namespace solander::metadata
