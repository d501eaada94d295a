// SPDX-License-Identifier: Apache-2.0
#include "pack/manifest_size.h"

#include <fmt/format.h>

namespace solander::pack {

namespace {

/// The highest value that --max-manifest takes.
constexpr std::uint64_t kReadable = std::uint64_t{1} << 30;

}  // namespace

Result<std::optional<std::string>> check_manifest_size(std::uint64_t bytes,
                                                       const base::Limits& limits) {
    if (bytes > kReadable)
        return Error(ErrorCode::limit,
                     fmt::format("the manifest would have {} bytes, and no reader takes more than "
                                 "{}: make several packages of these inputs",
                                 bytes, kReadable));
    if (bytes <= limits.manifest_bytes) return std::nullopt;
    return fmt::format(
        "the manifest has {} bytes; readers take {} unless told otherwise, so they "
        "will need --max-manifest {}",
        bytes, limits.manifest_bytes, bytes);
}

}  // namespace solander::pack
