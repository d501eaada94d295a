// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record)) {
        if (each.uri.form != RightsUri::Form::retired) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("'{}' is retired, or no licence for documents", each.text);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule lic006_retired;
const Rule lic006_retired{
    .info = {.id = "LIC006",
             .title = "The licence is retired, or not for documents",
             .level = AuditLevel::warning,
             .why = "Licences that Creative Commons has given up (sampling, developing nations, "
                    "the old public domain dedication) still hold where they were granted, and "
                    "aggregators do not know them; software licences speak of programs.",
             .fix = "ask the holder for a current licence, or state the rights by a standard "
                    "statement",
             .example = "http://creativecommons.org/licenses/publicdomain/",
             .source = "Creative Commons, retired legal tools; europeana/metis-schema"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
