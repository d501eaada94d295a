// SPDX-License-Identifier: Apache-2.0
#include "report/policy.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::report {

std::string policy_text(const PolicyReport& policy, bool all) {
    std::string text = fmt::format("\n  Policy {}: {}\n", base::printable(policy.file),
                                   policy.met() ? "met" : "NOT MET");
    for (const PolicyNeed& need : policy.needs)
        if (all || !need.met)
            text += fmt::format("    {} {}: {}\n      asked in {}\n", need.met ? "met" : "not met",
                                base::printable(need.name), base::printable(need.sentence),
                                base::printable(need.at));
    return text;
}

Json policy_json(const PolicyReport& policy) {
    Json needs = Json::array();
    for (const PolicyNeed& need : policy.needs)
        needs.push_back({{"name", base::printable(need.name)},
                         {"at", base::printable(need.at)},
                         {"met", need.met},
                         {"sentence", base::printable(need.sentence)}});
    return {
        {"file", base::printable(policy.file)}, {"met", policy.met()}, {"needs", std::move(needs)}};
}

std::string unmet_line(const PolicyReport& policy) {
    const auto unmet = std::ranges::count(policy.needs, false, &PolicyNeed::met);
    const auto first = std::ranges::find(policy.needs, false, &PolicyNeed::met);
    if (first == policy.needs.end()) return {};
    return fmt::format("{}: {}{}", base::printable(first->name), base::printable(first->sentence),
                       unmet > 1 ? fmt::format("; and {} more {} met", unmet - 1,
                                               unmet == 2 ? "thing is not" : "things are not")
                                 : "");
}

}  // namespace solander::report
