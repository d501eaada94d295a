// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "audit/hedged_text.h"
#include "audit/notice_parts.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// A known text with words of its own: whatever is known of the text, it need not hold any more.
std::string told_of_change(const KnownText& known, bool has_status) {
    std::string message =
        fmt::format("changed wording of the known text {}: {}", known.name, known.changes);
    if (known.scope == AuditTextScope::collection && !has_status)
        message += ". States no status for this item";
    return message;
}

std::string told_of_known(const KnownText& known, std::string_view words) {
    if (known.scope == AuditTextScope::item)
        return fmt::format("text that leaves the status of this item open (known: {})", known.name);
    std::string message = fmt::format(
        "hedged, collection-level text (known: {}). States no status for this item", known.name);
    const std::string parts = parts_sentence(words);
    if (!parts.empty()) message += ". " + parts;
    return message;
}

std::string told_of(const TextClaims& text, const KnownTexts& texts, bool has_status) {
    const auto known = known_text(*text.answer, texts);
    if (known && !known->is_same()) return told_of_change(*known, has_status);
    if (has_status) return {};
    if (known) return leaves_open(*known) ? told_of_known(*known, text.answer->words) : "";
    const Claim* hedge = open_hedge(text);
    if (hedge == nullptr) return {};
    return fmt::format("hedged text ('{}'). States no status for this item",
                       shortened(hedge->sentence));
}

void check(const Record& record, const Context& context, Hits& hits) {
    const bool has_status = has_item_status(record) || is_determined(record);
    for (const TextClaims& text : standing_claims(record)) {
        std::string message = told_of(text, context.texts, has_status);
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
             .fix = "evaluated for this item and not found out: rights-uri "
                    "http://rightsstatements.org/vocab/UND/1.0/; not evaluated: "
                    "http://rightsstatements.org/vocab/CNE/1.0/ (which Europeana takes, too)",
             .example = "Some documents may be subject to copyright",
             .source = "DACS 4.4.7; NARA's crosswalk of use restrictions"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
