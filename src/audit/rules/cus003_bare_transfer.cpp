// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for_each_history(record, [&](const CustodialHistory& history) {
        for (const auto& step : history.steps) {
            const auto* transfer = std::get_if<Transfer>(&step);
            if (transfer == nullptr) continue;
            std::vector<std::string> missing;
            if (!transfer->date) missing.emplace_back("no date");
            if (transfer->method.empty() && transfer->evidence.empty())
                missing.emplace_back("neither method nor evidence");
            if (missing.empty()) continue;
            Hit hit{.field = "custodial-history", .place = &history.place};
            const std::string to =
                transfer->to ? fmt::format(" to '{}'", shown(*transfer->to)) : "";
            hit.value = transfer->to ? shown(*transfer->to) : std::string();
            hit.message = fmt::format("the transfer{} has {}", to, base::listed(missing));
            hits.push_back(std::move(hit));
        }
    });
}

}  // namespace

extern const Rule cus003_bare_transfer;
const Rule cus003_bare_transfer{
    .info = {.id = "CUS003",
             .title = "A transfer has no date, or neither method nor evidence",
             .level = AuditLevel::warning,
             .why = "A name alone proves no hand-over: when, how and by what paper is what a "
                    "reader checks.",
             .fix = "add the date (EDTF, as sure as it is known), the method, and the paper "
                    "that shows it",
             .example = "Obtained by a scholar",
             .source = "DACS 5.2.3"},
    .check = check,
};

}  // namespace solander::audit
