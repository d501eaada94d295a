// SPDX-License-Identifier: Apache-2.0
#include <solander/digest.h>

#include "base/hex.h"

namespace solander {

template <std::size_t Size>
std::optional<Digest<Size>> Digest<Size>::parse(std::string_view hex) {
    Digest digest;
    if (!base::from_hex(hex, digest.bytes_)) return std::nullopt;
    return digest;
}

template <std::size_t Size>
std::string Digest<Size>::hex() const {
    return base::to_hex(bytes_);
}

template class Digest<32>;
template class Digest<64>;

}  // namespace solander
