// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

std::set<std::string> funders_of(const Record& record) {
    std::set<std::string> names;
    for (const FundingCredit& credit : record.document().funding_credits)
        for (const Funder& funder : credit.funders) {
            const auto& agent = funder.agent;
            std::string name = folded_name(agent.name.empty() ? agent.verbatim : agent.name);
            if (!name.empty()) names.insert(std::move(name));
        }
    return names;
}

/// Whether it has a part in the document beside paying: then it may well hold rights in it.
bool has_a_part(const Record& record, const std::string& name) {
    for (const std::string_view field : {"creator", "contributor", "original-archive"})
        for (const Answer* answer : record.standing(field)) {
            const std::string other = folded_name(answer->words);
            if (has_phrase(other, name)) return true;
        }
    return false;
}

void tell(const Answer& answer, std::string_view as, Hits& hits) {
    Hit hit{.field = answer.field, .place = &answer.place()};
    hit.value = answer.words;
    hit.message = fmt::format("'{}' paid for the document, and is given as {}", answer.words, as);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto funders = funders_of(record);
    if (funders.empty()) return;
    const auto is_only_funder = [&](const Answer& answer) {
        const std::string name = folded_name(answer.words);
        return funders.contains(name) && !has_a_part(record, name);
    };
    for (const Answer* answer : standing_rights(record, "rights-holder"))
        if (is_only_funder(*answer)) tell(*answer, "the holder of its rights", hits);
    for (const Answer* answer : record.standing("source"))
        if (is_only_funder(*answer)) tell(*answer, "its source", hits);
}

}  // namespace

extern const Rule fnd007_role;
const Rule fnd007_role{
    .info = {.id = "FND007",
             .title = "A funder is given as holder of the rights, or as source",
             .level = AuditLevel::warning,
             .why = "Who paid for a digitisation or a translation neither holds the rights in the "
                    "document nor kept the original; readers then ask the wrong one.",
             .fix = "leave it as funder, and name the holder or the archive; if it truly holds the "
                    "rights, say so in a note",
             .example = "rights holder: Leon Levy Foundation, which also made the page possible",
             .source = "DACS 5.2.4 and 4.4.8; the roles of Crossref and DataCite"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
