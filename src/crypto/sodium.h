// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <solander/error.h>

namespace solander::crypto {

/// Proof that libsodium is ready: whatever makes keys or guarded memory starts it, so that callers
/// of the library need not. Starting again costs next to nothing; threads may do it at once.
class Sodium {
public:
    /// Errors: internal, if the system has no source of randomness.
    static Result<Sodium> start();

private:
    Sodium() = default;
};

}  // namespace solander::crypto
