// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "audit/abroad.h"
#include "audit/rights_reading.h"
#include "audit/rule.h"
#include "audit/words.h"

namespace solander::audit {

namespace {

/// By what the record shows that the document is from another country; empty if nothing does.
std::string sign_of_origin(const Record& record) {
    for (const Answer* answer : record.standing("original-archive")) {
        auto sign = sign_of_abroad(static_cast<const ArchiveStatement&>(*answer->statement));
        if (!sign.empty()) return sign;
    }
    for (const Answer* answer : record.standing("source")) {
        auto sign = sign_of_abroad(static_cast<const SourceStatement&>(*answer->statement));
        if (!sign.empty()) return sign;
    }
    for (const Answer* answer : record.standing("creator")) {
        auto sign = sign_of_abroad(static_cast<const AgentStatement&>(*answer->statement).agent);
        if (!sign.empty()) return sign;
    }
    return {};
}

bool speaks_of_other_countries(const Record& record, const Answer& uri) {
    for (const Answer* text : standing_rights(record, "rights"))
        if (is_on_same_thing(*text, uri) && speaks_of_abroad(text->words)) return true;
    for (const Answer* answer : standing_rights(record, "copyright-status")) {
        const auto& status = static_cast<const CopyrightStatus&>(*answer->statement);
        if (!status.jurisdiction.empty() && status.jurisdiction != "US") return true;
    }
    return std::ranges::any_of(record.document().rights, [](const Rights& rights) {
        return std::ranges::any_of(rights.determinations, [](const Determination& each) {
            return speaks_of_abroad(each.words);
        });
    });
}

void check(const Record& record, const Context&, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        if (each.uri.code() != "NoC-US") continue;
        const std::string sign = sign_of_origin(record);
        if (sign.empty() || speaks_of_other_countries(record, *each.answer)) continue;
        Hit hit{.field = "rights-uri", .place = &each.answer->place()};
        hit.value = each.text;
        hit.message = fmt::format(
            "NoC-US speaks of the United States alone, '{}' is elsewhere, "
            "and nothing is said of other countries",
            shortened(sign));
        hits.push_back(std::move(hit));
    }
}

}  // namespace

extern const Rule rgt018_from_abroad;
const Rule rgt018_from_abroad{
    .info = {.id = "RGT018",
             .title = "Free in the United States, from elsewhere, and nothing of other countries",
             .level = AuditLevel::warning,
             .why = "A cable of a Russian archive that is free in the United States may be "
                    "protected where it was written. NoC-US itself warns of it.",
             .fix = "say in the rights text what is known of the country that it comes from, or "
                    "that it was not looked at",
             .example = "NoC-US on a cable of the APRF",
             .source = "RightsStatements.org, text of NoC-US"},
    .check = check,
};

}  // namespace solander::audit
