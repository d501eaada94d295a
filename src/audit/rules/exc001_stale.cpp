// SPDX-License-Identifier: Apache-2.0
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

void check_exception(const ExceptionOutcome& outcome, Hits& hits) {
    if (!outcome.wrong.empty() || outcome.stale.empty()) return;
    if (is_of_integrity(outcome.exception->rule)) return;
    Hit hit;
    hit.at = outcome.at(outcome.key);
    std::string_view rest = outcome.matched == 0 ? "there is nothing left that it was for"
                                                 : "what it was for counts again";
    if (outcome.is_early)
        rest = outcome.matched == 0 ? "nothing was found that it is for"
                                    : "until then, what it is for counts";
    hit.message =
        fmt::format("the exception to {} {}; {}", outcome.exception->rule, outcome.stale, rest);
    if (outcome.is_early) hit.fix = "wait for that day, or correct it";
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule exc001_stale;
const Rule exc001_stale{
    .info = {.id = "EXC001",
             .title = "An exception does not hold on this day",
             .level = AuditLevel::warning,
             .why = "Whoever accepted a finding did so for a time: holders change their minds, "
                    "advice grows old, and somebody should look again.",
             .fix = "decide again, with a new day and name; or remove the exception",
             .example = "expires = 2026-01-31, audited in March",
             .source = "solander-exceptions.toml"},
    .check_exception = check_exception,
};

}  // namespace solander::audit
