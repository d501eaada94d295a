// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include <solander/read.h>

#include "cli/common.h"
#include "cli/sandbox_option.h"

namespace solander::cli {

/// Whether what is written says itself, in words, whose word the manifest is.
enum class Standing { is_shown, is_not_shown };

/// What reading commands are told besides the package.
struct ReadingOptions {
    TrustOptions trust;
    SandboxOption sandbox;

    void add_to(CLI::App& app) {
        trust.add_to(app, false);
        sandbox.add_to(app);
    }
};

/// Reads a package's manifest and writes what `form` makes of it. On standard error it says first
/// if that is not verified, unless both go to a screen and the form says the same. FAILED, if no
/// good signature vouches for the manifest; that it is shown all the same is what showing is for.
Exit read_and_show(Io& io, const std::string& package, const ReadingOptions& options,
                   Standing standing,
                   const std::function<Result<std::string>(const Report&)>& form);

/// Says on standard error if a manifest is not verified, and gives the exit code for having read
/// it.
Exit tell_standing(Io& io, const Report& report, Standing standing);

/// Says on standard error what was found, as far as it has `least` effect on its layer, and where
/// to read what to do about it.
void tell_findings(Io& io, const std::string& package, const Report& report, Verdict least);

/// Says why a package could not be read, and where to read what to do about it; its exit code.
Exit fail_reading(Io& io, const Error& error, const std::filesystem::path& package,
                  const VerifyOptions& how);

}  // namespace solander::cli
