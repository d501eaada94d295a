// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/document.h>

namespace solander::pack {

/// Calls `visit(name, field, field of other)` for every field of two documents that is a list of
/// statements, by the names that record tables have. That is all of them but rights, and what is no
/// answer to a field: bodies, unattributed words, notes.
template <class One, class Other, class Visit>
void each_field(One& document, Other& other, Visit&& visit) {
    visit("title", document.titles, other.titles);
    visit("date", document.dates, other.dates);
    visit("creator", document.creators, other.creators);
    visit("contributor", document.contributors, other.contributors);
    visit("description", document.descriptions, other.descriptions);
    visit("language", document.languages, other.languages);
    visit("type", document.types, other.types);
    visit("extent", document.extents, other.extents);
    visit("identifier", document.identifiers, other.identifiers);
    visit("subject", document.subjects, other.subjects);
    visit("subject-agent", document.subject_agents, other.subject_agents);
    visit("subject-place", document.subject_places, other.subject_places);
    visit("relation", document.relations, other.relations);
    visit("classification", document.classifications, other.classifications);
    visit("release", document.releases, other.releases);
    visit("source", document.sources, other.sources);
    visit("original-archive", document.original_archives, other.original_archives);
    visit("custodial-history", document.custodial_histories, other.custodial_histories);
    visit("funding-credit", document.funding_credits, other.funding_credits);
}

}  // namespace solander::pack
