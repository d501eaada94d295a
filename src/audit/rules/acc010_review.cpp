// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "audit/access_words.h"
#include "audit/date_range.h"
#include "audit/grants.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"
#include "base/decimal.h"

namespace solander::audit {

namespace {

/// The longest that most archives close papers on a person for.
constexpr unsigned kYears = 100;

/// Kinds of papers that are on a person's body, mind, family or conduct.
constexpr std::array<std::string_view, 30> kPersonal{
    "personnel file",    "personnel files",       "personnel record",    "personnel records",
    "medical record",    "medical records",       "medical file",        "medical files",
    "medical history",   "medical report",        "patient record",      "patient records",
    "patient file",      "patient files",         "health record",       "health records",
    "hospital records",  "clinical notes",        "psychiatric report",  "psychiatric records",
    "adoption record",   "adoption records",      "adoption file",       "student record",
    "student records",   "disciplinary file",     "disciplinary record", "disciplinary records",
    "social work files", "case files of patients"};

/// The day a closure of so many years would end; empty where the record has no date to count from.
std::string closed_so_long(const Record& record) {
    const auto range = date_range(record.date());
    if (!range || range->last.size() < 4) return {};
    const auto year = base::parse_decimal(range->last.substr(0, 4), base::LeadingZeros::allow);
    return year ? fmt::format("{:04}{}", *year + kYears, range->last.substr(4)) : std::string();
}

/// Whether the record shows that somebody has thought of it.
bool is_considered(const Record& record) {
    static constexpr std::array<std::string_view, 6> kSigns{
        "privacy", "personal data", "data protection", "redacted", "reviewed", "consent"};
    for (const Rights& rights : record.document().rights)
        if (!rights.determinations.empty()) return true;
    for (const std::string_view field : {"access", "rights"})
        for (const Answer* answer : standing_rights(record, field)) {
            const std::string words = folded(answer->words);
            if (std::ranges::any_of(kSigns,
                                    [&](std::string_view each) { return has_phrase(words, each); }))
                return true;
        }
    return std::ranges::any_of(standing_rights(record, "access"), [](const Answer* answer) {
        return is_closed(meaning_of(static_cast<const AccessStatement&>(*answer->statement)));
    });
}

void look_for_persons(const Record& record, const Context& context, Hits& hits) {
    const std::string end = closed_so_long(record);
    if (!end.empty() && end < context.as_of) return;
    for (const std::string_view field : {"title", "type", "subject"})
        for (const Answer* answer : record.standing(field)) {
            const std::string words = folded(answer->words);
            const auto* kind = std::ranges::find_if(
                kPersonal, [&](std::string_view each) { return has_phrase(words, each); });
            if (kind == kPersonal.end()) continue;
            if (is_considered(record)) return;
            Hit hit{.field = field, .place = &answer->place()};
            hit.value = answer->words;
            hit.message = fmt::format("'{}' may be on a living person{}", shortened(answer->words),
                                      end.empty() ? ", and has no date" : "");
            hits.push_back(std::move(hit));
            return;
        }
}

void look_for_past_closures(const Record& record, const Context& context, Hits& hits) {
    for (const Answer* answer : standing_rights(record, "access")) {
        const auto& access = static_cast<const AccessStatement&>(*answer->statement);
        // An embargo that is over has a rule of its own.
        const auto right = meaning_of(access);
        if (right == AccessRight::embargoed || !is_closed(right)) continue;
        const std::string end = closed_until(access);
        if (!is_day(end) || end >= context.as_of) continue;
        Hit hit{.field = "access", .place = &answer->place()};
        hit.value = answer->words.empty() ? answer->uri : answer->words;
        hit.message = fmt::format("'{}': the closure ended on {} (audited as of {})",
                                  shortened(hit.value), end, context.as_of);
        hit.fix = "open it, or say until when it stays closed and why";
        hits.push_back(std::move(hit));
    }
}

void look_for_past_grants(const Record& record, const Context& context, Hits& hits) {
    const auto grants = standing_grants(record);
    const auto is_over = [&](const StandingGrant& each) {
        return !each.term.last.empty() && each.term.last < context.as_of;
    };
    std::set<std::string> followed;  // Acts of which something is said that holds still.
    for (const StandingGrant& each : grants)
        if (!is_over(each)) followed.insert(each.act);
    for (const StandingGrant& each : grants) {
        if (each.restriction != "disallow" || followed.contains(each.act)) continue;
        Hit hit{.field = "grant-restriction", .place = &each.grant->place};
        hit.value = each.grant->act;
        hit.message = fmt::format("'{}' was disallowed until {}, and nothing says what holds since",
                                  trimmed(each.grant->act), each.term.last);
        hit.fix = "state what holds now";
        hits.push_back(std::move(hit));
        return;
    }
}

void check(const Record& record, const Context& context, Hits& hits) {
    look_for_persons(record, context, hits);
    look_for_past_closures(record, context, hits);
    look_for_past_grants(record, context, hits);
}

}  // namespace

extern const Rule acc010_review;
const Rule acc010_review{
    .info = {.id = "ACC010",
             .title =
                 "Access has to be looked at again: a closure is over, or a person may be hurt",
             .level = AuditLevel::review,
             .why = "When a closure ends somebody has to open the document or say why not; and "
                    "papers on a person's health or conduct are closed by most laws for as long as "
                    "he or she may be alive.",
             .fix = "look whether it may be shown, and state who decided so and when",
             .example = "Closed until 2020; a personnel file of 1985",
             .source = "DACS 4.1; ISAD(G) 3.4.1; laws on archives and on personal data"},
    .check = check,
};

}  // namespace solander::audit
