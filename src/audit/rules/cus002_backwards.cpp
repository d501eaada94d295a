// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/date_range.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

std::string edtf_of(const std::variant<Transfer, Gap>& step) {
    if (const auto* gap = std::get_if<Gap>(&step)) return gap->edtf;
    const auto& transfer = std::get<Transfer>(step);
    return transfer.date ? transfer.date->edtf : std::string();
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto created = date_range(record.date());
    for_each_history(record, [&](const CustodialHistory& history) {
        std::string before = created ? created->first : std::string();
        std::string of_what = fmt::format("the document's date, {}", record.date());
        for (const auto& step : history.steps) {
            const std::string edtf = edtf_of(step);
            const auto range = date_range(edtf);
            if (!range) continue;
            if (!before.empty() && !range->last.empty() && range->last < before) {
                Hit hit{.field = "custodial-history", .place = &history.place};
                hit.value = edtf;
                hit.message = fmt::format("a step of custody at {} comes before {}", edtf, of_what);
                hits.push_back(std::move(hit));
            }
            if (!range->first.empty() && range->first > before) {
                before = range->first;
                of_what = fmt::format("the step at {}", edtf);
            }
        }
    });
}

}  // namespace

extern const Rule cus002_backwards;
const Rule cus002_backwards{
    .info = {.id = "CUS002",
             .title = "Custody runs backwards, or begins before the document",
             .level = AuditLevel::error,
             .why = "Nobody can hand over what is not made yet, or what was handed over later: "
                    "one of the dates is wrong.",
             .fix = "look the dates up again; say the uncertain ones in EDTF (1962?, 1962/1963)",
             .example = "acquired 1962, created 1963",
             .source = "DACS 5.1; ISAD(G) 3.2.3"},
    .check = check,
};

}  // namespace solander::audit
