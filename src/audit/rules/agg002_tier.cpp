// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    constexpr int kHighestTier = 4;
    if (!context.has_profile("europeana")) return;
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        if (!each.uri.is_known()) continue;
        const int tier =
            each.uri.statement != nullptr ? each.uri.statement->tier : each.uri.licence->tier();
        // One that is not accepted at all is told by another rule.
        if (tier == 0 || tier == kHighestTier) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("{} goes no higher than tier {} of {} at Europeana",
                                  each.uri.code(), tier, kHighestTier);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule agg002_tier;
const Rule agg002_tier{
    .info = {.id = "AGG002",
             .title = "The rights statement limits the content tier at Europeana",
             .level = AuditLevel::note,
             .why = "Europeana ranks and reuses by tiers: whatever the quality of the scan, a "
                    "record gets no higher tier than its rights statement allows.",
             .fix = "nothing, if the statement is true; if it is only cautious, determine the "
                    "status",
             .example = "Copyright Not Evaluated, which goes no higher than tier 2",
             .source = "europeana/metis-schema a62d309; Europeana content tiers"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
