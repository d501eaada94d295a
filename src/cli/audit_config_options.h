// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <solander/audit.h>
#include <solander/audit_config.h>

#include "cli/audit_inputs.h"
#include "cli/options.h"

namespace solander::cli {

/// `--config`, `--no-config`, `--exceptions`: what audits are told beside the records.
struct AuditConfigOptions {
    std::string config;
    std::string exceptions;
    bool no_config = false;

    void add_to(CLI::App& app);
};

/// What they come to. Requests refer to it, so it has to outlive them.
struct AuditSettings {
    std::filesystem::path file;             ///< The configuration; empty: there is none.
    std::filesystem::path exceptions_file;  ///< Likewise.
    AuditConfig config;
    std::vector<AuditException> exceptions;
    /// That paths of records are told from, canonical: the configuration's, else that of the
    /// exceptions, else the one that the tool runs in.
    std::filesystem::path directory;

    /// Profiles that the request names already stay.
    void apply_to(AuditRequest& request) const;
    /// `named` on the command line, else that of the configuration, else error. `off`: never.
    AuditLevel threshold(const std::string& named) const;
    /// Says on standard error by which file audits are configured, if it was found and not named.
    /// Where that turns rules off, it is said even to somebody who wants to hear little.
    void tell(Io& io, const AuditConfigOptions& options, bool quiet) const;
    /// Gives records, texts and remarks their paths.
    void place(AuditInputs& inputs, const FileSystem& files) const;
};

/// Reads the configuration that is named, or that `inputs` lie under, and the exceptions that are
/// named, or stand beside it. Errors: usage; open, io, limit.
Result<AuditSettings> load_audit_settings(const AuditConfigOptions& options,
                                          std::span<const std::string> inputs,
                                          const FileSystem& files);

/// All that is in effect, and where it is from, as a configuration with comments. `request` is as
/// the command line has it; so is `threshold`. Errors: as audit_records().
Result<std::string> print_audit_settings(const AuditSettings& settings, AuditRequest request,
                                         const std::string& threshold);

}  // namespace solander::cli
