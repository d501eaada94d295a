// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"

namespace solander::audit {

namespace {

void check_exception(const ExceptionOutcome& outcome, Hits& hits) {
    if (outcome.wrong.empty() || is_of_integrity(outcome.exception->rule)) return;
    Hit hit;
    hit.at = outcome.at(outcome.key);
    hit.message =
        outcome.exception->rule.empty()
            ? fmt::format("the exception {}", outcome.wrong)
            : fmt::format("the exception to {} {}", outcome.exception->rule, outcome.wrong);
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule exc003_invalid;
const Rule exc003_invalid{
    .info = {.id = "EXC003",
             .title = "An exception does not say what it has to, and accepts nothing",
             .level = AuditLevel::error,
             .why = "An exception is somebody's word, and a reader in ten years has to know whose, "
                    "why and until when. Without that it would only be a finding that is hidden.",
             .fix = "state rule, record or path, reason, comment, by, and on or expires, for three "
                    "years at most",
             .example = "an exception without comment; expires = 2099-12-31",
             .source = "solander-exceptions.toml"},
    .check_exception = check_exception,
};

}  // namespace solander::audit
