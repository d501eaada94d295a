// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <solander/audit.h>

#include "cli/command.h"
#include "cli/io.h"
#include "report/audit_emitter.h"

namespace solander::cli {

/// `-o FORM=FILE`: an audit in further forms than that of standard output, each in a file.
class AuditOutputs {
public:
    void add_to(CLI::App& app);

    /// Looks at the names before anything is read. Errors: usage, for an unknown form, and for a
    /// file that is named twice or is one of `inputs`; create, for a file that is there and not to
    /// be replaced, or a directory that is not.
    Result<void> check(const Io& io, const std::vector<std::string>& inputs);

    /// Looks again, once it is known which files have records. Errors: usage, where one of them
    /// would be replaced.
    Result<void> spare(const Io& io, std::span<const AuditRecord> records) const;

    bool replaces() const { return force_; }  ///< Files that are there.

    /// The paths, in order, once they were checked.
    std::vector<std::filesystem::path> paths() const;

    /// Writes each file whole or not at all, and says of those that it cannot write why.
    Exit write(Io& io, const report::AuditOutcome& outcome) const;

private:
    struct Output {
        const report::AuditEmitter* emitter = nullptr;
        std::filesystem::path path;
    };
    Result<Output> parse(const std::string& value) const;
    Result<void> check_place(const Io& io, const Output& output) const;

    std::vector<std::string> values_;
    bool force_ = false;
    std::vector<Output> outputs_;
};

/// The names of all forms that an audit is told in.
std::vector<std::string> audit_forms();

/// Whether two paths, of files that need not be there, lead to the same one.
Result<bool> is_same_file(const Io& io, const std::filesystem::path& a,
                          const std::filesystem::path& b);

/// Errors: usage, where `output` is one of the files that records were read from, by whatever way
/// it is named.
Result<void> spare_records(const Io& io, const std::filesystem::path& output,
                           std::span<const AuditRecord> records);

}  // namespace solander::cli
