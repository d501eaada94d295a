// SPDX-License-Identifier: Apache-2.0
#include "pack/same_record.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "metadata/text_lines.h"
#include "pack/differing_words.h"

namespace solander::pack {

namespace {

constexpr std::string_view kRecordId = "record-id";

bool has_words(const TextStatement& statement) {
    return (statement.state == State::stated || statement.state == State::inferred) &&
           !statement.words.empty();
}

std::vector<std::string> record_ids(const Document& document) {
    std::vector<std::string> ids;
    for (const IdentifierStatement& identifier : document.identifiers)
        if (identifier.type == kRecordId && has_words(identifier))
            ids.emplace_back(metadata::trim(identifier.words));
    return ids;
}

template <class T>
std::vector<std::string> words_of(const std::vector<T>& field) {
    std::vector<std::string> all;
    for (const T& statement : field)
        if (has_words(statement)) all.push_back(statement.words);
    return all;
}

/// What dates mean, so that "September 9, 1955" is "September 09, 1955".
std::vector<std::string> creation_dates(const Document& document) {
    std::vector<std::string> all;
    for (const DateStatement& date : document.dates) {
        if (date.of != DateOf::creation || !has_words(date)) continue;
        all.push_back(date.edtf.empty() ? date.words : date.edtf);
    }
    return all;
}

/// One that both have; null if there is none.
const std::string* common(const std::vector<std::string>& some,
                          const std::vector<std::string>& others) {
    const auto found = std::ranges::find_if(some, [&others](const std::string& words) {
        return std::ranges::any_of(others, [&words](const std::string& other) {
            return comparable(words) == comparable(other);
        });
    });
    return found == some.end() ? nullptr : &*found;
}

/// Why two records are not alike in one thing; empty if they are.
std::string unlike(std::string_view what, const std::vector<std::string>& document,
                   const std::vector<std::string>& other) {
    if (other.empty()) return fmt::format("it has no {} to be compared", what);
    if (document.empty()) return fmt::format("there is no {} here to compare with", what);
    if (common(document, other) != nullptr) return {};
    return fmt::format("its {} differs: {}", what, here_and_there(document.front(), other.front()));
}

}  // namespace

Comparison compare_records(const Document& document, const Document& other) {
    const auto ids = record_ids(document);
    const auto other_ids = record_ids(other);
    if (!ids.empty() && !other_ids.empty()) {
        for (const std::string& id : ids)
            if (std::ranges::find(other_ids, id) != other_ids.end()) return {Sameness::same_id, id};
        return {Sameness::different,
                "its record id differs: " + here_and_there(ids.front(), other_ids.front())};
    }
    for (std::string why :
         {unlike("title", words_of(document.titles), words_of(other.titles)),
          unlike("date", creation_dates(document), creation_dates(other)),
          unlike("summary", words_of(document.descriptions), words_of(other.descriptions))})
        if (!why.empty()) return {Sameness::different, std::move(why)};
    return {Sameness::same_words, {}};
}

std::vector<std::string> match_keys(const Document& document) {
    std::vector<std::string> keys;
    for (const std::string& id : record_ids(document)) keys.push_back("id " + id);
    for (const std::string& title : words_of(document.titles))
        keys.push_back("title " + comparable(title));
    return keys;
}

}  // namespace solander::pack
