// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "audit/bounded.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// Fields of which values beyond the first can change what the others are worth.
constexpr std::array<std::string_view, 11> kDecisive{
    "rights",           "rights-uri",     "licence",          "access",
    "copyright-status", "source",         "original-archive", "custodial-history",
    "funder",           "funding-credit", "determination"};

void check(const Record& record, const Context&, Hits& hits) {
    for (const std::string& field : record.source().shortened) {
        Hit hit{.field = field};
        hit.value = field;
        hit.message = fmt::format("more than {} values of {}: the others were not looked at",
                                  kMostValues, field);
        if (std::ranges::find(kDecisive, field) != kDecisive.end()) hit.level = AuditLevel::error;
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec015_too_many;
const Rule rec015_too_many{
    .info = {.id = "REC015",
             .title = "A field has more values than an audit looks at",
             .level = AuditLevel::note,
             .why = "Values are held against each other, so their number is bounded. What is said "
                    "of the others, nobody looked at: in a field on rights, source, custody or "
                    "funding that is an error.",
             .fix = "state each thing once, or divide the record",
             .example = "a record with 5000 rights statements",
             .source = "docs/audit.md"},
    .check = check,
};

}  // namespace solander::audit
