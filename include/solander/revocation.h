// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>
#include <solander/timestamp.h>

namespace solander {

/// A key that is no longer believed, whatever the trust file says of it.
struct Revocation {
    std::string fingerprint;  ///< As PublicKey::fingerprint() gives it.
    std::string reason;
    /// Since when somebody else may have had the key; nothing: it never was to be believed.
    std::optional<Timestamp> compromised_since = {};
    std::string at = {};  ///< Where it is said: `revoked.toml:4`
};

/// Reads a file of revocations; `file` is what messages call it. A key may stand there more than
/// once: the earliest time holds. Spec: docs/trust.md.
/// Errors: usage, with file and line, for whatever is not as it should be, since a line that was
/// passed over would leave a key believed.
Result<std::vector<Revocation>> read_revocations(std::string_view text, const std::string& file);

}  // namespace solander
