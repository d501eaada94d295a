// SPDX-License-Identifier: Apache-2.0
// The operating system's files: POSIX, and what Linux adds to it (see posix_names.h).
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <solander/file_system.h>

#include "base/escape.h"
#include "base/posix_failure.h"
#include "base/posix_names.h"
#include "base/try.h"
#include "base/unique_fd.h"

namespace solander {

namespace {

using base::failure;
using base::info_of;
using base::means_absence;
using base::open_below;
using base::UniqueFd;

bool is_set(const std::atomic<bool>* stop) {
    return stop != nullptr && stop->load(std::memory_order_relaxed);
}

class NativeInput final : public InputFile {
public:
    NativeInput(UniqueFd fd, std::string name, const std::atomic<bool>* stop = nullptr)
        : fd_(std::move(fd)), name_(std::move(name)), stop_(stop) {}

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
            if (count < 0 && errno == EINTR) {
                if (is_set(stop_)) return Error(ErrorCode::interrupted, "interrupted");
                continue;
            }
            if (count < 0) return failure(ErrorCode::io, name_, errno);
            if (count == 0) break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    UniqueFd fd_;
    std::string name_;
    const std::atomic<bool>* stop_;
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

/// flock(2) belongs to an open file: closing it lets go.
class NativeLock final : public DirectoryLock {
public:
    explicit NativeLock(UniqueFd fd) : fd_(std::move(fd)) {}

private:
    UniqueFd fd_;
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

    Result<std::unique_ptr<DirectoryLock>> lock(LockKind kind) const override {
        // Opened anew, so that threads that share the directory keep each other out.
        UniqueFd fd(::openat(fd_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!fd) return failure(ErrorCode::io, name_, errno);
        if (::flock(fd.get(), kind == LockKind::shared ? LOCK_SH : LOCK_EX) != 0) {
            if (errno == EINTR) return Error(ErrorCode::interrupted, "interrupted");
            return failure(ErrorCode::io, name_, errno);
        }
        return std::make_unique<NativeLock>(std::move(fd));
    }

    Result<FileInfo> info(std::string_view name) const override {
        struct ::stat status {};
        if (!look_at(name, status)) return failure(ErrorCode::open, within(name), errno);
        return info_of(status);
    }

    Result<std::optional<FileInfo>> find(std::string_view name) const override {
        struct ::stat status {};
        if (look_at(name, status)) return info_of(status);
        if (means_absence(errno)) return std::optional<FileInfo>();
        return failure(ErrorCode::open, within(name), errno);
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
        UniqueFd from_parent;
        UniqueFd to_parent;
        const auto source = last_in(from, from_parent);
        const auto target = last_in(to, to_parent);
        if (!source || !target) return failure(ErrorCode::create, within(to), errno);
        const base::Renaming renaming{from_parent ? from_parent.get() : fd_.get(), source->c_str(),
                                      to_parent ? to_parent.get() : fd_.get(), target->c_str()};
        if (existing == Existing::refuse ? renaming.without_replacing() : renaming.replacing())
            return {};
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
    /// False, with errno, if it cannot be looked at.
    bool look_at(std::string_view name, struct ::stat& status) const {
        const std::string text(name);
        if (text.find('/') == std::string::npos)
            return ::fstatat(fd_.get(), text.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
        const UniqueFd fd = open_below(fd_.get(), text, O_PATH);
        return fd && ::fstat(fd.get(), &status) == 0;
    }

    std::string within(std::string_view name) const {
        return std::string(name_).append("/").append(name);
    }

    /// The last component of `name`, and in `parent` the directory that holds it, unless that is
    /// this one. Nothing, with errno, if there is no such directory.
    std::optional<std::string> last_in(std::string_view name, UniqueFd& parent) const {
        const auto slash = name.rfind('/');
        if (slash == std::string_view::npos) return std::string(name);
        parent = open_below(fd_.get(), std::string(name.substr(0, slash)), O_PATH | O_DIRECTORY);
        if (!parent) return std::nullopt;
        return std::string(name.substr(slash + 1));
    }

    /// Calls `act` with the directory that holds the last component of `name`, and that component.
    template <class Act>
    Result<void> in_parent(std::string_view name, ErrorCode code, Act act) {
        UniqueFd parent;
        const auto last = last_in(name, parent);
        if (!last || act(parent ? parent.get() : fd_.get(), last->c_str()) != 0)
            return failure(code, within(name), errno);
        return {};
    }

    UniqueFd fd_;
    std::string name_;
};

class NativeFileSystem final : public FileSystem {
public:
    explicit NativeFileSystem(const std::atomic<bool>* stop) : stop_(stop) {}

    Result<FileInfo> info(const std::filesystem::path& path) const override {
        struct ::stat status {};
        if (!look_at(path, status)) return failure(ErrorCode::open, path.string(), errno);
        return info_of(status);
    }

    Result<std::optional<FileInfo>> find(const std::filesystem::path& path) const override {
        struct ::stat status {};
        if (look_at(path, status)) return info_of(status);
        if (means_absence(errno)) return std::optional<FileInfo>();
        return failure(ErrorCode::open, path.string(), errno);
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
        if (!fd && errno == EINTR && is_set(stop_))  // a FIFO to which nobody writes
            return Error(ErrorCode::interrupted, "interrupted");
        if (!fd) return failure(ErrorCode::open, path.string(), errno);
        const std::string name = standard_input ? "standard input" : path.string();
        auto file = std::make_unique<NativeInput>(std::move(fd), name, stop_);
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

private:
    static bool look_at(const std::filesystem::path& path, struct ::stat& status) {
        return (path == "-" ? ::fstat(0, &status) : ::stat(path.c_str(), &status)) == 0;
    }

    const std::atomic<bool>* stop_;
};

}  // namespace

std::unique_ptr<FileSystem> native_file_system(const std::atomic<bool>* stop) {
    return std::make_unique<NativeFileSystem>(stop);
}

}  // namespace solander
