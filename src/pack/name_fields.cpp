// SPDX-License-Identifier: Apache-2.0
#include "pack/name_fields.h"

#include <algorithm>

#include "pack/package_name.h"

namespace solander::pack {

namespace {

bool says_something(const Statement& statement) {
    return statement.state == State::stated || statement.state == State::inferred;
}

/// `1914/1918` as `1914_1918`, `1919?` as `1919`: a name is no place for doubts.
std::string date_letters(std::string_view edtf) {
    std::string letters;
    if (edtf.starts_with('-')) {  // a year before our era; no name begins with a hyphen
        letters = '_';
        edtf.remove_prefix(1);
    }
    for (const char c : edtf) {
        if (c == '/')
            letters += '_';
        else if (c != '?' && c != '~' && c != '%' && c != '.')
            letters += c;
    }
    return letters;
}

std::string date_of(const Document& document) {
    for (const DateStatement& date : document.dates)
        if (date.of == DateOf::creation && says_something(date) && !date.edtf.empty())
            return date_letters(date.edtf);
    return {};
}

std::string title_of(const Document& document) {
    const auto said = std::ranges::find_if(document.titles, says_something);
    return said == document.titles.end() ? std::string() : slug(said->words);
}

/// The record's own id before other identifiers, those before addresses.
int rank(const IdentifierStatement& identifier) {
    if (identifier.type == "record-id") return 0;
    return identifier.words.find("://") == std::string::npos ? 1 : 2;
}

std::string id_of(const Document& document) {
    const IdentifierStatement* best = nullptr;
    for (const IdentifierStatement& identifier : document.identifiers)
        if (says_something(identifier) && (best == nullptr || rank(identifier) < rank(*best)))
            best = &identifier;
    if (best == nullptr) return {};
    std::string_view words = best->words;
    if (rank(*best) == 2) {  // of an address, what is behind its last slash
        while (words.ends_with('/')) words.remove_suffix(1);
        words.remove_prefix(words.rfind('/') + 1);
    }
    return nearest_name(words);
}

/// The last name of a path without its extension; with it, where a place in the file follows.
std::string_view stem_of(std::string_view path) {
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const auto dot = path.rfind('.');
    const bool is_place = path.find('#') != std::string_view::npos;
    return is_place || dot == 0 ? path : path.substr(0, dot);
}

}  // namespace

NameFields name_fields(const Document& document, std::string_view file) {
    NameFields fields;
    fields.date = date_of(document);
    fields.title_slug = title_of(document);
    fields.id = id_of(document);
    fields.file = nearest_name(stem_of(file));
    if (fields.id.empty()) fields.id = slug(stem_of(file));
    return fields;
}

}  // namespace solander::pack
