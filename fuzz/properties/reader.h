// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "metadata/reader.h"
#include "properties/table_trip.h"
#include "properties/target.h"

namespace solander::fuzz {

/// What every reader owes to every file (see NamedFile) that it is asked of:
/// - it says the same of the same text, and keeps nothing of it;
/// - what it recognises it reads, or it says why not, in words for a terminal;
/// - each document is its own, and each word stands where it says;
/// - a manifest can hold all of it, and is read as the same;
/// - so can a record table.
Broken check_reader(const metadata::Reader& reader, std::string_view input);

/// The documents of a reading as `pack` and `describe` go on with them.
std::vector<NamedDocument> documents_of(const metadata::Reading& reading, std::string_view path);

}  // namespace solander::fuzz
