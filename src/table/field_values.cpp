// SPDX-License-Identifier: Apache-2.0
#include "table/field_values.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "format/lexical.h"
#include "table/field_kinds.h"
#include "table/rights_blocks.h"

namespace solander::table {

namespace {

using metadata::Field;

/// The rule of an inference that a person wrote into a table.
constexpr std::string_view kInferredByTable = "records.inferred";

// ---- how a statement's words stand in a cell

bool is_type_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

struct Typed {
    std::string_view type;
    std::string_view words;
};

/// `isni: 0000 0001`; a colon in front says that there is no type. `known` are types that the field
/// has already, whatever they are: `External-Identifier`.
std::optional<Typed> read_typed(std::string_view words,
                                const std::vector<std::string>& known = {}) {
    const auto colon = words.find(": ");
    if (colon == words.npos) return std::nullopt;
    const auto type = words.substr(0, colon);
    if (!std::ranges::all_of(type, is_type_letter) && std::ranges::find(known, type) == known.end())
        return std::nullopt;
    return Typed{type, words.substr(colon + 2)};
}

std::string write_typed(std::string_view type, std::string_view words) {
    if (type.empty() && !read_typed(words)) return std::string(words);
    return fmt::format("{}: {}", type, words);
}

std::string name_of(const Agent& agent) {
    return agent.name.empty() ? agent.verbatim : agent.name;
}

std::string described(const Transfer& transfer) {
    std::string words;
    if (transfer.from) words += fmt::format("from {}", name_of(*transfer.from));
    if (transfer.to)
        words += fmt::format("{}to {}", words.empty() ? "" : " ", name_of(*transfer.to));
    if (transfer.date) words += fmt::format(", {}", transfer.date->words);
    if (!transfer.method.empty()) words += fmt::format(", {}", transfer.method);
    return words;
}
std::string described(const Gap& gap) {
    return fmt::format("not known: {}", gap.words);
}

std::string words_of(const TextStatement& s) {
    return s.words;
}
std::string words_of(const DateStatement& s) {
    return s.edtf.empty() ? s.words : fmt::format("{}{}", kEdtf, s.edtf);
}
std::string words_of(const IdentifierStatement& s) {
    return write_typed(s.type, s.words);
}
std::string words_of(const UriStatement& s) {
    return s.words.empty() ? s.uri : s.words;
}
std::string words_of(const AccessStatement& s) {
    return s.words.empty() ? s.uri : s.words;
}
std::string words_of(const AgentStatement& s) {
    return write_typed(s.role, name_of(s.agent));
}
std::string words_of(const SourceStatement& s) {
    return s.verbatim.empty() ? s.locator : s.verbatim;
}
std::string words_of(const ArchiveStatement& s) {
    return s.name.empty() ? s.verbatim : s.name;
}
std::string words_of(const CustodialHistory& s) {
    if (!s.verbatim.empty()) return s.verbatim;
    std::string words;
    for (const auto& step : s.steps) {
        if (!words.empty()) words += "; ";
        words += std::visit([](const auto& one) { return described(one); }, step);
    }
    return words;
}
std::string words_of(const FundingCredit& s) {
    return s.verbatim;
}

std::string type_of(const IdentifierStatement& s) {
    return s.type;
}
std::string type_of(const AgentStatement& s) {
    return s.role;
}
template <class T>
std::string type_of(const T&) {
    return {};
}

template <class T>
Value value_of(const T& statement) {
    return {statement.state,
            statement.state == State::absent ? std::string() : words_of(statement)};
}

// ---- where the statements of a field are

/// Everything in a list is of the field.
struct Any {
    template <class T>
    bool operator()(const T&) const {
        return true;
    }
};

struct IsDateOf {
    DateOf of;
    bool operator()(const DateStatement& date) const { return date.of == of; }
};

struct IsAlternative {
    bool wanted;
    bool operator()(const TitleStatement& title) const {
        return (title.kind == TitleKind::alternative) == wanted;
    }
};

/// Calls `f(list, is_of_field)` for each list that holds statements of the field; the lists of
/// rights are in their blocks. `D` is Document or const Document.
template <class D, class F>
void visit(D& d, Field field, F&& f) {
    const auto in_rights = [&](auto member) {
        for (auto& rights : d.rights) f(rights.*member, Any());
    };
    // clang-format off
    switch (field) {
        case Field::title: f(d.titles, IsAlternative{false}); return;
        case Field::alternative_title: f(d.titles, IsAlternative{true}); return;
        case Field::date: f(d.dates, IsDateOf{DateOf::creation}); return;
        case Field::publication_date: f(d.dates, IsDateOf{DateOf::publication}); return;
        case Field::upload_date: f(d.dates, IsDateOf{DateOf::upload}); return;
        case Field::creator: f(d.creators, Any()); return;
        case Field::contributor: f(d.contributors, Any()); return;
        case Field::description: f(d.descriptions, Any()); return;
        case Field::language: f(d.languages, Any()); return;
        case Field::type: f(d.types, Any()); return;
        case Field::extent: f(d.extents, Any()); return;
        case Field::identifier: f(d.identifiers, Any()); return;
        case Field::subject: f(d.subjects, Any()); return;
        case Field::subject_agent: f(d.subject_agents, Any()); return;
        case Field::subject_place: f(d.subject_places, Any()); return;
        case Field::relation: f(d.relations, Any()); return;
        case Field::classification: f(d.classifications, Any()); return;
        case Field::release: f(d.releases, Any()); return;
        case Field::source: f(d.sources, Any()); return;
        case Field::original_archive: f(d.original_archives, Any()); return;
        case Field::custodial_history: f(d.custodial_histories, Any()); return;
        case Field::rights: in_rights(&Rights::statements); return;
        case Field::rights_uri: in_rights(&Rights::standard_statements); return;
        case Field::rights_holder: in_rights(&Rights::holders); return;
        case Field::licence: in_rights(&Rights::licences); return;
        case Field::access: in_rights(&Rights::access); return;
        case Field::funding_credit: f(d.funding_credits, Any()); return;
        case Field::funder: return;  // In the credits; see funders_of().
    }
    // clang-format on
}

std::vector<Value> funders_of(const Document& document) {
    std::vector<Value> values;
    for (const FundingCredit& credit : document.funding_credits)
        for (const Funder& funder : credit.funders)
            values.push_back({credit.state, name_of(funder.agent)});
    return values;
}

// ---- what a cell changes

/// A person who fills in a table gives names, and quotes no record.
template <class T>
void take_as_name(T&) {}
void take_as_name(AgentStatement& statement) {
    statement.agent.name = std::exchange(statement.agent.verbatim, {});
}
void take_as_name(ArchiveStatement& statement) {
    statement.name = std::exchange(statement.verbatim, {});
}

/// A funder without a credit line: nobody has printed one. The credit has the state of its funders.
void state_funder(Document& document, const Value& value, const Place& place) {
    auto& credits = document.funding_credits;
    if (credits.empty() || credits.back().state != value.state) {
        auto& credit = credits.emplace_back();
        credit.state = value.state;
        credit.place = place;
        if (value.state == State::inferred) credit.place.rule = kInferredByTable;
    }
    credits.back().funders.emplace_back().agent.name = value.words;
}

/// States one value of a cell, as the only thing that `document` says.
void state(Document& document, Field field, const Value& value, const Place& place,
           const std::vector<std::string>& types = {}) {
    if (field == Field::funder) return state_funder(document, value, place);
    metadata::Said said{value.words, place};
    std::string_view kind;
    if (is_typed(field)) {
        if (const auto typed = read_typed(value.words, types)) {
            kind = typed->type;
            said.words = typed->words;
        }
    }
    if (is_date_field(field) && said.words.starts_with(kEdtf)) said.words.erase(0, kEdtf.size());
    metadata::put(document, field, std::move(said), kind);
    visit(document, field, [&](auto& list, const auto&) {
        if (list.empty()) return;
        auto& statement = list.back();
        statement.state = value.state;
        if (value.state == State::inferred) statement.place.rule = kInferredByTable;
        if (value.state == State::stated) take_as_name(statement);
    });
}

/// Takes the first statement of the field out of `list` that shows `value`.
template <class T, class IsOfField>
std::optional<T> take(std::vector<T>& list, const IsOfField& is_of_field, const Value& value) {
    const auto found = std::ranges::find_if(list, [&](const T& statement) {
        return is_of_field(statement) && value_of(statement) == value;
    });
    if (found == list.end()) return std::nullopt;
    T taken = std::move(*found);
    list.erase(found);
    return taken;
}

/// What the cell no longer has: a note of what was said, and where. That a source has a blank or
/// nothing at all stays true.
template <class T, class IsOfField>
void note_the_rest(Document& document, Field field, std::vector<T>& list,
                   const IsOfField& is_of_field) {
    std::vector<T> kept;
    for (T& statement : list) {
        const bool stays = !is_of_field(statement) || value_of(statement).words.empty();
        if (stays) {
            kept.push_back(std::move(statement));
        } else {
            metadata::put_note(document, fmt::format("replaced {}", metadata::field_name(field)),
                               {words_of(statement), statement.place});
        }
    }
    list = std::move(kept);
}

void set_listed(Document& document, Field field, const std::vector<Value>& values,
                const Place& place) {
    visit(document, field, [&](auto& list, const auto& is_of_field) {
        using List = std::remove_reference_t<decltype(list)>;
        List front;
        std::vector<std::string> types;
        types.reserve(list.size());
        for (const auto& statement : list) types.push_back(type_of(statement));
        for (const Value& value : values) {
            if (auto known = take(list, is_of_field, value)) {
                front.push_back(*std::move(known));
                continue;
            }
            Document fresh;
            state(fresh, field, value, place, types);
            visit(fresh, field, [&](auto& made, const auto&) {
                if constexpr (std::is_same_v<std::remove_reference_t<decltype(made)>, List>)
                    std::ranges::move(made, std::back_inserter(front));
            });
        }
        if (takes_several(field)) note_the_rest(document, field, list, is_of_field);
        list.insert(list.begin(), std::make_move_iterator(front.begin()),
                    std::make_move_iterator(front.end()));
    });
}

/// Rights and funders: what is new goes into a block or a credit of its own, in front.
void set_grouped(Document& document, Field field, const std::vector<Value>& values,
                 const Place& place) {
    const auto known = values_of(document, field);
    Document fresh;
    for (const Value& value : values) {
        // What stood behind other words, and is the first now, is the table's word, too.
        const bool is_moved = field != Field::funder && !known.empty() &&
                              &value == &values.front() && value != known.front();
        if (is_moved || std::ranges::find(known, value) == known.end())
            state(fresh, field, value, place);
    }
    for (Rights& rights : fresh.rights) put_in_front(document, std::move(rights), place.origin);
    auto& credits = document.funding_credits;
    credits.insert(credits.begin(), std::make_move_iterator(fresh.funding_credits.begin()),
                   std::make_move_iterator(fresh.funding_credits.end()));
}

}  // namespace

const std::vector<Field>& columns() {
    static const std::vector<Field> kColumns = [] {
        std::vector<Field> all;
        for (int i = static_cast<int>(Field::title); i <= static_cast<int>(Field::funder); ++i)
            all.push_back(static_cast<Field>(i));
        return all;
    }();
    return kColumns;
}

std::vector<Value> values_of(const Document& document, Field field) {
    if (field == Field::funder) return funders_of(document);
    std::vector<Value> values;
    visit(document, field, [&values](const auto& list, const auto& is_of_field) {
        for (const auto& statement : list)
            if (is_of_field(statement)) values.push_back(value_of(statement));
    });
    return values;
}

std::string cell_of(const Document& document, Field field) {
    auto values = values_of(document, field);
    const auto is_absent = [](const Value& value) { return value.state == State::absent; };
    if (std::ranges::all_of(values, is_absent)) return write_cell({Value{State::absent, {}}});
    std::erase_if(values, is_absent);
    return write_cell(values);
}

void set_field(Document& document, Field field, const std::vector<Value>& values,
               const Place& place) {
    if (is_grouped(field))
        set_grouped(document, field, values, place);
    else
        set_listed(document, field, values, place);
}

}  // namespace solander::table
