// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_der.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/try.h"
#include "crypto/as_uchar.h"
#include "crypto/der.h"
#include "crypto/key_access.h"
#include "crypto/openssl.h"

namespace solander::crypto {

namespace {

template <std::size_t Size>
constexpr std::array<std::byte, Size> bytes_of(const unsigned char (&values)[Size]) {
    std::array<std::byte, Size> bytes{};
    for (std::size_t i = 0; i < Size; ++i) bytes[i] = static_cast<std::byte>(values[i]);
    return bytes;
}

// id-Ed25519, 1.3.101.112.
constexpr auto kEd25519 = bytes_of({0x2b, 0x65, 0x70});
// SEQUENCE { SEQUENCE { id-Ed25519 }, BIT STRING: 32 bytes follow }
constexpr auto kPublicPrefix =
    bytes_of({0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00});
// SEQUENCE { INTEGER 0, SEQUENCE { id-Ed25519 }, OCTET STRING { OCTET STRING: 32 bytes follow } }
constexpr auto kPrivatePrefix = bytes_of({0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03,
                                          0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20});

Error not_pkcs8() {
    return {ErrorCode::format, "a damaged key file: not a private key in PKCS#8"};
}

Error other_algorithm(base::BytesView identifier) {
    const SslErrors errors;
    base::Bytes element = {static_cast<std::byte>(DerTag::object_identifier),
                           static_cast<std::byte>(identifier.size())};
    element.insert(element.end(), identifier.begin(), identifier.end());
    const auto* at = as_uchar(element.data());
    const SslPtr<ASN1_OBJECT> object(
        ::d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(element.size())));
    return {ErrorCode::unsupported,
            fmt::format("a key for {}; only Ed25519 keys are known here", name_of(object.get()))};
}

/// Errors: unsupported; format.
Result<void> require_ed25519(base::BytesView algorithm) {
    DerReader fields(algorithm);
    const auto identifier = fields.take(DerTag::object_identifier);
    if (!identifier) return not_pkcs8();
    if (!std::ranges::equal(*identifier, kEd25519)) return other_algorithm(*identifier);
    if (!fields.at_end()) return not_pkcs8();  // RFC 8410: no parameters
    return {};
}

bool is_bit_string_of(base::BytesView content, const PublicKey& key) {
    return content.size() == 1 + PublicKey::kSize && content[0] == std::byte{0} &&
           std::ranges::equal(content.subspan(1), key.bytes());
}

}  // namespace

base::Bytes public_key_der(const PublicKey& key) {
    base::Bytes der(kPublicPrefix.size() + PublicKey::kSize);
    const auto rest = std::ranges::copy(kPublicPrefix, der.begin()).out;
    std::ranges::copy(key.bytes(), rest);
    return der;
}

Result<SecretBytes> private_key_der(const SigningKey& key) {
    SOLANDER_TRY_ASSIGN(SecretBytes der,
                        SecretBytes::create(kPrivatePrefix.size() + KeyAccess::kSeedSize));
    const auto rest = std::ranges::copy(kPrivatePrefix, der.bytes().begin()).out;
    std::ranges::copy(KeyAccess::seed(key), rest);
    return der;
}

Result<SigningKey> parse_private_key_der(base::BytesView der) {
    const auto info = only_element(der, DerTag::sequence);
    if (!info) return not_pkcs8();
    DerReader fields(*info);
    const auto version = fields.take(DerTag::integer);
    const auto algorithm = fields.take(DerTag::sequence);
    const auto key = fields.take(DerTag::octet_string);
    if (!version || version->size() != 1 || !algorithm || !key) return not_pkcs8();
    SOLANDER_TRY(require_ed25519(*algorithm));

    const bool has_public_key = (*version)[0] == std::byte{1};
    const auto seed = only_element(*key, DerTag::octet_string);
    fields.take(DerTag::attributes);  // names and the like, which say nothing to us
    const auto public_key = has_public_key ? fields.take(DerTag::public_key) : std::nullopt;
    if ((*version)[0] > std::byte{1} || !seed || seed->size() != KeyAccess::kSeedSize ||
        !fields.at_end())
        return not_pkcs8();

    SOLANDER_TRY_ASSIGN(SigningKey signing_key,
                        KeyAccess::from_seed(seed->first<KeyAccess::kSeedSize>()));
    if (public_key && !is_bit_string_of(*public_key, signing_key.public_key()))
        return Error(ErrorCode::format,
                     "a damaged key file: the public key in it belongs to another private key");
    return signing_key;
}

}  // namespace solander::crypto
