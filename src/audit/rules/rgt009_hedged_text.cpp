// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/notice_parts.h"
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

/// A known text with words of its own: whatever is known of the text, it need not hold any more.
std::string told_of_change(const KnownText& known, bool has_status) {
    std::string message =
        fmt::format("changed wording of the known text {}: {}", known.name, known.changes);
    if (known.scope == AuditTextScope::collection && !has_status)
        message += ". States no status for this item";
    return message;
}

/// Of a text that is known, and says nothing of this item; empty where it does.
std::string told_of_known(const KnownText& known, std::string_view words) {
    if (known.scope == AuditTextScope::description) return {};
    if (known.scope == AuditTextScope::item) {
        if (known.status != AuditTextClass::undetermined) return {};
        return fmt::format("text that leaves the status of this item open (known: {})", known.name);
    }
    std::string message = fmt::format(
        "hedged, collection-level text (known: {}). States no status for this item", known.name);
    const std::string parts = parts_sentence(words);
    if (!parts.empty()) message += ". " + parts;
    return message;
}

/// Of any other text; empty where it is not hedged, or states a status all the same.
std::string told_of_hedge(const TextClaims& text) {
    const Claim* hedge = nullptr;
    for (const Claim& claim : text.claims) {
        if (claim.is_hedged || claim.scope == ClaimScope::some_items) {
            if (hedge == nullptr) hedge = &claim;
        } else if (claim.scope == ClaimScope::item && is_status(claim.standing.kind)) {
            return {};
        }
    }
    if (hedge == nullptr) return {};
    return fmt::format("hedged text ('{}'). States no status for this item",
                       shortened(hedge->sentence));
}

void check(const Record& record, const Context& context, Hits& hits) {
    const bool has_status = has_item_status(record) || is_determined(record);
    for (const TextClaims& text : standing_claims(record)) {
        auto known = context.texts.find(text.answer->words);
        const std::string by_reader = known_text(*text.answer);
        if (!known && !by_reader.empty()) known = KnownText{.name = by_reader};
        std::string message;
        if (known && !known->is_same())
            message = told_of_change(*known, has_status);
        else if (has_status)
            continue;
        else
            message = known ? told_of_known(*known, text.answer->words) : told_of_hedge(text);
        if (message.empty()) continue;
        Hit hit{.field = "rights", .place = &text.answer->place()};
        hit.value = text.answer->words;
        hit.message = std::move(message);
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
