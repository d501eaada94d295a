// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/contradiction.h"
#include "audit/premis_terms.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

void tell(const StatusAnswer& status, std::string message, Hits& hits) {
    Hit hit{.field = "copyright-status", .place = &status.answer->place()};
    hit.value = status.answer->words;
    hit.message = std::move(message);
    hits.push_back(std::move(hit));
}

void hold_against_uris(const Record& record, const StatusAnswer& status, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record)) {
        const auto related = each.uri.premis();
        if (!related || *related == status.status) continue;
        if (!is_on_same_thing(*status.answer, *each.answer)) continue;
        tell(status,
             fmt::format("the PREMIS status is {}, the URI {} goes with {}",
                         premis_status_term(status.status), each.uri.code(),
                         premis_status_term(*related)),
             hits);
    }
}

/// A work can be free in one country and bound in another.
bool is_elsewhere(const StatusAnswer& a, const StatusAnswer& b) {
    const auto& one = static_cast<const CopyrightStatus&>(*a.answer->statement).jurisdiction;
    const auto& other = static_cast<const CopyrightStatus&>(*b.answer->statement).jurisdiction;
    return !one.empty() && !other.empty() && one != other;
}

/// One that says until when it held: the other may have begun then.
bool has_end(const StatusAnswer& status) {
    return std::ranges::any_of(status.answer->rights->notes, [](const Note& note) {
        return note.type == "end_date" && !note.words.empty();
    });
}

/// The first one before it on the same thing that cannot be true as well.
void hold_against_earlier(const std::vector<StatusAnswer>& statuses, std::size_t at, Hits& hits) {
    const StatusAnswer& status = statuses[at];
    for (std::size_t i = 0; i < at; ++i) {
        const StatusAnswer& earlier = statuses[i];
        if (!is_on_same_thing(*status.answer, *earlier.answer)) continue;
        if (is_elsewhere(status, earlier) || has_end(status) || has_end(earlier)) continue;
        if (conflict(standing_of(status.status), standing_of(earlier.status)) != Conflict::error)
            continue;
        tell(status,
             fmt::format("the PREMIS status is {}, and {} as well",
                         premis_status_term(status.status), premis_status_term(earlier.status)),
             hits);
        return;
    }
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto statuses = standing_statuses(record);
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        hold_against_uris(record, statuses[i], hits);
        hold_against_earlier(statuses, i, hits);
    }
}

}  // namespace

extern const Rule rgt011_premis;
const Rule rgt011_premis{
    .info = {.id = "RGT011",
             .title = "The PREMIS copyright status is not that of the rights URI, or another one",
             .level = AuditLevel::error,
             .why = "Both are read by machines, and each by another system: the document would "
                    "be open in one and closed in the other.",
             .fix = "decide which of the two is right, and change the other",
             .example = "the URI of In Copyright beside the status unknown",
             .source = "RightsStatements.org data model, skos:relatedMatch; PREMIS 3"},
    .check = check,
};

}  // namespace solander::audit
