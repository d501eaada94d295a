// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>

namespace solander {

enum class FileKind { regular, directory, symlink, fifo, socket, device };

struct FileInfo {
    FileKind kind = FileKind::regular;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< Whole seconds since 1970, rounded down; may be negative.
    std::uint64_t links = 1;    ///< Names that the file has.
    /// Together these tell one file from another, and a file from what it was before a change.
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t changed_nanoseconds = 0;  ///< ctime, to notice a change while reading.
    std::uint32_t permissions = 0;         ///< The twelve POSIX mode bits.
    std::uint32_t owner = 0;
};

/// A file open for reading. read() and read_at() may be called from many threads, read() by one at
/// a time.
class InputFile {
public:
    virtual ~InputFile() = default;
    virtual Result<FileInfo> info() const = 0;
    /// Reads up to `into.size()` bytes at `offset`; fewer only at the end of the file. Not for
    /// pipes.
    virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const = 0;
    /// Reads up to `into.size()` bytes at the file's own position; fewer only at its end.
    virtual Result<std::size_t> read(std::span<std::byte> into) = 0;
};

/// A file being written. write_at() may be called from many threads for disjoint ranges.
class OutputFile {
public:
    virtual ~OutputFile() = default;
    virtual Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) = 0;
    /// Returns once the bytes are on the medium.
    virtual Result<void> sync() = 0;
};

enum class Existing { refuse, replace };

enum class LockKind { shared, exclusive };

/// Held until it is let go, or the process ends.
class DirectoryLock {
public:
    virtual ~DirectoryLock() = default;
};

/// One open directory. Every name is relative to it and may have several components; no symbolic
/// link is followed anywhere in it, and nothing outside the directory is ever reached. Threads may
/// share a Directory.
class Directory {
public:
    virtual ~Directory() = default;
    /// The names in this directory, sorted by their bytes, without `.` and `..`.
    virtual Result<std::vector<std::string>> list() const = 0;
    virtual Result<FileInfo> info(std::string_view name) const = 0;
    /// The same, but nothing if it is not there, or if a link or file stands where a directory on
    /// the way to it should. An Error then says that this could not be found out.
    virtual Result<std::optional<FileInfo>> find(std::string_view name) const = 0;
    /// Opens a regular file. A link, FIFO or device is refused without waiting for it.
    virtual Result<std::unique_ptr<InputFile>> open(std::string_view name) const = 0;
    virtual Result<std::unique_ptr<Directory>> open_directory(std::string_view name) const = 0;
    /// Creates a file that was not there. `permissions` are cut by the umask.
    virtual Result<std::unique_ptr<OutputFile>> create(std::string_view name,
                                                       std::uint32_t permissions = 0666) = 0;
    virtual Result<void> create_directory(std::string_view name) = 0;
    /// Moves within this directory. `refuse` fails, atomically, if `to` is there; `replace` swaps
    /// directories and overwrites files.
    virtual Result<void> rename(std::string_view from, std::string_view to, Existing existing) = 0;
    virtual Result<void> remove(std::string_view name) = 0;
    /// Removes a directory and all below it, following no link.
    virtual Result<void> remove_tree(std::string_view name) = 0;
    /// Returns once the names in this directory are on the medium.
    virtual Result<void> sync() = 0;
    /// Waits until nobody holds a lock on this directory that excludes this one, and takes it.
    /// Locks are advisory (flock(2)): they keep out who asks for one. A signal that arrives
    /// meanwhile ends the wait. Errors: io; interrupted.
    virtual Result<std::unique_ptr<DirectoryLock>> lock(LockKind kind) const = 0;
};

/// Files as the library sees them; the one way from here to a disk. Tests put their own in place.
/// Paths given here are the caller's own: links in them are followed.
class FileSystem {
public:
    virtual ~FileSystem() = default;
    virtual Result<FileInfo> info(const std::filesystem::path& path) const = 0;
    /// The same, but nothing if it is not there. An Error says that this could not be found out.
    virtual Result<std::optional<FileInfo>> find(const std::filesystem::path& path) const = 0;
    /// What `path` itself is, a link not being followed.
    virtual Result<FileInfo> link_info(const std::filesystem::path& path) const = 0;
    /// Opens a regular file, or a FIFO or character device such as standard input.
    virtual Result<std::unique_ptr<InputFile>> open(const std::filesystem::path& path) const = 0;
    virtual Result<std::unique_ptr<Directory>> open_directory(
        const std::filesystem::path& path) const = 0;
    /// The one absolute path without links of something that is there.
    virtual Result<std::filesystem::path> canonical(const std::filesystem::path& path) const = 0;
    /// Makes `path` and the directories above it that are missing.
    virtual Result<void> create_directories(const std::filesystem::path& path) = 0;
};

/// The operating system's files. `open("-")` is standard input. A signal that arrives while a pipe
/// is waited for ends the wait with ErrorCode::interrupted if `*stop` is set by then; `stop` must
/// outlive all that is opened here.
std::unique_ptr<FileSystem> native_file_system(const std::atomic<bool>* stop = nullptr);

}  // namespace solander
