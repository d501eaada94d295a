// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <map>
#include <utility>

#include <solander/audit_record.h>

namespace solander {

namespace {

using FilesOfDocuments = std::map<std::string, std::vector<PayloadFile>, std::less<>>;

/// By the id of their document: the files that were made from others, and what stands for an
/// original.
FilesOfDocuments derived_files(const Manifest& manifest) {
    FilesOfDocuments files;
    for (const PayloadFile& file : manifest.files) {
        const bool is_derived = file.made.has_value() || file.role == FileRole::scan ||
                                file.role == FileRole::transcript ||
                                file.role == FileRole::translation;
        if (is_derived && !file.document.empty()) files[file.document].push_back(file);
    }
    return files;
}

}  // namespace

std::vector<AuditRecord> audit_records_of(const Manifest& manifest, const std::string& package) {
    const FilesOfDocuments derived = derived_files(manifest);
    std::vector<AuditRecord> records;
    records.reserve(manifest.documents.size());
    for (const Document& document : manifest.documents) {
        AuditRecord record{document, package, manifest.created.date()};
        for (const SealingPrincipal& sealer : manifest.sealing)
            record.sealers.push_back(sealer.name);
        if (manifest.deposit) {
            record.depositor = manifest.deposit->depositor;
            record.agreements = manifest.deposit->agreements;
        }
        if (const auto files = derived.find(document.id); files != derived.end())
            record.files = files->second;
        if (!package.empty())
            for (Origin& origin : record.document.origins)
                if (!origin.file.empty()) origin.file = package + "/" + origin.file;
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace solander
