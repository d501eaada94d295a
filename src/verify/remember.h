// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <solander/verify.h>

#include "custody/memory.h"
#include "custody/receipt.h"
#include "verify/evidence.h"

namespace solander::verify {

/// What a reader knows of chains beside those of the packages: the same for all of them.
class Known {
public:
    /// Errors: open, io, limit.
    static Result<Known> read(const VerifyOptions& options, const Environment& environment);

    /// Null if the reader keeps none.
    const custody::Memory* memory() const noexcept { return memory_ ? &*memory_ : nullptr; }

    /// Reads what is known of one package into its evidence, which must not outlive this.
    /// Errors: open, io, limit, interrupted.
    Result<void> look_up(const VerifyOptions& options, const Environment& environment,
                         Evidence& evidence) const;

private:
    std::vector<custody::ReceiptFile> receipts_;
    std::optional<custody::Memory> memory_;
};

/// Lets the memory learn from a package that passed. Where somebody else has taught it meanwhile,
/// the package is judged again by what it knows by then, and `report` is that judgement.
/// Errors: open, create, io, interrupted.
Result<void> remember(const custody::Memory& memory, const std::filesystem::path& package,
                      Evidence& evidence, Report& report);

}  // namespace solander::verify
