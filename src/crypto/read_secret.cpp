// SPDX-License-Identifier: Apache-2.0
#include "crypto/read_secret.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/try.h"

namespace solander::crypto {

Result<SecretBytes> read_secret(InputFile& file, std::size_t limit) {
    static constexpr std::size_t kFirstBlock = 4096;
    SOLANDER_TRY_ASSIGN(SecretBytes bytes, SecretBytes::create(kFirstBlock));
    for (std::size_t used = 0;;) {
        SOLANDER_TRY_ASSIGN(const std::size_t count, file.read(bytes.bytes().subspan(used)));
        used += count;
        if (used > limit)
            return Error(ErrorCode::limit,
                         fmt::format("is larger than {} bytes, so it is no key file", limit));
        if (used < bytes.size()) {
            bytes.truncate(used);
            return bytes;
        }
        SOLANDER_TRY_ASSIGN(SecretBytes larger, SecretBytes::create(2 * used));
        std::ranges::copy(bytes.bytes(), larger.bytes().begin());
        bytes = std::move(larger);
    }
}

}  // namespace solander::crypto
