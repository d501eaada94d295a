// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include <solander/file_system.h>

#include "base/try.h"

namespace solander::package {

/// A range of another file, as a file of its own. That file must outlive it, and stand at the
/// beginning of the range; read() moves it.
class FileWindow final : public InputFile {
public:
    FileWindow(InputFile& file, std::uint64_t offset, std::uint64_t size)
        : file_(file), offset_(offset), size_(size) {}

    /// The size is that of the range, as far as the file has it.
    Result<FileInfo> info() const override {
        SOLANDER_TRY_ASSIGN(FileInfo info, file_.info());
        info.size = info.size > offset_ ? std::min(info.size - offset_, size_) : 0;
        return info;
    }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        if (offset >= size_) return std::size_t{0};
        return file_.read_at(offset_ + offset, first(into, size_ - offset));
    }

    Result<std::size_t> read(std::span<std::byte> into) override {
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_.read(first(into, size_ - position_)));
        position_ += got;
        return got;
    }

private:
    static std::span<std::byte> first(std::span<std::byte> into, std::uint64_t most) {
        return into.first(std::min<std::uint64_t>(into.size(), most));
    }

    InputFile& file_;
    std::uint64_t offset_;
    std::uint64_t size_;
    std::uint64_t position_ = 0;
};

}  // namespace solander::package
