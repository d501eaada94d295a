// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include <fmt/format.h>

#include "audit/handover_remarks.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void look_at_option(const ReadRemark& remark, Hits& hits) {
    // A file that was to be closed will be open.
    const bool is_embargo = folded(remark.value).starts_with("embargo");
    Hit hit = hit_of(remark, is_embargo ? AuditLevel::error : AuditLevel::warning,
                     fmt::format("'{}' is no option of `contents`: DSpace will not heed it{}",
                                 remark.value, is_embargo ? ", and the file will be open" : ""));
    hit.fix = is_embargo ? "restrict the file by `permissions`, or set the embargo in DSpace"
                         : "see whether it is a slip in one that DSpace has";
    hits.push_back(std::move(hit));
}

void check(const ReadRemark& remark, const Context&, Hits& hits) {
    if (remark.code == "dspace.source") {
        Hit hit = hit_of(remark, AuditLevel::warning,
                         "dc.source is kept for harvested metadata in DSpace, and not to be used");
        hit.fix = "give it as dc.relation.isversionof or dc.identifier.other";
        hits.push_back(std::move(hit));
    } else if (remark.code == "dspace.empty-value") {
        hits.push_back(hit_of(remark, AuditLevel::note,
                              fmt::format("{} is empty: DSpace will drop it", remark.value)));
    } else if (remark.code == "dspace.unknown-option") {
        look_at_option(remark, hits);
    }
}

}  // namespace

extern const Rule csv006_dropped;
const Rule csv006_dropped{
    .info = {.id = "CSV006",
             .title = "The target drops this field, or forbids it",
             .level = AuditLevel::warning,
             .why = "What is handed over is then not what the repository has, and nobody is told.",
             .fix = "fill it, or take it out",
             .example = "dc.source, or embargo:2030-01-01 in `contents`, for DSpace",
             .source = "DSpace's metadata registry; DSpace ItemImportServiceImpl; "
                       "DSpace/DSpace#665"},
    .folds = true,
    .check_remark = check,
};

}  // namespace solander::audit
