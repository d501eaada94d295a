// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <solander/policy.h>
#include <solander/verify.h>

#include "trust/trust_store.h"

namespace solander::verify {

/// Whom the reader believes and whom no longer, and what they ask: the files that they gave.
class TrustFile {
public:
    /// Errors: open, io, limit; usage, for revocations or a policy that cannot be read as such.
    static Result<TrustFile> read(const VerifyOptions& options, const Environment& environment);

    /// With revocations and the policy's witnesses. Null if no trust file was given.
    const trust::TrustStore* store() const noexcept { return store_ ? &*store_ : nullptr; }
    /// Null if none was given.
    const Policy* policy() const noexcept { return policy_ ? &*policy_ : nullptr; }

private:
    std::optional<trust::TrustStore> store_;
    std::optional<Policy> policy_;
};

/// What there is to say of a trust file: that there is none, or none of use, and which lines of it
/// are not used. `trust` is null where none was given.
void judge_trust(const trust::TrustStore* trust, std::vector<Finding>& findings);

}  // namespace solander::verify
