// SPDX-License-Identifier: Apache-2.0
#include "audit/hedged_text.h"

#include <string_view>

namespace solander::audit {

namespace {

bool is_status(RightsClass kind) {
    return kind == RightsClass::public_domain || kind == RightsClass::in_copyright ||
           kind == RightsClass::open || kind == RightsClass::restricted;
}

}  // namespace

std::optional<KnownText> known_text(const Answer& answer, const KnownTexts& texts) {
    if (auto known = texts.find(answer.words)) return known;
    static constexpr std::string_view kKnown = "boilerplate.";
    if (answer.rights == nullptr || !answer.rights->rule.starts_with(kKnown)) return {};
    return KnownText{.name = answer.rights->rule.substr(kKnown.size())};
}

bool leaves_open(const KnownText& known) {
    return known.scope == AuditTextScope::collection ||
           (known.scope == AuditTextScope::item && known.status == AuditTextClass::undetermined);
}

const Claim* open_hedge(const TextClaims& text) {
    const Claim* hedge = nullptr;
    for (const Claim& claim : text.claims) {
        if (claim.is_hedged || claim.scope == ClaimScope::some_items) {
            if (hedge == nullptr) hedge = &claim;
        } else if (claim.scope == ClaimScope::item && is_status(claim.standing.kind)) {
            return nullptr;
        }
    }
    return hedge;
}

bool leaves_open(const TextClaims& text, const KnownTexts& texts) {
    if (const auto known = known_text(*text.answer, texts)) return leaves_open(*known);
    return open_hedge(text) != nullptr;
}

}  // namespace solander::audit
