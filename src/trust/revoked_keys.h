// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <solander/revocation.h>

namespace solander::trust {

/// Whether one of two revocations of a key holds from an earlier time; one without a time does
/// from the beginning.
bool is_earlier(const Revocation& one, const Revocation& other);

/// The revocation that holds for each key: of several, that of the earliest time.
class RevokedKeys {
public:
    /// `revocations` must outlive it.
    explicit RevokedKeys(std::span<const Revocation> revocations);

    /// Null where the key is not revoked.
    const Revocation* find(std::string_view fingerprint) const;

private:
    std::map<std::string, const Revocation*, std::less<>> by_key_;
};

/// `from 2020-01-01T00:00:00Z`, or `from the beginning`.
std::string since_of(const Revocation& revocation);

}  // namespace solander::trust
