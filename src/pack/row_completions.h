// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pack/records.h"
#include "table/grid.h"
#include "table/overlay.h"

namespace solander::pack {

/// A row that names, in `files`, the capture of another document, which has no row of its own,
/// completes its document from that capture: this is how a completed table says it. The table is a
/// person's word, so nobody is asked where title, date and summary alone tell that the record is
/// the same. Returns what is wrong; the records are of use only if nothing is.
std::vector<table::Finding> complete_by_rows(const table::Grid& grid, const table::Columns& columns,
                                             Records& records);

}  // namespace solander::pack
