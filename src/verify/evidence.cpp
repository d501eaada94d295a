// SPDX-License-Identifier: Apache-2.0
#include "verify/evidence.h"

#include <algorithm>
#include <unordered_map>

#include "base/try.h"
#include "crypto/digest_stream.h"
#include "custody/seal_event.h"
#include "format/bag_files.h"

namespace solander::verify {

namespace {

void read_manifest(Evidence& evidence) {
    const base::Bytes* bytes = evidence.manifest_bytes();
    if (bytes == nullptr) return;
    evidence.manifest_digest = crypto::sha256(*bytes);
    const Sha512 message = crypto::sha512(*bytes);
    for (const auto& file : evidence.package->front().files)
        if (file.path.ends_with(".sig"))
            evidence.signatures.push_back(
                check_signature(file.path, file.bytes, custody::kManifestNamespace, message));
    auto manifest = format::read_manifest(*bytes, evidence.limits);
    if (manifest) {
        evidence.manifest = *std::move(manifest);
        evidence.layout.emplace(*evidence.manifest, bytes->size());
    } else {
        evidence.refusal = std::move(manifest).error();
    }
}

/// The captures that the records quote, as far as they are small enough to be read again.
std::vector<std::size_t> quoted_files(const Manifest& manifest, const base::Limits& limits) {
    std::unordered_map<std::string_view, std::size_t> index_of;
    for (std::size_t i = 0; i < manifest.files.size(); ++i)
        index_of.emplace(manifest.files[i].path.str(), i);
    std::vector<std::size_t> quoted;
    for (const auto& document : manifest.documents)
        for (const auto& origin : document.origins)
            if (const auto at = index_of.find(origin.file);
                at != index_of.end() && manifest.files[at->second].size <= limits.capture_bytes)
                quoted.push_back(at->second);
    std::sort(quoted.begin(), quoted.end());
    quoted.erase(std::unique(quoted.begin(), quoted.end()), quoted.end());
    return quoted;
}

Result<void> read_contents(Evidence& evidence, const Environment& environment) {
    if (!evidence.manifest) return {};
    const Manifest& manifest = *evidence.manifest;
    if (environment.progress != nullptr) {
        std::uint64_t bytes = 0;
        for (const auto& file : manifest.files) bytes += file.size;
        environment.progress->expect(manifest.files.size(), bytes);
    }
    SOLANDER_TRY_ASSIGN(evidence.contents,
                        evidence.package->examine(environment, manifest, *evidence.layout,
                                                  quoted_files(manifest, evidence.limits)));
    return {};
}

void read_custody(const std::filesystem::path& package, const VerifyOptions& options,
                  const Environment& environment, Evidence& evidence) {
    if (!options.custody && evidence.package->form() == package::Form::pipe) return;
    const auto path = options.custody.value_or(custody_beside(package));
    if (!options.custody && !environment.files.info(path)) return;
    const auto directory = environment.files.open_directory(path);
    if (!directory) {
        evidence.custody_problem = directory.error();
        return;
    }
    auto folder = custody::read_folder(**directory, evidence.limits);
    if (folder)
        evidence.custody = *std::move(folder);
    else
        evidence.custody_problem = std::move(folder).error();
}

}  // namespace

const base::Bytes* Evidence::manifest_bytes() const {
    return package->front().find(format::kManifestFile);
}

std::filesystem::path custody_beside(const std::filesystem::path& package) {
    std::string text = package.string();
    while (text.size() > 1 && text.ends_with('/')) text.pop_back();
    if (text.ends_with(".tar")) text.resize(text.size() - 4);
    return text + ".custody";
}

Result<std::unique_ptr<Evidence>> open_evidence(const std::filesystem::path& package,
                                                const VerifyOptions& options,
                                                const trust::TrustStore* trust,
                                                const Environment& environment) {
    auto evidence = std::make_unique<Evidence>();
    evidence->trust = trust;
    evidence->now = environment.clock.now();
    evidence->limits.manifest_bytes = options.manifest_bytes;
    SOLANDER_TRY_ASSIGN(evidence->package,
                        package::open_package(environment, package, evidence->limits));
    read_manifest(*evidence);
    return evidence;
}

Result<std::unique_ptr<Evidence>> gather(const std::filesystem::path& package,
                                         const VerifyOptions& options,
                                         const trust::TrustStore* trust,
                                         const Environment& environment) {
    SOLANDER_TRY_ASSIGN(auto evidence, open_evidence(package, options, trust, environment));
    SOLANDER_TRY(read_contents(*evidence, environment));
    read_custody(package, options, environment, *evidence);
    return evidence;
}

}  // namespace solander::verify
