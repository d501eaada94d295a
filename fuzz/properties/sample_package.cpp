// SPDX-License-Identifier: Apache-2.0
#include "properties/sample_package.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <solander/entry_path.h>

#include "base/bytes.h"
#include "crypto/digest_stream.h"
#include "crypto/key_access.h"
#include "crypto/sshsig.h"
#include "custody/seal_event.h"
#include "custody/verify_text.h"
#include "format/bag_files.h"
#include "format/manifest_xml.h"
#include "package/bundle.h"
#include "package/canonical_tar.h"
#include "package/layout.h"
#include "package/package_id.h"
#include "properties/memory_files.h"
#include "properties/sample.h"
#include "properties/standing_clock.h"
#include "trust/namespaces.h"
#include "verify/proof.h"

namespace solander::fuzz {

namespace {

constexpr std::string_view kPrincipal = "archivist@example.org";

struct PayloadText {
    std::string_view path;
    std::string_view text;
};
// The first needs an extended header, the second fills no block, the third exactly one.
const std::vector<PayloadText>& payload() {
    static const std::string block(package::kTarBlock, 'x');
    static const std::vector<PayloadText> files{{"data/P\u0159\u00EDloha.txt", "1. trunk\n"},
                                                {"data/empty.txt", ""},
                                                {"data/letter.txt", block}};
    return files;
}

Sha256 sha256_of(std::string_view text) {
    return crypto::sha256(base::as_bytes(text));
}

std::string sign(std::string_view name_space, std::string_view text) {
    return crypto::sign(sample_key(), name_space, crypto::sha512(base::as_bytes(text))).value();
}

Manifest draft() {
    Manifest manifest;
    manifest.id = package::kUnknownId;
    manifest.name = "letters";
    manifest.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    manifest.sealing.push_back({std::string(kPrincipal), sample_key().public_key().fingerprint(),
                                "ssh-ed25519",
                                crypto::signature_file_size(trust::kManifestNamespace)});
    // Small: most of the time that a fuzzer takes for a package goes into reading its manifest.
    static constexpr std::array kFields{metadata::Field::title};
    manifest.documents.push_back(sample_document("data/letter.txt", kFields));
    manifest.documents.front().id = "d1";
    format::make_storable(manifest.documents.front());
    for (const PayloadText& each : payload()) {
        PayloadFile file;
        file.path = *EntryPath::parse(each.path);
        file.size = each.text.size();
        file.sha256 = sha256_of(each.text);
        file.media_type = "text/plain";
        file.document = "d1";
        manifest.files.push_back(std::move(file));
    }
    return manifest;
}

/// The digest of bag-info.txt comes last, for the id of the package stands in it.
void complete(Manifest& manifest) {
    const auto set_tag_files = [&manifest](const Sha256& bag_info) {
        const std::string info = format::bag_info(manifest);
        const std::string list = format::payload_manifest(manifest);
        manifest.tag_files = {
            {std::string(format::kBagInfoFile), info.size(), bag_info},
            {std::string(format::kBagItFile), format::kBagItText.size(),
             sha256_of(format::kBagItText)},
            {std::string(format::kPayloadManifestFile), list.size(), sha256_of(list)}};
    };
    set_tag_files({});
    manifest.id = package::package_id_of(format::write_manifest(manifest)).value();
    set_tag_files(sha256_of(format::bag_info(manifest)));
}

void append_entry(std::string& tar, const std::string& name, std::string_view bytes,
                  Timestamp modified) {
    tar += package::tar_header(name, bytes.size(), modified);
    tar += bytes;
    tar.resize(package::padded(tar.size()), '\0');
}

std::string tar_of(const SamplePackage& sample) {
    const Manifest& manifest = sample.manifest;
    const package::Layout layout(manifest, sample.manifest_text.size());
    const std::vector<std::string> front{
        std::string(format::kBagItText),
        sample.manifest_text,
        sample.manifest_signature,
        format::payload_manifest(manifest),
        format::tag_manifest(manifest, sha256_of(sample.manifest_text)),
        format::bag_info(manifest)};
    std::string tar;
    for (std::size_t i = 0; i < front.size(); ++i)
        append_entry(tar, layout.entry_name(layout.front().at(i).path), front[i], manifest.created);
    for (const PayloadText& file : payload())
        append_entry(tar, layout.entry_name(file.path), file.text, manifest.created);
    return tar.append(package::kTarEnd, '\0');
}

/// The event and its signature, among others.
void add_event(std::map<std::string, std::string>& custody, const model::Event& event) {
    const std::string text = format::write_event(event);
    const std::string name = model::event_file_name(event);
    custody[fmt::format("{}.{}.sig", name, sample_key().public_key().label())] =
        sign(trust::kCustodyNamespace, text);
    custody[name] = text;
}

std::map<std::string, std::string> custody_of(const SamplePackage& sample) {
    std::map<std::string, std::string> custody;
    custody[std::string(custody::kVerifyFile)] = custody::verify_text();
    add_event(custody, custody::seal_event(
                           sample.manifest, sha256_of(sample.manifest_text),
                           {{package::manifest_signature_name(sample_key().public_key().label()),
                             sha256_of(sample.manifest_signature)}}));
    return custody;
}

std::string bundle_of(const SamplePackage& sample) {
    std::string bundle;
    for (const auto& [file, bytes] : sample.custody)
        append_entry(bundle, package::custody_entry(sample.name, file), bytes,
                     sample.manifest.created);
    append_entry(bundle, package::package_entry(sample.name), sample.tar, sample.manifest.created);
    return bundle.append(package::kTarEnd, '\0');
}

SamplePackage make_sample() {
    SamplePackage sample;
    sample.manifest = draft();
    complete(sample.manifest);
    sample.manifest_text = format::write_manifest(sample.manifest);
    sample.manifest_signature = sign(trust::kManifestNamespace, sample.manifest_text);
    sample.tar = tar_of(sample);
    sample.custody = custody_of(sample);
    sample.bundle = bundle_of(sample);
    sample.trust = fmt::format("{} namespaces=\"manifest@solander,custody@solander\" {}\n",
                               kPrincipal, sample_key().public_key().openssh_line(""));
    return sample;
}

model::Event note_behind_the_seal(std::string_view words) {
    const SamplePackage& sample = sample_package();
    model::Event event = custody::seal_event(sample.manifest, sha256_of(sample.manifest_text), {});
    event.seq = 2;
    event.premis = model::premis_event_type(model::EventType::note);
    event.prev = model::Link{sha256_of(sample.custody.at("0001-seal.xml"))};
    event.body = model::Note{std::string(words)};
    return event;
}

verify::ProofSide side_of(std::string_view words) {
    const model::Event event = note_behind_the_seal(words);
    std::map<std::string, std::string> files;
    add_event(files, event);
    verify::ProofSide side;
    for (const auto& [name, text] : files) {
        const auto bytes = base::as_bytes(text);
        side.files.push_back({name, {bytes.begin(), bytes.end()}});
    }
    side.digest = sha256_of(files.at(model::event_file_name(event)));
    side.time = event.time;
    return side;
}

}  // namespace

const SigningKey& sample_key() {
    static const SigningKey key = [] {
        auto seed = SecretBytes::create(crypto::KeyAccess::kSeedSize);
        if (!seed) std::abort();
        std::fill(seed->bytes().begin(), seed->bytes().end(), std::byte{0x42});
        auto made = crypto::KeyAccess::from_seed(
            std::span<const std::byte>(seed->bytes()).first<crypto::KeyAccess::kSeedSize>());
        if (!made) std::abort();
        return *std::move(made);
    }();
    return key;
}

const SamplePackage& sample_package() {
    static const SamplePackage sample = make_sample();
    return sample;
}

std::string sample_note(std::string_view words) {
    return format::write_event(note_behind_the_seal(words));
}

std::string sample_proof() {
    return verify::proof_tar(side_of("one"), side_of("another"));
}

Result<Report> verify_as(As as, std::string_view package, bool with_custody) {
    const SamplePackage& sample = sample_package();
    MemoryFiles files;
    const std::string path = as == As::pipe ? "p/pipe" : "p/letters.tar";
    if (as == As::pipe)
        files.add_pipe(path, std::string(package));
    else
        files.add(path, std::string(package));
    files.add("trust", sample.trust);
    VerifyOptions options{.trust = "trust"};
    if (with_custody) {
        for (const auto& [name, bytes] : sample.custody)
            files.add("p/letters.custody/" + name, bytes);
        options.custody = "p/letters.custody";
    }
    const StandingClock clock;
    return verify_package(path, options, {.files = files, .clock = clock});
}

Result<ProofReport> verify_as_proof(std::string_view proof) {
    MemoryFiles files;
    files.add("proof.tar", std::string(proof));
    files.add("trust", sample_package().trust);
    const StandingClock clock;
    return verify_proof("proof.tar", "trust", {.files = files, .clock = clock});
}

}  // namespace solander::fuzz
