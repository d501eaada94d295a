// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_inputs.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <solander/read.h>
#include <solander/records.h>
#include <solander/worklist.h>

#include "base/escape.h"
#include "base/try.h"
#include "report/record.h"

namespace solander::cli {

namespace {

/// By its name and form only: what is inside, reading it will tell.
bool is_package(const std::filesystem::path& path, const FileSystem& files) {
    if (path == "-") return true;
    const auto info = files.find(path);
    if (!info || !*info) return false;
    if ((*info)->kind == FileKind::regular) return path.extension() == ".tar";
    if ((*info)->kind != FileKind::directory) return false;
    for (const auto* name : {"bagit.txt", "manifest.xml"}) {
        const auto part = files.find(path / name);
        if (!part || !*part) return false;
    }
    return true;
}

bool is_refuted(const Report& report) {
    return std::ranges::any_of(report.findings, [](const Finding& finding) {
        return code_info(finding.code).effect == Verdict::failed;
    });
}

/// Why the manifest of a package cannot be audited, by the first finding that says so.
std::string why_unread(const Report& report) {
    for (const Finding& finding : report.findings)
        if (code_info(finding.code).effect != Verdict::passed)
            return finding.subject + (finding.subject.empty() ? "" : " ") + finding.message;
    return "its manifest could not be read";
}

std::vector<std::string> untrusted_sealers(const Report& report) {
    std::vector<std::string> names;
    for (const SignerReport& signer : report.signers)
        if (signer.statement == "manifest.xml" && !signer.trusted)
            names.push_back(signer.claimed_name);
    return names;
}

class Collector {
public:
    Collector(const VerifyOptions& trust, Determinations determinations,
              const Environment& environment)
        : trust_(trust), determinations_(determinations), environment_(environment) {}

    void add_package(const std::string& path) {
        const auto report = read_package(path, trust_, environment_);
        if (!report)
            return leave_out(path, report.error().message(), exit_for(report.error().code()));
        if (report->manifest() == nullptr)
            return leave_out(path, why_unread(*report), exit_for(report->verdict));
        if (is_refuted(*report))
            return leave_out(
                path,
                "no good signature of everyone whom it declares vouches for its record; "
                "`solander verify` tells more",
                Exit::failed);
        inputs_.packages.push_back({path, report->verified.has_value(), report::standing(*report),
                                    untrusted_sealers(*report), report->manifest()->audit});
        if (!report->verified) inputs_.code = graver(inputs_.code, Exit::indeterminate);
        std::vector<AuditRecord> records = audit_records_of(*report->manifest(), path);
        determine(path, records);
        std::ranges::move(records, std::back_inserter(inputs_.records));
        inputs_.subjects.resize(inputs_.records.size());
    }

    Result<void> add_texts(const std::vector<std::filesystem::path>& paths,
                           std::optional<TextEncoding> encoding) {
        SOLANDER_TRY_ASSIGN(ReadDocuments read, read_documents({paths, encoding}, environment_));
        for (const auto& package : read.packages) add_package(package.string());
        for (Document& document : read.documents) inputs_.records.push_back({std::move(document)});
        std::ranges::move(read.subjects, std::back_inserter(inputs_.subjects));
        inputs_.tables = std::move(read.tables);
        for (UnreadText& text : read.unread)
            inputs_.refused.push_back({std::move(text.file), std::move(text.reason)});
        inputs_.remarks = std::move(read.remarks);
        inputs_.notes = std::move(read.notes);
        inputs_.files_without_record = read.without_record;
        return {};
    }

    AuditInputs take() { return std::move(inputs_); }

private:
    /// The record stays what was sealed where its chain cannot be read: verification tells of that.
    void determine(const std::string& path, std::vector<AuditRecord>& records) const {
        if (determinations_ == Determinations::left_out || path == "-") return;
        if (const auto custody = read_custody(path, trust_, environment_))
            add_determinations(*custody, records);
    }

    void leave_out(const std::string& path, std::string reason, Exit code) {
        inputs_.unaudited.push_back({path, std::move(reason)});
        inputs_.code = graver(inputs_.code, code);
    }

    const VerifyOptions& trust_;
    Determinations determinations_;
    const Environment& environment_;
    AuditInputs inputs_;
};

}  // namespace

Result<AuditInputs> read_audit_inputs(const std::vector<std::string>& paths,
                                      const VerifyOptions& trust,
                                      std::optional<TextEncoding> encoding,
                                      const Environment& environment,
                                      Determinations determinations) {
    Collector collector(trust, determinations, environment);
    std::vector<std::filesystem::path> texts;
    for (const std::string& path : paths) {
        if (is_package(path, environment.files))
            collector.add_package(path);
        else
            texts.emplace_back(path);
    }
    if (!texts.empty()) SOLANDER_TRY(collector.add_texts(texts, encoding));
    return collector.take();
}

}  // namespace solander::cli
