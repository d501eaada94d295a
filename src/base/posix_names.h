// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <sys/types.h>

#include "base/unique_fd.h"

namespace solander::base {

/// Opens `name` below `directory` without following any link and without leaving it: by openat2(2),
/// or one component at a time where the kernel or a sandbox does not have that. Empty, with errno,
/// if it cannot be opened.
UniqueFd open_below(int directory, const std::string& name, int flags, ::mode_t mode = 0);

/// One name on its way to another, neither of them with a slash. Each function says whether it came
/// there, with errno if not. NFS and others know no flags of renameat2(2); there, what the flags do
/// in one step takes two.
struct Renaming {
    int from_directory;
    const char* from;
    int to_directory;
    const char* to;

    /// Fails with EEXIST if the target is there.
    bool without_replacing() const;
    /// Overwrites a file; swaps with a directory that has something in it.
    bool replacing() const;

private:
    bool attempt(unsigned flags) const;
    bool by_link() const;
    bool by_setting_aside() const;
};

}  // namespace solander::base
