// SPDX-License-Identifier: Apache-2.0
#include "cli/sandbox.h"

#include <sys/prctl.h>

#include "cli/landlock.h"
#include "cli/seccomp_filter.h"

namespace solander::cli {

namespace {

/// Sanitizers look into their own process from another one.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

}  // namespace

Confined LinuxSandbox::confine(std::span<const std::filesystem::path> writable) {
    Confined confined;
    if (kIsSanitized) {
        confined.reason = "this build has a sanitizer, which needs what would be given up";
        return confined;
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        confined.reason = "the kernel does not let a process give up rights";
        return confined;
    }
    const Landlock landlock = confine_by_landlock(writable);
    confined.by_landlock = landlock != Landlock::absent;
    const bool writes = !writable.empty();
    const bool half = landlock == Landlock::without_truncation;
    confined.by_seccomp =
        confine_by_seccomp({.changes = !writes,
                            .truncation = writes && half,
                            .openat2 = half || (!writes && landlock == Landlock::absent)});
    confined.wholly = confined.by_seccomp && (confined.by_landlock || !writes);
    if (!confined.by_seccomp)
        confined.reason = "the kernel has no seccomp filters for this process";
    else if (!confined.wholly)
        confined.reason = "the kernel has no Landlock, so that files could be written";
    return confined;
}

}  // namespace solander::cli
