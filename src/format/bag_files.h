// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <solander/manifest.h>

namespace solander::format {

// The BagIt 1.0 tag files (RFC 8493) of a package: constants or pure functions of the manifest, so
// that a verifier can make them again and compare.

inline constexpr std::string_view kBagItFile = "bagit.txt";
inline constexpr std::string_view kBagInfoFile = "bag-info.txt";
inline constexpr std::string_view kManifestFile = "manifest.xml";
inline constexpr std::string_view kPayloadManifestFile = "manifest-sha256.txt";
inline constexpr std::string_view kTagManifestFile = "tagmanifest-sha256.txt";

inline constexpr std::string_view kBagItText =
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Date, package id and Payload-Oxum, and nothing else.
std::string bag_info(const Manifest& manifest);

/// `manifest-sha256.txt`: a line for each file, in the manifest's order.
std::string payload_manifest(const Manifest& manifest);

/// `tagmanifest-sha256.txt`; `manifest_digest` is the digest of manifest.xml, which cannot hold it.
std::string tag_manifest(const Manifest& manifest, const Sha256& manifest_digest);

}  // namespace solander::format
