// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include <solander/pack.h>

#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "custody/seal_event.h"
#include "custody/verify_text.h"
#include "format/bag_files.h"
#include "format/manifest_rules.h"
#include "format/manifest_xml.h"
#include "pack/inputs.h"
#include "pack/manifest_size.h"
#include "pack/media_type.h"
#include "pack/output_place.h"
#include "pack/package_name.h"
#include "pack/payload_writer.h"
#include "pack/record_overlay.h"
#include "pack/records.h"
#include "pack/settings.h"
#include "pack/staging.h"
#include "package/canonical_tar.h"
#include "package/layout.h"
#include "package/package_id.h"

namespace solander {

namespace {

Result<void> check_request(const PackRequest& request) {
    if (request.inputs.empty())
        return Error(ErrorCode::usage, "nothing to pack: name files or directories");
    if (request.sealers.empty()) return Error(ErrorCode::usage, "no key to seal with");
    for (const Sealer& sealer : request.sealers) {
        if (sealer.principal.empty() || base::printable(sealer.principal) != sealer.principal)
            return Error(ErrorCode::usage, fmt::format("'{}' cannot be the name of a signer",
                                                       base::printable(sealer.principal)));
        const auto same = std::count_if(
            request.sealers.begin(), request.sealers.end(), [&sealer](const Sealer& other) {
                return other.key.public_key() == sealer.key.public_key();
            });
        if (same > 1) return Error(ErrorCode::usage, "one key was given twice");
    }
    return {};
}

std::vector<SealingPrincipal> sealing_of(const PackRequest& request) {
    std::vector<SealingPrincipal> sealing;
    for (const Sealer& sealer : request.sealers)
        sealing.push_back({sealer.principal, sealer.key.public_key().fingerprint(), "ssh-ed25519",
                           crypto::signature_file_size(custody::kManifestNamespace)});
    return sealing;
}

PayloadFile listed_file(const pack::InputFileEntry& input, const pack::FilePart& part,
                        bool sha512) {
    PayloadFile file;
    file.path = input.path;
    file.size = input.info.size;
    if (sha512) file.sha512.emplace();
    file.media_type = pack::media_type_of(input.path.str());
    file.role = part.role;
    file.document = part.document;
    file.order = part.order;
    file.original_name = input.original_name;
    format::make_storable(file.original_name);
    file.modified = Timestamp::from_seconds(input.info.modified);
    return file;
}

/// Everything that is known before the payload is read. Digests and the id are zero, and have the
/// size that they will have.
Result<Manifest> draft_manifest(const PackRequest& request, const std::string& name,
                                const pack::Inputs& inputs, pack::Records& records,
                                std::vector<std::string>& notes) {
    Manifest manifest;
    manifest.id = package::kUnknownId;
    manifest.name = name;
    manifest.created = request.created;
    manifest.sealing = sealing_of(request);
    pack::FilePart unnamed;
    if (!records.read_anything()) unnamed.document = records.documents.front().id;
    manifest.documents = std::move(records.documents);
    for (std::size_t i = 0; i < inputs.files.size(); ++i) {
        const auto part = records.parts.find(i);
        manifest.files.push_back(listed_file(
            inputs.files[i], part == records.parts.end() ? unnamed : part->second, request.sha512));
    }
    SOLANDER_TRY_ASSIGN(
        const auto about_settings,
        pack::apply_settings(request.settings, request.sealers.front().principal, manifest));
    notes.insert(notes.end(), about_settings.begin(), about_settings.end());
    const auto tag_file = [](std::string_view path, std::string_view text) {
        return TagFile{std::string(path), text.size(), {}};
    };
    manifest.tag_files = {
        tag_file(format::kBagInfoFile, format::bag_info(manifest)),
        tag_file(format::kBagItFile, format::kBagItText),
        tag_file(format::kPayloadManifestFile, format::payload_manifest(manifest)),
    };
    return manifest;
}

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

Sealed sign_manifest(const PackRequest& request, std::string manifest_text) {
    Sealed sealed;
    sealed.manifest_text = std::move(manifest_text);
    const auto bytes = base::as_bytes(sealed.manifest_text);
    sealed.manifest_digest = crypto::sha256(bytes);
    const Sha512 message = crypto::sha512(bytes);
    for (const Sealer& sealer : request.sealers)
        sealed.signatures.push_back(crypto::sign(sealer.key, custody::kManifestNamespace, message));
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
                        pack::Staging& staging) {
    std::vector<model::ManifestSignature> signatures;
    for (std::size_t i = 0; i < sealed.signatures.size(); ++i)
        signatures.push_back(
            {package::manifest_signature_name(request.sealers[i].key.public_key().label()),
             crypto::sha256(base::as_bytes(sealed.signatures[i]))});
    const model::Event event =
        custody::seal_event(manifest, sealed.manifest_digest, std::move(signatures));
    const std::string text = format::write_event(event);
    const std::string name = model::event_file_name(event);
    const SigningKey& actor = request.sealers.front().key;
    SOLANDER_TRY(staging.add_custody_file(
        fmt::format("{}.{}.sig", name, actor.public_key().label()),
        crypto::sign(actor, custody::kCustodyNamespace, crypto::sha512(base::as_bytes(text)))));
    SOLANDER_TRY(
        staging.add_custody_file(std::string(custody::kVerifyFile), custody::verify_text()));
    return staging.add_custody_file(name, text);
}

/// The inputs, and the record table, which may lie among them.
Result<pack::Inputs> inputs_of(const PackRequest& request, const Environment& environment) {
    SOLANDER_TRY_ASSIGN(auto inputs, pack::collect_inputs(environment, request));
    if (request.records.empty()) return inputs;
    SOLANDER_TRY_ASSIGN(const auto table, pack::find_input(environment, inputs, request.records));
    if (table) return inputs;
    PackRequest with_table = request;
    with_table.inputs.push_back(request.records);
    return pack::collect_inputs(environment, with_table);
}

/// A capture whose record was read from other bytes than those that were packed.
Result<void> check_captures(const pack::Records& records, const pack::Inputs& inputs,
                            const Manifest& manifest) {
    for (const auto& [index, digest] : records.read_digests)
        if (manifest.files[index].sha256 != digest)
            return Error(ErrorCode::io,
                         fmt::format("'{}' changed after its record was read; nothing was packed",
                                     base::printable(inputs.shown(inputs.files[index]))));
    return {};
}

}  // namespace

Result<Packed> make_package(const PackRequest& request, const Environment& environment) {
    SOLANDER_TRY(check_request(request));
    std::string name = request.name;
    if (name.empty()) {
        SOLANDER_TRY_ASSIGN(name, pack::default_name(request.inputs));
    }
    SOLANDER_TRY(pack::check_name(name));

    SOLANDER_TRY_ASSIGN(const pack::Inputs inputs, inputs_of(request, environment));
    SOLANDER_TRY_ASSIGN(pack::Records records,
                        pack::read_records(environment, inputs, base::Limits{}, request.encoding));
    if (!request.records.empty()) {
        SOLANDER_TRY_ASSIGN(const auto table,
                            pack::find_input(environment, inputs, request.records));
        SOLANDER_TRY(
            pack::overlay_records(environment, inputs, table.value(), request.encoding, records));
    }
    std::vector<std::string> notes = inputs.notes;
    notes.insert(notes.end(), records.notes.begin(), records.notes.end());
    SOLANDER_TRY_ASSIGN(Manifest manifest, draft_manifest(request, name, inputs, records, notes));
    if (const auto broken = format::find_broken_rule(manifest))
        return Error(ErrorCode::usage, *broken);
    const std::uint64_t manifest_bytes = format::write_manifest(manifest).size();
    SOLANDER_TRY_ASSIGN(auto about_size, pack::check_manifest_size(manifest_bytes, base::Limits{}));
    if (about_size) notes.push_back(*std::move(about_size));
    const package::Layout layout(manifest, manifest_bytes);

    std::uint64_t bytes = 0;
    for (const auto& file : manifest.files) bytes += file.size;
    if (environment.progress != nullptr) environment.progress->expect(manifest.files.size(), bytes);

    SOLANDER_TRY(environment.files.create_directories(request.output));
    SOLANDER_TRY_ASSIGN(auto output, environment.files.open_directory(request.output));
    SOLANDER_TRY_ASSIGN(auto about_place, pack::check_output_place(environment, inputs,
                                                                   request.output, *output, name));
    if (about_place) notes.push_back(*std::move(about_place));
    SOLANDER_TRY_ASSIGN(
        const auto staging,
        pack::Staging::begin(std::move(output), name,
                             request.replace ? Existing::replace : Existing::refuse, request.sync));
    SOLANDER_TRY(pack::write_payload(environment, inputs, layout, staging->tar(), manifest));
    SOLANDER_TRY(check_captures(records, inputs, manifest));

    const Sealed sealed = sign_manifest(request, complete_manifest(manifest));
    const std::string front = front_text(manifest, layout, sealed);
    if (front.size() != layout.front_bytes())
        return Error(ErrorCode::internal, "the manifest has another size than was computed");
    SOLANDER_TRY(staging->tar().write_at(0, base::as_bytes(front)));
    SOLANDER_TRY(staging->tar().write_at(layout.total_bytes() - package::kTarEnd,
                                         base::as_bytes(std::string(package::kTarEnd, '\0'))));
    SOLANDER_TRY(write_seal(request, manifest, sealed, *staging));
    if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
    SOLANDER_TRY(staging->commit());

    Packed packed;
    packed.package = request.output / (name + ".tar");
    packed.custody = request.output / (name + ".custody");
    packed.id = manifest.id;
    packed.manifest = sealed.manifest_digest;
    packed.files = manifest.files.size();
    packed.bytes = bytes;
    packed.documents = manifest.documents.size();
    packed.captures = std::move(records.captures);
    packed.notes = std::move(notes);
    for (const auto& leftover : staging->leftovers())
        packed.notes.push_back(
            fmt::format("'{}' is what a pack that was cut short has left here, unless one still "
                        "runs; it can be deleted",
                        base::printable((request.output / leftover).string())));
    return packed;
}

}  // namespace solander
