// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

using Said = std::pair<const Answer*, std::string>;

/// What says that it is in copyright, and that somebody could be asked.
std::vector<Said> in_copyright(const Record& record) {
    std::vector<Said> said;
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        const std::string code = each.uri.code();
        // Of these it is known that there is nobody to name.
        if (code == "InC-RUU" || code == "InC-OW-EU" || !each.uri.is_known()) continue;
        if (each.uri.kind() == RightsClass::in_copyright) said.emplace_back(each.answer, code);
    }
    for (const StatusAnswer& each : standing_statuses(record))
        if (each.status == PremisCopyrightStatus::copyrighted)
            said.emplace_back(each.answer, "the PREMIS status copyrighted");
    for (const TextClaims& text : standing_claims(record))
        for (const Claim& claim : text.claims)
            if (claim.scope == ClaimScope::item && claim.standing.kind == RightsClass::in_copyright)
                said.emplace_back(text.answer, fmt::format("'{}'", claim.words));
    return said;
}

/// Whether a rights text tells in its own words whose the right is, or whom to ask.
bool names_somebody(std::string_view text) {
    static constexpr std::array<std::string_view, 19> kSigns{
        "held by",       "owned by",        "retained by", "belongs to",  "remains with",
        "resides with",  "vested in",       "holds",       "retains",     "heirs",
        "estate",        "contact",         "apply to",    "write to",    "ask",
        "permission of", "permission from", "holder",      "copyright of"};
    const std::string words = folded(text);
    // The sign and the year behind it are followed by the name.
    if (words.find('@') != words.npos || words.find("\u00A9") != words.npos ||
        words.find("(c)") != words.npos)
        return true;
    return std::ranges::any_of(kSigns,
                               [&](std::string_view sign) { return has_phrase(words, sign); });
}

bool is_told(const Record& record, const Answer& of) {
    for (const std::string_view field : {"rights-holder", "contact"})
        for (const Answer* answer : record.of(field)) {
            const bool is_answered = answer->is_value() ||
                                     answer->state() == State::stated_unknown ||
                                     answer->state() == State::stated_none;
            if (is_answered && is_on_same_thing(*answer, of)) return true;
        }
    if (!unlocated_holder_of(record, *of.rights).words.empty()) return true;
    for (const Answer* text : standing_rights(record, "rights"))
        if (is_on_same_thing(*text, of) && names_somebody(text->words)) return true;
    return false;
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const auto& [answer, what] : in_copyright(record)) {
        if (is_told(record, *answer)) continue;
        Hit hit{.field = "rights-holder", .place = &answer->place()};
        hit.value = answer->uri.empty() ? answer->words : answer->uri;
        hit.message = fmt::format("{} is stated, and neither holder nor contact", what);
        hits.push_back(std::move(hit));
        return;
    }
}

}  // namespace

extern const Rule rgt016_no_holder;
const Rule rgt016_no_holder{
    .info = {.id = "RGT016",
             .title = "In copyright, and nobody to ask is named",
             .level = AuditLevel::warning,
             .why = "A reader is told to ask and not whom. Who made the work need not be who "
                    "holds the rights in it today.",
             .fix = "name the rights holder, or a contact who knows; or state that the holder is "
                    "not known",
             .example = "In Copyright with no holder",
             .source = "DACS 4.4.8; samvera/hyrax#3294"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
