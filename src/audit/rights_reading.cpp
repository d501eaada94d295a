// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_reading.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "audit/unlocated_holder.h"

namespace solander::audit {

namespace {

RightsClass class_of(AuditTextClass value) {
    switch (value) {
        case AuditTextClass::undetermined:
            return RightsClass::unknown;
        case AuditTextClass::public_domain:
            return RightsClass::public_domain;
        case AuditTextClass::in_copyright:
            return RightsClass::in_copyright;
        case AuditTextClass::open:
            return RightsClass::open;
        case AuditTextClass::restricted:
            return RightsClass::restricted;
        case AuditTextClass::permission:
            return RightsClass::permission;
        case AuditTextClass::access:
            return RightsClass::access;
    }
    return RightsClass::unknown;
}

constexpr std::size_t kCovers = static_cast<std::size_t>(RightsCovers::unstated) + 1;

}  // namespace

std::vector<const Answer*> standing_rights(const Record& record, std::string_view field) {
    std::array<std::optional<std::string_view>, kCovers> origins;
    std::vector<const Answer*> found;
    for (const Answer& answer : record.answers()) {
        if (answer.field != field || !answer.is_value()) continue;
        if (answer.rights->covers == RightsCovers::metadata) continue;
        auto& origin = origins.at(static_cast<std::size_t>(answer.rights->covers));
        if (!origin) origin = answer.place().origin;
        if (*origin == answer.place().origin) found.push_back(&answer);
    }
    return found;
}

bool is_on_same_thing(const Answer& a, const Answer& b) {
    return is_on_same_thing(*a.rights, *b.rights);
}

bool is_on_same_thing(const Rights& a, const Rights& b) {
    const auto one = a.covers;
    const auto other = b.covers;
    return one == other || one == RightsCovers::unstated || other == RightsCovers::unstated;
}

std::vector<UriAnswer> standing_uris(const Record& record, std::string_view field) {
    std::vector<UriAnswer> uris;
    for (const Answer* answer : standing_rights(record, field)) {
        const auto text = answer->uri.empty() ? answer->words : answer->uri;
        uris.push_back({answer, text, read_rights_uri(text)});
    }
    return uris;
}

std::vector<UriAnswer> standing_uris(const Record& record) {
    auto uris = standing_uris(record, "rights-uri");
    for (auto& licence : standing_uris(record, "licence")) uris.push_back(std::move(licence));
    return uris;
}

std::vector<TextClaims> standing_claims(const Record& record) {
    std::vector<TextClaims> texts;
    for (const Answer* answer : standing_rights(record, "rights"))
        texts.push_back({answer, rights_claims(answer->words)});
    return texts;
}

std::vector<TextClaims> standing_claims(const Record& record, const Context& context) {
    auto texts = standing_claims(record);
    for (TextClaims& text : texts) {
        const auto known = context.texts.find(text.answer->words);
        if (!known || !known->is_same() || known->scope == AuditTextScope::collection) continue;
        text.claims = {{.standing = {.kind = class_of(known->status)},
                        .scope = known->scope == AuditTextScope::description
                                     ? ClaimScope::description
                                     : ClaimScope::item,
                        .words = text.answer->words,
                        .sentence = text.answer->words}};
    }
    return texts;
}

std::vector<StatusAnswer> standing_statuses(const Record& record) {
    std::vector<StatusAnswer> statuses;
    for (const Answer* answer : standing_rights(record, "copyright-status")) {
        const auto& status = static_cast<const CopyrightStatus&>(*answer->statement);
        const auto meant = status.status ? status.status : find_premis_status(status.words);
        if (meant) statuses.push_back({answer, *meant});
    }
    return statuses;
}

std::vector<const Note*> standing_notes(const Record& record, std::string_view type,
                                        bool (*of_block)(const Rights& rights)) {
    std::array<std::optional<std::string_view>, kCovers> origins;
    std::vector<const Note*> found;
    for (const Rights& rights : record.document().rights) {
        if (rights.covers == RightsCovers::metadata || !of_block(rights)) continue;
        for (const Note& note : rights.notes) {
            if (note.type != type || note.words.empty()) continue;
            auto& origin = origins.at(static_cast<std::size_t>(rights.covers));
            if (!origin) origin = note.place.origin;
            if (*origin == note.place.origin) found.push_back(&note);
        }
    }
    return found;
}

bool has_rights_in(const Record& record, RightsCovers what) {
    return std::ranges::any_of(record.answers(), [what](const Answer& answer) {
        return answer.rights != nullptr && answer.rights->covers == what && answer.is_value();
    });
}

HolderWords unlocated_holder_of(const Record& record, const Rights& thing) {
    for (const std::string_view field : {"rights", "rights-holder"})
        for (const Answer* answer : standing_rights(record, field)) {
            if (!is_on_same_thing(*answer->rights, thing)) continue;
            const auto words = unlocated_holder(answer->words);
            if (!words.empty()) return {&answer->place(), words};
        }
    for (const Answer* answer : record.of("rights-holder")) {
        if (answer->state() != State::stated_unknown) continue;
        if (!is_on_same_thing(*answer->rights, thing)) continue;
        const auto words = unlocated_holder(answer->words);
        if (!words.empty()) return {&answer->place(), words};
    }
    for (const Rights& rights : record.document().rights) {
        if (!is_on_same_thing(rights, thing) || rights.covers == RightsCovers::metadata) continue;
        for (const Determination& each : rights.determinations) {
            const auto words = unlocated_holder(each.words);
            if (!words.empty()) return {nullptr, words};
        }
    }
    return {};
}

bool has_item_status(const Record& record) {
    return !standing_statuses(record).empty() ||
           std::ranges::any_of(standing_uris(record),
                               [](const UriAnswer& each) { return each.uri.is_known(); });
}

bool is_determined(const Record& record) {
    const auto is_whole = [](const Determination& each) {
        return !each.by.empty() && !each.date.empty() && !each.words.empty();
    };
    return std::ranges::any_of(record.document().rights, [is_whole](const Rights& rights) {
        return rights.covers != RightsCovers::metadata &&
               std::ranges::any_of(rights.determinations, is_whole);
    });
}

bool has_holder_or_creator(const Record& record) {
    return record.has_value("rights-holder") || record.has_value("creator");
}

}  // namespace solander::audit
