// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

std::string_view name_of(const Funder& funder) {
    return funder.agent.name.empty() ? funder.agent.verbatim : funder.agent.name;
}

/// Where a credit line names a funder, by itself or as the line is printed; null: nowhere.
const FundingCredit* find_credit(const Record& record, const AuditFunder& funder,
                                 const Context& context) {
    for (const FundingCredit& credit : record.document().funding_credits) {
        const bool is_named = std::ranges::any_of(credit.funders, [&](const Funder& each) {
            return context.funders.find(name_of(each)) == &funder;
        });
        if (is_named) return &credit;
        const std::string line = folded(credit.verbatim);
        if (has_phrase(line, folded_name(funder.name))) return &credit;
        for (const std::string& alias : funder.aliases)
            if (has_phrase(line, folded_name(alias))) return &credit;
    }
    return nullptr;
}

/// The wording, with each of the funder's names in the place of the first.
std::vector<std::string> wordings_of(const AuditFunder& funder) {
    std::string credit = folded(funder.credit);
    while (!credit.empty() &&
           std::string_view(".,;: ").find(credit.back()) != std::string_view::npos)
        credit.pop_back();
    std::vector<std::string> wordings{credit};
    const std::string name = folded(funder.name);
    const auto at = credit.find(name);
    if (at == std::string::npos) return wordings;
    for (const std::string& alias : funder.aliases) {
        std::string other = credit;
        wordings.push_back(other.replace(at, name.size(), folded(alias)));
    }
    return wordings;
}

bool has_wording(const Record& record, const AuditFunder& funder) {
    const auto wordings = wordings_of(funder);
    const auto says_it = [&](std::string_view text) {
        const std::string plain = folded(text);
        return std::ranges::any_of(
            wordings, [&](const std::string& wording) { return has_phrase(plain, wording); });
    };
    return std::ranges::any_of(record.answers(), [&](const Answer& answer) {
        return (answer.field == "funding-credit" || answer.field == "rights") &&
               says_it(answer.words);
    });
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const AuditFunder& funder : context.funders.all()) {
        if (funder.credit.empty()) continue;
        const FundingCredit* credit = find_credit(record, funder, context);
        if (credit == nullptr || has_wording(record, funder)) continue;
        Hit hit{.field = "funding-credit", .place = &credit->place};
        hit.value = credit->verbatim;
        hit.message = fmt::format("'{}' has not the words that {} requires",
                                  shortened(credit->verbatim), funder.name);
        hit.fix = fmt::format("credit it as \"{}\"", funder.credit);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule fnd003_credit_wording;
const Rule fnd003_credit_wording{
    .info = {.id = "FND003",
             .title = "The credit has not the wording that the funder requires",
             .level = AuditLevel::warning,
             .why = "Many grants say in which words they are to be acknowledged, and a report that "
                    "counts acknowledgements looks for those. Which words, the configuration "
                    "says for each funder.",
             .fix = "credit the funder in the words of the configuration",
             .example = "supported by the Foundation, where \"made possible with support from the "
                        "Foundation\" is required",
             .source = "terms of grants, as solander.toml has them"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
