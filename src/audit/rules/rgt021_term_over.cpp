// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "audit/date_range.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/tokens.h"

namespace solander::audit {

namespace {

/// A block that says what the law has it be; the term of a licence is another rule's.
bool is_of_law(const Rights& rights) {
    const bool is_free =
        std::ranges::any_of(rights.copyright_statuses, [](const CopyrightStatus& status) {
            return status.status == PremisCopyrightStatus::publicdomain;
        });
    // What is free was evaluated already: the end is that of the copyright it had.
    if (is_free) return false;
    return rights.basis ? *rights.basis != RightsBasis::license : rights.licences.empty();
}

/// The year of `in copyright until 2013` and `copyright expires in 2013`; empty where none stands.
std::string year_of_end(std::string_view text) {
    const auto tokens = tokens_of(text);
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        if (tokens[i].word != "copyright") continue;
        std::size_t at = i + 2;
        if (tokens[i + 1].word == "expires" && tokens[at].word == "in") ++at;
        const bool is_end = tokens[i + 1].word == "until" || tokens[i + 1].word == "expires";
        if (is_end && at < tokens.size() && tokens[at].word.size() == 4 &&
            date_range(tokens[at].word))
            return tokens[at].word;
    }
    return {};
}

bool is_over(std::string_view end, const Context& context) {
    const auto range = date_range_of_words(end);
    return range && !range->last.empty() && range->last < context.as_of;
}

void say(std::string_view field, const Place& place, std::string_view end, const Context& context,
         Hits& hits) {
    Hit hit{.field = field, .place = &place};
    hit.value = end;
    hit.message = fmt::format("the term ended with {} (audited as of {})", end, context.as_of);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const Note* note : standing_notes(record, "end_date", is_of_law))
        if (is_over(note->words, context))
            say("copyright-status", note->place, note->words, context, hits);
    for (const Answer* text : standing_rights(record, "rights")) {
        const std::string year = year_of_end(text->words);
        if (!year.empty() && is_over(year, context))
            say("rights", text->place(), year, context, hits);
    }
}

}  // namespace

extern const Rule rgt021_term_over;
const Rule rgt021_term_over{
    .info = {.id = "RGT021",
             .title = "The term of the rights is over",
             .level = AuditLevel::note,
             .why = "The record itself says until when its status holds, and that day is past: "
                    "readers may be refused what is free by now.",
             .fix = "evaluate it again, and state the result with its date",
             .example = "copyrighted, end 2013-12-31, audited in 2026",
             .source = "PREMIS 3, copyrightApplicableDates"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
