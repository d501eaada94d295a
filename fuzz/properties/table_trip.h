// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/describe.h>
#include <solander/document.h>

#include "properties/target.h"

namespace solander::fuzz {

/// A document, and what `describe` calls it.
struct NamedDocument {
    std::string name;
    Document document;
};

/// The table that `describe` writes of documents.
RecordTable table_of(const std::vector<NamedDocument>& documents);

/// Whether that table says something else of them than they do, when `pack` reads it again.
Broken check_table(const std::vector<NamedDocument>& documents);

}  // namespace solander::fuzz
