// SPDX-License-Identifier: Apache-2.0
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/contradiction.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

/// A statement that nobody has a copyright, beside a licence of it. Two statements are told of as
/// two; NoC-NC goes with a licence that forbids commercial use.
void hold_against_licences(const UriAnswer& free, const std::vector<UriAnswer>& uris, Hits& hits) {
    if (free.uri.statement == nullptr || free.uri.kind() != RightsClass::public_domain) return;
    for (const UriAnswer& other : uris) {
        if (!other.uri.licence || other.uri.licence->is_tool()) continue;
        if (!is_on_same_thing(*free.answer, *other.answer)) continue;
        if (conflict(standing_of(free.uri), standing_of(other.uri)) != Conflict::error) continue;
        Hit hit{.field = other.answer->field, .place = &other.answer->place()};
        hit.value = other.text;
        hit.message =
            fmt::format("{} and {} cannot both be true", free.uri.code(), other.uri.code());
        hits.push_back(std::move(hit));
    }
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto uris = standing_uris(record);
    for (const UriAnswer& each : uris) hold_against_licences(each, uris, hits);
    for (const UriAnswer& tool : uris) {
        if (!tool.uri.licence || !tool.uri.licence->is_tool()) continue;
        for (const UriAnswer& other : uris) {
            const bool is_bound =
                other.uri.is_known() && (other.uri.kind() == RightsClass::in_copyright ||
                                         (other.uri.licence && !other.uri.licence->is_tool()));
            if (!is_bound || !is_on_same_thing(*tool.answer, *other.answer)) continue;
            Hit hit{.field = other.answer->field, .place = &other.answer->place()};
            hit.value = other.text;
            hit.message =
                fmt::format("{} and {} cannot both be true", tool.uri.code(), other.uri.code());
            hits.push_back(std::move(hit));
        }
        for (const StatusAnswer& status : standing_statuses(record)) {
            if (status.status != PremisCopyrightStatus::copyrighted) continue;
            if (!is_on_same_thing(*tool.answer, *status.answer)) continue;
            Hit hit{.field = "copyright-status", .place = &status.answer->place()};
            hit.value = status.answer->words;
            hit.message = fmt::format("{} and the PREMIS status copyrighted cannot both be true",
                                      tool.uri.code());
            hits.push_back(std::move(hit));
        }
    }
}

}  // namespace

extern const Rule lic002_free_and_bound;
const Rule lic002_free_and_bound{
    .info = {.id = "LIC002",
             .title = "Free of copyright, and licensed or in copyright as well",
             .level = AuditLevel::error,
             .why = "A licence needs a copyright: CC0 and the Public Domain Mark say that there "
                    "is none to license.",
             .fix = "decide whether the work is free; then remove the other",
             .example = "Public Domain Mark and CC BY-NC",
             .source = "Creative Commons on CC0 and the Public Domain Mark"},
    .check = check,
};

}  // namespace solander::audit
