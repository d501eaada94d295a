// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool welcomes_education(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kWords{
        "research and educational purposes", "educational and research purposes",
        "research or educational purposes", "educational purposes", "educational use"};
    const std::string words = folded(text);
    return std::ranges::any_of(kWords,
                               [&](std::string_view each) { return has_phrase(words, each); });
}

/// Whether a text says outright that this document is in copyright.
bool asserts_copyright(const TextClaims& text) {
    return std::ranges::any_of(text.claims, [](const Claim& claim) {
        return claim.scope == ClaimScope::item && !claim.is_hedged &&
               claim.standing.kind == RightsClass::in_copyright;
    });
}

/// Whether the record tells who could give the permission, or who found that it was given.
bool has_ground(const Record& record, const UriAnswer& uri) {
    const auto holders = standing_rights(record, "rights-holder");
    return std::ranges::any_of(
               holders,
               [&](const Answer* holder) { return is_on_same_thing(*holder, *uri.answer); }) ||
           !uri.answer->rights->determinations.empty();
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& uri : standing_uris(record, "rights-uri")) {
        if (uri.uri.code() != "InC-EDU" || has_ground(record, uri)) continue;
        for (const TextClaims& text : standing_claims(record)) {
            if (!is_on_same_thing(*text.answer, *uri.answer)) continue;
            if (!welcomes_education(text.answer->words) || asserts_copyright(text)) continue;
            Hit hit{.field = "rights-uri", .place = &uri.answer->place()};
            hit.value = uri.text;
            hit.message =
                "InC-EDU says that it is in copyright and that the holder permits educational "
                "use; the text only welcomes such use";
            hits.push_back(std::move(hit));
        }
    }
}

}  // namespace

extern const Rule rgt022_no_permission;
const Rule rgt022_no_permission{
    .info = {.id = "RGT022",
             .title = "A welcome to educational use was taken for InC-EDU",
             .level = AuditLevel::note,
             .why = "InC-EDU asserts two things: the document is in copyright, and its holder "
                    "has permitted educational use. A publisher who welcomes reuse \"for "
                    "research and educational purposes\" says neither.",
             .fix = "name the holder who gave the permission; or state in rights-uri that it was "
                    "not evaluated (http://rightsstatements.org/vocab/CNE/1.0/), or evaluated and "
                    "not found out (http://rightsstatements.org/vocab/UND/1.0/)",
             .example = "InC-EDU beside a publisher's notice that welcomes reuse",
             .source = "RightsStatements.org, notes on InC-EDU"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
