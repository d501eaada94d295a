// SPDX-License-Identifier: Apache-2.0
#include "metadata/mods_record.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "format/lexical.h"
#include "metadata/hand_over.h"
#include "metadata/mods_dates.h"
#include "metadata/xml_tally.h"

namespace solander::metadata {

namespace {

using Elements = std::vector<const XmlElement*>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

/// The parts of a title in the order that the record has them.
Elements title_parts(const XmlElement& title_info) {
    Elements parts;
    std::ranges::copy_if(title_info.children, std::back_inserter(parts), [](const auto* child) {
        return is_one_of(child->name.local,
                         {"nonSort", "title", "subTitle", "partNumber", "partName"});
    });
    return parts;
}

class ModsRecord {
public:
    ModsRecord(const XmlElement& record, Document& document)
        : record_(record), document_(document), tally_(record) {}

    void read() {
        for (const auto* child : record_.children) add(*child);
        tally_.keep_rest(document_);
    }

private:
    using Add = void (ModsRecord::*)(const XmlElement&);
    struct Row {
        std::string_view element;
        Add add;
    };

    void add(const XmlElement& element);
    void add_title(const XmlElement& element);
    void add_name(const XmlElement& element);
    void add_type(const XmlElement& element) { put_taken(Field::type, element); }
    void add_description(const XmlElement& element) { put_taken(Field::description, element); }
    void add_origin(const XmlElement& element);
    void add_language(const XmlElement& element);
    void add_physical(const XmlElement& element);
    void add_subject(const XmlElement& element);
    void add_related(const XmlElement& element);
    void add_original(const XmlElement& element);
    void add_location(const XmlElement& element);
    void add_access(const XmlElement& element);
    void add_note(const XmlElement& element);
    void add_identifier(const XmlElement& element);

    Said take_title(const XmlElement& title_info);
    void put_agent(Field field, const XmlElement& name, std::string_view role);
    void add_authorities(const XmlElement& name, Agent& agent);
    void put_taken(Field field, const XmlElement& element, std::string_view kind = {}) {
        put(document_, field, tally_.take(element), kind);
    }
    /// The same for an element whose `type` says what it is: that is part of its label.
    Said take_typed(const XmlElement& element) {
        auto said = tally_.take(element);
        const auto type = tally_.consume(element, "type");
        said.place.label += fmt::format("[@type='{}']", type);
        return said;
    }

