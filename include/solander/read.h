// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <solander/environment.h>
#include <solander/error.h>
#include <solander/manifest.h>
#include <solander/verify.h>

namespace solander {

/// Reads what a package says, without reading its payload: for showing and listing. The report
/// answers for the manifest and its signatures only; its layers container and custody are
/// indeterminate, and `verified` or `unverified` says how far the manifest can be believed.
/// Errors: open, io, format (no package), limit, usage (the trust file lies inside the package).
Result<Report> read_package(const std::filesystem::path& package, const VerifyOptions& options,
                            const Environment& environment);

/// The same, and the chain of custody: who held the package when, without reading its payload. The
/// layers container, integrity's payload and metadata stay undecided. Where the package is not
/// there, and its custody is, the report is of the chain alone, and authenticity undecided as well.
Result<Report> read_custody(const std::filesystem::path& package, const VerifyOptions& options,
                            const Environment& environment);

struct ExtractRequest {
    /// What to take out: payload paths (`data/letter/scan.pdf`), directories of them, or ids of
    /// documents. Empty: everything.
    std::vector<std::string> selection = {};
    /// The directory to put them below; made if it is not there.
    std::filesystem::path output;
    bool replace = false;  ///< Overwrite files that are there.
};

struct Extracted {
    std::vector<std::string> files;  ///< Payload paths that were written, in the manifest's order.
    std::uint64_t bytes = 0;
    /// As read_package() gives it, with a finding for each file that was asked for and is not as
    /// sealed.
    Report report;
};

/// Takes files out of a package, reading no others. Each is checked against the manifest while it
/// is written, and gets its name only if its digest is as sealed; the others are written all the
/// same. Nothing is written at all if the manifest is not signed by everyone whom it declares,
/// whether or not they are trusted; nothing is ever written outside `output`, and no link in it is
/// followed. What was written stays, whatever happens later.
/// Errors: as read_package(); usage, for a selection that fits nothing, or a pipe; create; io;
/// interrupted.
Result<Extracted> extract_files(const std::filesystem::path& package, const ExtractRequest& request,
                                const VerifyOptions& options, const Environment& environment);

}  // namespace solander
