// SPDX-License-Identifier: Apache-2.0
#include "pack/merge_documents.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "format/origins.h"

namespace solander::pack {

namespace {

/// `c1` to `c3`, if the document has a `c1` and a `c2`.
std::string free_id(const Document& document, char letter) {
    std::string id;
    const auto is_it = [&id](const Origin& origin) { return origin.id == id; };
    for (std::size_t number = 1;; ++number) {
        id = letter + std::to_string(number);
        if (std::ranges::none_of(document.origins, is_it)) return id;
    }
}

void take_origins(Document& document, Document& other) {
    std::map<std::string, std::string> ids;
    for (const Origin& origin : other.origins) {
        Origin renamed = origin;
        renamed.id = free_id(document, origin.id.front());
        ids.emplace(origin.id, renamed.id);
        document.origins.push_back(std::move(renamed));
    }
    format::rename_origins(other, ids);
}

/// Answers before blanks before absences.
int rank(const Statement& statement) {
    if (statement.state == State::absent) return 2;
    return statement.state == State::blank ? 1 : 0;
}

template <class T>
void merge(std::vector<T>& field, std::vector<T>& other) {
    std::erase_if(other, [&field](const T& statement) {
        return statement.state == State::absent && !field.empty();
    });
    std::ranges::move(other, std::back_inserter(field));
    std::ranges::stable_sort(field, {}, rank);
}

bool says_nothing(const Rights& rights) {
    const auto absent = [](const auto& field) {
        return std::ranges::all_of(
            field, [](const Statement& statement) { return statement.state == State::absent; });
    };
    return !rights.basis && absent(rights.statements) && absent(rights.standard_statements) &&
           absent(rights.copyright_statuses) && absent(rights.holders) && absent(rights.licences) &&
           absent(rights.access) && rights.grants.empty() && rights.determinations.empty() &&
           rights.contacts.empty() && rights.notes.empty();
}

void merge_rights(std::vector<Rights>& rights, std::vector<Rights>& other) {
    std::erase_if(other, says_nothing);
    if (other.empty()) return;
    std::ranges::move(other, std::back_inserter(rights));
    std::stable_partition(rights.begin(), rights.end(),
                          [](const Rights& block) { return !says_nothing(block); });
}

template <class T>
void append(std::vector<T>& list, std::vector<T>& other) {
    std::ranges::move(other, std::back_inserter(list));
}

}  // namespace

void merge_into(Document& document, Document other) {
    take_origins(document, other);
    merge(document.titles, other.titles);
    merge(document.dates, other.dates);
    merge(document.creators, other.creators);
    merge(document.contributors, other.contributors);
    merge(document.descriptions, other.descriptions);
    merge(document.languages, other.languages);
    merge(document.types, other.types);
    merge(document.extents, other.extents);
    merge(document.identifiers, other.identifiers);
    merge(document.subjects, other.subjects);
    merge(document.subject_agents, other.subject_agents);
    merge(document.subject_places, other.subject_places);
    merge(document.relations, other.relations);
    merge(document.classifications, other.classifications);
    merge(document.releases, other.releases);
    merge(document.sources, other.sources);
    merge(document.original_archives, other.original_archives);
    merge(document.custodial_histories, other.custodial_histories);
    merge_rights(document.rights, other.rights);
    merge(document.funding_credits, other.funding_credits);
    append(document.bodies, other.bodies);
    append(document.unattributed, other.unattributed);
    append(document.notes, other.notes);
}

}  // namespace solander::pack
