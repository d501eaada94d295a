// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check_exception(const ExceptionOutcome& outcome, Hits& hits) {
    if (!outcome.holds() || outcome.matched > 0) return;
    if (is_of_integrity(outcome.exception->rule)) return;
    Hit hit;
    if (outcome.other_value) {
        hit.at = outcome.at("value-sha256");
        hit.message = fmt::format(
            "the exception to {} was for another value: it is '{}' by now, which nobody has "
            "accepted",
            outcome.exception->rule, shortened(*outcome.other_value));
        hit.fix = "look at the new value; accept it by its value-sha256, or repair it";
    } else if (outcome.is_seen) {
        hit.message = fmt::format("the exception to {} is for nothing that was found",
                                  outcome.exception->rule);
    } else if (!outcome.near_path.empty()) {
        hit.at = outcome.at("path");
        hit.level = AuditLevel::note;
        hit.message = fmt::format(
            "the exception to {} has the path '{}', which fits no file that was audited; paths "
            "begin at the directory of the configuration, as '{}' does",
            outcome.exception->rule, outcome.exception->path, outcome.near_path);
        hit.fix = "write the path from there on; '**/' in front of it fits any directory";
    } else {
        // It may be for a part of the collection that this audit is not of.
        hit.level = AuditLevel::note;
        hit.message = fmt::format("the exception to {} is for a record that was not audited",
                                  outcome.exception->rule);
        hit.fix = "remove the exception, if the record is gone";
    }
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule exc002_unmatched;
const Rule exc002_unmatched{
    .info = {.id = "EXC002",
             .title = "An exception matches nothing",
             .level = AuditLevel::warning,
             .why = "It was repaired, the record is called otherwise, or the value has changed: "
                    "left in the list, it would accept the next thing that happens to fit.",
             .fix = "remove the exception",
             .example = "an exception for a source that was filled in since",
             .source = "solander-exceptions.toml"},
    .check_exception = check_exception,
};

}  // namespace solander::audit
