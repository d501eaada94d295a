// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer& answer : record.answers()) {
        if (answer.field == "copyright-status" || answer.field == "funding-credit") continue;
        const bool speaks = answer.state() == State::stated || answer.state() == State::inferred ||
                            answer.state() == State::blank;
        if (!speaks || trimmed(answer.words).empty() || !is_placeholder(answer.words)) continue;
        Hit hit{.field = answer.field, .place = &answer.place()};
        hit.value = answer.words;
        hit.message =
            fmt::format("{}: '{}' is a placeholder, not a value", answer.field, answer.words);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec004_placeholder;
const Rule rec004_placeholder{
    .info = {.id = "REC004",
             .title = "A placeholder stands where a value should",
             .level = AuditLevel::warning,
             .why = "Systems export NULL, editors type N/A, and Ibid. means a source that is "
                    "not there any more. Search finds them as if they were values.",
             .fix = "give the value, or say that it is not known: [unknown: …] in a record "
                    "table",
             .example = "Source: Ibid.",
             .source = "AtoM exports of NULL; source notes of printed editions"},
    .check = check,
};

}  // namespace solander::audit
