// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

using Ed25519Signature = std::array<std::byte, 64>;

/// Spec: RFC 8032, section 5.1. The same key and message always give the same signature.
Ed25519Signature sign_ed25519(const SigningKey& key, base::BytesView message);

/// Whether the holder of `key` signed `message`, with the second half of the signature in its one
/// canonical form. Strict enough that no signature is good for two messages or two keys.
bool verify_ed25519(const PublicKey& key, base::BytesView message,
                    const Ed25519Signature& signature);

/// Whether the scalar S of a signature is below the order of the group: if not, somebody has made
/// a second signature out of a good one.
bool has_canonical_scalar(const Ed25519Signature& signature);

}  // namespace solander::crypto
