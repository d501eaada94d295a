// SPDX-License-Identifier: Apache-2.0
#include "crypto/der.h"

namespace solander::crypto {

std::optional<base::BytesView> DerReader::take(DerTag tag) {
    static constexpr std::size_t kShortForm = 0x80;
    if (rest_.size() < 2 || rest_[0] != static_cast<std::byte>(tag)) return std::nullopt;
    std::size_t header = 2;
    auto size = std::to_integer<std::size_t>(rest_[1]);
    if (size >= kShortForm) {
        // Two bytes of length are enough: a key file has at most 64 KiB.
        const std::size_t length_bytes = size - kShortForm;
        if (length_bytes < 1 || length_bytes > 2 || rest_.size() < header + length_bytes)
            return std::nullopt;
        size = 0;
        for (std::size_t i = 0; i < length_bytes; ++i)
            size = size << 8 | std::to_integer<std::size_t>(rest_[header + i]);
        header += length_bytes;
        if (size < (length_bytes == 1 ? kShortForm : 0x100)) return std::nullopt;
    }
    if (rest_.size() - header < size) return std::nullopt;
    const auto content = rest_.subspan(header, size);
    rest_ = rest_.subspan(header + size);
    return content;
}

std::optional<base::BytesView> only_element(base::BytesView der, DerTag tag) {
    DerReader reader(der);
    const auto content = reader.take(tag);
    return reader.at_end() ? content : std::nullopt;
}

}  // namespace solander::crypto
