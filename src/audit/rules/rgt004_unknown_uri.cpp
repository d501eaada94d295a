// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record)) {
        if (each.uri.form != RightsUri::Form::unknown) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("'{}' is not in the vocabulary of its site", each.text);
        hit.proposed = each.uri.nearest;
        if (!hit.proposed.empty()) hit.fix = fmt::format("was {} meant?", hit.proposed);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt004_unknown_uri;
const Rule rgt004_unknown_uri{
    .info = {.id = "RGT004",
             .title = "A rights URI is in no vocabulary",
             .level = AuditLevel::error,
             .why = "Aggregators drop what they do not know, and the record loses its statement "
                    "without a word.",
             .fix = "take a URI of the vocabulary, letter for letter",
             .example = "http://rightsstatements.org/vocab/inc/1.0/",
             .source = "RightsStatements.org 1.0; Creative Commons; DPLA drops it"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
