// SPDX-License-Identifier: Apache-2.0
#include "properties/manifest_trip.h"

#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include <solander/entry_path.h>
#include <solander/manifest.h>

#include "base/bytes.h"
#include "base/escape.h"
#include "format/bag_files.h"
#include "format/manifest_xml.h"

namespace solander::fuzz {

namespace {

void add_tag_files(Manifest& manifest) {
    const auto add = [&manifest](std::string_view path, std::size_t size) {
        TagFile file;
        file.path = path;
        file.size = size;
        manifest.tag_files.push_back(std::move(file));
    };
    add(format::kBagInfoFile, format::bag_info(manifest).size());
    add(format::kBagItFile, format::kBagItText.size());
    add(format::kPayloadManifestFile, format::payload_manifest(manifest).size());
}

}  // namespace

std::string manifest_of(std::vector<Document> documents, std::string_view path) {
    Manifest manifest;
    manifest.id = "urn:uuid:00000000-0000-8000-8000-000000000000";
    manifest.name = "fuzz";
    manifest.sealing.push_back({"archivist@example.org",
                                "SHA256:QfMuhpwO/0Wdv/xrcxku0G8Zo2bx5AiI/PEBhdcKD9A", "ssh-ed25519",
                                314});
    manifest.documents = std::move(documents);
    for (std::size_t i = 0; i < manifest.documents.size(); ++i)
        manifest.documents[i].id = fmt::format("d{}", i + 1);
    PayloadFile file;
    if (auto checked = EntryPath::parse(path)) file.path = *std::move(checked);
    file.media_type = "application/octet-stream";
    manifest.files.push_back(std::move(file));
    add_tag_files(manifest);
    return format::write_manifest(manifest);
}

Broken check_manifest(const std::vector<Document>& documents, std::string_view path) {
    const std::string written = manifest_of(documents, path);
    const auto read = format::read_manifest(base::as_bytes(written), base::Limits{});
    if (!read)
        return fmt::format("the manifest that would be written cannot be read: line {}: {}",
                           read.error().line, read.error().message);
    if (format::write_manifest(*read) != written)
        return fmt::format("the manifest that is written is read as another: {}",
                           base::printable_lines(written));
    return std::nullopt;
}

}  // namespace solander::fuzz
