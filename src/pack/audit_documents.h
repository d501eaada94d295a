// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <solander/manifest.h>
#include <solander/pack.h>

#include "pack/inputs.h"
#include "pack/records.h"

namespace solander::pack {

/// What the audit of a draft came to.
struct DraftAudit {
    SealedAudit audit;
    std::optional<Error> refusal = std::nullopt;  ///< Why it must not be packed.
};

/// Audits the documents of a manifest that is otherwise ready, and of `records` the texts that are
/// no record and the remarks, as of `as_of` or (empty) the day on which the manifest was created.
/// Errors: usage.
Result<DraftAudit> audit_documents(const PackAudit& how, const std::string& as_of,
                                   const Manifest& manifest, const Inputs& inputs,
                                   const Records& records, const Environment& environment);

/// Whether an audit can be made so, on that day at least. Errors: usage.
Result<void> check_audit(const PackAudit& how, Timestamp created);

}  // namespace solander::pack
