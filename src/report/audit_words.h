// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <solander/audit.h>
#include <solander/audit_clarity.h>

#include "report/audit_emitter.h"

namespace solander::report {

// What emitters of audits have in common. Texts are printable, where it is not said otherwise.

struct LineRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// Of `line 3` and `lines 3-5`; nothing for places of other kinds.
std::optional<LineRange> line_range(std::string_view at);

/// `:34` of `line 34`, `:5-6` of `lines 5-6`; `: cell B2` of another kind of place.
std::string place_text(std::string_view at);

/// The file, the document in it where it is a package's, the date and the title.
std::string record_heading(const AuditRecord& record);

/// What a record is called by: audit_record_key().
std::string record_name(const AuditRecord& record);
/// The file that speaks of it first, else its package; not yet printable.
std::string record_file(const AuditRecord& record);

/// The file that a finding is in, else that of its record; as it was named, not yet printable.
std::string file_of(const AuditFinding& finding, const AuditOutcome& outcome);

/// With a capital letter and a full stop, where there is neither. A message that begins with the name
/// of a field keeps it as it is.
std::string sentence(std::string_view words, std::string_view field = {});

/// `known before`, `accepted by J. Novak (legal-advice)`: why a finding does not count. Empty, if
/// it does.
std::string standing_text(const AuditFinding& finding);

/// ` (and so of 2 more records)`, or nothing.
std::string others_text(const AuditFinding& finding);

/// What was found and what to do, in sentences.
std::string told(const AuditFinding& finding);

/// `core 1 + dpla 2026-11`
std::string profiles_text(const AuditReport& report);

/// `1 error, 2 notes`; `nothing found`.
std::string counts_text(const AuditReport& report);

/// `3 records audited as of 2026-11-28 (core 1): 1 error, 2 notes`
std::string summary_line(const AuditOutcome& outcome);

/// What further is to be said of the whole, a line each: findings that do not count, files without
/// a record, what became of a baseline.
std::vector<std::string> summary_notes(const AuditOutcome& outcome);

/// One number of AuditClarity, and what the records that it counts have.
struct ClarityPart {
    std::string_view words;
    std::size_t records = 0;
};
/// The classes of rights, each record in one of them.
std::vector<ClarityPart> rights_classes(const AuditClarity& clarity);
/// The other parts, each for itself.
std::vector<ClarityPart> clarity_parts(const AuditClarity& clarity);

/// The fingerprints of findings in their order. Where two would be the same (a field that has the
/// same value twice), the second has `:2` at its end, as consumers take them for one otherwise.
std::vector<std::string> unique_fingerprints(const AuditReport& report);

}  // namespace solander::report
