// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "audit/access_reading.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// By what a record shows that its document is a text; empty where it does not.
std::string sign_of_text(const Record& record) {
    static constexpr std::array<std::string_view, 20> kTexts{
        "text",       "letter",         "letters", "telegram", "cable",     "memorandum", "report",
        "minutes",    "manuscript",     "book",    "diary",    "newspaper", "article",    "speech",
        "transcript", "correspondence", "note",    "memo",     "circular",  "resolution"};
    for (const Answer* answer : record.standing("type")) {
        const std::string words = folded(answer->words);
        if (std::ranges::find(kTexts, std::string_view(words)) != kTexts.end())
            return fmt::format("type '{}'", answer->words);
    }
    return record.document().bodies.empty() ? "" : "its text is there";
}

void look_for_language(const Record& record, Hits& hits) {
    if (record.is_answered("language")) return;
    const std::string sign = sign_of_text(record);
    if (sign.empty()) return;
    Hit hit{.field = "language"};
    hit.message = fmt::format("no language, which europeana requires of a text ({})", sign);
    hit.fix = "give the language of the text, by its code where it has one";
    hits.push_back(std::move(hit));
}

void look_for_coar_term(const Record& record, Hits& hits) {
    const auto answers = standing_rights(record, "access");
    // Where there is none at all, that is told as a field that is required.
    if (answers.empty()) return;
    const bool is_known = std::ranges::any_of(answers, [](const Answer* answer) {
        return right_of(static_cast<const AccessStatement&>(*answer->statement)).has_value();
    });
    if (is_known) return;
    Hit hit{.field = "access", .place = &answers.front()->place()};
    hit.value = answers.front()->words;
    hit.message = fmt::format(
        "'{}' is none of the four terms of COAR, one of which openaire "
        "requires",
        shortened(answers.front()->words));
    hit.fix = "state open, embargoed, restricted or metadata only access beside the words";
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context& context, Hits& hits) {
    if (context.has_profile("europeana")) look_for_language(record, hits);
    if (context.has_profile("openaire")) look_for_coar_term(record, hits);
}

}  // namespace

extern const Rule agg003_needed_here;
const Rule agg003_needed_here{
    .info = {.id = "AGG003",
             .title = "The aggregator needs a field of records like this one, and it is missing",
             .level = AuditLevel::error,
             .why = "Some fields are required of some records only: a text without its language is "
                    "refused by Europeana, an access term in words of one's own by OpenAIRE.",
             .fix = "add what is named",
             .example = "a letter without a language, for Europeana",
             .source = "Europeana Data Model, mandatory elements; OpenAIRE guidelines v4, access "
                       "rights"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
