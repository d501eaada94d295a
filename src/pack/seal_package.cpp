// SPDX-License-Identifier: Apache-2.0
#include "pack/seal_package.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "custody/seal_event.h"
#include "custody/verify_text.h"
#include "format/bag_files.h"
#include "format/manifest_xml.h"
#include "pack/draft_manifest.h"
#include "pack/output_place.h"
#include "pack/payload_writer.h"
#include "pack/staging.h"
#include "package/canonical_tar.h"
#include "package/layout.h"
#include "package/package_id.h"
#include "trust/namespaces.h"

namespace solander::pack {

namespace {

/// The digests of the tag files, as far as they are known, in the manifest's order.
void set_tag_digests(Manifest& manifest, const Sha256& bag_info) {
    manifest.tag_files[0].sha256 = bag_info;
    manifest.tag_files[1].sha256 = crypto::sha256(base::as_bytes(format::kBagItText));
    manifest.tag_files[2].sha256 =
        crypto::sha256(base::as_bytes(format::payload_manifest(manifest)));
}

/// Fills in what follows from the payload's digests, and returns the text that is to be signed.
std::string complete_manifest(Manifest& manifest) {
    set_tag_digests(manifest, {});
    manifest.id = package::package_id_of(format::write_manifest(manifest)).value_or("");
    set_tag_digests(manifest, crypto::sha256(base::as_bytes(format::bag_info(manifest))));
    return format::write_manifest(manifest);
}

struct Sealed {
    std::string manifest_text;
    Sha256 manifest_digest;
    std::vector<std::string> signatures;  ///< In the order of the sealers.
};

Result<Sealed> sign_manifest(const PackRequest& request, std::string manifest_text) {
    Sealed sealed;
    sealed.manifest_text = std::move(manifest_text);
    const auto bytes = base::as_bytes(sealed.manifest_text);
    sealed.manifest_digest = crypto::sha256(bytes);
    const Sha512 message = crypto::sha512(bytes);
    for (const Sealer& sealer : request.sealers) {
        SOLANDER_TRY_ASSIGN(std::string signature,
                            crypto::sign(sealer.key, trust::kManifestNamespace, message));
        sealed.signatures.push_back(std::move(signature));
    }
    return sealed;
}

/// All of the tar that stands in front of the payload.
std::string front_text(const Manifest& manifest, const package::Layout& layout,
                       const Sealed& sealed) {
    std::vector<std::string> texts{std::string(format::kBagItText), sealed.manifest_text};
    texts.insert(texts.end(), sealed.signatures.begin(), sealed.signatures.end());
    texts.push_back(format::payload_manifest(manifest));
    texts.push_back(format::tag_manifest(manifest, sealed.manifest_digest));
    texts.push_back(format::bag_info(manifest));
    std::string front;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        front += package::tar_header(layout.entry_name(layout.front()[i].path), texts[i].size(),
                                     manifest.created);
        front += texts[i];
        front.resize(package::padded(front.size()), '\0');
    }
    return front;
}

Result<void> write_seal(const PackRequest& request, const Manifest& manifest, const Sealed& sealed,
                        Staging& staging) {
    std::vector<model::ManifestSignature> signatures;
    for (std::size_t i = 0; i < sealed.signatures.size(); ++i)
        signatures.push_back(
            {package::manifest_signature_name(request.sealers[i].key.public_key().label()),
             crypto::sha256(base::as_bytes(sealed.signatures[i]))});
    const model::Event event =
        custody::seal_event(manifest, sealed.manifest_digest, std::move(signatures));
    const std::string text = format::write_event(event);
    const std::string name = model::event_file_name(event);
    const Signer& actor = request.sealers.front().key;
    SOLANDER_TRY_ASSIGN(
        const std::string signature,
        crypto::sign(actor, trust::kCustodyNamespace, crypto::sha512(base::as_bytes(text))));
    SOLANDER_TRY(staging.add_custody_file(
        fmt::format("{}.{}.sig", name, actor.public_key().label()), signature));
    SOLANDER_TRY(
        staging.add_custody_file(std::string(custody::kVerifyFile), custody::verify_text()));
    return staging.add_custody_file(name, text);
}

/// A capture whose record was read from other bytes than those that were packed.
Result<void> check_captures(const Records& records, const Inputs& inputs,
                            const Manifest& manifest) {
    for (const auto& [index, digest] : records.read_digests)
        if (manifest.files[index].sha256 != digest)
            return Error(ErrorCode::io,
                         fmt::format("'{}' changed after its record was read; nothing was packed",
                                     base::printable(inputs.shown(inputs.files[index]))));
    return {};
}

Result<std::unique_ptr<Staging>> begin_staging(const PackRequest& request, const std::string& name,
                                               const Inputs& inputs, const Environment& environment,
                                               std::vector<std::string>& notes) {
    SOLANDER_TRY(environment.files.create_directories(request.output));
    SOLANDER_TRY_ASSIGN(auto output, environment.files.open_directory(request.output));
    SOLANDER_TRY_ASSIGN(auto about_place,
                        check_output_place(environment, inputs, request.output, *output, name));
    if (about_place) notes.push_back(*std::move(about_place));
    return Staging::begin(std::move(output), name,
                          request.replace ? Existing::replace : Existing::refuse, request.sync);
}

/// Signs the manifest, and writes all but the payload: the front of the tar, its end, the seal.
Result<Sealed> seal(const PackRequest& request, Manifest& manifest, const package::Layout& layout,
                    Staging& staging) {
    SOLANDER_TRY_ASSIGN(Sealed sealed, sign_manifest(request, complete_manifest(manifest)));
    const std::string front = front_text(manifest, layout, sealed);
    if (front.size() != layout.front_bytes())
        return Error(ErrorCode::internal, "the manifest has another size than was computed");
    SOLANDER_TRY(staging.tar().write_at(0, base::as_bytes(front)));
    SOLANDER_TRY(staging.tar().write_at(layout.total_bytes() - package::kTarEnd,
                                        base::as_bytes(std::string(package::kTarEnd, '\0'))));
    SOLANDER_TRY(write_seal(request, manifest, sealed, staging));
    return sealed;
}

void tell_of_leftovers(const PackRequest& request, const Staging& staging,
                       std::vector<std::string>& notes) {
    for (const auto& leftover : staging.leftovers())
        notes.push_back(
            fmt::format("'{}' is what a pack that was cut short has left here, unless one still "
                        "runs; it can be deleted",
                        base::printable((request.output / leftover).string())));
}

}  // namespace

