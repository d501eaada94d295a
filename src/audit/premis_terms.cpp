// SPDX-License-Identifier: Apache-2.0
#include "audit/premis_terms.h"

#include <algorithm>
#include <array>

#include "audit/vocabulary.h"
#include "audit/words.h"

namespace solander::audit {

const AuditVocabularyInfo kPremisTermsInfo{
    .name = "PREMIS rights",
    .version = "3",
    .date = "2026-11-27",
    .source =
        "PREMIS 3 data dictionary; id.loc.gov/vocabulary/preservation/copyrightStatus; "
        "restrictions of Archivematica, acts with those of Aurora",
};

namespace {

constexpr std::array<PremisStatus, 3> kStatuses{
    {{PremisCopyrightStatus::copyrighted, "copyrighted", "copyright", "cpr"},
     {PremisCopyrightStatus::publicdomain, "publicdomain", "public domain", "pub"},
     {PremisCopyrightStatus::unknown, "unknown", "", "unk"}}};

constexpr std::array<std::string_view, 6> kBases{"copyright", "license", "statute",
                                                 "other",     "donor",   "policy"};

constexpr std::array<std::string_view, 7> kActs{"replicate", "migrate",     "modify", "use",
                                                "delete",    "disseminate", "publish"};

constexpr std::array<std::string_view, 3> kRestrictions{"allow", "disallow", "conditional"};

constexpr std::string_view kUri = "://id.loc.gov/vocabulary/preservation/copyrightstatus/";

}  // namespace

std::span<const PremisStatus> premis_statuses() {
    return kStatuses;
}

std::optional<PremisCopyrightStatus> find_premis_status(std::string_view words) {
    const std::string plain = folded(words);
    std::string_view word = plain;
    if (is_web_address(word)) {
        const auto at = word.find(kUri);
        if (at == std::string_view::npos) return {};
        word.remove_prefix(at + kUri.size());
    }
    const auto* found = std::ranges::find_if(kStatuses, [word](const PremisStatus& status) {
        return word == status.term || word == status.code ||
               (!status.spelling.empty() && word == status.spelling);
    });
    if (found == kStatuses.end()) return {};
    return found->status;
}

std::string_view premis_status_term(PremisCopyrightStatus status) {
    return std::ranges::find(kStatuses, status, &PremisStatus::status)->term;
}

std::span<const std::string_view> premis_bases() {
    return kBases;
}

std::span<const std::string_view> premis_acts() {
    return kActs;
}

std::span<const std::string_view> premis_restrictions() {
    return kRestrictions;
}

}  // namespace solander::audit
