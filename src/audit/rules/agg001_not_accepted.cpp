// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "audit/rights_reading.h"
#include "audit/rule.h"

namespace solander::audit {

namespace {

bool is_on_list_of_europeana(const RightsUri& uri) {
    return uri.statement != nullptr ? uri.statement->tier > 0
                                    : uri.licence->is_accepted_by_europeana();
}

/// A statement of the same kind that may be true instead. Never more than a question.
std::string question_for(const std::string& code) {
    std::string_view other;
    if (code == "InC-RUU" || code == "InC-NC") other = "InC";
    if (code == "UND" || code == "NKC") other = "CNE";
    if (code == "NoC-CR") other = "NoC-OKLR";
    if (other.empty()) return {};
    return fmt::format("would {} be true as well?",
                       rights_statement_uri(*find_rights_statement(other)));
}

void tell(const UriAnswer& each, std::string_view aggregator, Hits& hits) {
    Hit hit{.field = each.answer->field, .place = &each.answer->place()};
    hit.value = each.text;
    hit.message = fmt::format("{} is not accepted by {}", each.uri.code(), aggregator);
    if (aggregator == "Europeana") hit.fix = question_for(each.uri.code());
    hits.push_back(std::move(hit));
}

void check(const Record& record, const Context& context, Hits& hits) {
    for (const UriAnswer& each : standing_uris(record, "rights-uri")) {
        // Form and vocabulary have rules of their own.
        if (!each.uri.is_known()) continue;
        if (context.has_profile("europeana") && !is_on_list_of_europeana(each.uri))
            tell(each, "Europeana", hits);
        if (context.has_profile("dpla") && !each.uri.dropped_by_dpla &&
            !each.uri.accepted_by_dpla())
            tell(each, "DPLA", hits);
    }
}

}  // namespace

extern const Rule agg001_not_accepted;
const Rule agg001_not_accepted{
    .info = {.id = "AGG001",
             .title = "The aggregator does not accept this rights URI",
             .level = AuditLevel::error,
             .why = "Europeana refuses a record with a URI that is not on its list, true or "
                    "not; DPLA drops the URI.",
             .fix = "ask whether another statement that it accepts is true as well",
             .example = "In Copyright - Rights-holder(s) Unlocatable, for Europeana",
             .source = "europeana/metis-schema a62d309; dpla/ingestion3 1d1dbae5"},
    .folds = true,
    .check = check,
};

}  // namespace solander::audit
