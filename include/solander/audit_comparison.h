// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/sealed_audit.h>

namespace solander {

/// Under what else two audits were made.
struct AuditCircumstance {
    std::string what;    ///< `tool`, `as-of`, `profile dpla`, `configuration`, `baseline`
    std::string theirs;  ///< Empty: there was none.
    std::string ours;
};

/// What one audit says of documents and the other does not, or at another level.
struct AuditDifference {
    std::string rule;
    std::string field;
    std::vector<std::string> documents = {};  ///< Ids, in the order of the records.
    std::optional<AuditLevel> theirs = {};    ///< Nothing: they do not tell of it.
    std::optional<AuditLevel> ours = {};      ///< Nothing: we did not find it.
    std::string message = {};                 ///< Ours where there is one; not fit for a terminal.

    bool reaches(AuditLevel threshold) const;  ///< As audit_level_reaches(), by either level.
};

/// An audit of ours beside the one that the sealers of a package state.
struct AuditComparison {
    std::vector<AuditCircumstance> circumstances;  ///< Only those that differ.
    std::vector<AuditDifference> differences;      ///< By rule, then by document.
    SealedCounts theirs;
    SealedCounts ours;
    std::size_t same = 0;      ///< Findings of theirs that we have at the same level, by document.
    std::size_t of_files = 0;  ///< Of theirs, on files and no record: not compared.
    std::size_t left_out = 0;  ///< Of theirs, counted and not listed: ours may be among them.
};

/// Matches findings by rule, document and field. What is a warning or a note to us and not told by
/// them is no difference: a manifest need not list those. `records` are those of our audit, in the
/// order of its request.
AuditComparison compare_audits(const SealedAudit& theirs, const AuditReport& ours,
                               std::span<const AuditRecord> records);

}  // namespace solander
