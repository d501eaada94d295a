// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

std::string missing(const AccessStatement& access) {
    if (access.start.empty() && closed_until(access).empty()) return "neither start nor end";
    return access.start.empty() ? "no start" : "no end";
}

void check(const Record& record, const Context&, Hits& hits) {
    for_each_access(record, [&](const Answer& answer, const AccessStatement& access) {
        if (meaning_of(access) != AccessRight::embargoed) return;
        if (!access.start.empty() && !closed_until(access).empty()) return;
        Hit hit{.field = "access", .place = &answer.place()};
        hit.value = answer.words;
        hit.message = fmt::format("embargoed, and {} is given", missing(access));
        hits.push_back(std::move(hit));
    });
}

}  // namespace

extern const Rule acc001_embargo_dates;
const Rule acc001_embargo_dates{
    .info = {.id = "ACC001",
             .title = "An embargo has not both its dates",
             .level = AuditLevel::error,
             .why = "Without the end nobody knows when to open it, and without the start nobody "
                    "can check the term.",
             .fix = "give start and end of the embargo, YYYY-MM-DD",
             .example = "embargoed access, end 2030-01-01, no start",
             .source = "OpenAIRE guidelines, embargo period dates"},
    .check = check,
};

}  // namespace solander::audit
