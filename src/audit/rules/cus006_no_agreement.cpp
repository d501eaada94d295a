// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool names_agreement(std::string_view words) {
    static constexpr std::array<std::string_view, 13> kNames{
        "deed of gift",        "deeds of gift",      "gift agreement",     "deposit agreement",
        "donation agreement",  "donor agreement",    "loan agreement",     "bill of sale",
        "deed of deposit",     "transfer agreement", "purchase agreement", "letter of gift",
        "agreement of deposit"};
    const std::string plain = folded(words);
    return std::ranges::any_of(kNames,
                               [&](std::string_view each) { return has_phrase(plain, each); });
}

/// In what words a history says that a gift, deposit or sale was made; empty if it does not.
std::string_view acquisition_in(std::string_view words) {
    static constexpr std::array<std::string_view, 14> kSigns{
        "gift",         "gift of",        "donated by", "donated to", "donation",
        "deposited by", "deposited with", "on deposit", "deposit",    "bequest",
        "bequeathed",   "purchased from", "purchase",   "bought from"};
    const std::string plain = folded(words);
    const auto* found = std::ranges::find_if(
        kSigns, [&](std::string_view each) { return has_phrase(plain, each); });
    return found == kSigns.end() ? std::string_view() : *found;
}

bool names_agreement(const Transfer& transfer) {
    return names_agreement(transfer.method) ||
           std::ranges::any_of(transfer.evidence, [](const Evidence& each) {
               return names_agreement(each.words) || names_agreement(each.file);
           });
}

bool is_named_in_words(const Record& record) {
    bool named = false;
    for_each_history(record, [&](const CustodialHistory& history) {
        named = named || names_agreement(history.verbatim);
        for (const auto& step : history.steps)
            if (const auto* transfer = std::get_if<Transfer>(&step))
                named = named || names_agreement(*transfer);
    });
    const auto is_note = [](const Note& note) {
        return names_agreement(note.words) || names_agreement(note.type);
    };
    for (const Rights& rights : record.document().rights)
        named = named || std::ranges::any_of(rights.notes, is_note) ||
                std::ranges::any_of(rights.statements, [](const TextStatement& each) {
                    return names_agreement(each.words);
                });
    return named || std::ranges::any_of(record.document().notes, is_note);
}

void tell(const Place* place, std::string value, std::string_view rest, Hits& hits) {
    Hit hit{.field = "deposit", .place = place};
    hit.value = std::move(value);
    hit.message = fmt::format("no deed of gift or deposit agreement is named{}", rest);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    if (!record.source().agreements.empty() || is_named_in_words(record)) return;
    // What was handed over is told of once, the package; a record alone has no place for it, and is
    // told of where it says that it was given.
    if (!record.source().package.empty())
        return tell(nullptr, record.source().package, " in the package", hits);
    for_each_history(record, [&](const CustodialHistory& history) {
        if (!hits.empty()) return;
        std::string_view sign = acquisition_in(history.verbatim);
        for (const auto& step : history.steps)
            if (const auto* transfer = std::get_if<Transfer>(&step); transfer && sign.empty())
                sign = acquisition_in(transfer->method);
        if (!sign.empty())
            tell(&history.place, std::string(sign),
                 fmt::format(", and custody tells of '{}'", sign), hits);
    });
}

}  // namespace

extern const Rule cus006_no_agreement;
const Rule cus006_no_agreement{
    .info = {.id = "CUS006",
             .title = "No deed of gift or deposit agreement is named",
             .level = AuditLevel::note,
             .why = "What the archive may do with a document, and what the giver kept for himself, "
                    "stands in that paper and nowhere else.",
             .fix = "name it (pack --set deed-of-gift=…), or say in the history of custody that "
                    "there is none",
             .example = "\"Gift of the family, 1954\", and no paper",
             .source = "DACS 5.2; ISAD(G) 3.2.4"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
