// SPDX-License-Identifier: Apache-2.0
#include "metadata/schema_org_record.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace solander::metadata {

namespace {

constexpr std::string_view kProviderRule = "schema-org.provider-as-holder";

class WorkRecord {
public:
    WorkRecord(const SchemaOrgNode& work, const SchemaOrgGraph& graph, Document& document)
        : node_(*work.node), holder_(work.holder), graph_(graph), document_(document) {}

    void read() {
        for (const auto* property : node_.children) add(*property);
        if (holder_ != nullptr) add_holder();
        tally_.keep_rest(document_, node_);
        // Nodes that the work refers to are part of what is said of it.
        for (const auto* node : referred_) tally_.keep_rest(document_, *node);
    }

private:
    using Add = void (WorkRecord::*)(const JsonValue& value, std::string_view label);
    struct Row {
        std::string_view property;
        Add add;
    };

    void add(const JsonValue& property);

    template <Field Which>
    void add_words(const JsonValue& value, std::string_view label) {
        put(document_, Which, take(value, label));
    }
    template <Field Which>
    void add_agent(const JsonValue& value, std::string_view label);
    void add_date_of(DateOf of, const JsonValue& value, std::string_view label) {
        put_date(document_, of, take(value, label));
    }
    void add_created(const JsonValue& value, std::string_view label) {
        add_date_of(DateOf::creation, value, label);
    }
    void add_published(const JsonValue& value, std::string_view label) {
        add_date_of(DateOf::publication, value, label);
    }
    void add_identifier(const JsonValue& value, std::string_view label);
    void add_address(const JsonValue& value, std::string_view label) {
        put(document_, Field::identifier, take(value, label), label);
    }
    void add_about(const JsonValue& value, std::string_view label);
    void add_part_of(const JsonValue& value, std::string_view label);
    void add_archive(const JsonValue& value, std::string_view label);
    void add_provider(const JsonValue& value, std::string_view label);
    void add_terms(const JsonValue& value, std::string_view label) {
        put_rights(document_, take(value, label));
    }
    void add_funder(const JsonValue& value, std::string_view label) {
        put_funder(document_, take(value, label));
    }
    void add_funding(const JsonValue& value, std::string_view label);
    void add_holder();

    /// The words of a value: its own, a literal's `@value`, a thing's name, or what it refers to.
    Said take(const JsonValue& value, std::string_view label);
    Said take_plain(const JsonValue& value, std::string_view label);
    const JsonValue& resolve(const JsonValue& value);
    bool is_a(const JsonValue& value, std::string_view type) const;

