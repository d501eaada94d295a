// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// A credit line and the list of donors name the same one.
bool is_told(const Hits& hits, const std::string& name) {
    return std::ranges::any_of(
        hits, [&](const Hit& hit) { return folded_name(hit.value) == folded_name(name); });
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const FundingCredit& credit : record.document().funding_credits)
        for (const Funder& funder : credit.funders) {
            const auto name = funder.agent.name.empty() ? funder.agent.verbatim : funder.agent.name;
            if (name.empty() || !funder.agent.authorities.empty()) continue;
            if (is_told(hits, name)) continue;
            Hit hit{.field = "funder", .place = &credit.place};
            hit.value = name;
            hit.message = fmt::format("funder \"{}\" has no identifier", name);
            const AuditFunder* known = context.funders.find(name);
            if (known != nullptr && !known->identifier.empty())
                hit.fix = fmt::format("add {}", known->identifier);
            hits.push_back(std::move(hit));
        }
}

}  // namespace

extern const Rule fnd004_no_identifier;
const Rule fnd004_no_identifier{
    .info = {.id = "FND004",
             .title = "A funder has no identifier",
             .level = AuditLevel::note,
             .why = "Names of foundations change and are spelt in many ways; an identifier is "
                    "what reports on grants are made from.",
             .fix = "add its ROR, Crossref Funder ID or ISNI",
             .example = "Leon Levy Foundation, by name only",
             .source = "OpenAIRE guidelines, funding reference (recommended)"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
