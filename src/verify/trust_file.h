// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <solander/verify.h>

#include "trust/trust_store.h"

namespace solander::verify {

/// The reader's trust file, if one was given.
class TrustFile {
public:
    /// Errors: open, io, limit.
    static Result<TrustFile> read(const VerifyOptions& options, const Environment& environment);

    /// Null if no file was given.
    const trust::TrustStore* store() const noexcept { return store_ ? &*store_ : nullptr; }

private:
    std::optional<trust::TrustStore> store_;
};

/// What there is to say of a trust file: that there is none, or none of use, and which lines of it
/// are not used. `trust` is null where none was given.
void judge_trust(const trust::TrustStore* trust, std::vector<Finding>& findings);

}  // namespace solander::verify
