// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Whether a history is whole and no step of it begins or ends at the archive.
bool passes_by(const CustodialHistory& history, const Agent& archive) {
    bool is_any = false;
    for (const auto& step : history.steps) {
        const auto* transfer = std::get_if<Transfer>(&step);
        if (transfer == nullptr) return false;  // Where a gap is said, it may have been there.
        is_any = true;
        for (const auto* agent : {&transfer->from, &transfer->to})
            if (*agent && may_be_same_agent(**agent, archive)) return false;
    }
    return is_any && !has_phrase(folded(history.verbatim), folded_name(shown(archive)));
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto archives = record.standing("original-archive");
    if (archives.empty()) return;
    for_each_history(record, [&](const CustodialHistory& history) {
        for (const Answer* answer : archives) {
            const auto archive = agent_of(static_cast<const ArchiveStatement&>(*answer->statement));
            if (!passes_by(history, archive)) return;
        }
        Hit hit{.field = "custodial-history", .place = &history.place};
        hit.value = archives.front()->words;
        hit.message =
            fmt::format("the original is at '{}', and no step of custody begins or ends there",
                        shortened(archives.front()->words));
        hits.push_back(std::move(hit));
    });
}

}  // namespace

extern const Rule cus005_no_way_out;
const Rule cus005_no_way_out{
    .info = {.id = "CUS005",
             .title = "An archive holds the original, and custody does not touch it",
             .level = AuditLevel::warning,
             .why = "Either the document left that archive, and the step is missing; or it came "
                    "there, and that is; or what was handed on was never there.",
             .fix = "add the transfer from the archive, with the day and the manner (a copy, a "
                    "gift); or state the gap",
             .example = "an original archive, and a history that only says \"obtained by a "
                        "scholar\"",
             .source = "DACS 5.1 and 6.1; ISAD(G) 3.2.3 and 3.5.1"},
    .check = check,
};

}  // namespace solander::audit
