// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "audit/rule.h"
#include "audit/sources.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// By what a record shows that its document is no original.
std::pair<std::string, const Place*> sign_of_copy(const Record& record) {
    for (const Body& body : record.document().bodies)
        if (body.kind == BodyKind::translation) return {"a translation", nullptr};
    static constexpr std::array<std::string_view, 6> kSigns{
        "translation", "photocopy", "copy", "scan", "microfilm", "facsimile"};
    for (const std::string_view field : {"type", "title", "extent", "relation"})
        for (const Answer* answer : record.of(field)) {
            if (!answer->is_value()) continue;
            const std::string words = folded(answer->words);
            // A title may tell of copies that were handed over; only a type is of the thing itself.
            if (field == "title" && !has_phrase(words, "translation")) continue;
            for (const auto sign : kSigns)
                if (has_phrase(words, sign))
                    return {std::string("called '") + std::string(answer->words) + "'",
                            &answer->place()};
        }
    for (const Answer* answer : record.of("contributor")) {
        const auto& statement = static_cast<const AgentStatement&>(*answer->statement);
        if (answer->is_value() && folded(statement.role) == "translator")
            return {"translated by " + std::string(answer->words), &answer->place()};
    }
    return {};
}

void check(const Record& record, const Context& context, Hits& hits) {
    if (record.is_answered("original-archive") || record.is_stated_unknown("source")) return;
    const Answer* source = record.first_value("source");
    if (source != nullptr && !names_only_publisher(source->words, context)) return;
    const auto [what, place] = sign_of_copy(record);
    if (what.empty()) return;
    Hit hit{.field = "original-archive", .place = place};
    hit.value = what;
    hit.message = fmt::format("it is {}, and nothing says where the original is", what);
    hits.push_back(std::move(hit));
}

}  // namespace

extern const Rule src004_copy;
const Rule src004_copy{
    .info = {.id = "SRC004",
             .title = "It is a copy or a translation, and the original is not located",
             .level = AuditLevel::warning,
             .why = "A reader of a translation has to be able to ask for the original. Saying "
                    "in words that its place is not known is an answer, too.",
             .fix = "name who holds the original, or state in words that this is not known",
             .example = "a record that says English Translation and nothing of an archive",
             .source = "DACS 6.1.4 and 6.1.7"},
    .check = check,
};

}  // namespace solander::audit
