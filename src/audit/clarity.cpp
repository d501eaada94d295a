// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <solander/audit_clarity.h>

#include "audit/hedged_text.h"
#include "audit/record.h"
#include "audit/rights_reading.h"
#include "audit/sources.h"

namespace solander {

namespace {

using audit::Record;

bool is_any_answered(const Record& record, std::span<const std::string_view> fields) {
    return std::ranges::any_of(
        fields, [&record](std::string_view field) { return record.is_answered(field); });
}

std::size_t& rights_class(AuditClarity& clarity, const Record& record,
                          const audit::KnownTexts& texts) {
    static constexpr std::array<std::string_view, 4> kRights{"rights", "rights-uri", "licence",
                                                             "copyright-status"};
    if (audit::has_item_status(record)) return clarity.item_status;
    if (std::ranges::any_of(
            audit::standing_claims(record),
            [&texts](const audit::TextClaims& text) { return leaves_open(text, texts); }))
        return clarity.boilerplate;
    return is_any_answered(record, kRights) ? clarity.text_only : clarity.no_rights;
}

}  // namespace

AuditClarity audit_clarity(std::span<const AuditRecord> records,
                           std::span<const AuditBoilerplate> boilerplate) {
    static constexpr std::array<std::string_view, 2> kSources{"source", "original-archive"};
    const audit::KnownTexts texts(boilerplate);
    AuditClarity clarity;
    for (const AuditRecord& each : records) {
        const Record record(each);
        ++rights_class(clarity, record, texts);
        if (record.is_answered("rights-holder")) ++clarity.with_holder;
        if (audit::is_determined(record)) ++clarity.with_determination;
        if (is_any_answered(record, kSources)) ++clarity.with_source;
        if (audit::has_locator(record)) ++clarity.with_locator;
        if (record.is_answered("custodial-history")) ++clarity.with_custody;
    }
    return clarity;
}

}  // namespace solander
