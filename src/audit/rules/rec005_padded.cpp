// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void look(std::string_view field, const Place& place, std::string_view words, Hits& hits) {
    const auto bare = trimmed(words);
    if (bare.size() == words.size()) return;
    Hit hit{.field = field, .place = &place};
    hit.value = words;
    hit.message = bare.empty() ? fmt::format("{}: nothing but blanks", field)
                               : fmt::format("{}: blanks around '{}'", field, shortened(bare));
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer& answer : record.answers())
        look(answer.field, answer.place(), answer.words, hits);
    for (const Rights& rights : record.document().rights)
        for (const Grant& grant : rights.grants) {
            look("grant", grant.place, grant.act, hits);
            look("grant", grant.place, grant.restriction, hits);
        }
}

}  // namespace

extern const Rule rec005_padded;
const Rule rec005_padded{
    .info = {.id = "REC005",
             .title = "A value is padded with blanks, or is nothing but blanks",
             .level = AuditLevel::warning,
             .why = "Importers store the blanks, and what is compared letter for letter "
                    "(\"copyright \" with \"copyright\") no longer matches.",
             .fix = "take the blanks away in the system that the record comes from",
             .example = "\"copyright \" in the column basis",
             .source = "Archivematica stores values as they stand"},
    .check = check,
};

}  // namespace solander::audit
