// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <solander/document.h>

namespace solander::metadata {

/// What a record says, and where.
struct Said {
    std::string words;
    Place place;
};

inline void set_words(TextStatement& statement, std::string words) {
    statement.words = std::move(words);
}
inline void set_words(AgentStatement& statement, std::string words) {
    statement.agent.verbatim = std::move(words);
}
inline void set_words(SourceStatement& statement, std::string words) {
    statement.verbatim = std::move(words);
}
inline void set_words(ArchiveStatement& statement, std::string words) {
    statement.verbatim = std::move(words);
}
inline void set_words(CustodialHistory& statement, std::string words) {
    statement.verbatim = std::move(words);
}
inline void set_words(FundingCredit& statement, std::string words) {
    statement.verbatim = std::move(words);
}

/// Adds a statement to a field.
template <class T>
T& add(std::vector<T>& field, State state, Said said) {
    T& statement = field.emplace_back();
    set_words(statement, std::move(said.words));
    statement.state = state;
    statement.place = std::move(said.place);
    return statement;
}

/// The same for a date, with the EDTF of its words where they have one meaning.
DateStatement& add_date(std::vector<DateStatement>& field, DateOf of, State state, Said said);

/// The fields of a document that a flat form (a row, a line, an element) can fill, by the names
/// that `--set` and record tables have for them. In the order of tables.
enum class Field {
    title,
    alternative_title,
    date,
    publication_date,
    upload_date,
    creator,
    contributor,
    description,
    language,
    type,
    extent,
    identifier,
    subject,
    subject_agent,
    subject_place,
    relation,
    classification,
    release,
    source,
    original_archive,
    custodial_history,
    rights,
    rights_uri,
    rights_holder,
    licence,
    access,
    funding_credit,
    funder,
};

std::string_view field_name(Field field);                   ///< `rights-holder`
std::optional<Field> field_of_name(std::string_view name);  ///< Nothing for another name.

/// A placeholder that stands where a value should: `NULL`, `[email protected]`. Its state is blank.
bool is_placeholder(std::string_view words);

/// `blank` for words that are empty or a placeholder, else `stated`.
State state_of(std::string_view words);

/// Puts what a record says into a field, with the state that state_of() gives. A URI (`http…`)
/// among rights, licence and access is kept as the URI of its statement too. `kind` says more where
/// the field has kinds: the type of an identifier, the role of an agent. A funder joins the last
/// funding credit of its origin, or one of its own whose words are the funder's.
void put(Document& document, Field field, Said said, std::string_view kind = {});

/// Keeps a value that no field can hold, under the name that it had. Empty values are not kept.
void put_note(Document& document, std::string name, Said said);

}  // namespace solander::metadata
