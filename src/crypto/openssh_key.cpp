// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssh_key.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/try.h"
#include "crypto/key_access.h"
#include "crypto/ssh_wire.h"

namespace solander::crypto {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kOpensshMagic = "openssh-key-v1\0"sv;
constexpr std::size_t kOpensshBlock = 8;  // of the cipher `none`

Error damaged_openssh(std::string_view what) {
    return {ErrorCode::format, fmt::format("a damaged key file in OpenSSH's form: {}", what)};
}

/// For a person who has to find the key in an agent.
Error is_encrypted_openssh(const PublicKey& key) {
    return {
        ErrorCode::unsupported,
        fmt::format("is encrypted in OpenSSH's own form, which only OpenSSH opens: give the key "
                    "to your agent with `ssh-add`, then name it with -k agent:{}",
                    key.fingerprint())};
}

/// The fields of an Ed25519 key, as they stand; nothing where one is missing.
struct OpensshFields {
    base::BytesView type;
    base::BytesView public_key;
    base::BytesView secret;
    base::BytesView comment;
};

std::optional<OpensshFields> take_fields(SshReader& reader) {
    const auto type = reader.string();
    const auto public_key = reader.string();
    const auto secret = reader.string();
    const auto comment = reader.string();
    if (!type || !public_key || !secret || !comment) return std::nullopt;
    return OpensshFields{*type, *public_key, *secret, *comment};
}

/// 1, 2, 3 … up to a whole block, and no further.
bool is_openssh_padding(SshReader& reader) {
    for (std::size_t count = 1; !reader.at_end(); ++count) {
        const auto byte = reader.raw(1);
        if (count == kOpensshBlock || byte->front() != static_cast<std::byte>(count)) return false;
    }
    return true;
}

/// Whether everything that says which public key it is says `key`.
bool all_say(const PublicKey& key, const OpensshFields& fields) {
    const auto own_half = fields.secret.subspan(KeyAccess::kSeedSize);
    return base::as_text(fields.type) == kSshEd25519 &&
           std::ranges::equal(fields.public_key, key.bytes()) &&
           std::ranges::equal(own_half, key.bytes());
}

Result<OpensshKey> parse_openssh_private(base::BytesView bytes, const PublicKey& key) {
    if (bytes.size() % kOpensshBlock != 0)
        return damaged_openssh("its private part is no whole number of blocks");
    SshReader reader(bytes);
    const auto check = reader.uint32();
    const auto again = reader.uint32();
    if (!check || check != again) return damaged_openssh("its two check numbers differ");
    const auto fields = take_fields(reader);
    if (!fields) return damaged_openssh("it ends too early");
    if (!is_openssh_padding(reader)) return damaged_openssh("its padding is not 1, 2, 3 …");
    if (fields->secret.size() != KeyAccess::kSecretSize)
        return damaged_openssh("its secret has not the right length");
    if (!all_say(key, *fields))
        return damaged_openssh("its public key is not the same in all places");
    SOLANDER_TRY_ASSIGN(SigningKey own,
                        KeyAccess::from_seed(fields->secret.first<KeyAccess::kSeedSize>()));
    if (own.public_key() != key)
        return damaged_openssh("its public key belongs to another private key");
    return OpensshKey{std::move(own), std::string(base::as_text(fields->comment))};
}

}  // namespace

std::uint32_t OpensshEnvelope::bcrypt_rounds() const {
    SshReader reader(kdf_options);
    return reader.string() ? reader.uint32().value_or(0) : 0;
}

Result<OpensshEnvelope> parse_openssh_envelope(base::BytesView bytes) {
    SshReader reader(bytes);
    const auto magic = reader.raw(kOpensshMagic.size());
    if (!magic || base::as_text(*magic) != kOpensshMagic)
        return damaged_openssh("it does not begin with openssh-key-v1");
    const auto cipher = reader.string();
    const auto kdf = reader.string();
    const auto options = reader.string();
    const auto count = reader.uint32();
    if (!cipher || !kdf || !options || !count) return damaged_openssh("it ends too early");
    if (*count != 1)
        return Error(ErrorCode::limit,
                     fmt::format("holds {} keys, where one is wanted in a file", *count));
    const auto public_blob = reader.string();
    const auto private_part = reader.string();
    if (!public_blob || !private_part) return damaged_openssh("it ends too early");
    const OpensshEnvelope envelope{base::as_text(*cipher), base::as_text(*kdf), *options,
                                   *public_blob, *private_part};
    if (envelope.is_encrypted()) return envelope;  // some ciphers put a tag behind it
    if (envelope.kdf != "none" || !options->empty())
        return damaged_openssh("it is not encrypted, and says how its passphrase is used");
    if (!reader.at_end()) return damaged_openssh("something follows the key");
    return envelope;
}

Result<OpensshKey> parse_openssh_key(base::BytesView bytes) {
    SOLANDER_TRY_ASSIGN(const auto envelope, parse_openssh_envelope(bytes));
    SOLANDER_TRY_ASSIGN(const PublicKey key, parse_ssh_key_blob(envelope.public_blob));
    if (envelope.is_encrypted()) return is_encrypted_openssh(key);
    return parse_openssh_private(envelope.private_part, key);
}

}  // namespace solander::crypto
