// SPDX-License-Identifier: Apache-2.0
#include "cli/landlock.h"

#include <cstdint>
#include <system_error>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/unique_fd.h"

namespace solander::cli {

namespace {

// What newer kernels than the headers of Debian 12 know: linux/landlock.h.
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;

/// Everything that changes a file system, as far as this version of the interface knows it.
std::uint64_t changes(long version) {
    std::uint64_t rights = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                           LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                           LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                           LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                           LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    if (version >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) rights |= kTruncate;
    return rights;
}

/// The directory itself, or the nearest above it that is there.
base::UniqueFd nearest_directory(std::filesystem::path path) {
    for (;;) {
        base::UniqueFd fd(::open(path.empty() ? "." : path.c_str(), O_PATH | O_CLOEXEC));
        if (fd || path.empty() || path == path.root_path()) return fd;
        // A trailing slash is an empty name, which is no directory more.
        path = path.has_filename() ? path.parent_path() : path.parent_path().parent_path();
    }
}

bool allow(int ruleset, const std::filesystem::path& path, std::uint64_t rights) {
    const base::UniqueFd directory = nearest_directory(path);
    ::landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = directory.get();
    return directory &&
           ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

}  // namespace

bool confine_by_landlock(std::span<const std::filesystem::path> writable) {
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    // Version 1 refuses every move from one directory to another, and a memory needs them.
    if (version < 1 || (version < 2 && !writable.empty())) return false;
    const std::uint64_t rights = changes(version);
    ::landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = rights | LANDLOCK_ACCESS_FS_EXECUTE;
    const base::UniqueFd ruleset(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0)));
    if (!ruleset) return false;
    for (const auto& path : writable)
        if (!allow(ruleset.get(), path, rights)) return false;
    return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

}  // namespace solander::cli
