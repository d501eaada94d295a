// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_baseline_option.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/read_file.h"
#include "base/try.h"
#include "cli/audit_outputs.h"
#include "cli/common.h"
#include "cli/output_file.h"
#include "report/emitter.h"

namespace solander::cli {

void AuditBaselineOption::add_to(CLI::App& app) {
    add_text(app, "--baseline", "FILE", path_,
             "Findings known before, as --write-baseline wrote them: they are told, and do not "
             "count");
    add_text(app, "--write-baseline", "FILE", write_path_,
             "Write what is found now as known; together with --baseline only what that has "
             "already, without what is mended");
}

Result<void> AuditBaselineOption::read(const Io& io,
                                       const std::vector<std::filesystem::path>& others) {
    if (!path_.empty()) {
        SOLANDER_TRY_ASSIGN(const auto bytes,
                            base::read_all(io.files, path_, base::Limits{}.record_bytes));
        auto baseline = parse_audit_baseline(base::as_text(bytes));
        if (!baseline) return naming(baseline.error(), path_);
        baseline_ = *std::move(baseline);
    }
    return write_path_.empty() ? Result<void>() : check_place(io, others);
}

Result<void> AuditBaselineOption::check_place(
    const Io& io, const std::vector<std::filesystem::path>& others) const {
    const std::string shown = base::printable(write_path_);
    for (const auto& other : others) {
        SOLANDER_TRY_ASSIGN(const bool is_same, is_same_file(io, write_path_, other));
        if (is_same)
            return Error(ErrorCode::usage,
                         fmt::format("the baseline '{}' is an input or an output, too; name "
                                     "another file",
                                     shown));
    }
    SOLANDER_TRY_ASSIGN(const auto there, io.files.find(write_path_));
    if (!there) {
        const std::filesystem::path path(write_path_);
        SOLANDER_TRY_ASSIGN(const auto directory,
                            io.files.find(path.has_parent_path() ? path.parent_path() : "."));
        if (directory && directory->kind == FileKind::directory) return {};
        return Error(ErrorCode::create,
                     fmt::format("the baseline '{}' needs a directory that is there", shown));
    }
    if (!path_.empty()) {
        SOLANDER_TRY_ASSIGN(const bool is_same, is_same_file(io, path_, write_path_));
        if (is_same) return {};
    }
    return Error(ErrorCode::create,
                 fmt::format("the baseline '{}' is there already, and a baseline only shrinks: "
                             "give --baseline {} as well to take away what is mended, or remove "
                             "it to begin anew",
                             shown, shell_word(write_path_)));
}

const report::BaselineUse* AuditBaselineOption::compare(const AuditReport& report) {
    if (path_.empty()) return nullptr;
    use_ = {path_, baseline_.fingerprints.size()};
    for (const std::size_t index : absent_findings(baseline_, report))
        use_.absent.push_back({baseline_.fingerprints[index], baseline_.lines[index]});
    return &use_;
}

Exit AuditBaselineOption::write(Io& io, const report::AuditOutcome& outcome, bool quiet) const {
    if (write_path_.empty()) return Exit::passed;
    const std::string shown = base::printable(write_path_);
    if (!outcome.is_complete()) {
        io.err << fmt::format("solander: {}: not written, since not everything could be audited\n",
                              shown);
        return Exit::passed;  // The audit itself is no pass then.
    }
    auto found = audit_fingerprints(outcome.report);
    if (!path_.empty())
        std::erase_if(found, [this](const std::string& fingerprint) {
            return !std::ranges::binary_search(baseline_.fingerprints, fingerprint);
        });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const std::size_t kept = found.size();
    const auto done =
        write_output_file(io.files, write_path_, write_audit_baseline(std::move(found)),
                          path_.empty() ? Existing::refuse : Existing::replace);
    if (!done) return fail(io, naming(done.error(), write_path_));
    if (quiet) return Exit::passed;
    const std::size_t gone = path_.empty() ? 0 : baseline_.fingerprints.size() - kept;
    io.err << fmt::format("solander: {}: {} written", shown, report::count_text(kept, "finding"));
    if (gone > 0) io.err << fmt::format(", {} that are no longer found taken away", gone);
    io.err << '\n';
    return Exit::passed;
}

}  // namespace solander::cli
