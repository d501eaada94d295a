// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/tokens.h"
#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

/// From `reprinted in` on to the end of its sentence; empty where it does not stand.
std::string_view reprint_in(std::string_view text) {
    const auto tokens = tokens_of(text);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].word != "reprinted" || is_denied(tokens, i)) continue;
        if (tokens[i + 1].word == "in" || tokens[i + 1].word == "from")
            return text.substr(tokens[i].first);
    }
    return {};
}

/// The place, publisher and year of a book: `(Moscow: Pamiatniki, 2005)`.
bool has_imprint(std::string_view text) {
    static constexpr std::size_t kYear = 4;
    for (auto open = text.find('('); open != text.npos; open = text.find('(', open + 1)) {
        const auto close = text.find(')', open);
        if (close == text.npos) return false;
        const auto inside = text.substr(open + 1, close - open - 1);
        if (inside.size() <= kYear || inside.find(": ") == inside.npos) continue;
        if (std::ranges::all_of(inside.substr(inside.size() - kYear), base::is_digit)) return true;
    }
    return false;
}

/// Whether the record says anything by which the edition's rights are dealt with.
bool is_answered(const Record& record) {
    if (has_rights_in(record, RightsCovers::transcript)) return true;
    for (const Answer* text : standing_rights(record, "rights")) {
        const std::string words = folded(text->words);
        for (const std::string_view of_print : {"edition", "publisher", "editors", "reprinted"})
            if (has_phrase(words, of_print)) return true;
    }
    return false;
}

void say(const Answer& answer, std::string_view print, Hits& hits) {
    Hit hit{.field = answer.field, .place = &answer.place()};
    hit.value = answer.words;
    hit.message = fmt::format(
        "the text is in print ('{}'), and nothing is said of the rights in "
        "that edition",
        shortened(print));
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    if (is_answered(record)) return;
    for (const Answer* answer : record.standing("relation")) {
        const auto& relation = static_cast<const RelationStatement&>(*answer->statement);
        if (relation.type == RelationType::reprinted_in) return say(*answer, answer->words, hits);
    }
    for (const Answer* answer : record.standing("source")) {
        if (const auto reprint = reprint_in(answer->words); !reprint.empty())
            return say(*answer, reprint, hits);
        // A citation of a book and of no archive: a status of the item is then that of the book.
        if (has_imprint(answer->words) && !record.is_answered("original-archive") &&
            !has_item_status(record))
            return say(*answer, answer->words, hits);
    }
}

}  // namespace

extern const Rule src006_printed;
const Rule src006_printed{
    .info = {.id = "SRC006",
             .title = "The text comes from a printed edition, whose rights nobody names",
             .level = AuditLevel::warning,
             .why = "A letter may be free while its edition is not: the reading of the hand, the "
                    "notes and the selection are work of the editors and their publisher.",
             .fix = "say whether the text was taken from the edition or from the original; if "
                    "from the edition, state its rights in a block that covers the transcript",
             .example = "Reprinted in a collection of documents of 2005",
             .source = "DACS 4.4 and 6.1.4; Directive 2006/116/EC, article 5"},
    .check = check,
};

}  // namespace solander::audit
