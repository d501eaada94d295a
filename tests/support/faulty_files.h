// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <solander/file_system.h>

namespace solander::test {

/// Counts operations on files, and makes one of them fail, or lets something happen before one.
struct Fault {
    std::atomic<int> operations = 0;
    int failing = -1;  ///< The operation that fails, from 0; none if negative.
    int moment = -1;   ///< The operation before which something happens.
    std::function<void()> happening = {};
    /// The operations that opened each name. To be looked at when the work is done.
    std::map<std::string, std::vector<int>> opened = {};
    std::mutex opening = {};

    bool strikes() {
        const int operation = operations.fetch_add(1);
        if (operation == moment) happening();
        return operation == failing;
    }
    bool strikes_opening(std::string_view name) {
        {
            const std::lock_guard lock(opening);
            opened[std::string(name)].push_back(operations.load());
        }
        return strikes();
    }
};

/// The real files behind a Fault, which must outlive them.
std::unique_ptr<FileSystem> faulty_file_system(Fault& fault);

}  // namespace solander::test
