// SPDX-License-Identifier: Apache-2.0
#include "cli/landlock.h"

#include <cstddef>
#include <cstdint>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
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

/// Of these, such as a file can have that is no directory.
constexpr std::uint64_t kRightsOfFiles = LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;

// The same, for the whole of what newer ones take. Older ones get as much of it as they know.
struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};
constexpr std::uint64_t kBindOrConnect = 0b11;
constexpr std::uint64_t kAbstractSocketsAndSignals = 0b11;

std::size_t size_known_to(long version) {
    if (version >= 6) return sizeof(RulesetAttributes);
    return version >= 4 ? offsetof(RulesetAttributes, scopes)
                        : offsetof(RulesetAttributes, network);
}

/// What is not there gets no rights: neither does what it would be made in. Nor does what cannot be
/// given any; that is no reason to leave everything else open.
void allow(int ruleset, const std::filesystem::path& path, std::uint64_t rights) {
    const base::UniqueFd opened(::open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!opened || ::fstat(opened.get(), &status) != 0) return;
    ::landlock_path_beneath_attr rule{};
    rule.allowed_access = S_ISDIR(status.st_mode) ? rights : rights & kRightsOfFiles;
    rule.parent_fd = opened.get();
    static_cast<void>(
        ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0));
}

}  // namespace

Landlock confine_by_landlock(std::span<const std::filesystem::path> writable) {
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    // Version 1 refuses every move from one directory to another, and a memory needs them.
    if (version < 1 || (version < 2 && !writable.empty())) return Landlock::absent;
    const std::uint64_t rights = changes(version);
    const RulesetAttributes attributes{.files = rights | LANDLOCK_ACCESS_FS_EXECUTE,
                                       .network = kBindOrConnect,
                                       .scopes = kAbstractSocketsAndSignals};
    const base::UniqueFd ruleset(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, size_known_to(version), 0)));
    if (!ruleset) return Landlock::absent;
    for (const auto& path : writable) allow(ruleset.get(), path, rights);
    if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) return Landlock::absent;
    return version < 3 ? Landlock::without_truncation : Landlock::whole;
}

}  // namespace solander::cli
