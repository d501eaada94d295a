// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <solander/document.h>
#include <solander/manifest.h>

namespace solander {

/// A record to be audited, with what its package says beside it.
struct AuditRecord {
    Document document;
    std::string package = {};  ///< The sealed package that it is signed in; empty: none yet.
    std::string sealed =
        {};  ///< YYYY-MM-DD of the package's sealing, which is when it was deposited.
    std::vector<std::string> sealers = {};   ///< Those who sealed it, as the manifest names them.
    std::optional<Agent> depositor = {};     ///< Who handed it over to them.
    std::vector<Agreement> agreements = {};  ///< Of the package's deposit.
    /// The package's files of this document that were made from others, or are scans, transcripts
    /// or translations.
    std::vector<PayloadFile> files = {};
    /// Of its file, as patterns for paths have it: relative to the configuration. Empty: the file
    /// as its first origin names it.
    std::string path = {};
    /// Set by audit_records(): fields of which only the first values were looked at.
    std::vector<std::string> shortened = {};
};

/// The records of a manifest. `package` is the package that it is of; empty: it is not sealed yet.
/// Origins then are files below that.
std::vector<AuditRecord> audit_records_of(const Manifest& manifest, const std::string& package);

/// A text that was recognised and is no record.
struct RefusedText {
    std::string file;
    std::string reason;     ///< Continues a sentence that begins with the file.
    std::string path = {};  ///< As that of an AuditRecord.
};

}  // namespace solander
