// SPDX-License-Identifier: Apache-2.0
#include "audit/hedged_text.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    const auto claims = standing_claims(record, context);
    if (claims.empty() || has_item_status(record)) return;
    // What stands in the place of a URI and is none is told by other rules.
    if (record.has_value("rights-uri")) return;
    Hit hit{.field = "rights", .place = &claims.front().answer->place()};
    hit.value = claims.front().answer->words;
    hit.message = "text without a standard URI";
    if (leaves_open(claims.front(), context.texts))
        hit.fix =
            "the text leaves the status open, so no URI says the same: add the one that is decided "
            "on (RGT009; pack --set rights-uri=…)";
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rgt002_no_uri;
const Rule rgt002_no_uri{
    .info = {.id = "RGT002",
             .title = "There is a rights text and no standard URI",
             .level = AuditLevel::warning,
             .why = "A text is read by people only: an aggregator cannot filter by it, and "
                    "Europeana takes no record without a URI.",
             .fix = "add one of the twelve of RightsStatements.org, or a licence, that says the "
                    "same (pack --set rights-uri=…)",
             .example = "Rights: some documents may be subject to copyright",
             .source = "DPLA (warnMissingEdmRights); Europeana edm:rights"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
