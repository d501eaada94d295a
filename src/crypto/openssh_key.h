// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

// Private keys in OpenSSH's own form, what stands in base64 in an OPENSSH PRIVATE KEY; valid as
// long as the bytes that they were read from. Spec: OpenSSH's PROTOCOL.key.

inline constexpr std::string_view kOpensshPem = "OPENSSH PRIVATE KEY";

/// What is readable without a passphrase.
struct OpensshEnvelope {
    std::string_view cipher;  ///< `none`, if it is not encrypted; unchecked bytes.
    std::string_view kdf;
    base::BytesView kdf_options;
    base::BytesView public_blob;
    base::BytesView private_part;

    bool is_encrypted() const { return cipher != "none"; }
    /// How often bcrypt goes over the passphrase; 0 where the options do not say.
    std::uint32_t bcrypt_rounds() const;
};

struct OpensshKey {
    SigningKey key;
    std::string comment;
};

/// Errors: format; limit (several keys in one file).
Result<OpensshEnvelope> parse_openssh_envelope(base::BytesView bytes);

/// Reads one unencrypted Ed25519 key; all that the form says twice must agree, and nothing may
/// follow. Errors: unsupported (encrypted, with the fingerprint for an agent; another type of key,
/// which is named); format; limit; internal.
Result<OpensshKey> parse_openssh_key(base::BytesView bytes);

}  // namespace solander::crypto
