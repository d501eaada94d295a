// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>

#include <solander/file_system.h>

#include "base/bytes.h"
#include "base/try.h"
#include "pack/inputs.h"

namespace solander::pack {

/// An input that packing made itself, open for reading. The entry must outlive it.
class MadeFile final : public InputFile {
public:
    explicit MadeFile(const InputFileEntry& entry) : entry_(entry) {}

    Result<FileInfo> info() const override { return entry_.info; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        auto bytes = base::as_bytes(*entry_.made);
        bytes = bytes.subspan(std::min<std::uint64_t>(offset, bytes.size()));
        bytes = bytes.first(std::min(into.size(), bytes.size()));
        std::ranges::copy(bytes, into.begin());
        return bytes.size();
    }

    Result<std::size_t> read(std::span<std::byte> into) override {
        SOLANDER_TRY_ASSIGN(const std::size_t count, read_at(position_, into));
        position_ += count;
        return count;
    }

private:
    const InputFileEntry& entry_;
    std::uint64_t position_ = 0;
};

}  // namespace solander::pack
