// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solander::package {

/// The id of a manifest whose id is not yet known: all digits zero.
inline constexpr std::string_view kUnknownId = "urn:uuid:00000000-0000-0000-0000-000000000000";

/// The id that belongs to the text of a manifest: a UUID of version 8 (RFC 9562) made of the first
/// 128 bits of its SHA-256, taken with the hexadecimal digits of the id and of the digest of
/// bag-info.txt as `0` (that file holds the id, so its digest cannot be part of what the id is made
/// from). Nothing if the text does not begin or end as a manifest does.
/// Spec: docs/format.md, "The package id".
std::optional<std::string> package_id_of(std::string_view manifest_text);

}  // namespace solander::package
