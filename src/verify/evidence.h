// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <solander/verify.h>

#include "base/limits.h"
#include "custody/folder.h"
#include "format/manifest_xml.h"
#include "format/quotes.h"
#include "package/open_package.h"
#include "trust/trust_store.h"
#include "verify/other_copy.h"
#include "verify/read_chain.h"
#include "verify/statement_signatures.h"

namespace solander::verify {

/// All that was read of one package, before anything is judged. The order of gathering is fixed:
/// signatures over the manifest's bytes, then the strict scan of those bytes, then parsing them,
/// then the payload, then the custody.
struct Evidence {
    const trust::TrustStore* trust = nullptr;  ///< Null: the reader gave none.
    Timestamp now;
    base::Limits limits;

    std::unique_ptr<package::OpenPackage> package;
    std::optional<Sha256> manifest_digest;
    std::vector<CheckedSignature> signatures;
    std::vector<CheckedSignature> attestations;  ///< From elsewhere, by the reader's own paths.
    std::optional<Manifest> manifest;
    std::optional<format::Refusal> refusal;  ///< Why there is a manifest.xml, but no manifest.
    std::optional<package::Layout> layout;   ///< Of `manifest`.
    package::Contents contents;              ///< Empty without a manifest.
    /// What came of the quotes, by the file quoted from; none where that is not as listed.
    std::map<std::size_t, format::QuoteFindings> quotes;
    std::size_t quoted_captures = 0;           ///< How many of them were to be read.
    std::vector<std::size_t> unread_captures;  ///< Files quoted from that are too large to look in.

    std::filesystem::path custody_path;  ///< Where custody was looked for; empty for a pipe.
    std::optional<custody::Folder> custody;
    Chain chain;                           ///< Of `custody`.
    std::optional<Error> custody_problem;  ///< Why there is a custody directory, but no folder.
    Elsewhere elsewhere;                   ///< What is known of the chain otherwise.

    const base::Bytes* manifest_bytes() const;
};

/// Reads a package as far as its manifest, and neither payload nor custody. Errors: open, io,
/// format, limit, usage (custody named for a bundle).
Result<std::unique_ptr<Evidence>> open_evidence(const std::filesystem::path& package,
                                                const VerifyOptions& options,
                                                const trust::TrustStore* trust,
                                                const Environment& environment);

/// Reads the custody of a package into its evidence; why it can't is part of the evidence.
void read_custody(const std::filesystem::path& package, const VerifyOptions& options,
                  const Environment& environment, Evidence& evidence);

/// Reads a package and its custody once. Errors: open, io, format, limit, interrupted.
Result<std::unique_ptr<Evidence>> gather(const std::filesystem::path& package,
                                         const VerifyOptions& options,
                                         const trust::TrustStore* trust,
                                         const Environment& environment);

/// Where the custody of a package lies if nobody says so: slashes at the end and the `.tar` of a
/// file are taken off, no link is resolved, and `.custody` is put behind. Empty for a directory
/// that was not given by its name, such as `.`
std::filesystem::path custody_beside(const std::filesystem::path& package, package::Form form);

}  // namespace solander::verify
