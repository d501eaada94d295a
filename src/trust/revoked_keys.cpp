// SPDX-License-Identifier: Apache-2.0
#include "trust/revoked_keys.h"

namespace solander::trust {

bool is_earlier(const Revocation& one, const Revocation& other) {
    if (!other.compromised_since) return false;
    return !one.compromised_since || *one.compromised_since < *other.compromised_since;
}

RevokedKeys::RevokedKeys(std::span<const Revocation> revocations) {
    for (const Revocation& each : revocations) {
        const auto [place, is_first] = by_key_.emplace(each.fingerprint, &each);
        if (!is_first && is_earlier(each, *place->second)) place->second = &each;
    }
}

const Revocation* RevokedKeys::find(std::string_view fingerprint) const {
    const auto found = by_key_.find(fingerprint);
    return found == by_key_.end() ? nullptr : found->second;
}

std::string since_of(const Revocation& revocation) {
    const auto& since = revocation.compromised_since;
    return since ? "from " + since->text() : "from the beginning";
}

}  // namespace solander::trust
