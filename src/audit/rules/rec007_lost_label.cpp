// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Reading rules that find a value without the label that its form has for it. Most other rules
/// read what never had a label, such as a translator in a citation.
constexpr std::array<std::string_view, 2> kWithoutLabel{"wilson.value-after-document-information",
                                                        "wilson.rights-by-wording"};

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer& answer : record.answers()) {
        if (answer.state() != State::inferred || !answer.is_value()) continue;
        const auto& rule = answer.place().rule;
        if (std::ranges::find(kWithoutLabel, rule) == kWithoutLabel.end()) continue;
        // Where a label answers the field, nothing rests on the guess.
        const auto standing = record.standing(answer.field);
        if (std::ranges::find(standing, &answer) == standing.end()) continue;
        Hit hit{.field = answer.field, .place = &answer.place()};
        hit.value = answer.words;
        hit.message = fmt::format("'{}' stands without its label; the rule {} takes it for the {}",
                                  shortened(answer.words), rule, answer.field);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec007_lost_label;
const Rule rec007_lost_label{
    .info = {.id = "REC007",
             .title = "A value was found without its label",
             .level = AuditLevel::note,
             .why = "The capture has lost the label, and a rule told from place or wording what "
                    "the words are. The rule is named, and may be wrong.",
             .fix = "compare it with the page; if it is right, state it in a record table",
             .example = "a citation under Document Information, and no label Source",
             .source = "captures of the Wilson Center Digital Archive, form B without labels"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
