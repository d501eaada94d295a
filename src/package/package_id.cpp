// SPDX-License-Identifier: Apache-2.0
#include "package/package_id.h"

#include <algorithm>

#include "base/bytes.h"
#include "crypto/digest_stream.h"

namespace solander::package {

namespace {

constexpr std::string_view kBeforeId =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest xmlns=\"urn:solander:manifest:1\" version=\"1\" id=\"";
constexpr std::string_view kBeforeBagInfo = "<tag-file path=\"bag-info.txt\" size=\"";
constexpr std::string_view kBeforeDigest = "\" sha256=\"";

}  // namespace

std::optional<std::string> package_id_of(std::string_view manifest_text) {
    // Both marks are safe: a `<` in words is always escaped, and the root's attributes have an
    // order.
    const auto bag_info = manifest_text.rfind(kBeforeBagInfo);
    if (!manifest_text.starts_with(kBeforeId) || bag_info == std::string_view::npos)
        return std::nullopt;
    const auto digest = manifest_text.find(kBeforeDigest, bag_info);
    if (digest == std::string_view::npos) return std::nullopt;
    const auto digest_at = digest + kBeforeDigest.size();
    const auto after_id = kBeforeId.size() + kUnknownId.size();
    const auto after_digest = digest_at + Sha256::kHexSize;
    if (after_id > digest_at || after_digest > manifest_text.size()) return std::nullopt;

    crypto::Sha256Stream stream;
    const auto add = [&stream](std::string_view text) { stream.update(base::as_bytes(text)); };
    add(kBeforeId);
    add(kUnknownId);
    add(manifest_text.substr(after_id, digest_at - after_id));
    add(std::string(Sha256::kHexSize, '0'));
    add(manifest_text.substr(after_digest));
    std::string hex = stream.finish().hex();

    static constexpr std::string_view kVariants = "89ab";
    hex[12] = '8';  // the version
    const char digit = hex[16];
    hex[16] =
        kVariants[static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10) & 3];
    std::string id = "urn:uuid:";
    for (const auto& [at, count] : {std::pair{0, 8}, {8, 4}, {12, 4}, {16, 4}, {20, 12}}) {
        if (at > 0) id += '-';
        id.append(hex, static_cast<std::size_t>(at), static_cast<std::size_t>(count));
    }
    return id;
}

}  // namespace solander::package
