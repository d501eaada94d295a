// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <solander/document.h>

#include "properties/target.h"

namespace solander::fuzz {

/// A manifest with these documents, which format::make_storable() has seen, of a package that holds
/// the file `path`.
std::string manifest_of(std::vector<Document> documents, std::string_view path);

/// Whether a reader of manifests refuses that one, or takes it for another.
Broken check_manifest(const std::vector<Document>& documents, std::string_view path);

}  // namespace solander::fuzz
