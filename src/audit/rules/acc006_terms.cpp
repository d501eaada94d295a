// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/grants.h"
#include "audit/premis_terms.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

bool is_act(std::string_view word) {
    return std::ranges::find(premis_acts(), word) != premis_acts().end();
}
bool is_restriction(std::string_view word) {
    return std::ranges::find(premis_restrictions(), word) != premis_restrictions().end();
}

/// From a table whose importer refuses other restrictions.
bool is_for_archivematica(const Record& record, const Grant& grant, const Context& context) {
    const Origin* origin = record.origin(grant.place.origin);
    return context.has_profile("archivematica") ||
           (origin != nullptr && origin->reader.starts_with("archivematica-"));
}

void tell(const Grant& grant, std::string_view field, std::string_view value, AuditLevel level,
          std::string message, Hits& hits) {
    Hit hit{.field = field, .place = &grant.place};
    hit.value = value;
    hit.level = level;
    hit.message = std::move(message);
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const StandingGrant& each : standing_grants(record)) {
        const Grant& grant = *each.grant;
        if (is_restriction(each.act) || is_act(each.restriction)) {
            tell(grant, "grant-act", grant.act, AuditLevel::error,
                 fmt::format("act '{}' with restriction '{}': their columns have moved",
                             trimmed(grant.act), trimmed(grant.restriction)),
                 hits);
            continue;
        }
        if (!is_act(each.act))
            tell(grant, "grant-act", grant.act, AuditLevel::warning,
                 fmt::format("act '{}' is none of those that systems know", trimmed(grant.act)),
                 hits);
        // An act without a restriction is allowed.
        if (each.restriction.empty() || is_restriction(each.restriction)) continue;
        const bool is_refused = is_for_archivematica(record, grant, context);
        tell(grant, "grant-restriction", grant.restriction,
             is_refused ? AuditLevel::error : AuditLevel::warning,
             fmt::format("restriction '{}' is none of Allow, Disallow, Conditional{}",
                         trimmed(grant.restriction),
                         is_refused ? ": Archivematica will refuse the table" : ""),
             hits);
    }
}

}  // namespace

extern const Rule acc006_terms;
const Rule acc006_terms{
    .info = {.id = "ACC006",
             .title = "An act or a restriction is not in the vocabulary",
             .level = AuditLevel::error,
             .why = "A program that does not know the word either stops or lets the act pass. Most "
                    "often the columns of a row have moved, and what was to be forbidden reads as "
                    "allowed.",
             .fix = "write one of publish, disseminate, replicate, migrate, modify, use, delete; "
                    "then one of Allow, Disallow, Conditional",
             .example = "grant_act = allow",
             .source = "PREMIS 3 rightsGranted; Archivematica 05c0bc72, rights_from_csv.py, and "
                       "the example in its documentation"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
