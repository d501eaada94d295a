// SPDX-License-Identifier: Apache-2.0
#include "base/posix_names.h"

#include <cerrno>
#include <cstdio>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace solander::base {

namespace {

bool flags_are_unknown() {
    return errno == EINVAL || errno == ENOSYS;
}

/// One component at a time, each without its links.
UniqueFd open_step_by_step(int directory, std::string_view name, int flags, ::mode_t mode) {
    UniqueFd at;
    for (;;) {
        const auto slash = name.find('/');
        const std::string component(name.substr(0, slash));
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
        name.remove_prefix(slash + 1);
    }
}

}  // namespace

UniqueFd open_below(int directory, const std::string& name, int flags, ::mode_t mode) {
    ::open_how how{};
    how.flags = static_cast<unsigned>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.mode = mode;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto fd = ::syscall(SYS_openat2, directory, name.c_str(), &how, sizeof how);
    if (fd >= 0 || (errno != ENOSYS && errno != EPERM)) return UniqueFd(static_cast<int>(fd));
    return open_step_by_step(directory, name, flags, mode);
}

bool Renaming::without_replacing() const {
    return attempt(RENAME_NOREPLACE) || (flags_are_unknown() && by_link());
}

bool Renaming::replacing() const {
    if (attempt(0)) return true;
    if (errno != ENOTEMPTY && errno != EEXIST) return false;
    return attempt(RENAME_EXCHANGE) || (flags_are_unknown() && by_setting_aside());
}

bool Renaming::attempt(unsigned flags) const {
    return ::renameat2(from_directory, from, to_directory, to, flags) == 0;
}

/// link(2) replaces nothing. It takes no directories; but a directory never replaces a file, nor a
/// directory with something in it, so that looking first leaves only an empty one to be replaced.
bool Renaming::by_link() const {
    if (::linkat(from_directory, from, to_directory, to, 0) == 0)
        return ::unlinkat(from_directory, from, 0) == 0;
    if (errno == EEXIST) return false;
    struct ::stat status {};
    if (::fstatat(to_directory, to, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return false;
    }
    return attempt(0);
}

bool Renaming::by_setting_aside() const {
    const std::string aside = std::string(from) + ".aside";
    if (::renameat(to_directory, to, from_directory, aside.c_str()) != 0) return false;
    if (attempt(0)) return ::renameat(from_directory, aside.c_str(), from_directory, from) == 0;
    const int problem = errno;
    static_cast<void>(::renameat(from_directory, aside.c_str(), to_directory, to));
    errno = problem;
    return false;
}

}  // namespace solander::base
