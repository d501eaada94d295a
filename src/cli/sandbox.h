// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace solander::cli {

/// What came of giving up rights.
struct Confined {
    bool by_seccomp = false;
    bool by_landlock = false;

    /// No network, no programs, and no writing but where it was allowed: all three.
    bool wholly = false;
    std::string reason = {};  ///< Where it is not: what the kernel did not give.
};

/// Rights that the process gives up before it reads what may be hostile: a reader that is led
/// astray by it can then do little. There is no way back.
class Sandbox {
public:
    virtual ~Sandbox() = default;
    /// From here on the calling thread, and all that it starts, neither open the network nor run
    /// programs nor start processes, and write nothing but below `writable` and into files that
    /// are open already. What of `writable` is not there cannot be made, either. Call it before
    /// there are other threads.
    virtual Confined confine(std::span<const std::filesystem::path> writable) = 0;
};

/// By Landlock and seccomp, as far as the kernel has them (landlock(7), seccomp(2)).
class LinuxSandbox final : public Sandbox {
public:
    Confined confine(std::span<const std::filesystem::path> writable) override;
};

}  // namespace solander::cli
