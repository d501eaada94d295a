// SPDX-License-Identifier: Apache-2.0
#include "pack/draft_manifest.h"

#include <utility>

#include "base/limits.h"
#include "base/try.h"
#include "crypto/sshsig.h"
#include "format/bag_files.h"
#include "format/manifest_rules.h"
#include "format/manifest_xml.h"
#include "pack/audit_documents.h"
#include "pack/manifest_size.h"
#include "pack/media_type.h"
#include "pack/settings.h"
#include "package/package_id.h"
#include "trust/namespaces.h"

namespace solander::pack {

namespace {

std::vector<SealingPrincipal> sealing_of(const PackRequest& request) {
    std::vector<SealingPrincipal> sealing;
    for (const Sealer& sealer : request.sealers)
        sealing.push_back({sealer.principal, sealer.key.public_key().fingerprint(), "ssh-ed25519",
                           crypto::signature_file_size(trust::kManifestNamespace)});
    return sealing;
}

PayloadFile listed_file(const InputFileEntry& input, const FilePart& part, bool sha512) {
    PayloadFile file;
    file.path = input.path;
    file.size = input.info.size;
    if (sha512) file.sha512.emplace();
    file.media_type = media_type_of(input.path.str());
    file.role = part.role;
    file.document = part.document;
    file.order = part.order;
    file.original_name = input.original_name;
    format::make_storable(file.original_name);
    if (!input.made) file.modified = Timestamp::from_seconds(input.info.modified);
    return file;
}

}  // namespace

std::uint64_t manifest_size(const Manifest& manifest) {
    return format::write_manifest(manifest).size();
}

Result<Draft> draft_manifest(const PackRequest& request, const SealingTime& time,
                             const std::string& name, const Inputs& inputs, Records& records,
                             const Environment& environment) {
    Draft draft;
    Manifest& manifest = draft.manifest;
    manifest.id = package::kUnknownId;
    manifest.name = name;
    manifest.created = time.created;
    manifest.sealing = sealing_of(request);
    FilePart unnamed;
    if (!records.read_anything()) unnamed.document = records.documents.front().id;
    manifest.documents = std::move(records.documents);
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const auto part = records.parts.find(i);
        manifest.files.push_back(listed_file(
            inputs.files[i], part == records.parts.end() ? unnamed : part->second, request.sha512));
    }
    SOLANDER_TRY_ASSIGN(
        draft.notes, apply_settings(request.settings, request.sealers.front().principal, manifest));
    const auto tag_file = [](std::string_view path, std::string_view text) {
        return TagFile{std::string(path), text.size(), {}};
    };
    manifest.tag_files = {
        tag_file(format::kBagInfoFile, format::bag_info(manifest)),
        tag_file(format::kBagItFile, format::kBagItText),
        tag_file(format::kPayloadManifestFile, format::payload_manifest(manifest)),
    };
    if (request.audit) {
        SOLANDER_TRY_ASSIGN(DraftAudit audit, audit_documents(*request.audit, time.as_of, manifest,
                                                              inputs, records, environment));
        format::make_storable(audit.audit);
        manifest.audit = std::move(audit.audit);
        draft.refusal = std::move(audit.refusal);
    }
    if (const auto broken = format::find_broken_rule(manifest))
        return Error(ErrorCode::usage, *broken);
    draft.manifest_bytes = manifest_size(manifest);
    SOLANDER_TRY_ASSIGN(auto about_size, check_manifest_size(draft.manifest_bytes, base::Limits{}));
    if (about_size) draft.notes.push_back(*std::move(about_size));
    return draft;
}

}  // namespace solander::pack
