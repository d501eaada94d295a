// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

void check_exception(const ExceptionOutcome& outcome, Hits& hits) {
    if (!outcome.wrong.empty() || outcome.stale.empty()) return;
    if (is_of_integrity(outcome.exception->rule)) return;
    Hit hit;
    hit.message = fmt::format("the exception to {} {}; {}", outcome.exception->rule, outcome.stale,
                              outcome.matched == 0 ? "there is nothing left that it was for"
                                                   : "what it was for counts again");
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