    const JsonValue& node_;
    const JsonValue* holder_;
    const SchemaOrgGraph& graph_;
    Document& document_;
    JsonTally tally_;
    std::vector<const JsonValue*> referred_;
};

void WorkRecord::add(const JsonValue& property) {
    static constexpr std::array<Row, 42> kRows = {{
        {"@id", &WorkRecord::add_address},
        {"@type", &WorkRecord::add_words<Field::type>},
        {"additionalType", &WorkRecord::add_words<Field::type>},
        {"genre", &WorkRecord::add_words<Field::type>},
        {"name", &WorkRecord::add_words<Field::title>},
        {"headline", &WorkRecord::add_words<Field::title>},
        {"alternateName", &WorkRecord::add_words<Field::alternative_title>},
        {"alternativeHeadline", &WorkRecord::add_words<Field::alternative_title>},
        {"description", &WorkRecord::add_words<Field::description>},
        {"abstract", &WorkRecord::add_words<Field::description>},
        {"dateCreated", &WorkRecord::add_created},
        {"datePublished", &WorkRecord::add_published},
        {"uploadDate", &WorkRecord::add_words<Field::upload_date>},
        {"creator", &WorkRecord::add_agent<Field::creator>},
        {"author", &WorkRecord::add_agent<Field::creator>},
        {"contributor", &WorkRecord::add_agent<Field::contributor>},
        {"editor", &WorkRecord::add_agent<Field::contributor>},
        {"translator", &WorkRecord::add_agent<Field::contributor>},
        {"publisher", &WorkRecord::add_agent<Field::contributor>},
        {"inLanguage", &WorkRecord::add_words<Field::language>},
        {"materialExtent", &WorkRecord::add_words<Field::extent>},
        {"identifier", &WorkRecord::add_identifier},
        {"url", &WorkRecord::add_address},
        {"sameAs", &WorkRecord::add_address},
        {"about", &WorkRecord::add_about},
        {"mentions", &WorkRecord::add_about},
        {"keywords", &WorkRecord::add_words<Field::subject>},
        {"contentLocation", &WorkRecord::add_words<Field::subject_place>},
        {"spatialCoverage", &WorkRecord::add_words<Field::subject_place>},
        {"isPartOf", &WorkRecord::add_part_of},
        {"holdingArchive", &WorkRecord::add_archive},
        {"provider", &WorkRecord::add_provider},
        {"isBasedOn", &WorkRecord::add_words<Field::source>},
        {"citation", &WorkRecord::add_words<Field::source>},
        {"copyrightHolder", &WorkRecord::add_agent<Field::rights_holder>},
        {"copyrightNotice", &WorkRecord::add_words<Field::rights>},
        {"license", &WorkRecord::add_words<Field::licence>},
        {"usageInfo", &WorkRecord::add_terms},
        {"conditionsOfAccess", &WorkRecord::add_words<Field::access>},
        {"funder", &WorkRecord::add_funder},
        {"sponsor", &WorkRecord::add_agent<Field::contributor>},
        {"funding", &WorkRecord::add_funding},
    }};
    if (property.key == "@context") {
        for (const auto* each : property.each()) tally_.leave(*each);
        tally_.leave(property);
        return;
    }
    const auto* row = std::ranges::find(kRows, property.key, &Row::property);
    if (row == kRows.end()) return;
    for (const auto* value : property.each()) (this->*row->add)(*value, property.key);
}

const JsonValue& WorkRecord::resolve(const JsonValue& value) {
    const auto& node = graph_.resolve(value);
    if (&node != &value && &node != &node_) {
        tally_.consume(value.member("@id"));
        if (std::ranges::find(referred_, &node) == referred_.end()) referred_.push_back(&node);
    }
    return node;
}

Said WorkRecord::take(const JsonValue& value, std::string_view label) {
    const auto& node = resolve(value);
    // In the order of what says most.
    for (const std::string_view key : {"@value", "name", "headline", "url", "@id"}) {
        const auto* words = node.member(key);
        if (words == nullptr) continue;
        if (!words->children.empty()) words = words->each().front();
        if (const auto* literal = words->member("@value")) {
            auto said = tally_.take(*literal, label);
            said.place.lang = language_tag(tally_.consume(words->member("@language")));
            return said;
        }
        auto said = tally_.take(*words, label);
        if (key == "@value")
            said.place.lang = language_tag(tally_.consume(node.member("@language")));
        return said;
    }
    return take_plain(node, label);
}

/// An object without any of these keys keeps its members for notes, and is a blank itself.
Said WorkRecord::take_plain(const JsonValue& value, std::string_view label) {
    return value.children.empty() ? tally_.take(value, label) : tally_.place_of(value, label);
}

bool WorkRecord::is_a(const JsonValue& value, std::string_view type) const {
    const auto* types = graph_.resolve(value).member("@type");
    if (types == nullptr) return false;
    return std::ranges::any_of(types->each(), [&](const JsonValue* each) {
        return std::string_view(each->words).ends_with(type);
    });
}

template <Field Which>
void WorkRecord::add_agent(const JsonValue& value, std::string_view label) {
    const bool role_is_field = label == "creator" || label == "contributor";
    put(document_, Which, take(value, label), role_is_field ? std::string_view() : label);
    auto& agents = Which == Field::creator         ? document_.creators
                   : Which == Field::contributor   ? document_.contributors
                   : Which == Field::subject_agent ? document_.subject_agents
                                                   : document_.rights.back().holders;
    auto& statement = agents.back();
    const auto& node = graph_.resolve(value);
    for (const std::string_view key : {"@id", "sameAs", "identifier"}) {
        const auto* id = node.member(key);
        if (id == nullptr || id->kind != JsonKind::string || !is_web_uri(id->words)) continue;
        if (id->pointer() == statement.place.at) continue;  // It is the name already.
        statement.agent.authorities.push_back({std::string(key), id->words});
        tally_.consume(id);
        statement.place.at = node.pointer();
    }
    const auto* affiliation = node.member("affiliation");
    if (affiliation == nullptr) return;
    statement.agent.affiliation = take(*affiliation->each().front(), label).words;
    statement.place.at = node.pointer();
}

void WorkRecord::add_identifier(const JsonValue& value, std::string_view label) {
    const auto* words = value.member("value");
    if (words == nullptr || !words->children.empty()) {
        put(document_, Field::identifier, take(value, label));
        return;
    }
    auto said = tally_.take(*words, label);
    const auto type = tally_.consume(value.member("propertyID"));
    put(document_, Field::identifier, std::move(said), type);
}

void WorkRecord::add_about(const JsonValue& value, std::string_view label) {
    if (is_a(value, "Person") || is_a(value, "Organization")) {
        add_agent<Field::subject_agent>(value, label);
    } else {
        put(document_, is_a(value, "Place") ? Field::subject_place : Field::subject,
            take(value, label));
    }
}

void WorkRecord::add_part_of(const JsonValue& value, std::string_view label) {
    put_relation(document_, RelationType::is_part_of, take(value, label));
}

void WorkRecord::add_archive(const JsonValue& value, std::string_view label) {
    put(document_, Field::original_archive, take(value, label));
}

/// Who provides a work need not hold it; where nobody is said to hold it, it is the likely answer.
void WorkRecord::add_provider(const JsonValue& value, std::string_view label) {
    auto said = take(value, label);
    if (holder_ != nullptr || node_.member("holdingArchive") != nullptr ||
        state_of(said.words) == State::blank) {
        put_note(document_, std::string(label), std::move(said));
        return;
    }
    said.place.rule = kProviderRule;
    metadata::add(document_.original_archives, State::inferred, std::move(said));
}

void WorkRecord::add_funding(const JsonValue& value, std::string_view label) {
    const auto& grant = resolve(value);
    const auto* funder = grant.member("funder");
    if (funder == nullptr) {
        put(document_, Field::funding_credit, take(value, label));
    } else {
        for (const auto* each : funder->each()) put_funder(document_, take(*each, label));
    }
    const auto* award = grant.member("identifier");
    auto& funders = document_.funding_credits.back().funders;
    if (award == nullptr || award->kind != JsonKind::string || funders.empty()) return;
    funders.back().awards.emplace_back(tally_.consume(award));
    document_.funding_credits.back().place.at = grant.pointer();
}

void WorkRecord::add_holder() {
    const auto* name = holder_->member("name");
    if (name == nullptr) name = holder_->member("@id");
    if (name == nullptr || !name->children.empty()) return;
    put(document_, Field::original_archive, tally_.take(*name, "archiveHeld"));
}

}  // namespace

void read_schema_org(const SchemaOrgNode& node, const SchemaOrgGraph& graph, Document& document) {
    WorkRecord(node, graph, document).read();
}

}  // namespace solander::metadata
