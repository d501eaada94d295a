// SPDX-License-Identifier: Apache-2.0
#include "package/layout.h"

#include <fmt/format.h>

#include "base/base64.h"
#include "base/hex.h"
#include "format/bag_files.h"
#include "package/canonical_tar.h"

namespace solander::package {

namespace {

std::uint64_t tag_manifest_bytes() {
    static constexpr std::uint64_t kLine = Sha256::kHexSize + 3;  // two blanks and a line feed
    return 4 * kLine + format::kBagInfoFile.size() + format::kBagItFile.size() +
           format::kPayloadManifestFile.size() + format::kManifestFile.size();
}

std::uint64_t tag_file_bytes(const Manifest& manifest, std::string_view path) {
    for (const auto& file : manifest.tag_files)
        if (file.path == path) return file.size;
    return 0;
}

}  // namespace

std::string label_of(std::string_view fingerprint) {
    static constexpr std::string_view kPrefix = "SHA256:";
    const auto digest = base::from_base64(std::string(fingerprint.substr(kPrefix.size())) + "=");
    return digest ? base::to_hex(std::span(*digest).first(8)) : std::string();
}

std::string manifest_signature_name(std::string_view label) {
    return fmt::format("{}.{}.sig", format::kManifestFile, label);
}

Layout::Layout(const Manifest& manifest, std::uint64_t manifest_bytes) : manifest_(&manifest) {
    front_.push_back({std::string(format::kBagItFile), format::kBagItText.size()});
    front_.push_back({std::string(format::kManifestFile), manifest_bytes});
    for (const auto& principal : manifest.sealing)
        front_.push_back(
            {manifest_signature_name(label_of(principal.fingerprint)), principal.signature_bytes});
    front_.push_back({std::string(format::kPayloadManifestFile),
                      tag_file_bytes(manifest, format::kPayloadManifestFile)});
    front_.push_back({std::string(format::kTagManifestFile), tag_manifest_bytes()});
    front_.push_back(
        {std::string(format::kBagInfoFile), tag_file_bytes(manifest, format::kBagInfoFile)});
    for (const auto& entry : front_)
        front_bytes_ += tar_header_size(entry_name(entry.path), entry.size) + padded(entry.size);

    std::uint64_t offset = front_bytes_;
    offsets_.reserve(manifest.files.size() + 1);
    for (const auto& file : manifest.files) {
        offsets_.push_back(offset);
        offset += tar_header_size(entry_name(file.path.str()), file.size) + padded(file.size);
    }
    offsets_.push_back(offset);
}

std::uint64_t Layout::data_offset(std::size_t index) const {
    const auto& file = manifest_->files[index];
    return offsets_[index] + tar_header_size(entry_name(file.path.str()), file.size);
}

std::uint64_t Layout::total_bytes() const {
    return offsets_.back() + kTarEnd;
}

std::string Layout::entry_name(std::string_view path) const {
    return fmt::format("{}/{}", manifest_->name, path);
}

std::string Layout::header(std::size_t index) const {
    const auto& file = manifest_->files[index];
    return tar_header(entry_name(file.path.str()), file.size, manifest_->created);
}

}  // namespace solander::package
