// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace solander {

/// What a record says about a field. The six are never merged and never filled one from another.
/// Spec: docs/metadata.md, "States".
enum class State {
    stated,          ///< A label or a fixed grammar gave a value.
    blank,           ///< The label is there, the value is not. Words, if any, are a placeholder.
    absent,          ///< Not even a label.
    stated_unknown,  ///< The record says, in its words, that it is not known.
    stated_none,     ///< The record says, in its words, that there is none.
    inferred,        ///< The words are there; a named rule says which field they belong to.
};

/// Where a statement was read.
struct Place {
    std::string origin;  ///< The id of one of the document's origins.
    std::string at;      ///< `line 3`, `lines 3-5`, `bytes 10-20`, `cell B2`, `option --set title`.
    std::string label;   ///< The record's own label or column heading.
    std::string rule;    ///< The reading rule that chose the words; always there when inferred.
    std::string lang;    ///< BCP 47 tag of the words, where the record tells it.
    bool gaps = false;   ///< Words are known to be missing inside.
    bool replaced = false;  ///< A character that XML cannot carry was replaced by U+FFFD.
};

/// One statement about one field; a field is a list of them. The first is what the sealer stands
/// behind, the others are testimony.
struct Statement {
    State state = State::absent;
    Place place;
};

struct TextStatement : Statement {
    std::string words;
};

enum class TitleKind { formal, devised, translated, transliterated, alternative };
struct TitleStatement : TextStatement {
    std::optional<TitleKind> kind;
};

enum class DateOf { creation, publication, upload };
struct DateStatement : TextStatement {
    DateOf of = DateOf::creation;
    std::string edtf;  ///< What the words mean, at their own precision; empty where ambiguous.
};

enum class LanguageOf { original, text };
struct LanguageStatement : TextStatement {
    std::optional<LanguageOf> of;
    std::string code;    ///< BCP 47.
    std::string script;  ///< ISO 15924.
};

struct IdentifierStatement : TextStatement {
    std::string type;
};

enum class Level { collection, fonds, subfonds, series, subseries, file, item };
enum class RelationType {
    is_part_of,
    is_translation_of,
    is_version_of,
    replaces,
    is_replaced_by,
    reprinted_in,
    published_in,
    related,
};
struct RelationStatement : TextStatement {
    std::optional<RelationType> type;
    std::optional<Level> level;
    std::string target;  ///< A URI.
};

struct TypedWords {
    std::string type;
    std::string words;
};

/// A person, family or corporate body as the record names it.
struct Agent {
    std::string verbatim;
    std::string name;
    std::string affiliation;
    std::vector<TypedWords> authorities;  ///< type = scheme: viaf, isni, wikidata, ror, …
};
struct AgentStatement : Statement {
    Agent agent;
    std::string role;
};

/// The citation of the original.
struct SourceStatement : Statement {
    std::string verbatim;
    std::string locator;  ///< The shelf mark within it.
};

/// The holder of the original (DACS 6.1, ISAD(G) 3.5.1).
struct ArchiveStatement : Statement {
    std::string verbatim;
    std::string name;
    std::vector<TypedWords> identifiers;
    std::string location;
};

/// Words that were read somewhere but are no answer to a field.
struct PlacedText {
    Place place;
    std::string words;
};

/// A value that no field can hold, with the name that it had.
struct Note : PlacedText {
    std::string type;
};

}  // namespace solander
