// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context&, Hits& hits) {
    const auto uris = standing_uris(record, "rights-uri");
    std::map<RightsCovers, std::vector<const UriAnswer*>> different;
    for (const UriAnswer& each : uris) {
        if (!each.uri.is_known()) continue;
        auto& known = different[each.answer->rights->covers];
        const bool is_new = std::ranges::none_of(
            known, [&](const UriAnswer* other) { return other->uri.code() == each.uri.code(); });
        if (is_new) known.push_back(&each);
    }
    for (const auto& [covers, known] : different) {
        if (known.size() < 2) continue;
        std::vector<std::string> codes;
        codes.reserve(known.size());
        for (const UriAnswer* each : known) codes.push_back(each->uri.code());
        Hit hit{.field = "rights-uri", .place = &known.back()->answer->place()};
        hit.value = known.back()->text;
        hit.message = fmt::format("{} are stated for one object", base::listed(codes));
        hits.push_back(std::move(hit));
    }
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
