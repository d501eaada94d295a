// SPDX-License-Identifier: Apache-2.0
#include "base/read_file.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/try.h"

namespace solander::base {

Result<Bytes> read_all(InputFile& file, std::uint64_t limit) {
    // Most files read whole are signatures, events and VERIFY.txt, of which each package has some.
    static constexpr std::size_t kFirstBlock = std::size_t{8} << 10;
    Bytes bytes;
    for (std::size_t used = 0;;) {
        // Doubling, so that what is held follows what has really arrived, not what was claimed.
        const auto wanted = std::max<std::uint64_t>(2 * used, kFirstBlock);
        bytes.resize(static_cast<std::size_t>(std::min(wanted, limit + 1)));
        SOLANDER_TRY_ASSIGN(const std::size_t count, file.read(std::span(bytes).subspan(used)));
        used += count;
        if (used > limit)
            return Error(ErrorCode::limit, fmt::format("is larger than {} bytes", limit));
        if (used < bytes.size()) {
            bytes.resize(used);
            // Of small files there may be a hundred thousand.
            if (used < bytes.capacity() / 2) bytes.shrink_to_fit();
            return bytes;
        }
    }
}

Result<Bytes> read_all(const Directory& directory, std::string_view name, std::uint64_t limit) {
    SOLANDER_TRY_ASSIGN(const auto file, directory.open(name));
    auto bytes = read_all(*file, limit);
    if (!bytes) return bytes.error().in(name);
    return bytes;
}

Result<Bytes> read_all(const FileSystem& files, const std::filesystem::path& path,
                       std::uint64_t limit) {
    SOLANDER_TRY_ASSIGN(const auto file, files.open(path));
    auto bytes = read_all(*file, limit);
    if (!bytes) return bytes.error().in(path.string());
    return bytes;
}

}  // namespace solander::base
