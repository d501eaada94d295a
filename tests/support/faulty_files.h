// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>

#include <solander/file_system.h>

namespace solander::test {

/// Counts operations on files, and makes one of them fail.
struct Fault {
    std::atomic<int> operations = 0;
    int failing = -1;  ///< The operation that fails, from 0; none if negative.

    bool strikes() { return operations.fetch_add(1) == failing; }
};

/// The real files behind a Fault, which must outlive them.
std::unique_ptr<FileSystem> faulty_file_system(Fault& fault);

}  // namespace solander::test
