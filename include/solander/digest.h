// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace solander {

/// The value of a SHA-2 digest of `Size` bytes. Its one text form is lower-case hexadecimal.
template <std::size_t Size>
class Digest {
public:
    static constexpr std::size_t kSize = Size;
    static constexpr std::size_t kHexSize = 2 * Size;

    /// All bytes zero: what stands in a manifest whose digests are not yet known.
    Digest() = default;
    explicit Digest(const std::array<std::byte, Size>& bytes) : bytes_(bytes) {}

    /// Reads exactly `kHexSize` lower-case hexadecimal digits; nothing for any other text.
    static std::optional<Digest> parse(std::string_view hex);

    std::string hex() const;
    const std::array<std::byte, Size>& bytes() const noexcept { return bytes_; }

    friend auto operator<=>(const Digest&, const Digest&) = default;

private:
    std::array<std::byte, Size> bytes_{};
};

using Sha256 = Digest<32>;
using Sha512 = Digest<64>;

extern template class Digest<32>;
extern template class Digest<64>;

}  // namespace solander
