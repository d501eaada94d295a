// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// What the form of the capture is known to lose.
std::string explanation(const Record& record, const Answer& answer) {
    const Origin* origin = record.origin(answer.place().origin);
    if (origin == nullptr) return {};
    const bool loses_links =
        std::ranges::find(origin->drops, Drop::linked_values) != origin->drops.end();
    return loses_links ? " (captures of this form lose values that were links)" : "";
}

/// A column is of a whole table: that it is there says nothing of one row.
bool is_column(const Record& record, const Answer& answer) {
    const Origin* origin = record.origin(answer.place().origin);
    return origin != nullptr &&
           (origin->kind == OriginKind::table || origin->kind == OriginKind::hand_over);
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer& answer : record.answers()) {
        if (answer.state() != State::blank || !trimmed(answer.words).empty()) continue;
        if (record.is_answered(answer.field)) continue;
        Hit hit{.field = answer.field, .place = &answer.place()};
        const std::string label =
            answer.place().label.empty() ? std::string(answer.field) : answer.place().label;
        hit.message = label + (label.ends_with(':') ? " label" : ": label") +
                      " present, value blank" + explanation(record, answer);
        if (is_column(record, answer)) {
            hit.level = AuditLevel::note;
            hit.fix = "answer it, or say that it is not known, there or in a record table";
        }
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec002_blank;
const Rule rec002_blank{
    .info = {.id = "REC002",
             .title = "A label is there and its value is blank",
             .level = AuditLevel::warning,
             .why = "The source has the field and shows nothing: lost in the capture, or never "
                    "filled in. That is another fact than a label that is absent, and neither "
                    "is an answer.",
             .fix = "complete it from another capture (solander describe --complete-from), or "
                    "answer it in a record table",
             .example = "the line \"Original Archive\" with nothing behind it",
             .source = "DACS 1, statement of principles: what is known is recorded"},
    .check = check,
};

}  // namespace solander::audit
