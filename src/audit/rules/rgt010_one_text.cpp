// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Of fewer than these it is no wonder.
constexpr std::size_t kFewest = 3;

void check_set(std::span<const AuditRecord> records, const Context&, Hits& hits) {
    if (records.size() < kFewest) return;
    std::string text;
    for (const AuditRecord& each : records) {
        const Record record(each);
        const Answer* rights = record.first_value("rights");
        if (rights == nullptr || has_item_status(record) || is_determined(record)) return;
        const std::string words = folded(rights->words);
        if (text.empty()) text = words;
        if (text != words) return;
    }
    Hit hit{.field = "rights"};
    for (std::size_t i = 1; i < records.size(); ++i) hit.others.push_back(i);
    const Record first(records.front());
    hit.value = first.first_value("rights")->words;
    hit.message = fmt::format("one rights text on {} of {} records, and no status of any item",
                              records.size(), records.size());
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule rgt010_one_text;
const Rule rgt010_one_text{
    .info = {.id = "RGT010",
             .title = "One rights text stands on every record, and none has a status of its own",
             .level = AuditLevel::warning,
             .why = "What is said of all was decided for none: it is the publisher's notice, "
                    "not a determination.",
             .fix = "determine the status of each document, or state for each that it was not "
                    "evaluated",
             .example = "the same notice on 17 of 17 records",
             .source = "DACS 4.4.7"},
    .check_set = check_set,
};

}  // namespace solander::audit
