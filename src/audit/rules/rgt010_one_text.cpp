// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// Of fewer than these it is no wonder.
constexpr std::size_t kFewest = 3;

/// More of them are no changes of one text.
constexpr std::size_t kMostWordings = 16;

/// One wording, and the records that have it.
struct Wording {
    std::string folded;
    std::string_view words;
    std::vector<std::size_t> records;
};

/// Of all records; nothing where one has no text, or a status of its own.
std::vector<Wording> wordings_of(std::span<const AuditRecord> records) {
    std::vector<Wording> wordings;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record record(records[i]);
        const Answer* rights = record.first_value("rights");
        if (rights == nullptr || has_item_status(record) || is_determined(record)) return {};
        std::string words = folded(rights->words);
        auto known = std::ranges::find(wordings, words, &Wording::folded);
        if (known == wordings.end()) {
            if (wordings.size() == kMostWordings) return {};
            wordings.push_back({std::move(words), rights->words, {}});
            known = wordings.end() - 1;
        }
        known->records.push_back(i);
    }
    return wordings;
}

/// What is new in the other wordings, beside the one that most records have; nothing where one of
/// them is another text.
std::optional<std::string> changes(const std::vector<Wording>& wordings, const Wording& usual,
                                   const Context& context) {
    const TextWords known = context.texts.words(usual.words);
    std::string text;
    for (const Wording& wording : wordings) {
        if (&wording == &usual) continue;
        const TextWords now = context.texts.words(wording.words);
        if (likeness(known.digests, now.digests) < kMuchAlike) return {};
        const std::string change = changes_of(known, now);
        if (change.empty()) continue;
        text += fmt::format("; a new wording on {} of them: {}", wording.records.size(), change);
    }
    return text;
}

void check_set(std::span<const AuditRecord> records, const Context& context, Hits& hits) {
    if (records.size() < kFewest) return;
    const auto wordings = wordings_of(records);
    if (wordings.empty()) return;
    const auto usual = std::ranges::max_element(
        wordings, {}, [](const Wording& wording) { return wording.records.size(); });
    const auto changed = changes(wordings, *usual, context);
    if (!changed) return;
    Hit hit{.field = "rights"};
    for (std::size_t i = 1; i < records.size(); ++i) hit.others.push_back(i);
    hit.value = usual->words;
    hit.message = fmt::format("one rights text on {} of {} records, and no status of any item",
                              records.size(), records.size());
    const auto known = context.texts.find(usual->words);
    if (known)
        hit.message += known->is_same() ? fmt::format(" (known: {})", known->name)
                                        : fmt::format("; a new wording of the known text {}: {}",
                                                      known->name, known->changes);
    hit.message += *changed;
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
                    "evaluated: rights-uri http://rightsstatements.org/vocab/CNE/1.0/",
             .example = "the same notice on 17 of 17 records",
             .source = "DACS 4.4.7"},
    .check_set = check_set,
};

}  // namespace solander::audit
