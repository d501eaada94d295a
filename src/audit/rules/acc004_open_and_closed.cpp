// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/grants.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

const AccessStatement& access_of(const Answer& answer) {
    return static_cast<const AccessStatement&>(*answer.statement);
}

bool is_over(const std::string& last, const Context& context) {
    return !last.empty() && last < context.as_of;
}

std::string shown(const Answer& answer) {
    return shortened(answer.words.empty() ? answer.uri : answer.words);
}

bool closes(const Claim& claim) {
    return claim.standing.kind == RightsClass::access && claim.scope == ClaimScope::item &&
           !claim.is_hedged && is_closed(access_in_words(claim.words));
}

/// What else the record says on the thing that `open` is open; empty where nothing closes it.
std::string closure_beside(const Record& record, const Answer& open, const Context& context) {
    for (const Answer* other : standing_rights(record, "access")) {
        const AccessStatement& access = access_of(*other);
        if (is_on_same_thing(open, *other) && is_closed(meaning_of(access)) &&
            !is_over(closed_until(access), context))
            return fmt::format("'{}'", shown(*other));
    }
    for (const TextClaims& text : standing_claims(record))
        if (is_on_same_thing(open, *text.answer))
            for (const Claim& claim : text.claims)
                if (closes(claim) && !is_over(closed_until(claim.sentence), context))
                    return fmt::format("'{}' among the rights", shortened(claim.sentence));
    for (const StandingGrant& each : standing_grants(record)) {
        const bool is_same = each.rights->covers == open.rights->covers ||
                             each.rights->covers == RightsCovers::unstated ||
                             open.rights->covers == RightsCovers::unstated;
        if (is_same && each.act == "disseminate" && each.restriction == "disallow" &&
            holds_on(each.term, context.as_of))
            return fmt::format("{} = {}", trimmed(each.grant->act),
                               trimmed(each.grant->restriction));
    }
    return {};
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const Answer* answer : standing_rights(record, "access")) {
        if (meaning_of(access_of(*answer)) != AccessRight::open) continue;
        const std::string closure = closure_beside(record, *answer, context);
        if (closure.empty()) continue;
        Hit hit{.field = "access", .place = &answer->place()};
        hit.value = answer->words.empty() ? answer->uri : answer->words;
        hit.message = fmt::format("'{}' stands beside {}", shown(*answer), closure);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule acc004_open_and_closed;
const Rule acc004_open_and_closed{
    .info = {.id = "ACC004",
             .title = "Open access is stated together with a closure",
             .level = AuditLevel::error,
             .why = "One of the two is wrong, and a program takes whichever it reads first: what "
                    "was closed for a reason may be shown to everybody.",
             .fix = "state the one that holds; a closure that is over belongs in a note",
             .example = "open access, and disseminate = Disallow",
             .source = "OpenAIRE guidelines, access rights; PREMIS rightsGranted"},
    .check = check,
};

}  // namespace solander::audit
