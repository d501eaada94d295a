// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        if (each.uri.form != RightsUri::Form::no_uri) continue;
        Hit hit{.field = each.answer->field, .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("'{}' is not a URI, or not only one", shortened(each.text));
        if (const auto licence = find_cc_by_name(each.text)) hit.fix = "write " + licence->uri();
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt006_not_a_uri;
const Rule rgt006_not_a_uri{
    .info = {.id = "RGT006",
             .title = "Something else stands in the place of a rights URI",
             .level = AuditLevel::warning,
             .why = "The field takes a URI and no other text. DPLA and Europeana drop words and "
                    "short names of licences.",
             .fix = "put the URI alone into this field, and the words into rights",
             .example = "http://rightsstatements.org/vocab/InC/1.0/ In Copyright; CC-BY-4.0",
             .source = "Ohio Digital Network: the URI and no other text; DPLA drops short names"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
