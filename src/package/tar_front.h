// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>

#include <solander/file_system.h>

#include "package/open_package.h"

namespace solander::package {

/// The bytes of a tar from its beginning up to the payload, kept as they came so that they can be
/// compared with what the manifest implies, whatever sense reading made of them.
class TarFront {
public:
    /// `begun` is what has been read of `file` already.
    TarFront(InputFile& file, base::Bytes begun) : file_(file), bytes_(std::move(begun)) {}

    /// Reads entries until the first that belongs to the payload or makes no sense.
    /// Errors: format, if this is no package; limit; io.
    Result<Front> read(const base::Limits& limits);

    /// Reads on until there are `size` bytes, or the tar ends.
    Result<void> ensure(std::uint64_t size);

    base::BytesView bytes() const { return bytes_; }

    /// Where bytes() differs from the headers and padding that `layout` implies.
    std::vector<Finding> compare(const Layout& layout, Timestamp created) const;

private:
    InputFile& file_;
    base::Bytes bytes_;
};

}  // namespace solander::package
