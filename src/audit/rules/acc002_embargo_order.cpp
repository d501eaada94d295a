// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/date_range.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for_each_access(record, [&](const Answer& answer, const AccessStatement& access) {
        const bool is_embargo = meaning_of(access) == AccessRight::embargoed;
        const std::string end = closed_until(access);
        if (!is_day(end)) return;
        std::string message;
        if (is_day(access.start) && end < access.start)
            message = fmt::format("ends on {}, before it starts on {}", end, access.start);
        else if (is_embargo && is_day(record.source().sealed) && end < record.source().sealed)
            message = fmt::format("embargo ends on {}, before the package was sealed on {}", end,
                                  record.source().sealed);
        if (message.empty()) return;
        Hit hit{.field = "access", .place = &answer.place()};
        hit.value = end;
        hit.message = std::move(message);
        hits.push_back(std::move(hit));
    });
}

}  // namespace

extern const Rule acc002_embargo_order;
const Rule acc002_embargo_order{
    .info = {.id = "ACC002",
             .title = "An embargo ends before it starts, or before the deposit",
             .level = AuditLevel::error,
             .why = "It never held: a date is wrong, or the term was over when the package was "
                    "sealed.",
             .fix = "look the dates up again; if the embargo is over, state open access",
             .example = "end 2010-01-01, deposited in 2026",
             .source = "OpenAIRE guidelines, embargo period dates"},
    .check = check,
};

}  // namespace solander::audit
