// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer* text : standing_rights(record, "rights"))
        for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
            if (each.uri.statement == nullptr || !is_on_same_thing(*text, *each.answer)) continue;
            if (folded_name(text->words) != folded_name(each.uri.statement->label)) continue;
            Hit hit{.field = "rights", .place = &text->place()};
            hit.value = text->words;
            hit.message = fmt::format("the text repeats the label of {}", each.uri.code());
            hits.push_back(std::move(hit));
        }
}

}  // namespace

extern const Rule rgt008_text_repeats;
const Rule rgt008_text_repeats{
    .info = {.id = "RGT008",
             .title = "The rights text only repeats the label of the URI",
             .level = AuditLevel::note,
             .why = "It says nothing that the URI does not, and hides that a holder, a date or "
                    "a reason could stand there.",
             .fix = "leave it out, or say what the URI cannot: who holds the rights, who "
                    "decided it, when",
             .example = "\"In Copyright.\" beside the URI of In Copyright",
             .source = "Ohio Digital Network, rights guidelines"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
