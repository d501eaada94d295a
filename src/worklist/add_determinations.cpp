// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "table/field_values.h"
#include "table/rights_blocks.h"
#include "worklist/event_decision.h"
#include "worklist/event_words.h"

namespace solander {

namespace {

bool is_believed(const EventReport& event) {
    return event.type == worklist::kDeterminationEvent && event.sound && !event.signers.empty() &&
           event.signers.front().trusted;
}

/// The rights that a determination without a URI is about.
Rights* answered(Document& document, std::optional<RightsCovers> covers) {
    const auto found = std::ranges::find_if(document.rights, [covers](const Rights& rights) {
        return table::has_answer(rights) &&
               (covers ? rights.covers == *covers : rights.covers != RightsCovers::metadata);
    });
    return found == document.rights.end() ? nullptr : &*found;
}

Origin origin_of(const EventReport& event, const RightsDecision& decision) {
    Origin origin;
    origin.id = fmt::format("event/{}", event.seq);  // No id of a manifest has a slash.
    origin.kind = OriginKind::person;
    origin.file = event.file;
    origin.agent = decision.by;
    origin.date = decision.date;
    return origin;
}

Determination determination_of(const RightsDecision& decision) {
    return {decision.by, decision.date, decision.how};
}

/// Puts what was decided in front of what the record says, as a record table would. Plain words
/// only say more of rights that are there.
bool add_value(const EventReport& event, const RightsDecision& decision, Document& document) {
    const auto said = worklist::value_in_event(decision.what);
    if (!said || (said->is_plain && answered(document, decision.covers) != nullptr)) return false;
    Origin origin = origin_of(event, decision);
    Place place;
    place.origin = origin.id;
    table::set_field(document, said->field, said->values, place);
    Rights* const rights = table::block_of(document, origin.id);
    if (rights == nullptr) return false;
    rights->covers = decision.covers.value_or(RightsCovers::unstated);
    rights->determinations.push_back(determination_of(decision));
    document.origins.push_back(std::move(origin));
    return true;
}

void add_block(const EventReport& event, const RightsDecision& decision, Document& document) {
    Origin origin = origin_of(event, decision);
    Rights rights;
    rights.scope = RightsScope::item;
    rights.covers = decision.covers.value_or(RightsCovers::unstated);
    rights.determinations.push_back(determination_of(decision));
    if (!decision.uri.empty()) {
        UriStatement& statement = rights.standard_statements.emplace_back();
        statement.state = State::stated;
        statement.place.origin = origin.id;
        statement.words = decision.uri;
        statement.uri = decision.uri;
    }
    document.origins.push_back(std::move(origin));
    document.rights.insert(document.rights.begin(), std::move(rights));
}

void add(const EventReport& event, const RightsDecision& decision, Document& document) {
    if (!decision.uri.empty()) return add_block(event, decision, document);
    if (add_value(event, decision, document)) return;
    if (Rights* rights = answered(document, decision.covers))
        rights->determinations.push_back(determination_of(decision));
    else
        add_block(event, decision, document);
}

}  // namespace

void add_determinations(const Report& custody, std::span<AuditRecord> records) {
    for (const EventReport& event : custody.events) {
        if (!is_believed(event)) continue;
        const RightsDecision decision = worklist::decision_in(event);
        for (AuditRecord& record : records)
            if (decision.document.empty() || decision.document == record.document.id)
                add(event, decision, record.document);
    }
}

}  // namespace solander
