// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <solander/key.h>

namespace solander::crypto {

/// The one way to the secret inside a SigningKey: search for this name to find all who use it.
class KeyAccess {
public:
    static constexpr std::size_t kSeedSize = 32;
    static constexpr std::size_t kSecretSize = 64;  ///< libsodium's: the seed, then the public key.

    /// `seed` should itself be in guarded memory. Errors: internal.
    static Result<SigningKey> from_seed(std::span<const std::byte, kSeedSize> seed);

    static std::span<const std::byte, kSecretSize> secret(const SigningKey& key) {
        return key.secret_.bytes().first<kSecretSize>();
    }
    static std::span<const std::byte, kSeedSize> seed(const SigningKey& key) {
        return secret(key).first<kSeedSize>();
    }
};

}  // namespace solander::crypto
