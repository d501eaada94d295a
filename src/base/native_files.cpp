// SPDX-License-Identifier: Apache-2.0
// The operating system's files: POSIX, with openat2(2) where the kernel has it.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <solander/file_system.h>

#include "base/escape.h"
#include "base/try.h"
#include "base/unique_fd.h"

namespace solander {

namespace {

using base::UniqueFd;

std::string reason(int number) {
    switch (number) {
        case ENOENT:
            return "no such file or directory";
        case EACCES:
        case EPERM:
            return "permission denied";
        case ELOOP:
            return "a symbolic link, which is not followed";
        case EXDEV:
            return "leads out of its directory";
        case ENOTDIR:
            return "not a directory";
        case EISDIR:
            return "is a directory";
        case EEXIST:
            return "exists already";
        case ENOSPC:
            return "no space left on the device";
        case EDQUOT:
            return "the disk quota is used up";
        case EROFS:
            return "the file system is read-only";
        case EMFILE:
        case ENFILE:
            return "too many open files";
        case ENAMETOOLONG:
            return "the name is too long for this file system";
        case EIO:
            return "the device reports an input/output error";
        default:
            return fmt::format("system error {} ({})", number, ::strerrordesc_np(number));
    }
}

Error failure(ErrorCode code, std::string_view name, int number) {
    return {code, fmt::format("{}: {}", base::printable(name), reason(number))};
}

FileKind kind_of(::mode_t mode) {
    if (S_ISREG(mode)) return FileKind::regular;
    if (S_ISDIR(mode)) return FileKind::directory;
    if (S_ISLNK(mode)) return FileKind::symlink;
    if (S_ISFIFO(mode)) return FileKind::fifo;
    if (S_ISSOCK(mode)) return FileKind::socket;
    return FileKind::device;
}

FileInfo info_of(const struct ::stat& status) {
    return {.kind = kind_of(status.st_mode),
            .size = static_cast<std::uint64_t>(status.st_size),
            .modified = status.st_mtim.tv_sec,
            .links = status.st_nlink,
            .device = status.st_dev,
            .inode = status.st_ino,
            .changed_nanoseconds =
                std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec,
            .permissions = status.st_mode & 07777U,
            .owner = status.st_uid};
}

/// Opens `name` below `directory` without following any link and without leaving it.
UniqueFd open_below(int directory, const std::string& name, int flags, ::mode_t mode = 0) {
    ::open_how how{};
    how.flags = static_cast<unsigned>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.mode = mode;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto fd = ::syscall(SYS_openat2, directory, name.c_str(), &how, sizeof how);
    if (fd >= 0 || (errno != ENOSYS && errno != EPERM)) return UniqueFd(static_cast<int>(fd));
    // No openat2 here (an old kernel, a sandbox): one component at a time, each without its links.
    UniqueFd at;
    std::string_view rest = name;
    for (;;) {
        const auto slash = rest.find('/');
        const std::string component(rest.substr(0, slash));
        if (component.empty() || component == "..") {
            errno = EXDEV;
            return UniqueFd();
        }
        const bool last = slash == std::string_view::npos;
        UniqueFd next(::openat(
            at ? at.get() : directory, component.c_str(),
            last ? flags | O_CLOEXEC | O_NOFOLLOW : O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW,
            mode));
        if (last || !next) return next;
        at = std::move(next);
        rest.remove_prefix(slash + 1);
    }
}

class NativeInput final : public InputFile {
public:
    NativeInput(UniqueFd fd, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {}

    Result<FileInfo> info() const override {
        struct ::stat status {};
        if (::fstat(fd_.get(), &status) != 0) return failure(ErrorCode::io, name_, errno);
        return info_of(status);
    }

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
        return fill(into, [&](std::byte* data, std::size_t size, std::size_t done) {
            return ::pread(fd_.get(), data, size, static_cast<::off_t>(offset + done));
        });
    }

