// SPDX-License-Identifier: Apache-2.0
#include "pack/settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/edtf.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "base/utf8.h"
#include "format/lexical.h"
#include "metadata/absences.h"
#include "xml/writer.h"

namespace solander::pack {

namespace {

constexpr std::string_view kPersonOrigin = "a1";

/// Everything in a document that one setting may touch.
struct Target {
    Document& document;
    Rights& rights;                       ///< The person's own block.
    std::vector<FundingCredit>& credits;  ///< The person's own.
    Place place;
    std::string_view value;
};

/// What there is one of in a package.
using Once = std::string& (*)(Manifest& manifest);

/// A field of every document, or of the package.
struct Field {
    SettingField field;
    Result<void> (*apply)(Target& target) = nullptr;
    Once once = nullptr;
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

/// What a date means, if it can be told.
std::string edtf_of(std::string_view value) {
    if (base::is_edtf(value)) return std::string(value);
    return base::edtf_from_words(value).value_or("");
}

Result<void> set_date(Target& target) {
    auto date = text<DateStatement>(target);
    date.edtf = edtf_of(target.value);
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

/// The words of a credit; of the one that its funders began, where they were named first.
Result<void> set_funding_credit(Target& target) {
    auto credit = stated<FundingCredit>(target);
    credit.verbatim = target.value;
    if (target.credits.size() == 1 && target.credits.front().verbatim.empty()) {
        credit.funders = std::move(target.credits.front().funders);
        target.credits.clear();
    }
    target.credits.push_back(std::move(credit));
    return {};
}

Result<void> set_funder(Target& target) {
    if (target.credits.empty()) target.credits.push_back(stated<FundingCredit>(target));
    Funder funder;
    funder.agent.name = target.value;
    target.credits.back().funders.push_back(std::move(funder));
    return {};
}

Deposit& deposit_of(Manifest& manifest) {
    if (!manifest.deposit) manifest.deposit.emplace();
    return *manifest.deposit;
}

std::string& accession(Manifest& manifest) {
    return deposit_of(manifest).accession;
}

std::string& depositor(Manifest& manifest) {
    auto& depositor = deposit_of(manifest).depositor;
    if (!depositor) depositor.emplace();
    return depositor->name;
}

std::string& deed_of_gift(Manifest& manifest) {
    auto& agreements = deposit_of(manifest).agreements;
    if (agreements.empty()) agreements.emplace_back().kind = AgreementKind::deed_of_gift;
    return agreements.front().identifier;
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
    Field{{"funding-credit", "a credit line, verbatim; repeatable"}, set_funding_credit},
    Field{{"funder", "a funder named in the credit before it; repeatable"}, set_funder},
    Field{{"accession", "the accession number of the deposit; once"}, nullptr, accession},
    Field{{"depositor", "who deposits it; once"}, nullptr, depositor},
    Field{{"deed-of-gift", "the number or date that the deed of gift goes by; once"}, nullptr, deed_of_gift},
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
    names.reserve(kFields.size());
    for (const Field& field : kFields) names.push_back(field.field.name);
    return {ErrorCode::usage,
            fmt::format("there is no field '{}' to set; {}`solander pack --help` lists them all",
                        base::printable(name), base::did_you_mean(name, names))};
}

bool says_anything(const Rights& rights) {
    return !rights.statements.empty() || !rights.standard_statements.empty() ||
           !rights.holders.empty() || !rights.licences.empty() || !rights.access.empty();
}

bool is_visible(char32_t point) {
    static constexpr std::u32string_view kBlanks =
        U" \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F"
        U"\u205F"
        U"\u3000";
    return base::is_printable(point) && kBlanks.find(point) == std::u32string_view::npos;
}

bool says_something(std::string_view text) {
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        if (!point || is_visible(point->value)) return true;
        text.remove_prefix(point->bytes);
    }
    return false;
}

/// A setting whose field and value have been looked at.
struct Checked {
    const Field* field = nullptr;
    std::string value;
};

/// A person at a keyboard can be asked again, so nothing is replaced here as it is in captures.
Result<Checked> check(const Setting& setting) {
    const Field* field = find_field(setting.field);
    if (field == nullptr) return unknown_field(setting.field);
    if (!says_something(setting.value))
        return Error(ErrorCode::usage,
                     fmt::format("'{}' is set to nothing; leave it out to say nothing of it",
                                 setting.field));
    if (base::find_invalid_utf8(setting.value))
        return Error(ErrorCode::usage, fmt::format("the value of '{}' is not UTF-8 text: '{}'",
                                                   setting.field, base::printable(setting.value)));
    bool replaced = false;
    std::string value = xml::storable(setting.value, &replaced);
    if (replaced)
        return Error(ErrorCode::usage,
                     fmt::format("the value of '{}' has a character that a manifest cannot hold: "
                                 "'{}'; leave it out",
                                 setting.field, base::printable(setting.value)));
    return Checked{field, std::move(value)};
}

Result<void> apply_to(const std::vector<Checked>& settings, Document& document) {
    Rights rights;
    rights.scope = RightsScope::item;
    std::vector<FundingCredit> credits;
    for (const auto& [field, value] : settings) {
        if (field->apply == nullptr) continue;
        Place place;
        place.origin = kPersonOrigin;
        place.at = fmt::format("option --set {}", field->field.name);
        Target target{document, rights, credits, place, value};
        SOLANDER_TRY(field->apply(target));
    }
    if (says_anything(rights)) {
        metadata::state_absences(rights, kPersonOrigin);
        document.rights.insert(document.rights.begin(), std::move(rights));
    }
    for (FundingCredit& credit : credits) add(document.funding_credits, std::move(credit));
    return {};
}

/// Sets what the package has one of, and tells what was not understood.
Result<std::vector<std::string>> apply_to_package(const std::vector<Checked>& settings,
                                                  Manifest& manifest) {
    std::vector<std::string> notes;
    for (const auto& [field, value] : settings) {
        if (field->once != nullptr) {
            std::string& place = field->once(manifest);
            if (!place.empty())
                return Error(
                    ErrorCode::usage,
                    fmt::format("'{}' is set twice, and a package has one: '{}' or '{}'",
                                field->field.name, base::printable(place), base::printable(value)));
            place = value;
        } else if (field->apply == set_date && edtf_of(value).empty()) {
            notes.push_back(
                fmt::format("date '{}' is kept as words, not as a date that can be searched for. "
                            "Read as dates are EDTF (1963-11-25, 1963-11, 1963, 196X, 1919?, "
                            "1914/1918) and English words (November 25, 1963; August 1973)",
                            base::printable(value)));
        }
    }
    return notes;
}

}  // namespace

Result<std::vector<std::string>> apply_settings(const std::vector<Setting>& settings,
                                                const std::string& person, Manifest& manifest) {
    std::vector<Checked> checked;
    for (const Setting& setting : settings) {
        SOLANDER_TRY_ASSIGN(auto one, check(setting));
        checked.push_back(std::move(one));
    }
    SOLANDER_TRY_ASSIGN(auto notes, apply_to_package(checked, manifest));
    for (Document& document : manifest.documents) {
        if (!settings.empty() || document.origins.empty()) {
            Origin origin;
            origin.id = kPersonOrigin;
            origin.kind = OriginKind::person;
            origin.agent = person;
            origin.date = manifest.created.date();
            document.origins.push_back(std::move(origin));
        }
        SOLANDER_TRY(apply_to(checked, document));
        metadata::state_absences(document);
    }
    return notes;
}

}  // namespace solander::pack

namespace solander {

std::span<const SettingField> setting_fields() {
    static constexpr auto kList = pack::field_list();
    return kList;
}

}  // namespace solander
