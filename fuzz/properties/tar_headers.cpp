// SPDX-License-Identifier: Apache-2.0
#include "properties/tar_headers.h"

#include <fmt/format.h>

namespace solander::fuzz {

namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kMagicAt = 257;
constexpr std::size_t kChecksumAt = 148;
constexpr std::size_t kChecksumSize = 8;

}  // namespace

std::string with_checksums(std::string_view tar) {
    std::string mended(tar);
    for (std::size_t at = 0; at + kBlock <= mended.size(); at += kBlock) {
        if (mended.compare(at + kMagicAt, 5, "ustar") != 0) continue;
        mended.replace(at + kChecksumAt, kChecksumSize, kChecksumSize, ' ');
        unsigned sum = 0;
        for (std::size_t i = 0; i < kBlock; ++i) sum += static_cast<unsigned char>(mended[at + i]);
        mended.replace(at + kChecksumAt, kChecksumSize, fmt::format("{:06o}", sum) + '\0' + ' ');
    }
    return mended;
}

}  // namespace solander::fuzz
