// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

// Ed25519 keys in DER. Spec: RFC 8410, RFC 5958.

/// A SubjectPublicKeyInfo.
base::Bytes public_key_der(const PublicKey& key);

/// A OneAsymmetricKey, version 1, in guarded memory. Errors: internal.
Result<SecretBytes> private_key_der(const SigningKey& key);

/// Reads a OneAsymmetricKey of version 1 or 2; a public key in it must be the right one.
/// Errors: unsupported, naming the algorithm, for another than Ed25519; format; internal.
Result<SigningKey> parse_private_key_der(base::BytesView der);

}  // namespace solander::crypto
