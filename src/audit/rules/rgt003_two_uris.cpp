// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    std::vector<const UriAnswer*> different;
    const auto uris = standing_uris(record, "rights-uri");
    for (const UriAnswer& each : uris) {
        if (!each.uri.is_known()) continue;
        const bool is_new = std::ranges::none_of(different, [&](const UriAnswer* other) {
            const bool same_thing = other->answer->rights->covers == each.answer->rights->covers;
            return !same_thing || other->uri.code() == each.uri.code();
        });
        if (is_new) different.push_back(&each);
    }
    if (different.size() < 2) return;
    std::vector<std::string> codes;
    for (const UriAnswer* each : different) codes.push_back(each->uri.code());
    Hit hit{.field = "rights-uri", .place = &different.back()->answer->place()};
    hit.value = different.back()->text;
    hit.message = fmt::format("{} are stated for one object", listed(codes));
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rgt003_two_uris;
const Rule rgt003_two_uris{
    .info = {.id = "RGT003",
             .title = "More than one status URI for one object",
             .level = AuditLevel::error,
             .why = "DPLA counts it as an error, and EDM has exactly one place: which of them "
                    "is taken is chance.",
             .fix = "decide on one; the rights in a translation or scan belong into a block of "
                    "their own",
             .example = "InC and CNE",
             .source = "DPLA (ingestion3); edm:rights 1..1"},
    .check = check,
};

}  // namespace solander::audit
