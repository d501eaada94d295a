// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace solander::cli {

/// How much of changing files is refused: what changes attributes, all that is known by its number
/// and its arguments, or also openat2(2), whose arguments a filter cannot look into.
enum class FileChanges { allowed, refused, refused_without_landlock };

/// Has the kernel refuse, with EPERM, what no reader of packages needs: the network, running
/// programs, new processes, looking into others, mounting, and interfaces of the kernel that go
/// round all this. Whether the kernel did so. It needs no_new_privs (prctl(2)) to be set.
bool confine_by_seccomp(FileChanges changes);

}  // namespace solander::cli
