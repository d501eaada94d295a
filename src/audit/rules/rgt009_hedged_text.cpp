// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// The name of the known text that the reader recognised; empty if it is none.
std::string known_text(const Answer& answer) {
    static constexpr std::string_view kKnown = "boilerplate.";
    if (answer.rights == nullptr || !answer.rights->rule.starts_with(kKnown)) return {};
    return answer.rights->rule.substr(kKnown.size());
}

bool is_status(RightsClass kind) {
    return kind == RightsClass::public_domain || kind == RightsClass::in_copyright ||
           kind == RightsClass::open || kind == RightsClass::restricted;
}

void check(const Record& record, const Context&, Hits& hits) {
    if (has_item_status(record) || is_determined(record)) return;
    for (const TextClaims& text : standing_claims(record)) {
        const std::string known = known_text(*text.answer);
        const Claim* hedge = nullptr;
        bool is_plain = false;
        for (const Claim& claim : text.claims) {
            if (claim.is_hedged || claim.scope == ClaimScope::some_items) {
                if (hedge == nullptr) hedge = &claim;
            } else if (claim.scope == ClaimScope::item && is_status(claim.standing.kind)) {
                is_plain = true;
            }
        }
        const bool is_known = !known.empty();
        if (!is_known && (hedge == nullptr || is_plain)) continue;
        Hit hit{.field = "rights", .place = &text.answer->place()};
        hit.value = text.answer->words;
        hit.message = is_known ? fmt::format(
                                     "hedged, collection-level text (known: {}). States no "
                                     "status for this item",
                                     known)
                               : fmt::format("hedged text ('{}'). States no status for this item",
                                             shortened(hedge->sentence));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt009_hedged_text;
const Rule rgt009_hedged_text{
    .info = {.id = "RGT009",
             .title = "The rights text is hedged, or about a whole collection",
             .level = AuditLevel::review,
             .why = "A sentence that holds for every record of a publisher states nothing of "
                    "this one: whether this document is among the \"some\" that may be "
                    "protected has to be found out, or said not to be known.",
             .fix = "evaluated for this item and not found out: UND; not evaluated: CNE (the "
                    "one Europeana also takes)",
             .example = "Some documents may be subject to copyright",
             .source = "DACS 4.4.7; NARA's crosswalk of use restrictions"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
