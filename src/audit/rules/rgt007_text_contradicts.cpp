// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/contradiction.h"
#include "audit/premis_terms.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// What a text is held against: a URI, a PREMIS status, or what another text claims.
struct Other {
    const Answer* answer = nullptr;
    std::string name;  ///< `the URI InC`
    Standing standing;
};

std::vector<Other> uris_and_statuses(const Record& record) {
    std::vector<Other> others;
    for (const UriAnswer& each : standing_uris(record))
        if (each.uri.is_known())
            others.push_back(
                {each.answer, fmt::format("the URI {}", each.uri.code()), standing_of(each.uri)});
    for (const StatusAnswer& each : standing_statuses(record))
        others.push_back({each.answer,
                          fmt::format("the PREMIS status {}", premis_status_term(each.status)),
                          standing_of(each.status)});
    return others;
}

/// One finding for each claim, whatever it contradicts: a URI and a status often say the same.
void tell(const Answer& text, const Claim& claim, const Other& other, Conflict how, Hits& hits) {
    const auto level = how == Conflict::error ? AuditLevel::error : AuditLevel::warning;
    const auto told = std::ranges::find_if(hits, [&](const Hit& hit) {
        return hit.place == &text.place() && hit.value == claim.words;
    });
    if (told != hits.end()) {
        told->message +=
            fmt::format(", {} ({})", other.name, rights_class_name(other.standing.kind));
        told->level = std::min(level, *told->level);
        return;
    }
    Hit hit{.field = "rights", .place = &text.place()};
    hit.level = level;
    hit.value = claim.words;
    hit.message = fmt::format("the text says '{}' ({}), {} ({})", shortened(claim.words),
                              rights_class_name(claim.standing.kind), other.name,
                              rights_class_name(other.standing.kind));
    hits.push_back(std::move(hit));
}

/// The claim that goes least with another statement and worse than `most`, which it raises.
const Claim* worst_claim(const TextClaims& text, const Standing& other, Conflict& most) {
    const Claim* worst = nullptr;
    for (const Claim& claim : text.claims) {
        if (claim.scope == ClaimScope::description) continue;
        const Conflict found = conflict(other, claim.standing);
        if (found <= most) continue;
        most = found;
        worst = &claim;
    }
    return worst;
}

void hold_against_codes(const TextClaims& text, const std::vector<Other>& others, Hits& hits) {
    for (const Other& other : others) {
        if (!is_on_same_thing(*text.answer, *other.answer)) continue;
        Conflict most = Conflict::note;
        const Claim* worst = worst_claim(text, other.standing, most);
        if (worst != nullptr) tell(*text.answer, *worst, other, most, hits);
    }
}

/// Of two texts, only what cannot both be true of this very item: one often hedges the other.
void hold_against_text(const TextClaims& text, const TextClaims& earlier, Hits& hits) {
    if (!is_on_same_thing(*text.answer, *earlier.answer)) return;
    for (const Claim& said : earlier.claims) {
        if (said.scope != ClaimScope::item) continue;
        for (const Claim& claim : text.claims) {
            if (claim.scope != ClaimScope::item) continue;
            if (conflict(said.standing, claim.standing) != Conflict::error) continue;
            const Other other{earlier.answer,
                              fmt::format("another text '{}'", shortened(said.words)),
                              said.standing};
            tell(*text.answer, claim, other, Conflict::error, hits);
            return;
        }
    }
}

void check(const Record& record, const Context& context, Hits& hits) {
    const auto texts = standing_claims(record, context);
    const auto others = uris_and_statuses(record);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        hold_against_codes(texts[i], others, hits);
        for (std::size_t k = 0; k < i; ++k) hold_against_text(texts[i], texts[k], hits);
    }
}

}  // namespace

extern const Rule rgt007_text_contradicts;
const Rule rgt007_text_contradicts{
    .info = {.id = "RGT007",
             .title = "The rights text contradicts a URI, a PREMIS status or another text",
             .level = AuditLevel::error,
             .why = "People read the text and machines the URI or the status: each is told "
                    "something else. The statement at a URI may neither contradict nor repeat "
                    "what the text says.",
             .fix = "decide which of the two is right, and change the other",
             .example = "\"Public domain\" beside the URI of In Copyright, or beside the status "
                        "copyrighted of a rights.csv",
             .source = "Ohio Digital Network, rights guidelines"},
    .check = check,
};

}  // namespace solander::audit
