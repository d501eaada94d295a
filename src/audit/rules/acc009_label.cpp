// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/local_contexts.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

struct Labelled {
    const LocalContextsLabel* label = nullptr;
    const Place* place = nullptr;
};

/// The labels that limit who may see it, each once.
std::vector<Labelled> limiting_labels(const Record& record) {
    std::vector<Labelled> found;
    std::set<std::string_view> known;
    const auto look = [&](std::string_view text, const Place& place) {
        for (const LocalContextsLabel* label : labels_in(text))
            if (label->access != LabelAccess::any && known.insert(label->code).second)
                found.push_back({label, &place});
    };
    for (const std::string_view field : {"rights", "rights-uri", "licence", "access"})
        for (const Answer* answer : standing_rights(record, field)) {
            look(answer->words, answer->place());
            if (answer->uri != answer->words) look(answer->uri, answer->place());
        }
    for (const Rights& rights : record.document().rights)
        if (rights.covers != RightsCovers::metadata)
            for (const Note& note : rights.notes) look(note.words, note.place);
    return found;
}

/// What opens the document to everybody: a licence, or the words that it is open. Empty: nothing.
std::string what_opens(const Record& record) {
    for (const UriAnswer& each : standing_uris(record))
        if (each.uri.licence) return each.uri.code();
    for (const Answer* answer : standing_rights(record, "access"))
        if (meaning_of(static_cast<const AccessStatement&>(*answer->statement)) ==
            AccessRight::open)
            return std::string(answer->words.empty() ? answer->uri : answer->words);
    return {};
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto labels = limiting_labels(record);
    if (labels.empty()) return;
    const std::string open = what_opens(record);
    if (open.empty()) return;
    for (const Labelled& each : labels) {
        Hit hit{.field = "access", .place = each.place};
        hit.value = each.label->code;
        hit.message =
            fmt::format("{} ({}) stands beside '{}'", each.label->name, each.label->code, open);
        if (each.label->access == LabelAccess::care) {
            hit.level = AuditLevel::review;
            hit.fix = "ask the community whether the document may be open as it is";
        }
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule acc009_label;
const Rule acc009_label{
    .info = {.id = "ACC009",
             .title = "A label that limits who may see it stands beside open access or a licence",
             .level = AuditLevel::error,
             .why = "The community has said that this is not for everybody, and the record gives "
                    "it to everybody. What is once shown cannot be taken back.",
             .fix = "close it, and ask the community that the label is from",
             .example = "TK Secret / Sacred (TK SS), and CC BY 4.0",
             .source = "Local Contexts, TK and BC labels (localcontextshub 6408f588)"},
    .check = check,
};

}  // namespace solander::audit
