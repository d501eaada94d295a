// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <solander/audit_clarity.h>

#include "audit/record.h"
#include "audit/rights_reading.h"
#include "audit/sources.h"

namespace solander {

namespace {

using audit::Claim;
using audit::ClaimScope;
using audit::Record;
using audit::RightsClass;

bool is_hedge(const Claim& claim) {
    return claim.is_hedged || claim.scope == ClaimScope::some_items;
}

bool is_plain_status(const Claim& claim) {
    static constexpr std::array kStatuses{RightsClass::public_domain, RightsClass::in_copyright,
                                          RightsClass::open, RightsClass::restricted};
    return !is_hedge(claim) && claim.scope == ClaimScope::item &&
           std::ranges::find(kStatuses, claim.standing.kind) != kStatuses.end();
}

/// What RGT009 asks about: a text that the reader knows as a publisher's, or one that hedges and
/// states nothing.
bool is_boilerplate(const audit::TextClaims& text) {
    if (text.answer->rights != nullptr && text.answer->rights->rule.starts_with("boilerplate."))
        return true;
    return std::ranges::any_of(text.claims, is_hedge) &&
           std::ranges::none_of(text.claims, is_plain_status);
}

bool is_any_answered(const Record& record, std::span<const std::string_view> fields) {
    return std::ranges::any_of(
        fields, [&record](std::string_view field) { return record.is_answered(field); });
}

std::size_t& rights_class(AuditClarity& clarity, const Record& record) {
    static constexpr std::array<std::string_view, 4> kRights{"rights", "rights-uri", "licence",
                                                             "copyright-status"};
    if (audit::has_item_status(record)) return clarity.item_status;
    if (std::ranges::any_of(audit::standing_claims(record), is_boilerplate))
        return clarity.boilerplate;
    return is_any_answered(record, kRights) ? clarity.text_only : clarity.no_rights;
}

bool is_determined(const Rights& rights) {
    return rights.covers != RightsCovers::metadata && !rights.determinations.empty();
}

}  // namespace

AuditClarity audit_clarity(std::span<const AuditRecord> records) {
    static constexpr std::array<std::string_view, 2> kSources{"source", "original-archive"};
    AuditClarity clarity;
    for (const AuditRecord& each : records) {
        const Record record(each);
        ++rights_class(clarity, record);
        if (record.has_value("rights-holder")) ++clarity.with_holder;
        if (std::ranges::any_of(each.document.rights, is_determined)) ++clarity.with_determination;
        if (is_any_answered(record, kSources)) ++clarity.with_source;
        if (audit::has_locator(record)) ++clarity.with_locator;
        if (record.is_answered("custodial-history")) ++clarity.with_custody;
    }
    return clarity;
}

}  // namespace solander
