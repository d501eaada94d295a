// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_reading.h"

#include <algorithm>

namespace solander::audit {

namespace {

bool is_of_document(const Answer& answer) {
    return answer.rights == nullptr || answer.rights->covers != RightsCovers::metadata;
}

}  // namespace

std::vector<UriAnswer> standing_uris(const Record& record, std::string_view field) {
    std::vector<UriAnswer> uris;
    for (const Answer* answer : record.standing(field)) {
        if (!is_of_document(*answer)) continue;
        const auto text = answer->uri.empty() ? answer->words : answer->uri;
        uris.push_back({answer, text, read_rights_uri(text)});
    }
    return uris;
}

std::vector<UriAnswer> standing_uris(const Record& record) {
    auto uris = standing_uris(record, "rights-uri");
    for (auto& licence : standing_uris(record, "licence")) uris.push_back(std::move(licence));
    return uris;
}

std::vector<TextClaims> standing_claims(const Record& record) {
    std::vector<TextClaims> texts;
    for (const Answer* answer : record.standing("rights"))
        if (is_of_document(*answer)) texts.push_back({answer, rights_claims(answer->words)});
    return texts;
}

std::vector<StatusAnswer> standing_statuses(const Record& record) {
    std::vector<StatusAnswer> statuses;
    for (const Answer* answer : record.standing("copyright-status")) {
        if (!is_of_document(*answer)) continue;
        const auto& status = static_cast<const CopyrightStatus&>(*answer->statement);
        const auto meant = status.status ? status.status : find_premis_status(status.words);
        if (meant) statuses.push_back({answer, *meant});
    }
    return statuses;
}

bool has_item_status(const Record& record) {
    return !standing_statuses(record).empty() ||
           std::ranges::any_of(standing_uris(record),
                               [](const UriAnswer& each) { return each.uri.is_known(); });
}

bool has_holder_or_creator(const Record& record) {
    return record.has_value("rights-holder") || record.has_value("creator");
}

}  // namespace solander::audit
