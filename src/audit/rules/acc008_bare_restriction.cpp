// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

/// By what words show who or what restricts, until when, or whom to ask.
bool gives_reason(std::string_view words) {
    static constexpr std::array<std::string_view, 30> kReasons{
        "until",          "under",  "pursuant",   "law",       "act",           "agreement",
        "deed",           "donor",  "donors",     "depositor", "family",        "by order",
        "at the request", "review", "reviewed",   "privacy",   "personal data", "data protection",
        "gdpr",           "foia",   "permission", "consent",   "application",   "contact",
        "because",        "due to", "classified", "lifetime",  "death",         "contract"};
    const std::string plain = folded(words);
    return std::ranges::any_of(plain, base::is_digit) ||
           std::ranges::any_of(kReasons,
                               [&](std::string_view each) { return has_phrase(plain, each); });
}

/// Whether the block that a restriction is part of tells of its authority elsewhere.
bool is_explained(const Rights& rights) {
    if (!rights.determinations.empty()) return true;
    if (rights.basis && *rights.basis != RightsBasis::copyright) return true;
    return std::ranges::any_of(
               rights.statements,
               [](const TextStatement& each) { return gives_reason(each.words); }) ||
           std::ranges::any_of(rights.notes,
                               [](const Note& each) { return gives_reason(each.words); });
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const Answer* answer : standing_rights(record, "access")) {
        const auto& access = static_cast<const AccessStatement&>(*answer->statement);
        if (meaning_of(access) != AccessRight::restricted || !access.end.empty()) continue;
        if (gives_reason(access.words) || is_explained(*answer->rights)) continue;
        Hit hit{.field = "access", .place = &answer->place()};
        hit.value = answer->words.empty() ? answer->uri : answer->words;
        hit.message = fmt::format("'{}' gives no end, no day of review and no authority",
                                  shortened(hit.value));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule acc008_bare_restriction;
const Rule acc008_bare_restriction{
    .info = {.id = "ACC008",
             .title = "A restriction has no end, review or authority",
             .level = AuditLevel::warning,
             .why = "A closure that nobody can lift lasts for ever: the next archivist knows "
                    "neither who asked for it nor when it may be opened.",
             .fix = "add until when, or when to look again, and by whose authority",
             .example = "Access is restricted",
             .source = "DACS 4.1.5; ISAD(G) 3.4.1"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
