// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    const bool is_for_aggregator = context.has_profile("europeana") || context.has_profile("dpla");
    for (const UriAnswer& each : standing_uris(record)) {
        if (each.uri.form != RightsUri::Form::variant) continue;
        // Creative Commons itself writes https; only aggregators have it otherwise.
        if (each.uri.licence && each.uri.only_https && !is_for_aggregator) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format(
            "'{}' is not in canonical form ({}): DPLA {} it, Europeana refuses it", each.text,
            base::listed(each.uri.differences), each.uri.dropped_by_dpla ? "drops" : "repairs");
        hit.proposed = each.uri.canonical();
        hit.fix = "write " + hit.proposed;
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt005_uri_form;
const Rule rgt005_uri_form{
    .info = {.id = "RGT005",
             .title = "A rights URI is not written in its canonical form",
             .level = AuditLevel::warning,
             .why = "Europeana compares letter for letter, and DPLA repairs some forms and "
                    "drops others: addresses of pages (/page/, deed.en), https, www, a missing "
                    "slash.",
             .fix = "write the canonical URI",
             .example = "https://rightsstatements.org/page/InC/1.0/",
             .source = "europeana/metis-schema patterns; dpla/ingestion3"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
