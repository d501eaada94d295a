// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// What is not told of the effort; empty if who, when and how are.
std::string_view missing_effort(const Record& record) {
    if (is_determined(record)) return {};
    const bool is_any = std::ranges::any_of(
        record.document().rights, [](const Rights& each) { return !each.determinations.empty(); });
    return is_any ? "the determination does not say who, when and how"
                  : "no determination is there";
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        const std::string code = each.uri.code();
        if (code != "NKC" && code != "NoC-US" && code != "UND") continue;
        const std::string_view missing = missing_effort(record);
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
