// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/verify.h>

#include "cli/audit_config_options.h"
#include "cli/exit_code.h"
#include "cli/io.h"

namespace solander::cli {

/// What `audit --compare` was asked.
struct CompareOrder {
    const std::vector<std::string>& packages;
    /// Profiles and day where the reader names them; else they are those of each package.
    AuditRequest request;
    const AuditSettings& settings;  ///< They stand in the request already.
    VerifyOptions trust;
    AuditLevel fail_on = AuditLevel::error;
    bool is_json = false;
    bool brief = false;
};

/// Audits the signed records of packages and shows where that differs from the audit that their
/// sealers state. Errors: usage, also for a path that is no package; interrupted.
Result<Exit> compare_audits(Io& io, const CompareOrder& order, const Environment& environment);

}  // namespace solander::cli
