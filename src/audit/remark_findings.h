// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <solander/audit.h>

#include "audit/levels.h"
#include "audit/rule.h"

namespace solander::audit {

/// What rules say of the remarks on hand-over files, in order of the remarks. What a rule that
/// folds says of several remarks of one kind on one file is one finding, with the places of the
/// others.
std::vector<AuditFinding> remark_findings(const AuditRequest& request, const Levels& levels,
                                          const Context& context);

}  // namespace solander::audit
