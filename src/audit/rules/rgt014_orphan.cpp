// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        const std::string code = each.uri.code();
        if (code != "NKC" && code != "NoC-US") continue;
        const HolderWords found = unlocated_holder_of(record, *each.answer->rights);
        if (found.words.empty()) continue;
        Hit hit{.field = "rights-uri", .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format(
            "{} says that there is no copyright to be known of, and the "
            "record that its holder was not found ('{}')",
            code, shortened(found.words));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt014_orphan;
const Rule rgt014_orphan{
    .info = {.id = "RGT014",
             .title = "No copyright is claimed for an orphan",
             .level = AuditLevel::error,
             .why = "A work whose holder cannot be found is in copyright all the same. NKC and "
                    "NoC-US are not for it, and mislead those who rely on them.",
             .fix =
                 "state InC-RUU (in the European Union, InC-OW-EU if it is registered there); or "
                 "correct the words, if there is no holder to be found",
             .example = "NKC beside \"the rights holder could not be found\"",
             .source = "RightsStatements.org, notes on NKC, NoC-US and InC-RUU"},
    .check = check,
};

}  // namespace solander::audit
