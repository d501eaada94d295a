// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/grants.h"
#include "audit/premis_terms.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

using Basis = std::optional<RightsBasis>;

std::string shown(const StandingGrant& each) {
    std::string text(trimmed(each.grant->restriction));
    if (!each.term.first.empty()) text += " from " + each.term.first;
    if (!each.term.last.empty()) text += " to " + each.term.last;
    return text;
}

/// Whether a term ends after another one began. A day on which one ends and the other begins is
/// where they meet.
bool overlaps(const StandingGrant& before, const StandingGrant& after) {
    return before.term.last.empty() || before.term.last > after.term.first;
}

/// A licence lifts what copyright forbids: both are true.
bool is_licence_beside_copyright(Basis a, Basis b) {
    return (a == RightsBasis::copyright && b == RightsBasis::license) ||
           (b == RightsBasis::copyright && a == RightsBasis::license);
}

void tell(const StandingGrant& one, const StandingGrant& other, Hits& hits) {
    Hit hit{.field = "grant-restriction", .place = &other.grant->place};
    hit.value = other.grant->act;
    hit.message = fmt::format("act '{}' is {}, and {} at the same time", trimmed(other.grant->act),
                              shown(one), shown(other));
    if (one.rights->basis != other.rights->basis) {
        hit.level = AuditLevel::review;
        hit.fix = "say which basis prevails, and take the other grant out or limit it";
    }
    hits.push_back(std::move(hit));
}

/// Grants of one act on one thing, by their start: those that last longest of each restriction and
/// basis are all that a later one has to be held against.
void look(std::vector<const StandingGrant*> grants, Hits& hits) {
    std::stable_sort(grants.begin(), grants.end(),
                     [](const auto* a, const auto* b) { return a->term.first < b->term.first; });
    std::map<std::pair<std::string, Basis>, const StandingGrant*> longest;
    for (const StandingGrant* each : grants) {
        for (const auto& [kind, before] : longest)
            if (kind.first != each->restriction && overlaps(*before, *each) &&
                !is_licence_beside_copyright(kind.second, each->rights->basis))
                return tell(*before, *each, hits);
        auto& known = longest[{each->restriction, each->rights->basis}];
        if (known == nullptr || (!known->term.last.empty() &&
                                 (each->term.last.empty() || each->term.last > known->term.last)))
            known = each;
    }
}

void check(const Record& record, const Context&, Hits& hits) {
    const auto standing = standing_grants(record);
    std::map<std::pair<RightsCovers, std::string>, std::vector<const StandingGrant*>> by_act;
    for (const StandingGrant& each : standing) {
        const auto known = premis_restrictions();
        // Other words on a restriction cannot be compared.
        if (std::ranges::find(known, std::string_view(each.restriction)) != known.end())
            by_act[{each.rights->covers, each.act}].push_back(&each);
    }
    for (auto& [act, grants] : by_act) look(std::move(grants), hits);
}

}  // namespace

extern const Rule acc007_overlap;
const Rule acc007_overlap{
    .info = {.id = "ACC007",
             .title = "One act is granted and restricted at the same time",
             .level = AuditLevel::error,
             .why = "Which of the two a system heeds depends on which it reads last.",
             .fix = "give each grant its dates, so that one ends where the next begins",
             .example = "disseminate: Disallow 2011 to 2030, and Allow from 2020",
             .source = "PREMIS 3 rightsGranted, termOfGrant and termOfRestriction"},
    .check = check,
};

}  // namespace solander::audit
