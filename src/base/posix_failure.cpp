// SPDX-License-Identifier: Apache-2.0
#include "base/posix_failure.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"

namespace solander::base {

namespace {

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

FileKind kind_of(::mode_t mode) {
    if (S_ISREG(mode)) return FileKind::regular;
    if (S_ISDIR(mode)) return FileKind::directory;
    if (S_ISLNK(mode)) return FileKind::symlink;
    if (S_ISFIFO(mode)) return FileKind::fifo;
    if (S_ISSOCK(mode)) return FileKind::socket;
    return FileKind::device;
}

}  // namespace

Error failure(ErrorCode code, std::string_view name, int number) {
    return {code, fmt::format("{}: {}", printable(name), reason(number))};
}

bool means_absence(int number) {
    return number == ENOENT || number == ENOTDIR || number == ELOOP;
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

}  // namespace solander::base
