// SPDX-License-Identifier: Apache-2.0
#include "metadata/absences.h"

namespace solander::metadata {

namespace {

template <class T>
void require(std::vector<T>& field, std::string_view origin) {
    if (field.empty()) field.emplace_back().place.origin = origin;
}

}  // namespace

void state_absences(Rights& rights, std::string_view origin) {
    require(rights.statements, origin);
    require(rights.standard_statements, origin);
    require(rights.holders, origin);
    require(rights.licences, origin);
    require(rights.access, origin);
}

void state_absences(Document& document) {
    if (document.origins.empty()) return;
    const std::string origin = document.origins.front().id;
    require(document.titles, origin);
    require(document.dates, origin);
    require(document.creators, origin);
    require(document.descriptions, origin);
    require(document.languages, origin);
    require(document.types, origin);
    require(document.identifiers, origin);
    require(document.subjects, origin);
    require(document.subject_agents, origin);
    require(document.subject_places, origin);
    require(document.relations, origin);
    require(document.classifications, origin);
    require(document.releases, origin);
    require(document.sources, origin);
    require(document.original_archives, origin);
    require(document.custodial_histories, origin);
    require(document.funding_credits, origin);
    if (document.rights.empty()) document.rights.emplace_back();
    for (Rights& rights : document.rights) state_absences(rights, origin);
}

}  // namespace solander::metadata
