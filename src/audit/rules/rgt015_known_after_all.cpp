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

/// Whether the words in the place of a name say that there is none.
bool is_nobody(std::string_view name) {
    static constexpr std::array<std::string_view, 8> kNobody{
        "unknown", "unidentified", "unlocated", "untraced", "not", "no", "anonymous", "orphan"};
    const std::string words = folded(name);
    return std::ranges::any_of(kNobody,
                               [&](std::string_view each) { return has_phrase(words, each); });
}

/// A holder who is named may still not be found; then the record says so in its words.
void look_for_holder(const Record& record, const UriAnswer& uri, Hits& hits) {
    if (!unlocated_holder_of(record, *uri.answer->rights).words.empty()) return;
    for (const Answer* holder : standing_rights(record, "rights-holder")) {
        if (!is_on_same_thing(*holder, *uri.answer) || is_nobody(holder->words)) continue;
        Hit hit{.field = "rights-holder", .place = &holder->place()};
        hit.value = holder->words;
        hit.message = fmt::format(
            "InC-RUU says that the holder is not to be found, and '{}' is "
            "named as the holder",
            shortened(holder->words));
        hit.fix =
            "state InC if the holder can be asked; if not, say in the rights text who was "
            "looked for and that they could not be found";
        hits.push_back(std::move(hit));
    }
}

bool is_another_status(const Record& record, const Rights& rights, const UriAnswer& uri) {
    return std::ranges::any_of(record.answers(), [&](const Answer& answer) {
        return answer.rights == &rights && answer.field == "rights-uri" && answer.is_value() &&
               answer.rights != uri.answer->rights;
    });
}

bool says_not_evaluated(const Determination& determination) {
    return has_phrase(folded(determination.words), "not evaluated") ||
           has_phrase(folded(determination.words), "not been evaluated");
}

void look_for_date(const Record& record, const UriAnswer& uri, Hits& hits) {
    for (const Rights& rights : record.document().rights) {
        if (rights.covers == RightsCovers::metadata) continue;
        // The date of a block that has a URI of its own is that of its own status.
        if (!is_on_same_thing(rights, *uri.answer->rights) ||
            is_another_status(record, rights, uri))
            continue;
        std::string date;
        for (const Determination& each : rights.determinations)
            if (!says_not_evaluated(each)) date = each.date.empty() ? date : each.date;
        for (const Note& note : rights.notes)
            if (note.type == "determination_date" && !note.words.empty()) date = note.words;
        if (date.empty()) continue;
        Hit hit{.field = "rights-uri", .place = &uri.answer->place()};
        hit.value = uri.text;
        hit.message = fmt::format(
            "CNE says that nobody evaluated it, and a determination has the date {}", date);
        hits.push_back(std::move(hit));
    }
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        if (each.uri.code() == "InC-RUU") look_for_holder(record, each, hits);
        if (each.uri.code() == "CNE") look_for_date(record, each, hits);
    }
}

}  // namespace

extern const Rule rgt015_known_after_all;
const Rule rgt015_known_after_all{
    .info = {.id = "RGT015",
             .title = "The status says that something is not known, and the record knows it",
             .level = AuditLevel::error,
             .why = "InC-RUU says that no holder could be identified or located, CNE that nobody "
                    "evaluated the status. A holder who can be named and a day on which it was "
                    "determined deny it.",
             .fix =
                 "state what was determined: rights-uri http://rightsstatements.org/vocab/UND/1.0/ "
                 "if it came to nothing; or take the date away",
             .example = "InC-RUU with a rights holder; CNE with a determination of 2011",
             .source = "RightsStatements.org, notes on InC-RUU and CNE; PREMIS 3, "
                       "copyrightStatusDeterminationDate"},
    .check = check,
};

}  // namespace solander::audit
