// SPDX-License-Identifier: Apache-2.0
#include "crypto/ed25519.h"

#include <algorithm>

#include <sodium.h>

#include "base/try.h"
#include "crypto/as_uchar.h"
#include "crypto/key_access.h"

namespace solander {

Result<SigningKey> SigningKey::generate() {
    SOLANDER_TRY_ASSIGN(SecretBytes seed, SecretBytes::create(crypto::KeyAccess::kSeedSize));
    ::randombytes_buf(seed.bytes().data(), seed.size());
    return crypto::KeyAccess::from_seed(
        std::as_const(seed).bytes().first<crypto::KeyAccess::kSeedSize>());
}

/// Spec: RFC 8032, section 5.1. The same key and message always give the same signature.
Result<SignatureBytes> SigningKey::sign(std::span<const std::byte> message) const {
    SignatureBytes signature{};
    ::crypto_sign_ed25519_detached(crypto::as_uchar(signature.data()), nullptr,
                                   crypto::as_uchar(message.data()), message.size(),
                                   crypto::as_uchar(crypto::KeyAccess::secret(*this).data()));
    return signature;
}

namespace crypto {

static_assert(KeyAccess::kSeedSize == crypto_sign_ed25519_SEEDBYTES);
static_assert(KeyAccess::kSecretSize == crypto_sign_ed25519_SECRETKEYBYTES);
static_assert(PublicKey::kSize == crypto_sign_ed25519_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Ed25519Signature> == crypto_sign_ed25519_BYTES);

Result<SigningKey> KeyAccess::from_seed(std::span<const std::byte, kSeedSize> seed) {
    SOLANDER_TRY_ASSIGN(SecretBytes secret, SecretBytes::create(kSecretSize));
    std::array<std::byte, PublicKey::kSize> bytes{};
    ::crypto_sign_ed25519_seed_keypair(as_uchar(bytes.data()), as_uchar(secret.bytes().data()),
                                       as_uchar(seed.data()));
    secret.make_read_only();
    SOLANDER_TRY_ASSIGN(const PublicKey public_key, PublicKey::from_bytes(bytes));
    return SigningKey(std::move(secret), public_key);
}

bool verify_ed25519(const PublicKey& key, base::BytesView message,
                    const Ed25519Signature& signature) {
    return ::crypto_sign_ed25519_verify_detached(as_uchar(signature.data()),
                                                 as_uchar(message.data()), message.size(),
                                                 as_uchar(key.bytes().data())) == 0;
}

bool has_canonical_scalar(const Ed25519Signature& signature) {
    static constexpr std::size_t kScalarSize = crypto_core_ed25519_SCALARBYTES;
    std::array<std::byte, crypto_core_ed25519_NONREDUCEDSCALARBYTES> wide{};
    std::copy(signature.begin() + kScalarSize, signature.end(), wide.begin());
    std::array<std::byte, kScalarSize> reduced{};
    ::crypto_core_ed25519_scalar_reduce(as_uchar(reduced.data()), as_uchar(wide.data()));
    return std::equal(reduced.begin(), reduced.end(), wide.begin());
}

}  // namespace crypto

}  // namespace solander
