// SPDX-License-Identifier: Apache-2.0
#pragma once

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

}  // namespace solander::metadata
