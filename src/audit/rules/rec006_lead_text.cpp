// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/names_in_text.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// One word with a capital may be any that begins a sentence: `Search`, `Declassified`.
constexpr std::size_t kFewestNames = 2;

bool stands_before_head(const Record& record, const PlacedText& text) {
    const Origin* origin = record.origin(text.place.origin);
    const auto line = first_line(text.place.at);
    if (origin == nullptr || origin->kind != OriginKind::capture || !line) return false;
    return std::ranges::any_of(record.answers(), [&](const Answer& answer) {
        if (answer.field != "title" && answer.field != "date") return false;
        const auto head = first_line(answer.place().at);
        return answer.place().origin == text.place.origin && head && *line < *head;
    });
}

std::vector<std::string> names_of_record(const Record& record) {
    std::string words = record.title();
    if (const Answer* summary = record.first_value("description"))
        words += ". " + std::string(summary->words);
    return names_in(words);
}

bool shares(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    return std::ranges::any_of(names, [&](const std::string& name) {
        return std::ranges::find(others, name) != others.end();
    });
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto known = names_of_record(record);
    for (const PlacedText& text : record.document().unattributed) {
        if (!stands_before_head(record, text)) continue;
        Hit hit{.field = "unattributed", .place = &text.place};
        hit.value = text.words;
        const auto lead = names_in(text.words);
        if (lead.size() < kFewestNames || known.empty() || shares(lead, known)) {
            hit.message =
                "text before the date is kept as unattributed lead text, not as the description";
        } else {
            hit.level = AuditLevel::warning;
            hit.message = fmt::format(
                "text before the date names {}; title and summary name {}. Kept as unattributed "
                "lead text, not as the description",
                base::listed(lead), base::listed(known));
        }
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rec006_lead_text;
const Rule rec006_lead_text{
    .info = {.id = "REC006",
             .title = "Text stands before the date that is no part of the record's form",
             .level = AuditLevel::note,
             .why = "In some captures the first line is the summary of another record: filed as "
                    "the description it would describe the wrong document. Where it shares no "
                    "name with title and summary it most likely is.",
             .fix = "compare it with the page; it is kept as unattributed text, not as the "
                    "description",
             .example = "a summary about one ambassador above the cable of another",
             .source = "captures of the Wilson Center Digital Archive, forms with lead text"},
    .check = check,
};

}  // namespace solander::audit
