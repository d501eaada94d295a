// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include <solander/audit.h>

namespace solander {

/// How clear records are, by parts: one number would hide which of them is wanting.
struct AuditClarity {
    // Of rights: each record counts once, in the first of these that is true of it.
    std::size_t item_status =
        0;  ///< A known URI or a PREMIS status is stated of the very document.
    std::size_t boilerplate = 0;  ///< A publisher's notice or a hedge: no status of this document.
    std::size_t text_only = 0;    ///< Words, without a URI or a status that a program knows.
    std::size_t no_rights = 0;

    // Each for itself. That it is not known, or that there is none, is an answer, too.
    std::size_t with_holder = 0;         ///< Who holds the rights.
    std::size_t with_determination = 0;  ///< Who decided on the status, and when.
    std::size_t with_source = 0;         ///< A source or an original archive.
    std::size_t with_locator = 0;        ///< Where in an archive the document is.
    std::size_t with_custody = 0;        ///< How it came there.
};

/// Looks at records, whatever an audit found in them. Linear in their number. `boilerplate` is that
/// of the AuditRequest: texts that are known beside those that are built in.
AuditClarity audit_clarity(std::span<const AuditRecord> records,
                           std::span<const AuditBoilerplate> boilerplate = {});

}  // namespace solander
