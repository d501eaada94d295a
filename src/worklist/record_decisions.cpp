// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <solander/read.h>
#include <solander/worklist.h>

#include "base/try.h"
#include "format/lexical.h"
#include "model/names.h"
#include "table/cell.h"
#include "worklist/event_decision.h"
#include "worklist/event_words.h"

namespace solander {

namespace {

std::string uri_of(const WorklistDecision& decision) {
    const bool may_be = decision.field == "rights-uri" || decision.field == "licence";
    if (!may_be) return {};
    const auto values = table::read_cell(decision.cell);
    if (values.size() != 1 || values.front().state != State::stated) return {};
    const std::string& words = values.front().words;
    const bool is_uri =
        words.find("://") != std::string::npos && format::has_form("licence", "uri", words);
    return is_uri ? words : std::string();
}

auto key_of(const RightsDecision& decision) {
    return std::tie(decision.date, decision.uri, decision.by, decision.how, decision.what);
}

std::vector<RightsDecision> decisions_in(const Report& report) {
    std::vector<RightsDecision> decisions;
    for (const EventReport& event : report.events)
        if (event.type == worklist::kDeterminationEvent && event.sound)
            decisions.push_back(worklist::decision_in(event));
    return decisions;
}

bool is_there(const std::vector<RightsDecision>& written, const RightsDecision& decision) {
    return std::ranges::any_of(written, [&decision](const RightsDecision& other) {
        return key_of(other) == key_of(decision) &&
               (other.document.empty() || other.document == decision.document);
    });
}

std::string so_far(std::size_t written, std::size_t all) {
    return fmt::format(
        "{} of {} events {} written and stay; run it again, and it goes on from "
        "there",
        written, all, written == 1 ? "is" : "are");
}

/// Adds the outcome of a further step to that of those before.
void join(StepOutcome& all, StepOutcome next) {
    std::vector<EventReport> written = std::move(all.written);
    std::vector<std::string> notes = std::move(all.notes);
    std::ranges::move(next.written, std::back_inserter(written));
    std::ranges::move(next.notes, std::back_inserter(notes));
    const auto directory = all.directory;
    const auto receipt = all.receipt;
    all = std::move(next);
    all.written = std::move(written);
    all.notes = std::move(notes);
    if (all.directory.empty()) all.directory = directory;
    if (all.receipt.empty()) all.receipt = receipt;
}

}  // namespace

namespace worklist {

RightsDecision decision_in(const EventReport& event) {
    RightsDecision decision;
    for (const auto& [name, words] : event.details) {
        if (name == "date") decision.date = words;
        if (name == "document") decision.document = words;
        if (name == "covers") decision.covers = model::parse_name<RightsCovers>(words);
        if (name == "uri") decision.uri = words;
        if (name == "by") decision.by = words;
        if (name == "how") decision.how = words;
        if (name == "what") decision.what = words;
    }
    return decision;
}

}  // namespace worklist

std::vector<RightsDecision> rights_decisions(std::span<const AuditRecord> records,
                                             std::span<const WorklistDecision> decisions) {
    std::vector<RightsDecision> events;
    for (const WorklistDecision& decision : decisions) {
        RightsDecision event;
        event.date = decision.date;
        event.document = records[decision.record].document.id;
        event.uri = uri_of(decision);
        event.by = decision.by;
        event.how = decision.how;
        event.what = worklist::event_words(decision);
        if (!is_there(events, event)) events.push_back(std::move(event));
    }
    std::vector<RightsDecision> grouped;
    for (const RightsDecision& event : events) {
        if (is_there(grouped, event)) continue;
        const auto alike = std::ranges::count_if(events, [&event](const RightsDecision& other) {
            return key_of(other) == key_of(event);
        });
        grouped.push_back(event);
        if (records.size() > 1 && static_cast<std::size_t>(alike) == records.size())
            grouped.back().document.clear();
    }
    return grouped;
}

Result<StepOutcome> record_decisions(const CustodyStep& step,
                                     std::span<const RightsDecision> decisions,
                                     const Environment& environment) {
    SOLANDER_TRY_ASSIGN(Report report, read_custody(step.package, step.how, environment));
    const auto written = decisions_in(report);
    StepOutcome all;
    if (report.custody) all.custody = *report.custody;
    std::size_t done = 0;
    for (const RightsDecision& decision : decisions) {
        if (is_there(written, decision)) {
            ++done;
            continue;
        }
        auto next = determine_rights(step, decision, environment);
        const bool has_written = !all.written.empty();
        if (!next) {
            if (!has_written) return next;
            return Error(next.error().code(), fmt::format("{} ({})", next.error().message(),
                                                          so_far(done, decisions.size())));
        }
        const bool stops = next->refusal || next->written.empty();
        join(all, *std::move(next));
        if (stops) {
            if (has_written) all.notes.push_back(so_far(done, decisions.size()));
            return all;
        }
        ++done;
    }
    if (all.written.empty() && !decisions.empty())
        all.notes.emplace_back("the chain has all of these decisions already; nothing was written");
    return all;
}

}  // namespace solander
