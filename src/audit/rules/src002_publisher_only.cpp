// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/sources.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    if (record.is_answered("original-archive")) return;
    for (const Answer* answer : record.standing("source")) {
        if (!names_only_publisher(answer->words, context)) return;
        Hit hit{.field = "source", .place = &answer->place()};
        hit.value = answer->words;
        hit.message =
            fmt::format("the source '{}' names who publishes a copy, not who holds the original",
                        shortened(answer->words));
        hits.push_back(std::move(hit));
        return;
    }
}

}  // namespace

extern const Rule src002_publisher_only;
const Rule src002_publisher_only{
    .info = {.id = "SRC002",
             .title = "The source names only the digital publisher",
             .level = AuditLevel::warning,
             .why = "Who shows a copy is not who holds the original: DACS has two elements for "
                    "them.",
             .fix = "name the archive that holds the original, and the shelf mark there",
             .example = "Source: Wilson Center Digital Archive",
             .source = "DACS 5.2 and 6.1"},
    .check = check,
};

}  // namespace solander::audit
