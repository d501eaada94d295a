// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

bool has_link(const Rights& rights) {
    const auto links = [](const auto& said) { return said.words.find("://") != std::string::npos; };
    return std::ranges::any_of(rights.statements, links) ||
           std::ranges::any_of(rights.notes, links) ||
           std::ranges::any_of(rights.determinations, links);
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        const std::string code = each.uri.code();
        if (code != "NoC-CR" && code != "NoC-OKLR") continue;
        if (has_link(*each.answer->rights)) continue;
        Hit hit{.field = "rights-uri", .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("{} is stated, and no address tells the restrictions", code);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt012_no_link;
const Rule rgt012_no_link{
    .info = {.id = "RGT012",
             .title = "Restrictions are claimed and not linked to",
             .level = AuditLevel::warning,
             .why = "NoC-CR and NoC-OKLR tell a reader that a contract or a law forbids "
                    "something. Which one, only the link can say.",
             .fix = "put the address of the contract or the law into the rights text",
             .example = "NoC-OKLR with no further word",
             .source = "RightsStatements.org, notes on NoC-CR and NoC-OKLR"},
    .check = check,
};

}  // namespace solander::audit
