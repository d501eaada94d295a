// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>
#include <sodium.h>

#include <solander/key.h>

#include "base/try.h"
#include "crypto/sodium.h"

namespace solander {

namespace crypto {

Result<Sodium> Sodium::start() {
    if (::sodium_init() < 0)
        return Error(ErrorCode::internal, "libsodium cannot start: no source of randomness");
    return Sodium();
}

}  // namespace crypto

void SecretBytes::Free::operator()(std::byte* data) const noexcept {
    ::sodium_free(data);
}

Result<SecretBytes> SecretBytes::create(std::size_t size) {
    SOLANDER_TRY(crypto::Sodium::start());
    auto* const data = static_cast<std::byte*>(::sodium_malloc(size));
    if (data == nullptr)
        return Error(ErrorCode::internal, fmt::format("no {} bytes of guarded memory", size));
    return SecretBytes(data, size);
}

void SecretBytes::truncate(std::size_t size) noexcept {
    size = std::min(size, size_);
    ::sodium_memzero(data_.get() + size, size_ - size);
    size_ = size;
}

void SecretBytes::make_read_only() noexcept {
    ::sodium_mprotect_readonly(data_.get());
}

}  // namespace solander
