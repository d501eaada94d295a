// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/contradiction.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    const auto uris = standing_uris(record);
    if (uris.empty()) return;
    for (const TextClaims& text : standing_claims(record, context))
        for (const UriAnswer& each : uris) {
            if (!each.uri.is_known() || !is_on_same_thing(*text.answer, *each.answer)) continue;
            const Claim* worst = nullptr;
            Conflict most = Conflict::note;
            for (const Claim& claim : text.claims) {
                if (claim.scope == ClaimScope::description) continue;
                const Conflict found = conflict(standing_of(each.uri), claim.standing);
                if (found <= most) continue;
                most = found;
                worst = &claim;
            }
            if (worst == nullptr) continue;
            Hit hit{.field = "rights", .place = &text.answer->place()};
            hit.level = most == Conflict::error ? AuditLevel::error : AuditLevel::warning;
            hit.value = worst->words;
            hit.message =
                fmt::format("the text says '{}' ({}), the URI {} ({})", shortened(worst->words),
                            rights_class_name(worst->standing.kind), each.uri.code(),
                            rights_class_name(each.uri.kind()));
            hits.push_back(std::move(hit));
        }
}

}  // namespace

extern const Rule rgt007_text_contradicts;
const Rule rgt007_text_contradicts{
    .info = {.id = "RGT007",
             .title = "The rights text contradicts the rights URI",
             .level = AuditLevel::error,
             .why = "People read the text and machines the URI: each is told something else. "
                    "The statement at a URI may neither contradict nor repeat what the text "
                    "says.",
             .fix = "decide which of the two is right, and change the other",
             .example = "the URI of In Copyright beside the words \"in the public domain\"",
             .source = "Ohio Digital Network, rights guidelines"},
    .check = check,
};

}  // namespace solander::audit
