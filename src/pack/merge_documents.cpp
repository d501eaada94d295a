// SPDX-License-Identifier: Apache-2.0
#include "pack/merge_documents.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "format/origins.h"
#include "pack/document_fields.h"

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

/// Whether no field has a statement of which `counts` is true, and nothing else is said.
template <class Counts>
bool says_nothing(const Rights& rights, Counts counts) {
    const auto silent = [counts](const auto& field) { return std::ranges::none_of(field, counts); };
    return !rights.basis && silent(rights.statements) && silent(rights.standard_statements) &&
           silent(rights.copyright_statuses) && silent(rights.holders) && silent(rights.licences) &&
           silent(rights.access) && silent(rights.contacts) && rights.grants.empty() &&
           rights.determinations.empty() && rights.notes.empty();
}

bool is_silent(const Rights& rights) {
    return says_nothing(
        rights, [](const Statement& statement) { return statement.state != State::absent; });
}

void merge_rights(std::vector<Rights>& rights, std::vector<Rights>& other) {
    std::erase_if(other, is_silent);
    if (other.empty()) return;
    std::ranges::move(other, std::back_inserter(rights));
    std::ranges::stable_sort(rights, {}, [](const Rights& block) {
        if (has_answer(block)) return 0;
        return is_silent(block) ? 2 : 1;
    });
}

template <class T>
void append(std::vector<T>& list, std::vector<T>& other) {
    std::ranges::move(other, std::back_inserter(list));
}

}  // namespace

void merge_into(Document& document, Document other) {
    take_origins(document, other);
    each_field(document, other,
               [](std::string_view, auto& field, auto& more) { merge(field, more); });
    merge_rights(document.rights, other.rights);
    append(document.bodies, other.bodies);
    append(document.unattributed, other.unattributed);
    append(document.notes, other.notes);
}

bool has_answer(const Rights& rights) {
    return !says_nothing(rights, [](const Statement& statement) {
        return statement.state != State::absent && statement.state != State::blank;
    });
}

}  // namespace solander::pack
