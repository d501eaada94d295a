// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

bool is_list_of_donors(const FundingCredit& credit) {
    return has_phrase(folded(credit.place.label), "donors") ||
           has_phrase(folded(credit.place.label), "donor");
}

const FundingCredit* find_with_names(const std::vector<FundingCredit>& credits, bool donors) {
    const auto found = std::ranges::find_if(credits, [donors](const FundingCredit& credit) {
        return is_list_of_donors(credit) == donors && !credit.funders.empty();
    });
    return found == credits.end() ? nullptr : &*found;
}

std::string_view name_of(const Funder& funder) {
    return funder.agent.name.empty() ? funder.agent.verbatim : funder.agent.name;
}

/// The funders of one that the other does not have.
std::vector<std::string> not_in(const FundingCredit& credit, const FundingCredit& other) {
    std::vector<std::string> names;
    for (const Funder& funder : credit.funders)
        if (std::ranges::none_of(other.funders, [&](const Funder& each) {
                return folded_name(name_of(each)) == folded_name(name_of(funder));
            }))
            names.emplace_back(name_of(funder));
    return names;
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto& credits = record.document().funding_credits;
    const FundingCredit* donors = find_with_names(credits, true);
    const FundingCredit* credit = find_with_names(credits, false);
    if (donors == nullptr || credit == nullptr) return;
    const auto missing_donors = not_in(*credit, *donors);
    const auto missing_credits = not_in(*donors, *credit);
    if (missing_donors.empty() && missing_credits.empty()) return;
    Hit hit{.field = "funding-credit", .place = &donors->place};
    hit.value = donors->verbatim;
    std::vector<std::string> parts;
    if (!missing_credits.empty())
        parts.push_back(base::listed(missing_credits) + " only among the donors");
    if (!missing_donors.empty())
        parts.push_back(base::listed(missing_donors) + " only in the credit line");
    hit.message = base::listed(parts);
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule fnd002_donors_differ;
const Rule fnd002_donors_differ{
    .info = {.id = "FND002",
             .title = "The credit line and the donors differ",
             .level = AuditLevel::error,
             .why = "One of two funders is thanked in one place and both in the other: one of "
                    "the lists is wrong, and a grant asks for the right one.",
             .fix = "compare both with the grant, and name the same funders in both",
             .example = "made possible by A; Donors: A and B",
             .source = "terms of grants; Wilson Center record 117671"},
    .check = check,
};

}  // namespace solander::audit
