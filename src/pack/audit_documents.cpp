// SPDX-License-Identifier: Apache-2.0
#include "pack/audit_documents.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <solander/audit_config.h>

#include "audit/seal_audit.h"
#include "base/escape.h"
#include "base/try.h"

namespace solander::pack {

namespace {

AuditRequest request_of(const PackAudit& how, const std::string& as_of, Timestamp created) {
    AuditRequest request = how.settings;
    if (!as_of.empty()) request.as_of = as_of;
    if (request.as_of.empty()) request.as_of = created.date();
    return request;
}

/// Names the files of a record as the person does: exceptions and baselines know them by that. What
/// a manifest states is told by paths in the package, for it must not say where somebody keeps
/// them.
void name_files_as_shown(Document& document, const Inputs& inputs) {
    for (Origin& origin : document.origins) {
        const auto file = std::ranges::lower_bound(
            inputs.files, origin.file, {},
            [](const InputFileEntry& entry) { return std::string_view(entry.path.str()); });
        if (file != inputs.files.end() && file->path.str() == origin.file)
            origin.file = inputs.shown(*file);
    }
}

void name_files_by_path(SealedAudit& audit, const Inputs& inputs) {
    const auto is_on_file = [](const SealedFinding& finding) { return !finding.file.empty(); };
    if (std::ranges::none_of(audit.findings, is_on_file)) return;
    std::map<std::string, std::string> paths;
    for (const InputFileEntry& file : inputs.files)
        paths.emplace(inputs.shown(file), file.path.str());
    for (SealedFinding& finding : audit.findings) {
        const auto path = paths.find(finding.file);
        finding.file = path == paths.end() ? std::string() : path->second;
    }
}

std::optional<Error> refusal_of(const AuditReport& report, const PackAudit& how) {
    const AuditFinding* first = nullptr;
    std::size_t further = 0;
    for (const AuditFinding& finding : report.findings) {
        const bool counts = finding.counts() && audit::is_on_records(finding);
        if (!counts || !audit_level_reaches(finding.level, how.fail_on)) continue;
        further += first == nullptr ? 0 : 1;
        if (first == nullptr || finding.level < first->level) first = &finding;
    }
    if (first == nullptr) return std::nullopt;
    return Error(
        ErrorCode::refused,
        fmt::format("its audit has {} {}: {}{}; nothing was packed{}", first->rule,
                    audit_level_name(first->level), base::printable(first->message),
                    further == 0 ? "" : fmt::format(", and {} more", further),
                    how.fail_on_at.empty() ? ""
                                           : fmt::format(" (fail-on in {}; --fail-on outweighs it)",
                                                         base::printable(how.fail_on_at))));
}

}  // namespace

Result<DraftAudit> audit_documents(const PackAudit& how, const std::string& as_of,
                                   const Manifest& manifest, const Inputs& inputs,
                                   const Records& records, const Environment& environment) {
    std::vector<AuditRecord> audited = audit_records_of(manifest, {});
    for (AuditRecord& record : audited) name_files_as_shown(record.document, inputs);
    std::vector<RefusedText> refused;
    for (const RefusedInput& text : records.refused)
        refused.push_back({inputs.shown(inputs.files[text.input]), text.reason});
    std::vector<ReadRemark> remarks = records.remarks;
    if (!how.directory.empty())
        place_audited(audited, refused, remarks, how.directory, environment.files);
    AuditRequest request = request_of(how, as_of, manifest.created);
    request.records = audited;
    request.refused = refused;
    request.remarks = remarks;
    SOLANDER_TRY_ASSIGN(const AuditReport report, audit_records(request));
    DraftAudit draft;
    draft.audit = audit::seal_audit(report, audited, how.baseline_sha256);
    name_files_by_path(draft.audit, inputs);
    draft.refusal = refusal_of(report, how);
    return draft;
}

Result<void> check_audit(const PackAudit& how, Timestamp created) {
    SOLANDER_TRY(audit_records(request_of(how, {}, created)));
    return {};
}

}  // namespace solander::pack
