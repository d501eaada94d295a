// SPDX-License-Identifier: Apache-2.0
#include "audit/grants.h"

#include <array>
#include <cstddef>
#include <optional>

#include "audit/words.h"

namespace solander::audit {

namespace {

constexpr std::size_t kGrantCovers = static_cast<std::size_t>(RightsCovers::unstated) + 1;

DateRange term_of(const Grant& grant) {
    DateRange term;
    if (const auto start = date_range(grant.start)) term.first = start->first;
    if (const auto end = date_range(grant.end)) term.last = end->last;
    return term;
}

}  // namespace

std::vector<StandingGrant> standing_grants(const Record& record) {
    std::array<std::optional<std::string_view>, kGrantCovers> origins;
    std::vector<StandingGrant> found;
    for (const Rights& rights : record.document().rights) {
        if (rights.covers == RightsCovers::metadata) continue;
        for (const Grant& grant : rights.grants) {
            auto& origin = origins.at(static_cast<std::size_t>(rights.covers));
            if (!origin) origin = grant.place.origin;
            if (*origin != grant.place.origin) continue;
            found.push_back({&grant, &rights, folded(trimmed(grant.act)),
                             folded(trimmed(grant.restriction)), term_of(grant)});
        }
    }
    return found;
}

bool holds_on(const DateRange& term, std::string_view day) {
    return (term.first.empty() || term.first <= day) && (term.last.empty() || term.last >= day);
}

}  // namespace solander::audit
