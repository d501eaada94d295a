// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <solander/audit.h>
#include <solander/sealed_audit.h>

namespace solander::audit {

/// What a manifest with these records states of their audit: every error and review, of too many
/// the gravest, and the exceptions that held. A finding on a text that is no record has the name
/// that the request gave to it. Digests that are none are left out.
/// What is said of the exceptions themselves is left out: that is about a list, and may be about
/// other records.
SealedAudit seal_audit(const AuditReport& report, std::span<const AuditRecord> records,
                       std::string_view baseline_sha256);

/// Whether a finding is on records and their texts, and not on the list of exceptions.
bool is_on_records(const AuditFinding& finding);

}  // namespace solander::audit
