// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Longer texts on access say something of use, too.
constexpr std::size_t kLongest = 120;

/// That somebody has to be asked may be meant of seeing it, too.
bool is_on_use(const Claim& claim) {
    return claim.standing.kind != RightsClass::access &&
           claim.standing.kind != RightsClass::permission;
}
bool is_on_access(const Claim& claim) {
    return claim.standing.kind == RightsClass::access;
}

bool says_only(const std::vector<Claim>& claims, bool (*what)(const Claim&)) {
    return !claims.empty() && std::ranges::all_of(claims, what);
}

bool is_access_term(std::string_view words) {
    if (find_access_right(folded_name(words))) return true;
    return words.size() <= kLongest && says_only(rights_claims(words), is_on_access);
}

/// Whether anything else of the record says what may be done with the document.
bool has_other_rights(const Record& record, const Answer& but) {
    for (const std::string_view field : {"rights", "rights-uri", "licence", "copyright-status"})
        for (const Answer* answer : standing_rights(record, field))
            if (answer != &but && !is_access_term(answer->words)) return true;
    return false;
}

void look_at_rights(const Record& record, Hits& hits) {
    for (const std::string_view field : {"rights", "rights-uri", "licence"})
        for (const Answer* answer : standing_rights(record, field)) {
            const auto words = answer->words.empty() ? answer->uri : answer->words;
            if (!is_access_term(words)) continue;
            Hit hit{.field = field, .place = &answer->place()};
            hit.value = words;
            hit.message = fmt::format("'{}' says who may see it, and not what may be done with it",
                                      shortened(words));
            // Simple Dublin Core has one place for both; beside a statement it does no harm.
            if (has_other_rights(record, *answer)) hit.level = AuditLevel::note;
            hits.push_back(std::move(hit));
        }
}

void look_at_access(const Record& record, Hits& hits) {
    for (const Answer* answer : standing_rights(record, "access")) {
        const auto& access = static_cast<const AccessStatement&>(*answer->statement);
        if (meaning_of(access)) continue;
        const auto words = answer->uri.empty() ? answer->words : answer->uri;
        if (!read_rights_uri(words).is_known() &&
            !says_only(rights_claims(answer->words), is_on_use))
            continue;
        Hit hit{.field = "access", .place = &answer->place()};
        hit.value = words;
        hit.message = fmt::format("'{}' says what may be done with it, and not who may see it",
                                  shortened(words));
        hit.fix = "state it as the rights, and the terms of access here";
        hits.push_back(std::move(hit));
    }
}

void check(const Record& record, const Context&, Hits& hits) {
    look_at_rights(record, hits);
    look_at_access(record, hits);
}

}  // namespace

extern const Rule acc005_access_as_rights;
const Rule acc005_access_as_rights{
    .info = {.id = "ACC005",
             .title = "A term of access stands in the place of the rights, or the reverse",
             .level = AuditLevel::warning,
             .why = "Open access is no licence: a document that everybody may see can be in "
                    "copyright, and one in the public domain can be closed. Who looks in the one "
                    "place for the other is misled.",
             .fix = "state it as access, and the copyright status or licence as the rights",
             .example = "rights: open access",
             .source = "OpenAIRE guidelines, access rights (\"Do not confuse\"); DACS 4.1 and 4.4"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
