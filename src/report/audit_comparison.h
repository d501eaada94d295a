// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/audit_comparison.h>

#include "report/audit_emitter.h"
#include "report/sealed_audit.h"

namespace solander::report {

/// A package whose sealers state an audit, and what the reader's own came to.
struct ComparedPackage {
    AuditedPackage package;  ///< Has an audit.
    AuditReport ours;
    AuditComparison comparison;
    DocumentNames documents;  ///< Those of the package.
};

struct ComparedAudits {
    std::vector<ComparedPackage> packages;
    std::vector<Unaudited> unaudited;
    AuditLevel fail_on = AuditLevel::error;  ///< `off`: never.

    bool failed() const;
};

std::string comparison_text(const ComparedAudits& compared, bool brief);
/// Spec: schemas/audit-comparison-1.schema.json
std::string comparison_json(const ComparedAudits& compared);

}  // namespace solander::report
