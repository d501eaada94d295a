// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/sources.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check(const Record& record, const Context& context, Hits& hits) {
    const Answer* source = record.first_value("source");
    const Answer* archive = record.first_value("original-archive");
    if (source == nullptr && archive == nullptr) return;
    if (source != nullptr && archive == nullptr && names_only_publisher(source->words, context))
        return;
    if (has_locator(record)) return;
    const Answer& named = source != nullptr ? *source : *archive;
    Hit hit{.field = named.field, .place = &named.place()};
    hit.value = named.words;
    hit.message = fmt::format("'{}' says which archive, not where in it", shortened(named.words));
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule src003_no_locator;
const Rule src003_no_locator{
    .info = {.id = "SRC003",
             .title = "An archive is named and no place in it",
             .level = AuditLevel::warning,
             .why = "An archive holds millions of documents: with no fonds, box or shelf mark "
                    "this one cannot be found again.",
             .fix = "add the reference code: fonds, opis, box, folder, file number",
             .example = "AMSZ, Warsaw",
             .source = "DACS 2.1; ISAD(G) 3.1.1"},
    .check = check,
};

}  // namespace solander::audit