    Result<std::size_t> read(std::span<std::byte> into) override {
        return fill(into, [&](std::byte* data, std::size_t size, std::size_t) {
            return ::read(fd_.get(), data, size);
        });
    }

private:
    template <class Read>
    Result<std::size_t> fill(std::span<std::byte> into, Read read) const {
        std::size_t done = 0;
        while (done < into.size()) {
            const ::ssize_t count = read(into.data() + done, into.size() - done, done);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return failure(ErrorCode::io, name_, errno);
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    UniqueFd fd_;
    std::string name_;
};

class NativeOutput final : public OutputFile {
public:
    NativeOutput(UniqueFd fd, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {}

    Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
        while (!bytes.empty()) {
            const ::ssize_t count =
                ::pwrite(fd_.get(), bytes.data(), bytes.size(), static_cast<::off_t>(offset));
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return failure(ErrorCode::io, name_, errno);
            bytes = bytes.subspan(static_cast<std::size_t>(count));
            offset += static_cast<std::uint64_t>(count);
        }
        return {};
    }

    Result<void> sync() override {
        if (::fsync(fd_.get()) != 0) return failure(ErrorCode::io, name_, errno);
        return {};
    }

private:
    UniqueFd fd_;
    std::string name_;
};

struct CloseDirectory {
    void operator()(::DIR* directory) const noexcept { ::closedir(directory); }
};

class NativeDirectory final : public Directory {
public:
    NativeDirectory(UniqueFd fd, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {}

    Result<std::vector<std::string>> list() const override {
        const int own = ::openat(fd_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (own < 0) return failure(ErrorCode::open, name_, errno);
        const std::unique_ptr<::DIR, CloseDirectory> stream(::fdopendir(own));
        if (!stream) {
            ::close(own);
            return failure(ErrorCode::open, name_, errno);
        }
        std::vector<std::string> names;
        for (errno = 0;; errno = 0) {
            const ::dirent* entry =
                ::readdir(stream.get());  // NOLINT(concurrency-mt-unsafe): own stream
            if (entry == nullptr) break;
            const std::string_view entry_name(&entry->d_name[0]);
            if (entry_name != "." && entry_name != "..") names.emplace_back(entry_name);
        }
        if (errno != 0) return failure(ErrorCode::io, name_, errno);
        std::sort(names.begin(), names.end());
        return names;
    }

    Result<FileInfo> info(std::string_view name) const override {
        const std::string text(name);
        struct ::stat status {};
        if (text.find('/') == std::string::npos) {
            if (::fstatat(fd_.get(), text.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
                return failure(ErrorCode::open, within(name), errno);
            return info_of(status);
        }
        const UniqueFd fd = open_below(fd_.get(), text, O_PATH);
        if (!fd || ::fstat(fd.get(), &status) != 0)
            return failure(ErrorCode::open, within(name), errno);
        return info_of(status);
    }

    Result<std::unique_ptr<InputFile>> open(std::string_view name) const override {
        UniqueFd fd = open_below(fd_.get(), std::string(name), O_RDONLY | O_NONBLOCK | O_NOCTTY);
        if (!fd) return failure(ErrorCode::open, within(name), errno);
        auto file = std::make_unique<NativeInput>(std::move(fd), within(name));
        SOLANDER_TRY_ASSIGN(const FileInfo info, file->info());
        if (info.kind != FileKind::regular)
            return Error(ErrorCode::open, base::printable(within(name)) + ": not a regular file");
        return file;
    }

    Result<std::unique_ptr<Directory>> open_directory(std::string_view name) const override {
        UniqueFd fd = open_below(fd_.get(), std::string(name), O_RDONLY | O_DIRECTORY);
        if (!fd) return failure(ErrorCode::open, within(name), errno);
        return std::make_unique<NativeDirectory>(std::move(fd), within(name));
    }

    Result<std::unique_ptr<OutputFile>> create(std::string_view name,
                                               std::uint32_t permissions) override {
        UniqueFd fd =
            open_below(fd_.get(), std::string(name), O_WRONLY | O_CREAT | O_EXCL, permissions);
        if (!fd) return failure(ErrorCode::create, within(name), errno);
        return std::make_unique<NativeOutput>(std::move(fd), within(name));
    }

    Result<void> create_directory(std::string_view name) override {
        return in_parent(name, ErrorCode::create, [](int parent, const char* last) {
            return ::mkdirat(parent, last, 0777);
        });
    }

    Result<void> rename(std::string_view from, std::string_view to, Existing existing) override {
        const std::string source(from);
        const std::string target(to);
        const auto attempt = [&](unsigned flags) {
            return ::renameat2(fd_.get(), source.c_str(), fd_.get(), target.c_str(), flags) == 0;
        };
        if (existing == Existing::refuse) {
            if (attempt(RENAME_NOREPLACE)) return {};
        } else if (attempt(0) || (errno == ENOTEMPTY && attempt(RENAME_EXCHANGE)) ||
                   (errno == EEXIST && attempt(RENAME_EXCHANGE))) {
            return {};
        }
        return failure(ErrorCode::create, within(to), errno);
    }

    Result<void> remove(std::string_view name) override {
        return in_parent(name, ErrorCode::io,
                         [](int parent, const char* last) { return ::unlinkat(parent, last, 0); });
    }

    Result<void> remove_tree(std::string_view name) override {
        SOLANDER_TRY_ASSIGN(const FileInfo top, info(name));
        if (top.kind != FileKind::directory) return remove(name);
        {
            SOLANDER_TRY_ASSIGN(const auto inside, open_directory(name));
            SOLANDER_TRY_ASSIGN(const auto names, inside->list());
            for (const auto& entry : names) SOLANDER_TRY(inside->remove_tree(entry));
        }
        return in_parent(name, ErrorCode::io, [](int parent, const char* last) {
            return ::unlinkat(parent, last, AT_REMOVEDIR);
        });
    }

    Result<void> sync() override {
        if (::fsync(fd_.get()) != 0 &&
            errno != EINVAL)  // EINVAL: this file system has no such thing
            return failure(ErrorCode::io, name_, errno);
        return {};
    }

private:
    std::string within(std::string_view name) const { return fmt::format("{}/{}", name_, name); }

    /// Calls `act` with the directory that holds the last component of `name`, and that component.
    template <class Act>
    Result<void> in_parent(std::string_view name, ErrorCode code, Act act) {
        const auto slash = name.rfind('/');
        UniqueFd parent;
        if (slash != std::string_view::npos) {
            parent =
                open_below(fd_.get(), std::string(name.substr(0, slash)), O_PATH | O_DIRECTORY);
            if (!parent) return failure(code, within(name), errno);
        }
        const std::string last(slash == std::string_view::npos ? name : name.substr(slash + 1));
        if (act(parent ? parent.get() : fd_.get(), last.c_str()) != 0)
            return failure(code, within(name), errno);
        return {};
    }

    UniqueFd fd_;
    std::string name_;
};

class NativeFileSystem final : public FileSystem {
public:
    Result<FileInfo> info(const std::filesystem::path& path) const override {
        struct ::stat status {};
        const bool standard_input = path == "-";
        if ((standard_input ? ::fstat(0, &status) : ::stat(path.c_str(), &status)) != 0)
            return failure(ErrorCode::open, path.string(), errno);
        return info_of(status);
    }

    Result<FileInfo> link_info(const std::filesystem::path& path) const override {
        struct ::stat status {};
        if (::lstat(path.c_str(), &status) != 0)
            return failure(ErrorCode::open, path.string(), errno);
        return info_of(status);
    }

    Result<std::unique_ptr<InputFile>> open(const std::filesystem::path& path) const override {
        const bool standard_input = path == "-";
        UniqueFd fd(standard_input ? ::dup(0)
                                   : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
        if (!fd) return failure(ErrorCode::open, path.string(), errno);
        const std::string name = standard_input ? "standard input" : path.string();
        auto file = std::make_unique<NativeInput>(std::move(fd), name);
        SOLANDER_TRY_ASSIGN(const FileInfo info, file->info());
        if (info.kind == FileKind::directory) return failure(ErrorCode::open, name, EISDIR);
        return file;
    }

    Result<std::unique_ptr<Directory>> open_directory(
        const std::filesystem::path& path) const override {
        const std::filesystem::path here = path.empty() ? "." : path;
        UniqueFd fd(::open(here.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!fd) return failure(ErrorCode::open, here.string(), errno);
        return std::make_unique<NativeDirectory>(std::move(fd), here.string());
    }

    Result<std::filesystem::path> canonical(const std::filesystem::path& path) const override {
        std::error_code problem;
        auto canonical = std::filesystem::canonical(path, problem);
        if (problem) return failure(ErrorCode::open, path.string(), problem.value());
        return canonical;
    }

    Result<void> create_directories(const std::filesystem::path& path) override {
        std::error_code problem;
        std::filesystem::create_directories(path, problem);
        if (problem) return failure(ErrorCode::create, path.string(), problem.value());
        return {};
    }
};

}  // namespace

std::unique_ptr<FileSystem> native_file_system() {
    return std::make_unique<NativeFileSystem>();
}

}  // namespace solander
