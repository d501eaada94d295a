// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/handover_remarks.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const ReadRemark& remark, const Context&, Hits& hits) {
    // XML and JSON say their encoding themselves, or have only one.
    if (!is_table(remark)) return;
    if (remark.code == "text.not-utf8") {
        hits.push_back(hit_of(remark, AuditLevel::error, remark.words));
    } else if (remark.code == "text.encoding") {
        hits.push_back(
            hit_of(remark, AuditLevel::error, fmt::format("is {} and not UTF-8", remark.value)));
    } else if (remark.code == "table.byte-order-mark") {
        // Only of a rights.csv are the names of all headings compared.
        const bool is_refused = is_archivematica_rights(remark);
        Hit hit = hit_of(remark, is_refused ? AuditLevel::error : AuditLevel::warning,
                         "begins with a byte order mark");
        hit.fix = "save it as UTF-8 without a byte order mark";
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule csv001_encoding;
const Rule csv001_encoding{
    .info = {.id = "CSV001",
             .title = "A hand-over table is not plain UTF-8",
             .level = AuditLevel::error,
             .why = "Importers take the bytes for UTF-8 and stop, or make wrong letters of every "
                    "accent; a byte order mark becomes a part of the first heading.",
             .fix = "save the table as UTF-8, and look at a name with an accent",
             .example = "the byte 0xE9, a Latin-1 é, on line 2",
             .source = "archivematica/Issues#930; tainacan/tainacan#1103; Archivematica 05c0bc72, "
                       "rights_from_csv.py"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
