// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/key.h>
#include <solander/verify.h>

#include "cli/io.h"

namespace solander::cli {

/// Warns on standard error where the reader's own policy gives the role of a step to others than
/// whoever takes it: the step is in order, and no package with it meets that policy again. Names
/// are those of the trust file. Errors: those of reading the policy or the trust file.
Result<void> warn_of_role(const Io& io, const VerifyOptions& how, std::string_view verb,
                          const PublicKey& actor);

/// The same of the recipient of a release, by the name that the trust file gives them.
Result<void> warn_of_recipient(const Io& io, const VerifyOptions& how, const std::string& name);

}  // namespace solander::cli
