// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace solander::cli {

/// What is refused to do with files, beyond changing their attributes, which always is.
struct RefusedToFiles {
    bool changes = false;     ///< All that is known by the call's number and arguments.
    bool truncation = false;  ///< By the file's name.
    bool openat2 = false;     ///< Its arguments are where a filter cannot look.
};

/// Has the kernel refuse, with EPERM, what no reader of packages needs: the network, running
/// programs, new processes, signals to others and looking into them, typing into the terminal,
/// mounting, and interfaces of the kernel that go round all this. Whether the kernel did so. It
/// needs no_new_privs (prctl(2)) to be set.
bool confine_by_seccomp(const RefusedToFiles& refused);

}  // namespace solander::cli
