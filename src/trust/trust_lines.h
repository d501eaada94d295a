// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <solander/environment.h>
#include <solander/trust.h>

#include "format/allowed_signers.h"

namespace solander::trust {

/// What a key is good for here: why a line's key counts for nothing, or that it counts.
enum class KeyStanding { usable, other_type, damaged, weak };
KeyStanding key_standing(const format::AllowedSigner& signer);

/// As `ssh-keygen -l` prints it, of any type of key.
std::string fingerprint_of(const format::AllowedSigner& signer);

TrustEntry entry_of(const format::AllowedSigner& signer, const Clock& clock);

/// Whether a pattern list of namespaces fits one in which statements of packages are signed.
bool fits_our_namespace(std::string_view patterns);
/// Whether one of those fits both lists.
bool share_our_namespace(std::string_view one, std::string_view other);

/// What is wrong with a list of namespaces that may be meant to have one of ours; empty if nothing
/// is.
std::string misspelt_namespace(std::string_view patterns);

/// Errors: format, naming the file, where its text is that of a secret key.
Result<void> check_no_secret(std::string_view text, const std::filesystem::path& file);

/// Any namespace, where a line names none.
std::string_view namespaces_of(const TrustEntry& entry);

}  // namespace solander::trust
