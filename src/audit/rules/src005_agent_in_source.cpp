// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/names_after.h"
#include "audit/rule.h"
#include "audit/tokens.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

constexpr std::array<std::string_view, 9> kDeeds{"obtained",    "provided",    "donated",
                                                 "deposited",   "contributed", "translated",
                                                 "transcribed", "drafted",     "approved"};

/// Everybody whom a field of the record names for a part in the document.
std::vector<Agent> known_agents(const Record& record) {
    std::vector<Agent> agents;
    for (const std::string_view field : {"creator", "contributor"})
        for (const Answer* answer : record.of(field))
            if (answer->is_value())
                agents.push_back(static_cast<const AgentStatement&>(*answer->statement).agent);
    for (const Answer* answer : record.of("original-archive"))
        if (answer->is_value())
            agents.push_back(agent_of(static_cast<const ArchiveStatement&>(*answer->statement)));
    for_each_history(record, [&](const CustodialHistory& history) {
        for (const auto& step : history.steps) {
            const auto* transfer = std::get_if<Transfer>(&step);
            if (transfer == nullptr) continue;
            for (const auto* agent : {&transfer->from, &transfer->to})
                if (*agent) agents.push_back(**agent);
        }
        Agent words;
        words.verbatim = history.verbatim;
        agents.push_back(std::move(words));
    });
    return agents;
}

/// The `by` that belongs to a deed: next to it, or behind `for CWIHP from Russian`.
std::size_t find_by(const std::vector<Token>& tokens, std::size_t deed) {
    static constexpr std::size_t kMost = 6;
    const std::size_t most = std::min(tokens.size(), deed + 1 + kMost);
    for (std::size_t i = deed + 1; i < most && tokens[i].sentence == tokens[deed].sentence; ++i) {
        if (tokens[i].word == "by") return i;
        if (tokens[i].word == "and" || std::ranges::find(kDeeds, tokens[i].word) != kDeeds.end())
            break;
    }
    return tokens.size();
}

/// From `first` to the end of a piece of the same text.
std::string_view span(std::string_view text, std::size_t first, std::string_view last) {
    const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
    return text.substr(first, end - first);
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer* answer : record.standing("source")) {
        const auto text = answer->words;
        const auto tokens = tokens_of(text);
        std::vector<std::string> hidden;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (std::ranges::find(kDeeds, tokens[i].word) == kDeeds.end()) continue;
            const std::size_t by = find_by(tokens, i);
            if (by == tokens.size()) continue;
            const auto name = name_in_front(text.substr(tokens[by].last));
            if (name.empty()) continue;
            const bool is_known = std::ranges::any_of(
                known_agents(record),
                [name](const Agent& agent) { return shares_last_word(name, agent); });
            if (!is_known) hidden.push_back(fmt::format("'{}'", span(text, tokens[i].first, name)));
        }
        if (hidden.empty()) continue;
        Hit hit{.field = "source", .place = &answer->place()};
        hit.value = text;
        hit.message = fmt::format("the source says {}, and no field of the record names them",
                                  base::listed(hidden));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule src005_agent_in_source;
const Rule src005_agent_in_source{
    .info = {.id = "SRC005",
             .title = "Somebody is named only within the source",
             .level = AuditLevel::note,
             .why = "Who obtained a document is a step of its custody, and who translated it has "
                    "a right in the text. In the middle of a citation no catalogue finds them.",
             .fix = "name a translator as contributor, and who obtained it in the custodial "
                    "history",
             .example = "Obtained by a scholar and translated by another",
             .source = "DACS 2.6 and 5.2; captures of the Wilson Center Digital Archive"},
    .check = check,
};

}  // namespace solander::audit
