// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

void check_set(std::span<const AuditRecord> records, const Context&, Hits& hits) {
    std::unordered_map<std::string, std::size_t> first;  // Index into the new hits.
    const std::size_t start = hits.size();
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record record(records[i]);
        const Answer* source = record.first_value("source");
        if (record.title().empty() || record.date().empty() || source == nullptr) continue;
        const std::string key =
            folded(record.title()) + '\n' + record.date() + '\n' + folded(source->words);
        const auto [at, is_new] = seen.emplace(key, i);
        if (is_new) continue;
        const auto [hit, is_first] = first.emplace(key, hits.size());
        if (is_first) {
            Hit found{.field = "title"};
            found.value = record.title();
            found.record = at->second;
            found.message =
                fmt::format("'{}', {} and the same source are those of another record, too",
                            shortened(record.title()), record.date());
            hits.push_back(std::move(found));
        }
        hits[hit->second].others.push_back(i);
    }
    std::stable_sort(hits.begin() + static_cast<std::ptrdiff_t>(start), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.record < b.record; });
}

}  // namespace

extern const Rule rec011_twice;
const Rule rec011_twice{
    .info = {.id = "REC011",
             .title = "Two records have the same title, date and source",
             .level = AuditLevel::warning,
             .why = "One document was described twice, or two documents cannot be told apart. "
                    "Wilson Center records 115779 and 115780 are such a pair.",
             .fix = "merge them, or say in a title or identifier what differs",
             .example = "two records \"Cable from Warsaw\", 1962-11-03, of one shelf mark",
             .source = "DACS 2.1: an identifier tells units apart"},
    .check_set = check_set,
};

}  // namespace solander::audit
