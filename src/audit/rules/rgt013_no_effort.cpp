// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// What is not told of the effort; empty if who, when and how are.
std::string missing_effort(const Record& record) {
    bool is_any = false;
    for (const Rights& rights : record.document().rights)
        for (const Determination& each : rights.determinations) {
            is_any = true;
            if (!each.by.empty() && !each.date.empty() && !each.words.empty()) return {};
        }
    return is_any ? "the determination does not say who, when and how"
                  : "no determination is there";
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        const std::string code = each.uri.code();
        if (code != "NKC" && code != "NoC-US" && code != "UND") continue;
        const std::string missing = missing_effort(record);
        if (missing.empty()) continue;
        Hit hit{.field = "rights-uri", .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format("{} says that an effort was made: {}", code, missing);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt013_no_effort;
const Rule rgt013_no_effort{
    .info = {.id = "RGT013",
             .title = "A statement that needs an effort has no determination",
             .level = AuditLevel::warning,
             .why = "NKC, NoC-US and UND say that somebody looked and what came of it. Without "
                    "who, when and how it cannot be told from a guess.",
             .fix = "record the determination: who decided, when, and what was looked at",
             .example = "Copyright Undetermined with nobody who tried",
             .source = "RightsStatements.org, notes on NKC, NoC-US and UND"},
    .check = check,
};

}  // namespace solander::audit
