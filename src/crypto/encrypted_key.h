// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/key.h>

#include "base/bytes.h"
#include "crypto/openssl.h"

namespace solander::crypto {

/// An EncryptedPrivateKeyInfo (RFC 5958) by PBES2 (RFC 8018) with PBKDF2 or scrypt (RFC 7914).
class EncryptedKey {
public:
    /// Errors: format; unsupported (another scheme); limit (a cost that would keep us for minutes).
    static Result<EncryptedKey> parse(base::BytesView der);

    /// The key in DER. Errors: open (wrong passphrase); unsupported; format; internal.
    Result<SecretBytes> decrypt(const SecretBytes& passphrase) const;

private:
    explicit EncryptedKey(SslPtr<X509_SIG> parts) : parts_(std::move(parts)) {}
    SslPtr<X509_SIG> parts_;
};

/// Encrypts the DER of a key with scrypt and AES-256-CBC. Errors: internal.
Result<base::Bytes> encrypt_key(const SecretBytes& der, const SecretBytes& passphrase);

}  // namespace solander::crypto
