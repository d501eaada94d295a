// SPDX-License-Identifier: Apache-2.0
#include "pack/settings.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/edtf.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "format/lexical.h"
#include "format/manifest_xml.h"

namespace solander::pack {

namespace {

constexpr std::string_view kPersonOrigin = "a1";

/// Everything that one setting may touch.
struct Target {
    Manifest& manifest;
    Document& document;
    Rights& rights;         ///< The person's own block.
    FundingCredit& credit;  ///< The person's own.
    Place place;
    std::string_view value;
};

using Apply = Result<void> (*)(Target& target);

struct Field {
    SettingField field;
    Apply apply;
};

template <class T>
T stated(const Target& target) {
    T statement;
    statement.state = State::stated;
    statement.place = target.place;
    return statement;
}

template <class T>
T text(const Target& target) {
    T statement = stated<T>(target);
    statement.words = target.value;
    return statement;
}

AgentStatement agent(const Target& target) {
    auto statement = stated<AgentStatement>(target);
    statement.agent.name = target.value;
    return statement;
}

/// After what the person has said before, and before all else.
template <class T>
void add(std::vector<T>& list, T statement) {
    const auto after_own = std::find_if(list.begin(), list.end(), [](const T& other) {
        return other.place.origin != kPersonOrigin;
    });
    list.insert(after_own, std::move(statement));
}

Result<void> set_date(Target& target) {
    auto date = text<DateStatement>(target);
    if (base::is_edtf(target.value))
        date.edtf = target.value;
    else
        date.edtf = base::edtf_from_words(target.value).value_or("");
    add(target.document.dates, std::move(date));
    return {};
}

Result<void> set_language(Target& target) {
    auto language = text<LanguageStatement>(target);
    if (target.value.size() <= 3 && format::has_form("language", "code", target.value))
        language.code = target.value;
    add(target.document.languages, std::move(language));
    return {};
}

Result<void> set_source(Target& target) {
    auto source = stated<SourceStatement>(target);
    source.verbatim = target.value;
    add(target.document.sources, std::move(source));
    return {};
}

Result<void> set_archive(Target& target) {
    auto archive = stated<ArchiveStatement>(target);
    archive.name = target.value;
    add(target.document.original_archives, std::move(archive));
    return {};
}

Result<void> set_history(Target& target) {
    auto history = stated<CustodialHistory>(target);
    history.verbatim = target.value;
    add(target.document.custodial_histories, std::move(history));
    return {};
}

/// A URI goes to its attribute, words stay words.
template <class T>
T uri_or_words(const Target& target) {
    auto statement = stated<T>(target);
    if (target.value.find("://") != std::string_view::npos &&
        format::has_form("licence", "uri", target.value))
        statement.uri = target.value;
    else
        statement.words = target.value;
    return statement;
}

Result<void> set_standard_statement(Target& target) {
    auto statement = uri_or_words<UriStatement>(target);
    if (statement.uri.empty())
        return Error(ErrorCode::usage,
                     "rights-uri takes a URI, such as "
                     "http://rightsstatements.org/vocab/InC/1.0/; words go to rights");
    add(target.rights.standard_statements, std::move(statement));
    return {};
}

Result<void> set_funding_credit(Target& target) {
    target.credit.state = State::stated;
    target.credit.verbatim = target.value;
    return {};
}

Result<void> set_funder(Target& target) {
    target.credit.state = State::stated;
    Funder funder;
    funder.agent.name = target.value;
    target.credit.funders.push_back(std::move(funder));
    return {};
}

Deposit& deposit_of(Target& target) {
    if (!target.manifest.deposit) target.manifest.deposit.emplace();
    return *target.manifest.deposit;
}

// clang-format off
constexpr std::array kFields{
    Field{{"title", "the title"}, [](Target& t) -> Result<void> { add(t.document.titles, text<TitleStatement>(t)); return {}; }},
    Field{{"date", "the date of creation, EDTF (1963-11, 1919?) or words"}, set_date},
    Field{{"creator", "a person or body that made it; repeatable"}, [](Target& t) -> Result<void> { add(t.document.creators, agent(t)); return {}; }},
    Field{{"contributor", "a person or body that had a part in it; repeatable"}, [](Target& t) -> Result<void> { add(t.document.contributors, agent(t)); return {}; }},
    Field{{"description", "what it is about"}, [](Target& t) -> Result<void> { add(t.document.descriptions, text<TextStatement>(t)); return {}; }},
    Field{{"language", "its language, a code (ru) or words"}, set_language},
    Field{{"type", "what it is: Letter, Photograph"}, [](Target& t) -> Result<void> { add(t.document.types, text<TextStatement>(t)); return {}; }},
    Field{{"extent", "its extent: 2 leaves"}, [](Target& t) -> Result<void> { add(t.document.extents, text<TextStatement>(t)); return {}; }},
    Field{{"identifier", "an identifier; repeatable"}, [](Target& t) -> Result<void> { add(t.document.identifiers, text<IdentifierStatement>(t)); return {}; }},
    Field{{"subject", "a topic; repeatable"}, [](Target& t) -> Result<void> { add(t.document.subjects, text<TextStatement>(t)); return {}; }},
    Field{{"subject-agent", "a person or body it is about; repeatable"}, [](Target& t) -> Result<void> { add(t.document.subject_agents, agent(t)); return {}; }},
    Field{{"subject-place", "a place it is about; repeatable"}, [](Target& t) -> Result<void> { add(t.document.subject_places, text<TextStatement>(t)); return {}; }},
    Field{{"relation", "a related document or series; repeatable"}, [](Target& t) -> Result<void> { add(t.document.relations, text<RelationStatement>(t)); return {}; }},
    Field{{"classification", "a classification mark on it; repeatable"}, [](Target& t) -> Result<void> { add(t.document.classifications, text<TextStatement>(t)); return {}; }},
    Field{{"release", "how and when it was declassified or released"}, [](Target& t) -> Result<void> { add(t.document.releases, text<TextStatement>(t)); return {}; }},
    Field{{"source", "the citation of the original"}, set_source},
    Field{{"original-archive", "who holds the original"}, set_archive},
    Field{{"custodial-history", "who held it before it was sealed"}, set_history},
    Field{{"rights", "the rights statement in words"}, [](Target& t) -> Result<void> { add(t.rights.statements, text<TextStatement>(t)); return {}; }},
    Field{{"rights-uri", "a standard rights statement (RightsStatements.org)"}, set_standard_statement},
    Field{{"rights-holder", "who holds the rights; repeatable"}, [](Target& t) -> Result<void> { add(t.rights.holders, agent(t)); return {}; }},
    Field{{"licence", "a licence, URI or words"}, [](Target& t) -> Result<void> { add(t.rights.licences, uri_or_words<UriStatement>(t)); return {}; }},
    Field{{"access", "conditions of access, URI (COAR) or words"}, [](Target& t) -> Result<void> { add(t.rights.access, uri_or_words<AccessStatement>(t)); return {}; }},
    Field{{"funding-credit", "the credit line, verbatim"}, set_funding_credit},
    Field{{"funder", "a funder named in the credit; repeatable"}, set_funder},
    Field{{"accession", "the accession number of the deposit"}, [](Target& t) -> Result<void> { deposit_of(t).accession = t.value; return {}; }},
    Field{{"depositor", "who deposits it"}, [](Target& t) -> Result<void> { deposit_of(t).depositor.emplace().name = t.value; return {}; }},
};
// clang-format on

constexpr auto field_list() {
    std::array<SettingField, kFields.size()> list{};
    for (std::size_t i = 0; i < kFields.size(); ++i) list.at(i) = kFields.at(i).field;
    return list;
}

const Field* find_field(std::string_view name) {
    const auto* const found = std::find_if(kFields.begin(), kFields.end(),
                                           [name](const Field& f) { return f.field.name == name; });
    return found == kFields.end() ? nullptr : found;
}

Error unknown_field(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Field& field : kFields) names.push_back(field.field.name);
    return {ErrorCode::usage,
            fmt::format("there is no field '{}' to set; did you mean '{}'? (--help lists them all)",
                        base::printable(name), base::nearest(name, names))};
}

template <class T>
void fill(std::vector<T>& list, std::string_view origin) {
    if (!list.empty()) return;
    T statement;
    statement.place.origin = origin;
    list.push_back(std::move(statement));
}

void fill_rights(Rights& rights, std::string_view origin) {
    fill(rights.statements, origin);
    fill(rights.standard_statements, origin);
    fill(rights.holders, origin);
    fill(rights.licences, origin);
    fill(rights.access, origin);
}

void fill_document(Document& document) {
    const std::string origin = document.origins.front().id;
    fill(document.titles, origin);
    fill(document.dates, origin);
    fill(document.creators, origin);
    fill(document.descriptions, origin);
    fill(document.languages, origin);
    fill(document.types, origin);
    fill(document.identifiers, origin);
    fill(document.subjects, origin);
    fill(document.subject_agents, origin);
    fill(document.subject_places, origin);
    fill(document.relations, origin);
    fill(document.classifications, origin);
    fill(document.releases, origin);
    fill(document.sources, origin);
    fill(document.original_archives, origin);
    fill(document.custodial_histories, origin);
    fill(document.funding_credits, origin);
    if (document.rights.empty()) document.rights.emplace_back();
    for (Rights& rights : document.rights) fill_rights(rights, origin);
}

bool says_anything(const Rights& rights) {
    return !rights.statements.empty() || !rights.standard_statements.empty() ||
           !rights.holders.empty() || !rights.licences.empty() || !rights.access.empty();
}

Result<void> apply_to(const std::vector<Setting>& settings, Manifest& manifest,
                      Document& document) {
    Rights rights;
    rights.scope = RightsScope::item;
    FundingCredit credit;
    for (const Setting& setting : settings) {
        const Field* field = find_field(setting.field);
        if (field == nullptr) return unknown_field(setting.field);
        std::string value = setting.value;
        format::make_storable(value);
        if (value.empty())
            return Error(ErrorCode::usage,
                         fmt::format("'{}' is set to nothing; leave it out to say nothing of it",
                                     setting.field));
        Place place;
        place.origin = kPersonOrigin;
        place.at = "option --set " + setting.field;
        Target target{manifest, document, rights, credit, place, value};
        SOLANDER_TRY(field->apply(target));
        if (credit.state == State::stated && credit.place.origin.empty()) credit.place = place;
    }
    if (says_anything(rights)) {
        fill_rights(rights, kPersonOrigin);
        document.rights.insert(document.rights.begin(), std::move(rights));
    }
    if (credit.state == State::stated) add(document.funding_credits, std::move(credit));
    return {};
}

}  // namespace

Result<void> apply_settings(const std::vector<Setting>& settings, const std::string& person,
                            Manifest& manifest) {
    for (Document& document : manifest.documents) {
        if (!settings.empty() || document.origins.empty()) {
            Origin origin;
            origin.id = kPersonOrigin;
            origin.kind = OriginKind::person;
            origin.agent = person;
            origin.date = manifest.created.date();
            document.origins.push_back(std::move(origin));
        }
        SOLANDER_TRY(apply_to(settings, manifest, document));
        fill_document(document);
    }
    return {};
}

}  // namespace solander::pack

namespace solander {

std::span<const SettingField> setting_fields() {
    static constexpr auto kList = pack::field_list();
    return kList;
}

}  // namespace solander
