// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include <solander/key.h>

#include "base/bytes.h"

namespace solander::crypto {

using Ed25519Signature = SignatureBytes;

/// Whether the holder of `key` signed `message`, with the second half of the signature in its one
/// canonical form. Strict enough that no signature is good for two messages or two keys.
bool verify_ed25519(const PublicKey& key, base::BytesView message,
                    const Ed25519Signature& signature);

/// Whether the scalar S of a signature is below the order of the group: if not, somebody has made
/// a second signature out of a good one.
bool has_canonical_scalar(const Ed25519Signature& signature);

}  // namespace solander::crypto
