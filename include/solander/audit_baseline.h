// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/error.h>

namespace solander {

/// Findings that were known before, by their fingerprints alone: what they said is told by the
/// audit that finds them again. Spec: docs/audit.md, "Baselines".
struct AuditBaseline {
    std::vector<std::string> fingerprints;  ///< Sorted, each once: for AuditRequest::baseline.
    std::vector<std::size_t> lines;         ///< Where each stands in the text it was read from.
};

/// Reads the text of a baseline file; its lines may stand in any order. Errors: format, with the
/// line, where one is no fingerprint or is one of another version.
Result<AuditBaseline> parse_audit_baseline(std::string_view text);

/// The text of a baseline file: a line that says what it is, then the fingerprints, sorted.
std::string write_audit_baseline(std::vector<std::string> fingerprints);

/// All that an audit found, on every record, but what somebody has accepted: that does not count by
/// its exception, and counts again when the exception ends.
std::vector<std::string> audit_fingerprints(const AuditReport& report);

/// Indices of those that the audit did not find: mended, or on records that it did not look at.
std::vector<std::size_t> absent_findings(const AuditBaseline& baseline, const AuditReport& report);

}  // namespace solander
