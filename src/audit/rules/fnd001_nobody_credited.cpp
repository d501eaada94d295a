// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Whether the words stop where a name should come.
bool ends_in_nothing(std::string_view words) {
    const std::string plain = folded_name(words);
    for (const std::string_view end : {" from", " by", " of", " from the", " by the", " of the"})
        if (plain.ends_with(end)) return true;
    return false;
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const FundingCredit& credit : record.document().funding_credits) {
        if (trimmed(credit.verbatim).empty()) continue;
        const bool is_lost = credit.state == State::blank || ends_in_nothing(credit.verbatim);
        if (!is_lost || !credit.funders.empty()) continue;
        Hit hit{.field = "funding-credit", .place = &credit.place};
        hit.value = credit.verbatim;
        hit.message = fmt::format("'{}' names nobody", credit.verbatim);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule fnd001_nobody_credited;
const Rule fnd001_nobody_credited{
    .info = {.id = "FND001",
             .title = "A credit line names nobody",
             .level = AuditLevel::error,
             .why = "The funder's name was a link that the capture lost, or was never filled "
                    "in: the credit that was promised is not given.",
             .fix = "complete it from another capture, or name the funder (pack --set funder=…)",
             .example = "made possible with support from",
             .source = "terms of grants; captures of the Wilson Center Digital Archive"},
    .check = check,
};

}  // namespace solander::audit