Result<Packed> seal_package(const PackRequest& request, const std::string& name,
                            const Inputs& inputs, Records records, const Environment& environment) {
    Packed packed;
    packed.package = request.output / (name + ".tar");
    packed.custody = request.output / (name + ".custody");
    packed.notes = inputs.notes;
    packed.notes.insert(packed.notes.end(), records.notes.begin(), records.notes.end());
    packed.captures = std::move(records.captures);

    SOLANDER_TRY_ASSIGN(Draft draft, draft_manifest(request, {request.created}, name, inputs,
                                                    records, environment));
    packed.audit = draft.manifest.audit;
    if (packed.audit && request.audit->observer != nullptr)
        request.audit->observer->audited(*packed.audit, draft.manifest.documents);
    if (draft.refusal) return *std::move(draft.refusal);
    packed.notes.insert(packed.notes.end(), draft.notes.begin(), draft.notes.end());
    Manifest& manifest = draft.manifest;
    const package::Layout layout(manifest, draft.manifest_bytes);
    packed.files = manifest.files.size();
    packed.documents = manifest.documents.size();
    for (const auto& file : manifest.files) packed.bytes += file.size;
    if (environment.progress != nullptr) environment.progress->expect(packed.files, packed.bytes);

    SOLANDER_TRY_ASSIGN(const auto staging,
                        begin_staging(request, name, inputs, environment, packed.notes));
    SOLANDER_TRY(write_payload(environment, inputs, layout, staging->tar(), manifest));
    SOLANDER_TRY(check_captures(records, inputs, manifest));
    SOLANDER_TRY_ASSIGN(const Sealed sealed, seal(request, manifest, layout, *staging));
    if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
    SOLANDER_TRY(staging->commit());

    packed.id = manifest.id;
    packed.manifest = sealed.manifest_digest;
    tell_of_leftovers(request, *staging, packed.notes);
    return packed;
}

}  // namespace solander::pack
