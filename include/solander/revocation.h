// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/environment.h>
#include <solander/error.h>
#include <solander/file_system.h>
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
/// passed over would leave a key believed. So is a file that says nothing at all, such as one that
/// was cut off: one that revokes no key has to have its version.
Result<std::vector<Revocation>> read_revocations(std::string_view text, const std::string& file);

/// The same of a file. Errors: as read_revocations(); open, io, limit.
Result<std::vector<Revocation>> load_revocations(const std::filesystem::path& file,
                                                 const FileSystem& files);

/// Writes a revocation behind those that a file has, which is made, for its owner alone, if it is
/// not there. What stands in it stays as it is, to the byte; two calls at once lose nothing.
/// Errors: as load_revocations(); usage (no fingerprint, no reason); create (the key is revoked
/// there already, from that time or an earlier one).
Result<void> add_revocation(const std::filesystem::path& file, const Revocation& revocation,
                            const Environment& environment);

}  // namespace solander
