// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "package/open_package.h"

namespace solander::package {

/// Collects what workers find; they may call it at one time.
class ContentsBuilder {
public:
    explicit ContentsBuilder(const std::vector<std::size_t>& keep) : keep_(keep) {}

    bool keeps(std::size_t index) const {
        return std::binary_search(keep_.begin(), keep_.end(), index);
    }
    void fail(std::size_t index, FileFailure failure) {
        const std::lock_guard lock(mutex_);
        contents_.failed.insert_or_assign(index, std::move(failure));
    }
    void keep(std::size_t index, base::Bytes bytes) {
        const std::lock_guard lock(mutex_);
        contents_.kept.insert_or_assign(index, std::move(bytes));
    }
    /// For one thread, when no worker runs.
    void add(Code code, std::string subject, std::string message) {
        contents_.container.push_back({code, std::move(subject), std::move(message)});
    }
    Contents& contents() { return contents_; }

private:
    const std::vector<std::size_t>& keep_;
    std::mutex mutex_;
    Contents contents_;
};

}  // namespace solander::package
