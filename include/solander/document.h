// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <solander/rights.h>
#include <solander/statement.h>

namespace solander {

enum class OriginKind { capture, table, hand_over, person };
/// What a form of capture is known to lose, so that a blank can be understood.
enum class Drop { linked_values, literal_values, link_text, labels, end };

/// Where statements come from: a file with the reader that read it, or a person's own word.
struct Origin {
    std::string id;
    OriginKind kind = OriginKind::person;
    std::string file;    ///< Payload path, from `data/`.
    std::string reader;  ///< Name and version, `wilson/1`.
    std::string form;
    std::vector<Drop> drops;
    std::string url;
    std::string retrieved;  ///< YYYY-MM-DDThh:mm:ssZ
    std::string agent;
    std::string date;  ///< YYYY-MM-DD
};

struct DatedWords {
    std::string edtf;
    std::string words;
};
struct Evidence {
    std::string file;
    std::string words;
};
struct Transfer {
    std::optional<Agent> from;
    std::optional<Agent> to;
    std::optional<DatedWords> date;
    std::string method;
    std::vector<Evidence> evidence;
};
struct Gap : DatedWords {};

/// Custody before sealing (DACS 5.1, ISAD(G) 3.2.3): transfers in order, known gaps said.
struct CustodialHistory : Statement {
    std::string verbatim;
    std::vector<std::variant<Transfer, Gap>> steps;
};

enum class BodyKind { transcript, translation, unstated };
/// Where in a capture the document's own text stands.
struct Body {
    BodyKind kind = BodyKind::unstated;
    std::string language;
    std::string origin;
    std::string at;
};

/// The record of one document. Each list holds at least one statement where the field is required
/// (all of them but contributors, extents, bodies, unattributed, notes).
struct Document {
    std::string id;
    Level level = Level::item;
    std::vector<Origin> origins;
    std::vector<TitleStatement> titles;
    std::vector<DateStatement> dates;
    std::vector<AgentStatement> creators;
    std::vector<AgentStatement> contributors;
    std::vector<TextStatement> descriptions;
    std::vector<LanguageStatement> languages;
    std::vector<TextStatement> types;
    std::vector<TextStatement> extents;
    std::vector<IdentifierStatement> identifiers;
    std::vector<TextStatement> subjects;
    std::vector<AgentStatement> subject_agents;
    std::vector<TextStatement> subject_places;
    std::vector<RelationStatement> relations;
    std::vector<TextStatement> classifications;
    std::vector<TextStatement> releases;
    std::vector<SourceStatement> sources;
    std::vector<ArchiveStatement> original_archives;
    std::vector<CustodialHistory> custodial_histories;
    std::vector<Rights> rights;
    std::vector<FundingCredit> funding_credits;
    std::vector<Body> bodies;
    std::vector<PlacedText> unattributed;
    std::vector<Note> notes;
};

}  // namespace solander
