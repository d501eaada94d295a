// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

void check_exception(const ExceptionOutcome& outcome, Hits& hits) {
    if (!is_of_integrity(outcome.exception->rule)) return;
    Hit hit;
    hit.at = outcome.at("rule");
    hit.message =
        fmt::format("{} cannot be accepted; the exception has no effect", outcome.exception->rule);
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule exc004_integrity;
const Rule exc004_integrity{
    .info = {.id = "EXC004",
             .title = "An exception is for what nobody can accept",
             .level = AuditLevel::error,
             .why = "That a text is no record, or custody does not hang together, is no matter of "
                    "opinion or wording: what rests on it is the proof itself.",
             .fix = "remove the exception, and repair what was found; a gap in custody can be "
                    "stated as one",
             .example = "an exception to REC001 or CUS001",
             .source = "solander-exceptions.toml"},
    .check_exception = check_exception,
};

}  // namespace solander::audit
