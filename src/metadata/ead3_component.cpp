// SPDX-License-Identifier: Apache-2.0
#include "metadata/ead3_component.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <solander/entry_path.h>

#include "base/decimal.h"
#include "base/edtf.h"
#include "format/lexical.h"
#include "metadata/hand_over.h"
#include "metadata/xml_tally.h"

namespace solander::metadata {

namespace {

bool is_level_element(const XmlElement& element) {
    return is_ead_component(element) || element.name.is(kEad3, "archdesc");
}

class Component {
public:
    Component(const XmlElement& component, std::string_view payload_path, Described& described)
        : component_(component),
          payload_path_(payload_path),
          described_(described),
          document_(described.document),
          tally_(component) {}

    void read() {
        leave_levels_below(component_);
        if (const auto level = ead_level(component_)) {
            document_.level = *level;
            tally_.consume(component_, "level");
        }
        for (const auto* child : component_.children) {
            if (child->name.is(kEad3, "did"))
                each_child(*child);
            else
                add(*child);
        }
        tally_.keep_rest(document_);
    }

private:
    using Add = void (Component::*)(const XmlElement&);
    struct Row {
        std::string_view element;
        Add add;
    };

    void leave_levels_below(const XmlElement& element) {
        for (const auto* child : element.children) {
            if (is_ead_component(*child))
                tally_.leave(*child);
            else if (child->name.is(kEad3, "dsc"))
                leave_levels_below(*child);
        }
    }

    void each_child(const XmlElement& element) {
        for (const auto* child : element.children) add(*child);
    }

    void add(const XmlElement& element);

    template <Field Which>
    void add_words(const XmlElement& element) {
        put(document_, Which, tally_.take(element));
    }
    /// A block of text is a statement for each of its paragraphs; its heading is not one of them.
    template <Field Which>
    void add_block(const XmlElement& element);
    void add_identifier(const XmlElement& element);
    void add_date(const XmlElement& element);
    void add_structured_date(const XmlElement& element);
    void add_origination(const XmlElement& element);
    void add_language_material(const XmlElement& element);
    void add_extent(const XmlElement& element);
    void add_digital_object(const XmlElement& element);
    void add_access_points(const XmlElement& element);

    void put_agent(Field field, const XmlElement& name);
    /// An element that is made of others: their words, one a line.
    Said take_parts(const XmlElement& element) {
        return element.has_own_words || element.children.size() < 2
                   ? tally_.take(element)
                   : tally_.take_joined(element, element.children, "\n");
    }

