// SPDX-License-Identifier: Apache-2.0
#include "format/bag_files.h"

#include <fmt/format.h>

namespace solander::format {

namespace {

/// A line as `sha256sum` writes it, and as RFC 8493 section 2.1.3 has it. Paths hold none of the
/// characters that either would escape.
void add_line(std::string& text, const Sha256& digest, std::string_view path) {
    text += digest.hex();
    text += "  ";
    text += path;
    text += '\n';
}

}  // namespace

std::string bag_info(const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const auto& file : manifest.files) bytes += file.size;
    return fmt::format("Bagging-Date: {}\nExternal-Identifier: {}\nPayload-Oxum: {}.{}\n",
                       manifest.created.date(), manifest.id, bytes, manifest.files.size());
}

std::string payload_manifest(const Manifest& manifest) {
    std::string text;
    for (const auto& file : manifest.files) add_line(text, file.sha256, file.path.str());
    return text;
}

std::string tag_manifest(const Manifest& manifest, const Sha256& manifest_digest) {
    std::string text;
    for (const auto& file : manifest.tag_files) add_line(text, file.sha256, file.path);
    add_line(text, manifest_digest, kManifestFile);
    return text;
}

}  // namespace solander::format
