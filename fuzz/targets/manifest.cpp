// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <optional>

#include "crypto/digest_stream.h"
#include "format/bag_files.h"
#include "package/layout.h"
#include "properties/statement_trip.h"
#include "properties/target.h"

namespace solander::fuzz {

namespace {

using Listed = std::map<std::string, std::string>;

/// A BagIt manifest as RFC 8493 has it read, each path once: `DIGEST  PATH`. Nothing for any other
/// text.
std::optional<Listed> bagit_lines(std::string_view text) {
    Listed listed;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto blank = text.find_first_of(" \t");
        if (end == std::string_view::npos || blank == std::string_view::npos || blank > end)
            return std::nullopt;
        const auto path = text.find_first_not_of(" \t", blank);
        if (path >= end) return std::nullopt;
        if (!listed.emplace(text.substr(path, end - path), text.substr(0, blank)).second)
            return std::nullopt;
        text.remove_prefix(end + 1);
    }
    return listed;
}

/// The tag files are for tools that know nothing of manifest.xml: they must be told the same.
Broken check_tag_files(const Manifest& manifest) {
    Listed payload;
    std::uint64_t bytes = 0;
    for (const PayloadFile& file : manifest.files) {
        payload[file.path.str()] = file.sha256.hex();
        bytes += file.size;
    }
    if (bagit_lines(format::payload_manifest(manifest)) != payload)
        return "manifest-sha256.txt does not list the files of the manifest";
    const Sha256 digest = crypto::sha256(base::as_bytes("any"));
    Listed tags{{std::string(format::kManifestFile), digest.hex()}};
    for (const TagFile& file : manifest.tag_files) tags[file.path] = file.sha256.hex();
    if (bagit_lines(format::tag_manifest(manifest, digest)) != tags)
        return "tagmanifest-sha256.txt does not list the tag files of the manifest";
    const auto oxum = fmt::format("Payload-Oxum: {}.{}\n", bytes, manifest.files.size());
    const std::string info = format::bag_info(manifest);
    if (info.find(oxum) == std::string::npos)
        return fmt::format("bag-info.txt does not say {}", base::printable(oxum));
    return std::nullopt;
}

/// A tar of this manifest can be laid out: every file behind the one before.
Broken check_layout(const Manifest& manifest, std::size_t manifest_bytes) {
    const package::Layout layout(manifest, manifest_bytes);
    std::uint64_t end = layout.front_bytes();
    for (std::size_t i = 0; i < layout.file_count(); ++i) {
        const auto data = layout.data_offset(i);
        if (layout.header_offset(i) != end || data <= end || data % 512 != 0)
            return fmt::format("the file {} is not behind the one before", i);
        end = layout.header_offset(i + 1);
        if (end < data || end - data < manifest.files[i].size)
            return fmt::format("the file {} has no room", i);
    }
    if (layout.total_bytes() != end + 1024) return "the tar does not end behind its last file";
    return std::nullopt;
}

Broken check(std::string_view input) {
    static const StatementKind<Manifest> kKind{"manifest-1.xsd", format::read_manifest,
                                               format::write_manifest};
    const auto manifest = format::read_manifest(base::as_bytes(input), base::Limits{});
    if (!manifest) return check_refusal(manifest.error());
    if (auto broken = check_tag_files(*manifest)) return broken;
    if (auto broken = check_layout(*manifest, input.size())) return broken;
    return check_statement(kKind, input, *manifest);
}

}  // namespace

extern const Target manifest;
const Target manifest{.name = "manifest", .check = check, .is_xml = true};

}  // namespace solander::fuzz
