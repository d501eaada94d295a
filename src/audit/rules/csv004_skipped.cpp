// SPDX-License-Identifier: Apache-2.0
#include "audit/handover_remarks.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const ReadRemark& remark, const Context&, Hits& hits) {
    if (remark.code == "rights.repeated-act" && is_archivematica_rights(remark)) {
        hits.push_back(hit_of(remark, AuditLevel::warning,
                              "is on a file, basis and act that an earlier row has: Archivematica "
                              "will skip the row"));
    } else if (remark.code == "table.repeated-path" && is_archivematica_metadata(remark)) {
        hits.push_back(hit_of(remark, AuditLevel::warning,
                              "is on what an earlier row is on: Archivematica will keep this row "
                              "and drop the earlier one"));
    }
}

}  // namespace

extern const Rule csv004_skipped;
const Rule csv004_skipped{
    .info = {.id = "CSV004",
             .title = "A row will be skipped or overwritten by the importer",
             .level = AuditLevel::warning,
             .why =
                 "Archivematica takes one row of metadata.csv for a path, the last, and one of "
                 "rights.csv for a file, basis and act, the first. Nobody is told of the others.",
             .fix = "join the rows, or repeat the heading in metadata.csv for a second value",
             .example = "two rows on one file, both with basis copyright and act disseminate",
             .source = "archivematica/Issues#305; Archivematica 05c0bc72, rights_from_csv.py"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
