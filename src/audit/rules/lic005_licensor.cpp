// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/custody_steps.h"
#include "audit/names_after.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/tokens.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool is_on_behalf(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kSigns{
        "on behalf of", "permission", "authority", "authorised", "authorized"};
    const std::string words = folded(text);
    return std::ranges::any_of(kSigns,
                               [&](std::string_view sign) { return has_phrase(words, sign); });
}

/// Who grants a licence by the words of a text: `licensed by …`, `Licensor: …`.
std::string_view licensor_in(std::string_view text) {
    const auto tokens = tokens_of(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool is_deed =
            stand_at(tokens, i, {"licensed", "by"}) || stand_at(tokens, i, {"licenced", "by"});
        if (!is_deed && tokens[i].word != "licensor") continue;
        if (is_denied(tokens, i) || is_about_description(tokens, i)) continue;
        auto behind = text.substr(tokens[is_deed ? i + 1 : i].last);
        if (!is_deed && behind.starts_with(':')) behind.remove_prefix(1);
        const auto name = name_in_front(behind);
        // Whose wording a licence has is not who grants it.
        const bool is_wording = name.starts_with("Creative Commons") || name.starts_with("CC");
        if (!name.empty() && !is_wording) return name;
    }
    return {};
}

bool is_a_holder(std::string_view licensor, const std::vector<const Answer*>& holders) {
    Agent agent;
    agent.name = licensor;
    return std::ranges::any_of(holders, [&](const Answer* holder) {
        const Agent& named = static_cast<const AgentStatement&>(*holder->statement).agent;
        return may_be_same_agent(agent, named) || shares_last_word(licensor, named);
    });
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const std::string_view field : {"rights", "licence"})
        for (const Answer* text : standing_rights(record, field)) {
            std::vector<const Answer*> holders;
            for (const Answer* holder : standing_rights(record, "rights-holder"))
                if (is_on_same_thing(*holder, *text)) holders.push_back(holder);
            const auto licensor = licensor_in(text->words);
            if (holders.empty() || licensor.empty() || is_on_behalf(text->words) ||
                is_a_holder(licensor, holders))
                continue;
            Hit hit{.field = field, .place = &text->place()};
            hit.value = text->words;
            hit.message = fmt::format("'{}' grants the licence, and the holder is '{}'", licensor,
                                      shortened(holders.front()->words));
            hits.push_back(std::move(hit));
        }
}

}  // namespace

extern const Rule lic005_licensor;
const Rule lic005_licensor{
    .info = {.id = "LIC005",
             .title = "Who grants the licence is not the holder",
             .level = AuditLevel::warning,
             .why = "Only the holder of a copyright can license it. An institution that owns the "
                    "paper of a letter need not own the right in it, and then it can grant "
                    "nothing.",
             .fix = "say by whose permission it is granted, or name the licensor as holder if "
                    "the rights were transferred",
             .example = "licensed by a library, rights holder: the heirs of the writer",
             .source = "Creative Commons, who may license a work"},
    .check = check,
};

}  // namespace solander::audit
