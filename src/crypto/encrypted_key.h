// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <solander/key.h>

#include "base/bytes.h"
#include "crypto/openssl.h"

namespace solander::crypto {

/// How a key is encrypted, as far as it matters to whoever tries passphrases.
struct KeyEncryption {
    std::string cipher;        ///< As OpenSSL calls it: `aes-256-cbc`, or `AES-256-CBC`.
    std::uint64_t rounds = 0;  ///< Of PBKDF2; 0 with scrypt.
    std::uint64_t scrypt = 0;  ///< N · r of scrypt; 0 with PBKDF2.
};

/// An EncryptedPrivateKeyInfo (RFC 5958) by PBES2 (RFC 8018) with PBKDF2 or scrypt (RFC 7914).
class EncryptedKey {
public:
    /// Errors: format; unsupported (another scheme); limit (a cost that would keep us for minutes).
    static Result<EncryptedKey> parse(base::BytesView der);

    KeyEncryption encryption() const;

    /// The key in DER. Errors: open (wrong passphrase); unsupported; format; internal.
    Result<SecretBytes> decrypt(const SecretBytes& passphrase) const;

private:
    explicit EncryptedKey(SslPtr<X509_SIG> parts) : parts_(std::move(parts)) {}
    SslPtr<X509_SIG> parts_;
};

/// Encrypts the DER of a key with scrypt and AES-256-CBC. Errors: internal.
Result<base::Bytes> encrypt_key(const SecretBytes& der, const SecretBytes& passphrase);

}  // namespace solander::crypto