    const XmlElement& component_;
    std::string_view payload_path_;
    Described& described_;
    Document& document_;
    XmlTally tally_;
};

void Component::add(const XmlElement& element) {
    static constexpr std::array<Row, 26> kRows = {{
        {"unittitle", &Component::add_words<Field::title>},
        {"unitid", &Component::add_identifier},
        {"unitdate", &Component::add_date},
        {"unitdatestructured", &Component::add_structured_date},
        {"origination", &Component::add_origination},
        {"langmaterial", &Component::add_language_material},
        {"physdesc", &Component::add_extent},
        {"physdescstructured", &Component::add_extent},
        {"physdescset", &Component::each_child},
        {"abstract", &Component::add_words<Field::description>},
        {"repository", &Component::add_words<Field::original_archive>},
        {"dao", &Component::add_digital_object},
        {"daoset", &Component::each_child},
        {"scopecontent", &Component::add_block<Field::description>},
        {"originalsloc", &Component::add_block<Field::original_archive>},
        {"prefercite", &Component::add_block<Field::source>},
        {"userestrict", &Component::add_block<Field::rights>},
        {"legalstatus", &Component::add_block<Field::rights>},
        {"accessrestrict", &Component::add_block<Field::access>},
        {"custodhist", &Component::add_block<Field::custodial_history>},
        {"acqinfo", &Component::add_block<Field::custodial_history>},
        {"relatedmaterial", &Component::add_block<Field::relation>},
        {"separatedmaterial", &Component::add_block<Field::relation>},
        {"otherfindaid", &Component::add_block<Field::relation>},
        {"altformavail", &Component::add_block<Field::relation>},
        {"controlaccess", &Component::add_access_points},
    }};
    if (element.name.space != kEad3) return;
    const auto* row = std::ranges::find(kRows, element.name.local, &Row::element);
    if (row != kRows.end()) (this->*row->add)(element);
}

template <Field Which>
void Component::add_block(const XmlElement& element) {
    const auto put_block = [&](const XmlElement& words) {
        auto said = tally_.take(words);
        said.place.label = element.name.written;
        if (Which == Field::rights)
            put_rights(document_, std::move(said));
        else
            put(document_, Which, std::move(said));
    };
    if (element.has_own_words || element.children.empty()) {
        put_block(element);
        return;
    }
    for (const auto* child : element.children) {
        if (child->name.local == "head") continue;
        if (child->name.local == element.name.local)
            add_block<Which>(*child);
        else
            put_block(*child);
    }
}

void Component::add_identifier(const XmlElement& element) {
    const auto type = tally_.consume(element, "localtype");
    put(document_, Field::identifier, tally_.take(element), type.empty() ? "unitid" : type);
}

void Component::add_date(const XmlElement& element) {
    put_date(document_, DateOf::creation, tally_.take(element));
    const auto normal = element.value_of("normal");
    if (!base::is_edtf(normal)) return;
    document_.dates.back().edtf = tally_.consume(element, "normal");
}

void Component::add_structured_date(const XmlElement& element) {
    for (const auto* child : element.children) {
        std::string edtf;
        if (child->name.local == "datesingle") edtf = tally_.consume(*child, "standarddate");
        if (child->name.local == "daterange") {
            const auto* from = child->child("fromdate");
            const auto* to = child->child("todate");
            if (from == nullptr || to == nullptr) continue;
            edtf = fmt::format("{}/{}", tally_.consume(*from, "standarddate"),
                               tally_.consume(*to, "standarddate"));
        }
        if (child->name.local == "dateset") {
            add_structured_date(*child);
            continue;
        }
        put_date(document_, DateOf::creation, take_parts(*child));
        if (base::is_edtf(edtf)) document_.dates.back().edtf = edtf;
    }
}

void Component::add_origination(const XmlElement& element) {
    for (const auto* name : element.children) put_agent(Field::creator, *name);
    if (element.children.empty()) add_words<Field::creator>(element);
}

void Component::put_agent(Field field, const XmlElement& name) {
    const auto role = tally_.consume(name, "relator");
    put(document_, field, take_parts(name), role);
    const auto identifier = name.value_of("identifier");
    if (identifier.empty()) return;
    std::string scheme(tally_.consume(name, "source"));
    if (scheme.empty()) scheme = "identifier";
    auto& agents = field == Field::creator ? document_.creators : document_.subject_agents;
    agents.back().agent.authorities.push_back(
        {scheme, std::string(tally_.consume(name, "identifier"))});
}

void Component::add_language_material(const XmlElement& element) {
    for (const auto* child : element.children) {
        if (child->name.local == "languageset") add_language_material(*child);
        if (child->name.local == "script" && !document_.languages.empty()) {
            const auto code = child->value_of("scriptcode");
            if (format::has_form("language", "script", code))
                document_.languages.back().script = tally_.consume(*child, "scriptcode");
        }
        if (child->name.local != "language") continue;
        put(document_, Field::language, tally_.take(*child));
        const auto code = language_tag(child->value_of("langcode"));
        if (code.empty()) continue;
        document_.languages.back().code = code;
        tally_.consume(*child, "langcode");
    }
}

void Component::add_extent(const XmlElement& element) {
    put(document_, Field::extent, take_parts(element));
}

/// A relative address names a file that came with the finding aid; any other stays a note.
void Component::add_digital_object(const XmlElement& element) {
    const auto href = element.value_of("href");
    const auto slash = payload_path_.rfind('/');
    if (href.empty() || slash == payload_path_.npos || href.find(':') != href.npos) return;
    auto path = fmt::format("{}/{}", payload_path_.substr(0, slash), href);
    if (!EntryPath::parse(path)) return;
    described_.files.push_back({std::move(path)});
}

void Component::add_access_points(const XmlElement& element) {
    for (const auto* child : element.children) {
        const std::string_view kind = child->name.local;
        if (kind == "controlaccess") add_access_points(*child);
        if (kind == "subject" || kind == "title" || kind == "occupation" || kind == "function")
            put(document_, Field::subject, take_parts(*child));
        if (kind == "genreform") put(document_, Field::type, take_parts(*child));
        if (kind == "geogname") put(document_, Field::subject_place, take_parts(*child));
        if (kind == "persname" || kind == "corpname" || kind == "famname" || kind == "name")
            put_agent(Field::subject_agent, *child);
    }
}

}  // namespace

bool is_ead_component(const XmlElement& element) {
    const std::string_view name = element.name.local;
    return element.name.space == kEad3 &&
           (name == "c" || (name.size() == 3 && name.front() == 'c' && base::is_digit(name[1]) &&
                            base::is_digit(name[2])));
}

std::optional<Level> ead_level(const XmlElement& element) {
    static constexpr std::array<std::pair<std::string_view, Level>, 7> kLevels = {{
        {"collection", Level::collection},
        {"fonds", Level::fonds},
        {"subfonds", Level::subfonds},
        {"series", Level::series},
        {"subseries", Level::subseries},
        {"file", Level::file},
        {"item", Level::item},
    }};
    if (!is_level_element(element)) return std::nullopt;
    const auto said = element.value_of("level");
    for (const auto& [name, level] : kLevels)
        if (!said.empty() && said == name) return level;
    return std::nullopt;
}

const XmlElement* ead_did(const XmlElement& element) {
    return element.child("did");
}

void read_ead_component(const XmlElement& component, std::string_view payload_path,
                        Described& described) {
    Component(component, payload_path, described).read();
}

}  // namespace solander::metadata
