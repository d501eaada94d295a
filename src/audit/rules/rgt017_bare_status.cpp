// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "audit/premis_terms.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "base/listed.h"

namespace solander::audit {

namespace {

/// A table has them as notes, whether or not a program can read them: that is another rule's.
bool has_note(const Rights& rights, std::string_view type) {
    return std::ranges::any_of(rights.notes, [type](const Note& note) {
        return note.type == type && !note.words.empty();
    });
}

bool has_date(const Rights& rights) {
    return has_note(rights, "determination_date") ||
           std::ranges::any_of(rights.determinations,
                               [](const Determination& each) { return !each.date.empty(); });
}

bool is_dated(const Record& record, const Rights& of) {
    return std::ranges::any_of(record.document().rights, [&](const Rights& rights) {
        return is_on_same_thing(rights, of) && has_date(rights);
    });
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const StatusAnswer& each : standing_statuses(record)) {
        const auto& status = static_cast<const CopyrightStatus&>(*each.answer->statement);
        const Rights& rights = *each.answer->rights;
        std::vector<std::string> missing;
        if (status.jurisdiction.empty() && !has_note(rights, "jurisdiction"))
            missing.emplace_back("no jurisdiction");
        // That it is not known may be because nobody has determined it.
        if (each.status != PremisCopyrightStatus::unknown && !is_dated(record, rights))
            missing.emplace_back("no date of determination");
        if (missing.empty()) continue;
        Hit hit{.field = "copyright-status", .place = &each.answer->place()};
        hit.value = each.answer->words;
        hit.message = fmt::format("the copyright status {} has {}", premis_status_term(each.status),
                                  base::listed(missing));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt017_bare_status;
const Rule rgt017_bare_status{
    .info = {.id = "RGT017",
             .title = "A PREMIS copyright status has no jurisdiction, or no date",
             .level = AuditLevel::warning,
             .why = "Copyright ends in one country and lasts in another, and what was true in "
                    "one year is not in the next. PREMIS demands the jurisdiction.",
             .fix = "add the country (two letters, ISO 3166) and the day of the determination",
             .example = "basis copyright, status copyrighted, no jurisdiction",
             .source = "PREMIS 3, 4.1.3.2 and 4.1.3.3"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
