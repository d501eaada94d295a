// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/date_range.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

bool is_licence(const Rights& rights) {
    if (rights.basis) return *rights.basis == RightsBasis::license;
    return std::ranges::any_of(rights.licences, [](const UriStatement& licence) {
        return licence.state == State::stated || licence.state == State::inferred;
    });
}

/// Whose word a block is; nothing for one that says nothing.
std::string_view origin_of(const Rights& rights) {
    if (!rights.licences.empty()) return rights.licences.front().place.origin;
    return rights.notes.empty() ? std::string_view() : rights.notes.front().place.origin;
}

struct Term {
    const Note* note = nullptr;  ///< That keeps the licence from holding on the day; null: none.
    bool is_over = false;
};

Term term_of(const Rights& rights, const Context& context) {
    for (const Note& note : rights.notes) {
        const auto range = date_range_of_words(note.words);
        if (!range) continue;
        if (note.type == "start_date" && range->first > context.as_of) return {&note, false};
        if (note.type == "end_date" && !range->last.empty() && range->last < context.as_of)
            return {&note, true};
    }
    return {};
}

/// The licences of one thing that stand: those from the origin of the first one.
std::vector<const Rights*> standing_licences(const Record& record, RightsCovers covers) {
    std::vector<const Rights*> found;
    for (const Rights& rights : record.document().rights) {
        if (rights.covers != covers || !is_licence(rights)) continue;
        if (found.empty() || origin_of(*found.front()) == origin_of(rights))
            found.push_back(&rights);
    }
    return found;
}

void check(const Record& record, const Context& context, Hits& hits) {
    using enum RightsCovers;
    for (const auto covers : {original, transcript, translation, reproduction, unstated}) {
        std::vector<Term> terms;
        for (const Rights* licence : standing_licences(record, covers))
            terms.push_back(term_of(*licence, context));
        // Of several that follow one another, the one that holds is what counts.
        if (std::ranges::any_of(terms, [](const Term& term) { return term.note == nullptr; }))
            continue;
        for (const Term& term : terms) {
            Hit hit{.field = "licence", .place = &term.note->place};
            hit.value = term.note->words;
            hit.message =
                fmt::format("the licence {} {} (audited as of {})",
                            term.is_over ? "ended on" : "starts on", hit.value, context.as_of);
            hits.push_back(std::move(hit));
        }
    }
}

}  // namespace

extern const Rule lic007_licence_term;
const Rule lic007_licence_term{
    .info = {.id = "LIC007",
             .title = "The licence has not started yet, or has ended",
             .level = AuditLevel::warning,
             .why = "On the day of the audit nobody may use the work by it, and the record says "
                    "that they may.",
             .fix = "state the rights of today; keep the term of the licence as a note",
             .example = "basis license, end 2010-09-08, audited in 2026",
             .source = "PREMIS 3, licenseApplicableDates; OpenAIRE guidelines, licence condition"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
