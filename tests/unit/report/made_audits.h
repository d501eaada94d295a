// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>

#include "report/audit_emitter.h"

namespace solander::test {

/// A finding of the first record, in line 3 of its file.
AuditFinding audit_finding(std::string_view rule, AuditLevel level);

/// An audit with all that its outcome refers to. It must not be moved once outcome() was asked.
struct MadeAudit {
    std::vector<AuditRecord> records;
    AuditReport report;
    std::vector<report::AuditedPackage> packages;
    std::vector<report::Unaudited> unaudited;
    std::optional<report::BaselineUse> baseline;
    AuditLevel fail_on = AuditLevel::error;

    /// Adds a record in a file, with this identifier and title.
    void add_record(const std::string& file, const std::string& identifier,
                    const std::string& title);
    void add(AuditFinding finding);
    /// The text of it in one form.
    std::string in(std::string_view form);
};

/// Two records: of the first an error, a warning with a proposed value, a review that is of both,
/// and a note.
MadeAudit made_audit();

}  // namespace solander::test
