// SPDX-License-Identifier: Apache-2.0
// OpenSSL derives the key and reads and writes the ASN.1 around the ciphertext. The plaintext only
// ever lies in guarded memory: with OpenSSL's padding off, it buffers no block of it.
#include "crypto/encrypted_key.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <openssl/objects.h>
#include <sodium.h>

#include "base/try.h"
#include "crypto/as_uchar.h"
#include "crypto/der.h"

namespace solander::crypto {

namespace {

// What a file may ask for: each takes some seconds at the most. scrypt's memory, 128 * N * r bytes,
// is bounded by OpenSSL itself, at 32 MiB.
constexpr std::uint64_t kMaxPbkdf2Rounds = 10'000'000;
constexpr std::uint64_t kMaxScryptWork = std::uint64_t{1} << 22;  // N * r * p

// What we write: 16 MiB and about a third of a second.
constexpr std::uint64_t kScryptN = 16384;
constexpr std::uint64_t kScryptR = 8;
constexpr std::uint64_t kScryptP = 5;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kAesBlock = 16;

Error not_encrypted_pkcs8() {
    return {ErrorCode::format, "a damaged key file: not an encrypted PKCS#8 key"};
}

Error unknown_scheme(std::string_view name) {
    return {ErrorCode::unsupported,
            fmt::format("encrypted with {}; only PBES2 with scrypt or PBKDF2 and a cipher in CBC "
                        "mode is known here",
                        name)};
}

template <class T>
SslPtr<T> unpack(const ASN1_ITEM* item, const X509_ALGOR& algorithm) {
    return SslPtr<T>(static_cast<T*>(::ASN1_TYPE_unpack_sequence(item, algorithm.parameter)));
}

/// Zero for what is absent, negative or beyond 64 bits: no cost can be zero.
std::uint64_t value_of(const ASN1_INTEGER* integer) {
    std::uint64_t value = 0;
    return integer != nullptr && ::ASN1_INTEGER_get_uint64(&value, integer) == 1 ? value : 0;
}

bool is_affordable_scrypt(const SCRYPT_PARAMS& parameters) {
    const std::uint64_t n = value_of(parameters.costParameter);
    const std::uint64_t r = value_of(parameters.blockSize);
    const std::uint64_t p = value_of(parameters.parallelizationParameter);
    return n > 0 && r > 0 && p > 0 && n <= kMaxScryptWork / r / p;
}

bool is_affordable_pbkdf2(const PBKDF2PARAM& parameters) {
    const std::uint64_t rounds = value_of(parameters.iter);
    return rounds > 0 && rounds <= kMaxPbkdf2Rounds;
}

Result<void> check_cost(const X509_ALGOR& derivation) {
    bool affordable = false;
    switch (::OBJ_obj2nid(derivation.algorithm)) {
        case NID_id_scrypt: {
            const auto scrypt = unpack<SCRYPT_PARAMS>(ASN1_ITEM_rptr(SCRYPT_PARAMS), derivation);
            if (!scrypt) return not_encrypted_pkcs8();
            affordable = is_affordable_scrypt(*scrypt);
            break;
        }
        case NID_id_pbkdf2: {
            const auto pbkdf2 = unpack<PBKDF2PARAM>(ASN1_ITEM_rptr(PBKDF2PARAM), derivation);
            if (!pbkdf2) return not_encrypted_pkcs8();
            affordable = is_affordable_pbkdf2(*pbkdf2);
            break;
        }
        default:
            return unknown_scheme(name_of(derivation.algorithm));
    }
    if (!affordable)
        return Error(ErrorCode::limit,
                     "the key file asks for more work on its passphrase than any honest one does");
    return {};
}

Result<void> check_scheme(const X509_ALGOR& scheme) {
    if (::OBJ_obj2nid(scheme.algorithm) != NID_pbes2)
        return unknown_scheme(name_of(scheme.algorithm));
    const auto parameters = unpack<PBE2PARAM>(ASN1_ITEM_rptr(PBE2PARAM), scheme);
    if (!parameters || parameters->keyfunc == nullptr) return not_encrypted_pkcs8();
    return check_cost(*parameters->keyfunc);
}

enum class Direction { decrypt = 0, encrypt = 1 };

/// A cipher with its key, to be fed with whole blocks; null if OpenSSL does not know it.
SslPtr<EVP_CIPHER_CTX> start_cipher(const X509_ALGOR& scheme, const SecretBytes& passphrase,
                                    Direction direction) {
    SslPtr<EVP_CIPHER_CTX> cipher(::EVP_CIPHER_CTX_new());
    const auto words = base::as_text(passphrase.bytes());
    if (!cipher ||
        ::EVP_PBE_CipherInit_ex(scheme.algorithm, words.data(), static_cast<int>(words.size()),
                                scheme.parameter, cipher.get(), static_cast<int>(direction),
                                nullptr, nullptr) != 1 ||
        ::EVP_CIPHER_CTX_get_mode(cipher.get()) != EVP_CIPH_CBC_MODE)
        return nullptr;
    ::EVP_CIPHER_CTX_set_padding(cipher.get(), 0);
    return cipher;
}

/// `from` and `into` have the same size, whole blocks.
bool run(EVP_CIPHER_CTX& cipher, base::BytesView from, std::span<std::byte> into) {
    int size = 0;
    return ::EVP_CipherUpdate(&cipher, as_uchar(into.data()), &size, as_uchar(from.data()),
                              static_cast<int>(from.size())) == 1 &&
           static_cast<std::size_t>(size) == from.size();
}

/// The size of what stands before the padding of RFC 8018, section 6.1.1; nothing if it is wrong.
std::optional<std::size_t> unpadded_size(base::BytesView bytes, std::size_t block) {
    const auto count = std::to_integer<std::size_t>(bytes.back());
    if (count == 0 || count > block || count > bytes.size()) return std::nullopt;
    const bool good = std::ranges::all_of(
        bytes.last(count), [&](std::byte byte) { return byte == static_cast<std::byte>(count); });
    return good ? std::optional(bytes.size() - count) : std::nullopt;
}

Result<SecretBytes> padded(const SecretBytes& plain) {
    const std::size_t count = kAesBlock - plain.size() % kAesBlock;
    SOLANDER_TRY_ASSIGN(SecretBytes bytes, SecretBytes::create(plain.size() + count));
    const auto rest = std::ranges::copy(plain.bytes(), bytes.bytes().begin()).out;
    std::fill_n(rest, count, static_cast<std::byte>(count));
    return bytes;
}

SslPtr<X509_ALGOR> new_scheme() {
    std::array<unsigned char, kSaltSize> salt{};
    std::array<unsigned char, kAesBlock> start{};
    ::randombytes_buf(salt.data(), salt.size());
    ::randombytes_buf(start.data(), start.size());
    return SslPtr<X509_ALGOR>(::PKCS5_pbe2_set_scrypt(::EVP_aes_256_cbc(), salt.data(),
                                                      static_cast<int>(salt.size()), start.data(),
                                                      kScryptN, kScryptR, kScryptP));
}

base::Bytes to_der(const X509_ALGOR& scheme, base::BytesView ciphertext) {
    const SslPtr<X509_SIG> parts(::X509_SIG_new());
    X509_ALGOR* own_scheme = nullptr;
    ASN1_OCTET_STRING* own_text = nullptr;
    if (!parts) return {};
    ::X509_SIG_getm(parts.get(), &own_scheme, &own_text);
    if (::X509_ALGOR_copy(own_scheme, &scheme) != 1 ||
        ::ASN1_OCTET_STRING_set(own_text, as_uchar(ciphertext.data()),
                                static_cast<int>(ciphertext.size())) != 1)
        return {};
    const int size = ::i2d_X509_SIG(parts.get(), nullptr);
    if (size <= 0) return {};
    base::Bytes der(static_cast<std::size_t>(size));
    auto* at = as_uchar(der.data());
    ::i2d_X509_SIG(parts.get(), &at);
    return der;
}

}  // namespace

Result<EncryptedKey> EncryptedKey::parse(base::BytesView der) {
    const SslErrors errors;
    const auto* at = as_uchar(der.data());
    const auto* const end = at + der.size();
    SslPtr<X509_SIG> parts(::d2i_X509_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!parts || at != end) return not_encrypted_pkcs8();
    const X509_ALGOR* scheme = nullptr;
    ::X509_SIG_get0(parts.get(), &scheme, nullptr);
    SOLANDER_TRY(check_scheme(*scheme));
    return EncryptedKey(std::move(parts));
}

KeyEncryption EncryptedKey::encryption() const {
    const SslErrors errors;
    const X509_ALGOR* scheme = nullptr;
    ::X509_SIG_get0(parts_.get(), &scheme, nullptr);
    KeyEncryption how;
    const auto parameters = unpack<PBE2PARAM>(ASN1_ITEM_rptr(PBE2PARAM), *scheme);
    if (!parameters) return how;  // parse() has seen them
    if (parameters->encryption != nullptr) how.cipher = name_of(parameters->encryption->algorithm);
    if (const auto scrypt =
            ::OBJ_obj2nid(parameters->keyfunc->algorithm) == NID_id_scrypt
                ? unpack<SCRYPT_PARAMS>(ASN1_ITEM_rptr(SCRYPT_PARAMS), *parameters->keyfunc)
                : nullptr)
        how.scrypt = value_of(scrypt->costParameter) * value_of(scrypt->blockSize);
    else if (const auto pbkdf2 =
                 unpack<PBKDF2PARAM>(ASN1_ITEM_rptr(PBKDF2PARAM), *parameters->keyfunc))
        how.rounds = value_of(pbkdf2->iter);
    return how;
}

Result<SecretBytes> EncryptedKey::decrypt(const SecretBytes& passphrase) const {
    const SslErrors errors;
    const X509_ALGOR* scheme = nullptr;
    const ASN1_OCTET_STRING* text = nullptr;
    ::X509_SIG_get0(parts_.get(), &scheme, &text);
    const auto cipher = start_cipher(*scheme, passphrase, Direction::decrypt);
    if (!cipher) return unknown_scheme("a cipher or digest that is not at hand");

    const auto block = static_cast<std::size_t>(::EVP_CIPHER_CTX_get_block_size(cipher.get()));
    const auto size = static_cast<std::size_t>(::ASN1_STRING_length(text));
    const auto ciphertext = std::as_bytes(std::span(::ASN1_STRING_get0_data(text), size));
    if (size == 0 || size % block != 0) return not_encrypted_pkcs8();
    SOLANDER_TRY_ASSIGN(SecretBytes plain, SecretBytes::create(size));
    if (!run(*cipher, ciphertext, plain.bytes()))
        return Error(ErrorCode::internal, "OpenSSL cannot decrypt the key");

    // A wrong passphrase gives noise, which may by chance end like padding, but hardly then also
    // consist of one DER element.
    const auto end = unpadded_size(plain.bytes(), block);
    if (!end || !only_element(base::BytesView(plain.bytes()).first(*end), DerTag::sequence))
        return Error(ErrorCode::open, "wrong passphrase");
    plain.truncate(*end);
    return plain;
}

Result<base::Bytes> encrypt_key(const SecretBytes& der, const SecretBytes& passphrase) {
    const SslErrors errors;
    SOLANDER_TRY_ASSIGN(const SecretBytes plain, padded(der));
    base::Bytes ciphertext(plain.size());
    const auto scheme = new_scheme();
    const auto cipher =
        scheme ? start_cipher(*scheme, passphrase, Direction::encrypt) : SslPtr<EVP_CIPHER_CTX>();
    base::Bytes whole;
    if (cipher && run(*cipher, plain.bytes(), ciphertext)) whole = to_der(*scheme, ciphertext);
    if (whole.empty()) return Error(ErrorCode::internal, "OpenSSL cannot encrypt the key");
    return whole;
}

}  // namespace solander::crypto
