// SPDX-License-Identifier: Apache-2.0
#include <solander/sealed_audit.h>

#include "base/version.h"

namespace solander {

std::uint64_t SealedCounts::of(AuditLevel level) const {
    switch (level) {
        case AuditLevel::error:
            return errors;
        case AuditLevel::warning:
            return warnings;
        case AuditLevel::review:
            return reviews;
        case AuditLevel::note:
            return notes;
        case AuditLevel::off:
            return 0;
    }
    return 0;
}

std::string audit_tool() {
    return std::string("solander/") + base::kVersion;
}

}  // namespace solander
