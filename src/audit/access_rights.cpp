// SPDX-License-Identifier: Apache-2.0
#include "audit/access_rights.h"

#include <algorithm>
#include <array>

#include "audit/vocabulary.h"
#include "audit/words.h"

namespace solander::audit {

const AuditVocabularyInfo kAccessRightsInfo{
    .name = "COAR access rights",
    .version = "1.0",
    .date = "2026-11-27",
    .source = "purl.org/coar/access_right, and the older info:eu-repo/semantics",
};

namespace {

constexpr std::array<AccessTerm, 4> kAccessTerms{
    {{AccessRight::open, "open access", "c_abf2", "openaccess"},
     {AccessRight::embargoed, "embargoed access", "c_f1cf", "embargoedaccess"},
     {AccessRight::restricted, "restricted access", "c_16ec", "restrictedaccess"},
     {AccessRight::metadata_only, "metadata only access", "c_14cb", ""}}};

constexpr std::string_view kCoar = "://purl.org/coar/access_right/";
constexpr std::string_view kOld = "info:eu-repo/semantics/";
/// In the older list closed is a fourth of its own; COAR has no such term.
constexpr std::string_view kOldClosed = "closedaccess";

}  // namespace

std::span<const AccessTerm> access_terms() {
    return kAccessTerms;
}

std::optional<AccessRight> find_access_right(std::string_view words) {
    const std::string plain = folded(words);
    std::string_view word = plain;
    std::string_view AccessTerm::*part = &AccessTerm::label;
    if (word.starts_with(kOld)) {
        word.remove_prefix(kOld.size());
        if (word == kOldClosed) return AccessRight::restricted;
        part = &AccessTerm::old;
    } else if (is_web_address(word)) {
        const auto at = word.find(kCoar);
        if (at == std::string_view::npos) return {};
        word.remove_prefix(at + kCoar.size());
        if (word.ends_with('/')) word.remove_suffix(1);
        part = &AccessTerm::code;
    } else if (word == "embargoed" || word == "under embargo") {
        return AccessRight::embargoed;
    } else if (word == "closed access") {
        return AccessRight::restricted;
    }
    const auto* found = std::ranges::find_if(kAccessTerms, [&](const AccessTerm& term) {
        return !(term.*part).empty() && term.*part == word;
    });
    if (found == kAccessTerms.end()) return {};
    return found->right;
}

std::string access_right_uri(AccessRight right) {
    return "http" + std::string(kCoar) +
           std::string(std::ranges::find(kAccessTerms, right, &AccessTerm::right)->code);
}

}  // namespace solander::audit
