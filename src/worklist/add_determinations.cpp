// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <solander/worklist.h>

#include "model/names.h"
#include "table/rights_blocks.h"
#include "worklist/event_decision.h"

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

void add(const EventReport& event, const RightsDecision& decision, Document& document) {
    const Determination determination{decision.by, decision.date, decision.how};
    if (decision.uri.empty()) {
        if (Rights* rights = answered(document, decision.covers)) {
            rights->determinations.push_back(determination);
            return;
        }
    }
    Origin origin;
    origin.id = fmt::format("event/{}", event.seq);  // No id of a manifest has a slash.
    origin.kind = OriginKind::person;
    origin.file = event.file;
    origin.agent = decision.by;
    origin.date = decision.date;
    Rights rights;
    rights.scope = RightsScope::item;
    rights.covers = decision.covers.value_or(RightsCovers::unstated);
    rights.determinations.push_back(determination);
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
