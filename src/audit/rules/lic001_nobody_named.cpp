// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    if (has_holder_or_creator(record)) return;
    for (const UriAnswer& each : standing_uris(record)) {
        if (!each.uri.licence || each.uri.licence->is_tool()) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format(
            "{} asks that somebody is named, and neither holder nor creator is", each.uri.code());
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule lic001_nobody_named;
const Rule lic001_nobody_named{
    .info = {.id = "LIC001",
             .title = "A licence asks for attribution, and nobody is named",
             .level = AuditLevel::error,
             .why = "CC BY and its kin can be kept only by naming the holder or the creator.",
             .fix = "name the rights holder or the creator, or take CC0 or the Public Domain "
                    "Mark where they are true",
             .example = "CC BY 4.0, no creator and no holder",
             .source = "Creative Commons, section 3(a); gbif/ipt#1270"},
    .check = check,
};

}  // namespace solander::audit