    const XmlElement& record_;
    Document& document_;
    XmlTally tally_;
};

void ModsRecord::add(const XmlElement& element) {
    static constexpr std::array<Row, 15> kRows = {{
        {"titleInfo", &ModsRecord::add_title},
        {"name", &ModsRecord::add_name},
        {"typeOfResource", &ModsRecord::add_type},
        {"genre", &ModsRecord::add_type},
        {"originInfo", &ModsRecord::add_origin},
        {"language", &ModsRecord::add_language},
        {"physicalDescription", &ModsRecord::add_physical},
        {"abstract", &ModsRecord::add_description},
        {"tableOfContents", &ModsRecord::add_description},
        {"subject", &ModsRecord::add_subject},
        {"relatedItem", &ModsRecord::add_related},
        {"location", &ModsRecord::add_location},
        {"accessCondition", &ModsRecord::add_access},
        {"note", &ModsRecord::add_note},
        {"identifier", &ModsRecord::add_identifier},
    }};
    if (element.name.space != kMods) return;
    const auto* row = std::ranges::find(kRows, element.name.local, &Row::element);
    if (row != kRows.end()) (this->*row->add)(element);
}

Said ModsRecord::take_title(const XmlElement& title_info) {
    const auto parts = title_parts(title_info);
    return parts.size() == 1 ? tally_.take(*parts.front())
                             : tally_.take_joined(title_info, parts, " ");
}

void ModsRecord::add_title(const XmlElement& element) {
    put(document_, Field::title, take_title(element));
    auto& title = document_.titles.back();
    const auto type = element.value_of("type");
    if (type == "translated") title.kind = TitleKind::translated;
    if (type == "alternative" || type == "abbreviated") title.kind = TitleKind::alternative;
    if (!element.value_of("transliteration").empty()) title.kind = TitleKind::transliterated;
    if (element.value_of("supplied") == "yes") title.kind = TitleKind::devised;
    // What the kind says fully needs no note.
    if (type == "translated" || type == "alternative") tally_.consume(element, "type");
    if (title.kind == TitleKind::devised) tally_.consume(element, "supplied");
}

void ModsRecord::add_name(const XmlElement& element) {
    const XmlElement* term = nullptr;
    for (const auto* role : element.children) {
        if (role->name.local != "role") continue;
        for (const auto* each : role->children) {
            const bool better = term != nullptr && term->parent == role &&
                                each->value_of("type") == "text" &&
                                term->value_of("type") != "text";
            if (each->name.local == "roleTerm" && (term == nullptr || better)) term = each;
        }
    }
    const auto role = term == nullptr ? std::string_view() : tally_.consume(*term);
    const bool is_creator =
        is_one_of(role, {"creator", "Creator", "cre", "author", "Author", "aut"});
    if (is_one_of(role, {"funder", "Funder", "fnd"})) {
        put_agent(Field::funder, element, role);
    } else if (is_one_of(role, {"copyright holder", "Copyright holder", "cph"})) {
        put_agent(Field::rights_holder, element, role);
    } else {
        put_agent(is_creator ? Field::creator : Field::contributor, element, role);
    }
}

void ModsRecord::put_agent(Field field, const XmlElement& name, std::string_view role) {
    Elements parts;
    std::ranges::copy_if(name.children, std::back_inserter(parts),
                         [](const auto* child) { return child->name.local == "namePart"; });
    auto said =
        parts.size() == 1 ? tally_.take(*parts.front()) : tally_.take_joined(name, parts, "\n");
    said.place.label = name.name.written;
    if (field == Field::funder) {
        put_funder(document_, std::move(said));
        return;
    }
    put(document_, field, std::move(said), role);
    auto& agents = field == Field::creator         ? document_.creators
                   : field == Field::subject_agent ? document_.subject_agents
                   : field == Field::rights_holder ? document_.rights.back().holders
                                                   : document_.contributors;
    Agent& agent = agents.back().agent;
    // The whole element is the place now, since name and affiliation stand beside the parts.
    agents.back().place.at = name.path();
    if (const auto* form = name.child("displayForm")) agent.name = tally_.consume(*form);
    if (const auto* place = name.child("affiliation")) agent.affiliation = tally_.consume(*place);
    add_authorities(name, agent);
}

void ModsRecord::add_authorities(const XmlElement& name, Agent& agent) {
    if (!name.value_of("valueURI").empty()) {
        std::string scheme(tally_.consume(name, "authority"));
        if (scheme.empty()) scheme = tally_.consume(name, "authorityURI");
        if (scheme.empty()) scheme = "uri";
        agent.authorities.push_back({scheme, std::string(tally_.consume(name, "valueURI"))});
    }
    for (const auto* child : name.children) {
        if (child->name.local != "nameIdentifier" || child->words.empty()) continue;
        std::string scheme(tally_.consume(*child, "type"));
        if (scheme.empty()) scheme = "identifier";
        agent.authorities.push_back({scheme, std::string(tally_.consume(*child))});
    }
}

void ModsRecord::add_origin(const XmlElement& element) {
    read_mods_dates(element, tally_, document_);
    for (const auto* child : element.children)
        if (child->name.local == "publisher") put_taken(Field::contributor, *child, "publisher");
}

/// One language may be written twice, as words and as a code.
void ModsRecord::add_language(const XmlElement& element) {
    const XmlElement* text = nullptr;
    const XmlElement* code = nullptr;
    const XmlElement* script = nullptr;
    for (const auto* child : element.children) {
        auto& slot = child->name.local == "scriptTerm"   ? script
                     : child->value_of("type") == "code" ? code
                                                         : text;
        if (slot == nullptr) slot = child;
    }
    const auto* shown = text != nullptr ? text : code;
    if (shown == nullptr) return;
    auto said = text != nullptr && code != nullptr ? tally_.take_joined(element, {text, code}, "\n")
                                                   : tally_.take(*shown);
    put(document_, Field::language, std::move(said));
    auto& language = document_.languages.back();
    if (code != nullptr) language.code = language_tag(code->words);
    for (const auto* term : {text, code})
        if (term != nullptr) tally_.consume(*term, "type");
    if (script != nullptr && format::has_form("language", "script", script->words)) {
        language.script = tally_.consume(*script);
        language.place.at = element.path();
        tally_.consume(*script, "type");
    }
}

void ModsRecord::add_physical(const XmlElement& element) {
    for (const auto* child : element.children)
        if (child->name.local == "extent") put_taken(Field::extent, *child);
}

/// Each part of a composed heading is a statement of its own kind.
void ModsRecord::add_subject(const XmlElement& element) {
    for (const auto* child : element.children) {
        const std::string_view kind = child->name.local;
        if (is_one_of(kind, {"topic", "temporal", "genre"})) put_taken(Field::subject, *child);
        if (kind == "titleInfo") put(document_, Field::subject, take_title(*child));
        if (kind == "geographic") put_taken(Field::subject_place, *child);
        if (kind == "hierarchicalGeographic")
            put(document_, Field::subject_place, tally_.take_joined(*child, child->children, "\n"));
        if (kind == "name") put_agent(Field::subject_agent, *child, {});
    }
}

struct Relation {
    std::string_view type;
    RelationType relation;
};
constexpr std::array<Relation, 10> kRelations = {{
    {"host", RelationType::is_part_of},
    {"series", RelationType::is_part_of},
    {"otherVersion", RelationType::is_version_of},
    {"constituent", RelationType::related},
    {"otherFormat", RelationType::related},
    {"preceding", RelationType::related},
    {"succeeding", RelationType::related},
    {"references", RelationType::related},
    {"isReferencedBy", RelationType::related},
    {"reviewOf", RelationType::related},
}};

void ModsRecord::add_related(const XmlElement& element) {
    const auto type = element.value_of("type");
    if (type == "original") {
        add_original(element);
        return;
    }
    const auto* row = std::ranges::find(kRelations, type, &Relation::type);
    const auto* title = element.child("titleInfo");
    const auto* link = element.attribute(kXlinkSpace, "href");
    if (title == nullptr && link == nullptr) return;
    auto said = title != nullptr ? take_title(*title) : tally_.take(element, *link);
    said.place.label = fmt::format("{}[@type='{}']", element.name.written, type);
    auto& relation =
        put_relation(document_, row == kRelations.end() ? RelationType::related : row->relation,
                     std::move(said));
    if (type == "series") relation.level = Level::series;
    if (row != kRelations.end()) tally_.consume(element, "type");
    if (link != nullptr && is_web_uri(link->value)) {
        relation.target = tally_.consume(element, kXlinkSpace, "href");
        relation.place.at = element.path();
    }
}

void ModsRecord::add_original(const XmlElement& element) {
    if (const auto* title = element.child("titleInfo")) {
        auto said = take_title(*title);
        said.place.label = fmt::format("{}[@type='original']", element.name.written);
        put(document_, Field::source, std::move(said));
    }
    if (const auto* location = element.child("location")) add_location(*location);
    tally_.consume(element, "type");
}

void ModsRecord::add_location(const XmlElement& element) {
    for (const auto* child : element.children) {
        if (child->name.local == "physicalLocation") {
            put_taken(Field::original_archive, *child);
            if (child->value_of("valueURI").empty()) continue;
            std::string scheme(tally_.consume(*child, "authority"));
            if (scheme.empty()) scheme = "uri";
            document_.original_archives.back().identifiers.push_back(
                {scheme, std::string(tally_.consume(*child, "valueURI"))});
        }
        if (child->name.local == "shelfLocator") {
            put_taken(Field::source, *child);
            document_.sources.back().locator = document_.sources.back().verbatim;
        }
        if (child->name.local == "url") put_taken(Field::identifier, *child, "url");
    }
}

void ModsRecord::add_access(const XmlElement& element) {
    const auto type = element.value_of("type");
    if (const auto* link = element.attribute(kXlinkSpace, "href"))
        put_rights(document_, tally_.take(element, *link));
    // Elements of other schemas (copyrightMD and its like) have no words of their own: notes.
    if (!element.has_own_words && !element.children.empty()) return;
    if (element.words.empty() && element.attribute(kXlinkSpace, "href") != nullptr) return;
    const bool is_use = is_one_of(type, {"use and reproduction", "useAndReproduction"});
    const bool is_access = is_one_of(type, {"restriction on access", "restrictionOnAccess"});
    auto said = is_use || is_access ? take_typed(element) : tally_.take(element);
    if (is_access || type.empty()) {
        put(document_, Field::access, std::move(said));
    } else {
        put_rights(document_, std::move(said));
    }
}

void ModsRecord::add_note(const XmlElement& element) {
    static constexpr std::array<std::pair<std::string_view, Field>, 6> kTypes = {{
        {"funding", Field::funding_credit},
        {"ownership", Field::custodial_history},
        {"acquisition", Field::custodial_history},
        {"original version", Field::source},
        {"original location", Field::original_archive},
        {"source note", Field::source},
    }};
    const auto type = element.value_of("type");
    if (type.empty()) return;
    const auto* row = std::ranges::find(kTypes, type, &std::pair<std::string_view, Field>::first);
    if (row != kTypes.end()) {
        put(document_, row->second, take_typed(element));
    } else {
        put_note(document_, std::string(type), take_typed(element));
    }
}

void ModsRecord::add_identifier(const XmlElement& element) {
    if (element.value_of("invalid") == "yes") return;
    put_taken(Field::identifier, element, tally_.consume(element, "type"));
}

}  // namespace

void read_mods(const XmlElement& record, Document& document) {
    ModsRecord(record, document).read();
}

}  // namespace solander::metadata
