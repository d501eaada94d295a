// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/policy.h>

#include "report/json.h"

namespace solander::report {

/// Whether a policy is met, and what of it is not; with what is, if `all`.
std::string policy_text(const PolicyReport& policy, bool all);
Json policy_json(const PolicyReport& policy);

/// What is not met, in one line.
std::string unmet_line(const PolicyReport& policy);

}  // namespace solander::report
