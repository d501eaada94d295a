// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <solander/timestamp.h>

#include "base/bytes.h"

namespace solander::package {

// The canonical tar. Its bytes are part of the format, so they are made here and nowhere else:
//
//   package = entry* zeros(1024)
//   entry   = [ ustar('x', "././@PaxHeader", records) records padding ] ustar('0', path, data)
//             data padding
//   records = length " path=" path "\n" [ length " size=" size "\n" ]
//
// The extended header is there if, and only if, the path is longer than 100 bytes, holds a byte
// outside 0x20 to 0x7E, or the file has 8 GiB or more. Spec: docs/format.md, "Canonical tar";
// POSIX.1 pax Interchange Format.

inline constexpr std::size_t kTarBlock = 512;
inline constexpr std::size_t kTarEnd = 2 * kTarBlock;

/// Everything that stands before the data of one file.
std::string tar_header(std::string_view path, std::uint64_t size, Timestamp modified);

/// The size of tar_header().
std::uint64_t tar_header_size(std::string_view path, std::uint64_t size);

/// Whether there is nothing but zeros, as in the padding and at the end of a tar.
bool is_zero(base::BytesView bytes);

/// `size` and the zeros that fill its last block.
constexpr std::uint64_t padded(std::uint64_t size) {
    return (size + kTarBlock - 1) / kTarBlock * kTarBlock;
}

/// What one header block of any tar says: for telling what was found, never for believing it.
struct RawHeader {
    std::string name;
    std::uint64_t size = 0;
    char type = '0';
    std::optional<Timestamp> modified = {};  ///< Nothing for what is no time.
};

/// Nothing if `block` (512 bytes) is no header: no ustar magic, a wrong checksum, or a size that
/// is no octal number.
std::optional<RawHeader> parse_header(base::BytesView block);

/// The value of `key` in the records of an extended header: the last, as tar programs take it.
std::optional<std::string> pax_value(std::string_view records, std::string_view key);

}  // namespace solander::package
