// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <solander/audit_baseline.h>

#include "cli/command.h"
#include "cli/io.h"
#include "report/audit_emitter.h"

namespace solander::cli {

/// `--baseline` and `--write-baseline`: what was found before, and does not count.
class AuditBaselineOption {
public:
    void add_to(CLI::App& app);

    /// Reads the baseline, and looks at the place of the one to be written, which may be none of
    /// `others`. Errors: open, io, limit, format with file and line; create, where it is there and
    /// is not the one that was given; usage.
    Result<void> read(const Io& io, const std::vector<std::filesystem::path>& others);

    bool is_given() const { return !path_.empty() || !write_path_.empty(); }
    bool writes() const { return !write_path_.empty(); }

    /// For AuditRequest::baseline.
    const std::vector<std::string>& fingerprints() const { return baseline_.fingerprints; }

    /// What the audit did with it; null if none was given. It lives as long as this.
    const report::BaselineUse* compare(const AuditReport& report);

    /// Writes what was found: of a baseline that was given only what it had, so that it never
    /// grows. Nothing, where not all could be audited. Says what it did, unless `quiet`.
    Exit write(Io& io, const report::AuditOutcome& outcome, bool quiet) const;

private:
    Result<void> check_place(const Io& io, const std::vector<std::filesystem::path>& others) const;

    std::string path_;
    std::string write_path_;
    AuditBaseline baseline_;
    report::BaselineUse use_;
};

}  // namespace solander::cli
