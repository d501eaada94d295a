// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "metadata/record_parts.h"

namespace solander::metadata {

struct Transferred {
    Described& described;
    bool is_new = true;
};

/// The document of the file or directory that the first cell of a row of Archivematica's tables
/// names. Its path is relative to the parent of the folder `metadata` that the table is in; to the
/// table's own folder, where that has another name. One with a slash at its end is a directory;
/// any other is among the files of the document. Where the cell names nothing below that folder,
/// the row's document is one of its own, and remarks say so: `record.path-missing`,
/// `record.path-outside`.
Transferred find_transferred(RecordSet& records, const Received& received, const Cell& cell,
                             std::vector<Remark>& remarks);

/// The files that the tables of a transfer are meant to name: all but those of Archivematica
/// itself.
Listing listing_of_transfer(const Received& received);

/// `table.byte-order-mark`, if the table begins with one.
void remark_on_byte_order_mark(const Received& received, const Table& table,
                               std::vector<Remark>& remarks);

/// `table.path-start`, once for a table, if cells of the column that names files begin otherwise
/// than Archivematica needs.
void remark_on_path_starts(const Table& table, std::size_t column, std::vector<Remark>& remarks);

}  // namespace solander::metadata
