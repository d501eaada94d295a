// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <solander/document.h>
#include <solander/sealed_audit.h>

#include "report/json.h"

namespace solander::report {

// The audit that the sealers of a package state, for showing. Texts are fit for a terminal.

/// `as of 2026-11-24 (core 1 + dpla 2): 1 error, 4 warnings`
std::string sealed_audit_summary(const SealedAudit& audit);

/// `1 error, 4 warnings, 1 review`; `nothing found`
std::string sealed_counts_text(const SealedCounts& counts);

/// What people know documents by, by their ids: the title, shortened, else the first file.
using DocumentNames = std::map<std::string, std::string, std::less<>>;
DocumentNames names_of(std::span<const Document> documents);
/// Of one of them; may be empty.
std::string short_name(const Document& document);

/// `d9 (Letter to a brother)`; the id alone of one that has no name.
std::string document_text(const std::string& id, const DocumentNames& names);

/// A line for each error and review that was not set aside, the gravest first, `most` of them and
/// how many more there are.
std::string sealed_findings_text(const SealedAudit& audit, const DocumentNames& names,
                                 std::string_view indent, std::size_t most);

/// All that a person should know who receives the package. `by` says whose word it is: `The
/// sealers' own audit`.
std::string sealed_audit_text(const SealedAudit& audit, const DocumentNames& names,
                              std::string_view by, std::string_view indent);

Json sealed_counts_json(const SealedCounts& counts);
Json sealed_audit_json(const SealedAudit& audit);

}  // namespace solander::report
