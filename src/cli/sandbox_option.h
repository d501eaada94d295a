// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/options.h"

namespace solander::cli {

/// `--sandbox`: whether to give up rights before a package is read.
struct SandboxOption {
    std::string when = "auto";

    void add_to(CLI::App& app);

    /// Gives up what reading under `how` does not need: it still writes a memory and proofs.
    /// With `tells` it says on standard error what came of it. Call it once everything is known
    /// that is to be done, and before the package is opened. Errors: usage, where a sandbox is
    /// required and the kernel has none.
    Result<void> enter(Io& io, const VerifyOptions& how, bool tells = false) const;
};

}  // namespace solander::cli
