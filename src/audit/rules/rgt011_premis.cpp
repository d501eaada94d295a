// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/premis_terms.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const StatusAnswer& status : standing_statuses(record))
        for (const UriAnswer& each : standing_uris(record)) {
            const auto related = each.uri.premis();
            if (!related || *related == status.status) continue;
            if (!is_on_same_thing(*status.answer, *each.answer)) continue;
            Hit hit{.field = "copyright-status", .place = &status.answer->place()};
            hit.value = status.answer->words;
            hit.message = fmt::format("the PREMIS status is {}, the URI {} goes with {}",
                                      premis_status_term(status.status), each.uri.code(),
                                      premis_status_term(*related));
            hits.push_back(std::move(hit));
        }
}

}  // namespace

extern const Rule rgt011_premis;
const Rule rgt011_premis{
    .info = {.id = "RGT011",
             .title = "The PREMIS copyright status is not that of the rights URI",
             .level = AuditLevel::error,
             .why = "Both are read by machines, and each by another system: the document would "
                    "be open in one and closed in the other.",
             .fix = "decide which of the two is right, and change the other",
             .example = "the URI of In Copyright beside the status unknown",
             .source = "RightsStatements.org data model, skos:relatedMatch; PREMIS 3"},
    .check = check,
};

}  // namespace solander::audit
