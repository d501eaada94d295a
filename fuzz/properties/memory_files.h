// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <solander/file_system.h>

namespace solander::fuzz {

/// Files that are nowhere but in memory, to be read only: a fuzzer has no time for a disk. A
/// directory is there as soon as something lies in it. Must outlive all that is opened in it.
class MemoryFiles final : public FileSystem {
public:
    /// `path` is relative, with `/` between its components.
    void add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }
    /// The same, to be read once and front to back.
    void add_pipe(std::string path, std::string bytes);

    Result<FileInfo> info(const std::filesystem::path& path) const override;
    Result<std::optional<FileInfo>> find(const std::filesystem::path& path) const override;
    Result<FileInfo> link_info(const std::filesystem::path& path) const override;
    Result<std::unique_ptr<InputFile>> open(const std::filesystem::path& path) const override;
    Result<std::unique_ptr<Directory>> open_directory(
        const std::filesystem::path& path) const override;
    Result<std::filesystem::path> canonical(const std::filesystem::path& path) const override;
    Result<void> create_directories(const std::filesystem::path& path) override;

private:
    std::map<std::string, std::string, std::less<>> files_;
    std::set<std::string, std::less<>> pipes_;
};

}  // namespace solander::fuzz
