// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/funder_ids.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// Without a scheme that is known, the form shows which one is meant.
std::string wrong_with(const TypedWords& authority) {
    auto scheme = find_funder_scheme(authority.type);
    if (!scheme) scheme = scheme_of_form(authority.words);
    return scheme ? wrong_with_funder_id(*scheme, authority.words) : std::string();
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const FundingCredit& credit : record.document().funding_credits)
        for (const Funder& funder : credit.funders)
            for (const TypedWords& authority : funder.agent.authorities) {
                const std::string wrong = wrong_with(authority);
                if (wrong.empty()) continue;
                Hit hit{.field = "funder", .place = &credit.place};
                hit.value = authority.words;
                hit.message = fmt::format("'{}' {}", authority.words, wrong);
                hits.push_back(std::move(hit));
            }
}

}  // namespace

extern const Rule fnd005_identifier;
const Rule fnd005_identifier{
    .info = {.id = "FND005",
             .title = "An identifier of a funder is malformed, or of another kind",
             .level = AuditLevel::error,
             .why = "A slip in a digit names another body or nobody, and an identifier in the "
                    "wrong place is not found by anybody.",
             .fix = "copy the identifier again from its own site",
             .example = "a ROR where a Crossref Funder ID should stand; a wrong check digit",
             .source =
                 "ISO 27729 (ISNI); ror.org; Crossref Funder Registry; DataCite enumerations"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
