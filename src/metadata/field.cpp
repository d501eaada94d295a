// SPDX-License-Identifier: Apache-2.0
#include "metadata/field.h"

#include <algorithm>
#include <array>

#include "base/edtf.h"
#include "format/lexical.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

namespace {

struct Name {
    Field field;
    std::string_view name;
};

constexpr std::array<Name, 28> kNames = {{
    {Field::title, "title"},
    {Field::alternative_title, "alternative-title"},
    {Field::date, "date"},
    {Field::publication_date, "publication-date"},
    {Field::upload_date, "upload-date"},
    {Field::creator, "creator"},
    {Field::contributor, "contributor"},
    {Field::description, "description"},
    {Field::language, "language"},
    {Field::type, "type"},
    {Field::extent, "extent"},
    {Field::identifier, "identifier"},
    {Field::subject, "subject"},
    {Field::subject_agent, "subject-agent"},
    {Field::subject_place, "subject-place"},
    {Field::relation, "relation"},
    {Field::classification, "classification"},
    {Field::release, "release"},
    {Field::source, "source"},
    {Field::original_archive, "original-archive"},
    {Field::custodial_history, "custodial-history"},
    {Field::rights, "rights"},
    {Field::rights_uri, "rights-uri"},
    {Field::rights_holder, "rights-holder"},
    {Field::licence, "licence"},
    {Field::access, "access"},
    {Field::funding_credit, "funding-credit"},
    {Field::funder, "funder"},
}};

Rights& only_rights(Document& document) {
    return document.rights.empty() ? document.rights.emplace_back() : document.rights.back();
}

void put_language(Document& document, State state, Said said) {
    auto& language = add(document.languages, state, std::move(said));
    // Three letters at most: `Russian` would do as a tag of BCP 47, too.
    if (language.words.size() <= 3 && format::has_form("language", "code", language.words))
        language.code = language.words;
}

template <class T>
void put_uri_or_words(std::vector<T>& field, State state, Said said) {
    auto& statement = add(field, state, std::move(said));
    if (statement.words.find("://") != std::string::npos &&
        format::has_form("licence", "uri", statement.words))
        statement.uri = statement.words;
}

void put_agent(std::vector<AgentStatement>& field, State state, Said said, std::string_view role) {
    add(field, state, std::move(said)).role = role;
}

void put_funder(Document& document, State state, Said said) {
    auto& credits = document.funding_credits;
    const bool joins = state == State::stated && !credits.empty() &&
                       credits.back().state == State::stated &&
                       credits.back().place.origin == said.place.origin;
    const std::string name = said.words;
    if (!joins) add(credits, state, std::move(said));
    if (state == State::stated) credits.back().funders.emplace_back().agent.name = name;
}

}  // namespace

DateStatement& add_date(std::vector<DateStatement>& field, DateOf of, State state, Said said) {
    auto& date = add(field, state, std::move(said));
    date.of = of;
    if (state == State::blank) return date;
    date.edtf = base::is_edtf(date.words)
                    ? date.words
                    : base::edtf_from_words(fold_white_space(date.words)).value_or("");
    return date;
}

std::string_view field_name(Field field) {
    const auto* found = std::ranges::find(kNames, field, &Name::field);
    return found == kNames.end() ? std::string_view() : found->name;
}

std::optional<Field> field_of_name(std::string_view name) {
    const auto* found = std::ranges::find(kNames, name, &Name::name);
    if (found == kNames.end()) return std::nullopt;
    return found->field;
}

bool is_placeholder(std::string_view words) {
    static constexpr std::array<std::string_view, 2> kPlaceholders = {"NULL",
                                                                      "[email\u00A0protected]"};
    return is_words(words, "[email protected]") ||
           std::ranges::find(kPlaceholders, words) != kPlaceholders.end();
}

State state_of(std::string_view words) {
    return fold_white_space(words).find_first_not_of(' ') == std::string::npos ||
                   is_placeholder(words)
               ? State::blank
               : State::stated;
}

void put(Document& document, Field field, Said said, std::string_view kind) {
    auto& d = document;
    const State state = state_of(said.words);
    if (state == State::blank && !is_placeholder(said.words)) said.words.clear();
    // clang-format off
    switch (field) {
        case Field::title: add(d.titles, state, std::move(said)); return;
        case Field::alternative_title:
            add(d.titles, state, std::move(said)).kind = TitleKind::alternative;
            return;
        case Field::date: add_date(d.dates, DateOf::creation, state, std::move(said)); return;
        case Field::publication_date: add_date(d.dates, DateOf::publication, state, std::move(said)); return;
        case Field::upload_date: add_date(d.dates, DateOf::upload, state, std::move(said)); return;
        case Field::creator: put_agent(d.creators, state, std::move(said), kind); return;
        case Field::contributor: put_agent(d.contributors, state, std::move(said), kind); return;
        case Field::description: add(d.descriptions, state, std::move(said)); return;
        case Field::language: put_language(d, state, std::move(said)); return;
        case Field::type: add(d.types, state, std::move(said)); return;
        case Field::extent: add(d.extents, state, std::move(said)); return;
        case Field::identifier: add(d.identifiers, state, std::move(said)).type = kind; return;
        case Field::subject: add(d.subjects, state, std::move(said)); return;
        case Field::subject_agent: put_agent(d.subject_agents, state, std::move(said), kind); return;
        case Field::subject_place: add(d.subject_places, state, std::move(said)); return;
        case Field::relation: add(d.relations, state, std::move(said)); return;
        case Field::classification: add(d.classifications, state, std::move(said)); return;
        case Field::release: add(d.releases, state, std::move(said)); return;
        case Field::source: add(d.sources, state, std::move(said)); return;
        case Field::original_archive: add(d.original_archives, state, std::move(said)); return;
        case Field::custodial_history: add(d.custodial_histories, state, std::move(said)); return;
        case Field::rights: add(only_rights(d).statements, state, std::move(said)); return;
        case Field::rights_uri: put_uri_or_words(only_rights(d).standard_statements, state, std::move(said)); return;
        case Field::rights_holder: put_agent(only_rights(d).holders, state, std::move(said), kind); return;
        case Field::licence: put_uri_or_words(only_rights(d).licences, state, std::move(said)); return;
        case Field::access: put_uri_or_words(only_rights(d).access, state, std::move(said)); return;
        case Field::funding_credit: add(d.funding_credits, state, std::move(said)); return;
        case Field::funder: put_funder(d, state, std::move(said)); return;
    }
    // clang-format on
}

void put_note(Document& document, std::string name, Said said) {
    if (state_of(said.words) == State::blank && !is_placeholder(said.words)) return;
    Note note;
    note.place = std::move(said.place);
    note.words = std::move(said.words);
    note.type = std::move(name);
    document.notes.push_back(std::move(note));
}

}  // namespace solander::metadata
