// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/date_range.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    for_each_access(record, [&](const Answer& answer, const AccessStatement& access) {
        if (meaning_of(access) != AccessRight::embargoed) return;
        const std::string end = closed_until(access);
        if (!is_day(end)) return;
        // One that ended before it was sealed is told as an error already.
        if (is_day(record.source().sealed) && end < record.source().sealed) return;
        if (end >= context.as_of) return;
        Hit hit{.field = "access", .place = &answer.place()};
        hit.value = end;
        hit.message = fmt::format("the embargo ended on {} (audited as of {})", end, context.as_of);
        hits.push_back(std::move(hit));
    });
}

}  // namespace

extern const Rule acc003_embargo_over;
const Rule acc003_embargo_over{
    .info = {.id = "ACC003",
             .title = "The embargo is over, and the record still says embargoed",
             .level = AuditLevel::warning,
             .why = "Readers are turned away from what they may see.",
             .fix = "look whether it can be opened, and state open access",
             .example = "embargoed until 2020-01-01, audited as of 2026",
             .source = "OpenAIRE guidelines, access rights"},
    .check = check,
};

}  // namespace solander::audit
