// SPDX-License-Identifier: Apache-2.0
#include "properties/memory_files.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/bytes.h"

namespace solander::fuzz {

namespace {

Error not_there(std::string_view path) {
    return {ErrorCode::open, fmt::format("{} is not there", path)};
}

Error read_only() {
    return {ErrorCode::create, "nothing can be written here"};
}

/// The one way in which this place is written; the root is `.`.
std::string key_of(const std::filesystem::path& path) {
    std::string key = path.lexically_normal().string();
    if (key.ends_with('/')) key.pop_back();
    if (key.starts_with('/')) key.erase(0, 1);
    return key.empty() ? "." : key;
}

/// What the paths of all that lies in a directory begin with.
std::string inside_of(const std::string& directory) {
    return directory == "." ? "" : directory + '/';
}

class MemoryFile final : public InputFile {
public:
    MemoryFile(FileInfo info, std::string_view bytes) : info_(info), bytes_(bytes) {}

    Result<FileInfo> info() const override { return info_; }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        if (info_.kind != FileKind::regular)
            return Error(ErrorCode::internal, "a pipe is read at a place");
        return copy(offset, into);
    }

    Result<std::size_t> read(std::span<std::byte> into) override {
        const std::size_t got = copy(position_, into);
        position_ += got;
        return got;
    }

private:
    std::size_t copy(std::uint64_t offset, std::span<std::byte> into) const {
        if (offset >= bytes_.size()) return 0;
        const auto from = bytes_.substr(offset, into.size());
        std::ranges::copy(base::as_bytes(from), into.begin());
        return from.size();
    }

    FileInfo info_;
    std::string_view bytes_;
    std::size_t position_ = 0;
};

class MemoryDirectory final : public Directory {
public:
    MemoryDirectory(const MemoryFiles& files, std::set<std::string> names, std::string path)
        : files_(files), names_(std::move(names)), path_(std::move(path)) {}

    Result<std::vector<std::string>> list() const override {
        return std::vector<std::string>(names_.begin(), names_.end());
    }
    Result<FileInfo> info(std::string_view name) const override { return files_.info(below(name)); }
    Result<std::optional<FileInfo>> find(std::string_view name) const override {
        return files_.find(below(name));
    }
    Result<std::unique_ptr<InputFile>> open(std::string_view name) const override {
        return files_.open(below(name));
    }
    Result<std::unique_ptr<Directory>> open_directory(std::string_view name) const override {
        return files_.open_directory(below(name));
    }
    Result<std::unique_ptr<OutputFile>> create(std::string_view, std::uint32_t) override {
        return read_only();
    }
    Result<void> create_directory(std::string_view) override { return read_only(); }
    Result<void> rename(std::string_view, std::string_view, Existing) override {
        return read_only();
    }
    Result<void> remove(std::string_view) override { return read_only(); }
    Result<void> remove_tree(std::string_view) override { return read_only(); }
    Result<void> sync() override { return read_only(); }
    Result<std::unique_ptr<DirectoryLock>> lock(LockKind) const override { return read_only(); }

private:
    std::string below(std::string_view name) const { return fmt::format("{}/{}", path_, name); }

    const MemoryFiles& files_;
    std::set<std::string> names_;
    std::string path_;
};

}  // namespace

void MemoryFiles::add_pipe(std::string path, std::string bytes) {
    pipes_.insert(path);
    add(std::move(path), std::move(bytes));
}

Result<std::optional<FileInfo>> MemoryFiles::find(const std::filesystem::path& path) const {
    const std::string name = key_of(path);
    const auto found = files_.lower_bound(name);
    FileInfo info;
    info.device = 1;
    if (found != files_.end() && found->first == name) {
        info.kind = pipes_.contains(name) ? FileKind::fifo : FileKind::regular;
        info.size = found->second.size();
        info.inode = 1 + static_cast<std::uint64_t>(std::distance(files_.begin(), found));
        return std::optional(info);
    }
    const std::string start = inside_of(name);
    const auto inside = files_.lower_bound(start);
    if (inside == files_.end() || !inside->first.starts_with(start))
        return std::optional<FileInfo>();
    info.kind = FileKind::directory;
    // Never the number of a file, and another for each directory.
    info.inode = (std::uint64_t{1} << 32) + std::hash<std::string>()(name);
    return std::optional(info);
}

Result<FileInfo> MemoryFiles::info(const std::filesystem::path& path) const {
    const auto found = find(path);
    if (!found) return found.error();
    if (!*found) return not_there(path.string());
    return **found;
}

Result<FileInfo> MemoryFiles::link_info(const std::filesystem::path& path) const {
    return info(path);
}

Result<std::unique_ptr<InputFile>> MemoryFiles::open(const std::filesystem::path& path) const {
    const auto found = info(path);
    if (!found) return found.error();
    if (found->kind == FileKind::directory)
        return Error(ErrorCode::open, fmt::format("{} is a directory", path.string()));
    const auto file = files_.find(key_of(path));
    return std::unique_ptr<InputFile>(std::make_unique<MemoryFile>(*found, file->second));
}

Result<std::unique_ptr<Directory>> MemoryFiles::open_directory(
    const std::filesystem::path& path) const {
    const auto found = info(path);
    if (!found) return found.error();
    if (found->kind != FileKind::directory) return not_there(path.string());
    const std::string name = key_of(path);
    const std::string start = inside_of(name);
    std::set<std::string> names;
    for (auto at = files_.lower_bound(start); at != files_.end() && at->first.starts_with(start);
         ++at) {
        const std::string_view inside = std::string_view(at->first).substr(start.size());
        names.emplace(inside.substr(0, inside.find('/')));
    }
    return std::unique_ptr<Directory>(
        std::make_unique<MemoryDirectory>(*this, std::move(names), name));
}

Result<std::filesystem::path> MemoryFiles::canonical(const std::filesystem::path& path) const {
    const auto found = info(path);
    if (!found) return found.error();
    return std::filesystem::path("/" + key_of(path));
}

Result<void> MemoryFiles::create_directories(const std::filesystem::path&) {
    return read_only();
}

}  // namespace solander::fuzz
