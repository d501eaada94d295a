// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for_each_history(record, [&](const CustodialHistory& history) {
        const Agent* holder = nullptr;
        for (const auto& step : history.steps) {
            const auto* transfer = std::get_if<Transfer>(&step);
            if (transfer == nullptr) {
                holder = nullptr;
                continue;
            }
            if (holder != nullptr && transfer->from && !is_same_agent(*holder, *transfer->from)) {
                Hit hit{.field = "custodial-history", .place = &history.place};
                hit.value = shown(*transfer->from);
                hit.message = fmt::format("'{}' received it, and the next to give it away is '{}'",
                                          shown(*holder), shown(*transfer->from));
                hits.push_back(std::move(hit));
            }
            holder = transfer->to ? &*transfer->to : nullptr;
        }
    });
}

}  // namespace

extern const Rule cus001_gap;
const Rule cus001_gap{
    .info = {.id = "CUS001",
             .title = "A transfer starts with somebody who did not receive it",
             .level = AuditLevel::error,
             .why = "Between the two nobody is known to have held the document. A gap may be "
                    "said; it may not be passed over.",
             .fix = "name the transfer between them, or state the gap",
             .example = "Yeltsin to an archive; a library to the next",
             .source = "DACS 5.1; ISAD(G) 3.2.3"},
    .check = check,
};

}  // namespace solander::audit
