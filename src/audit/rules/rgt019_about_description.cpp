// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    for (const TextClaims& text : standing_claims(record, context)) {
        const Claim* about = nullptr;
        bool is_also_of_document = false;
        for (const Claim& claim : text.claims) {
            if (claim.scope != ClaimScope::description)
                is_also_of_document = true;
            else if (about == nullptr)
                about = &claim;
        }
        if (about == nullptr || is_also_of_document) continue;
        Hit hit{.field = "rights", .place = &text.answer->place()};
        hit.value = about->words;
        hit.message = fmt::format(
            "'{}' is about the description, and nothing in the text is about the document",
            shortened(about->sentence));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt019_about_description;
const Rule rgt019_about_description{
    .info = {.id = "RGT019",
             .title = "The rights statement is about the description, not the document",
             .level = AuditLevel::warning,
             .why = "That the metadata is free says nothing of the letter that it describes; a "
                    "reader in a hurry takes the one for the other.",
             .fix = "say it in a block of rights that covers the metadata, and say of the "
                    "document what is known",
             .example = "The metadata is CC0",
             .source = "DACS 8.2; EAD3 rightsdeclaration"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
