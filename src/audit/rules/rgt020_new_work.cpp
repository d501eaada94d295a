// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/original_only.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

struct Kind {
    std::string_view name;
    RightsCovers covers;
    const Answer* (*find_maker)(const Record& record);
    std::array<std::string_view, 4> words;  ///< By which a rights text speaks of it.
};

const Answer* find_transcriber(const Record& record) {
    for (const Answer* answer : record.standing("contributor")) {
        const std::string role =
            folded(static_cast<const AgentStatement&>(*answer->statement).role);
        if (role == "transcriber" || role == "trc") return answer;  // The second is MARC's.
    }
    return nullptr;
}

constexpr std::array<Kind, 2> kKinds{
    {{"translation",
      RightsCovers::translation,
      find_translator,
      {"translation", "translations", "translator", "translated"}},
     {"transcription",
      RightsCovers::transcript,
      find_transcriber,
      {"transcription", "transcript", "transcriber", "transcribed"}}}};

/// Whether the text in the record is a translation, whoever made it. A transcription may be any
/// copyist's or a machine's: only one whose maker is named counts.
bool is_translated(const Record& record) {
    return std::ranges::any_of(record.document().bodies,
                               [](const Body& body) { return body.kind == BodyKind::translation; });
}

bool is_spoken_of(const Record& record, const Kind& kind) {
    if (has_rights_in(record, kind.covers)) return true;
    for (const Answer* text : standing_rights(record, "rights")) {
        const std::string words = folded(text->words);
        for (const std::string_view word : kind.words)
            if (has_phrase(words, word)) return true;
    }
    return false;
}

bool has_any_rights(const Record& record) {
    for (const std::string_view field : {"rights", "rights-uri", "licence", "copyright-status"})
        if (!standing_rights(record, field).empty()) return true;
    return false;
}

void check(const Record& record, const Context&, Hits& hits) {
    // That nothing at all is said of rights is another rule's.
    if (!has_any_rights(record)) return;
    for (const Kind& kind : kKinds) {
        const Answer* maker = kind.find_maker(record);
        const bool is_made =
            maker != nullptr || (kind.covers == RightsCovers::translation && is_translated(record));
        if (!is_made || is_spoken_of(record, kind)) continue;
        // Rights that are in the original by their own words are what RGT023 tells of.
        if (only_on_original(record, kind.covers) != nullptr &&
            kind.covers == RightsCovers::translation)
            continue;
        Hit hit{.field = "rights", .place = maker == nullptr ? nullptr : &maker->place()};
        const std::string by = maker == nullptr ? "" : fmt::format(" by '{}'", maker->words);
        hit.value = maker == nullptr ? kind.name : maker->words;
        hit.message =
            fmt::format("there is a {}{}, and nothing is said of the rights in it", kind.name, by);
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt020_new_work;
const Rule rgt020_new_work{
    .info = {.id = "RGT020",
             .title = "A translation or transcription has no rights of its own",
             .level = AuditLevel::note,
             .why = "A translation is a new work, whose term starts with its translator; a "
                    "transcription may be one. A free original does not make it free.",
             .fix = "state the rights of the translation in a block that covers it, and who "
                    "holds them",
             .example = "a translator is named, and one rights text stands for all",
             .source = "Berne Convention, article 2(3); DACS 4.4"},
    .check = check,
};

}  // namespace solander::audit
