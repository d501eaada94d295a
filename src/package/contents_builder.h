// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "package/open_package.h"

namespace solander::package {

/// Collects what workers find, and hands over what is wanted; they may call it at one time.
class ContentsBuilder {
public:
    explicit ContentsBuilder(const Wanted& wanted) : wanted_(wanted) {}

    bool wants(std::size_t index) const {
        return std::binary_search(wanted_.files.begin(), wanted_.files.end(), index);
    }
    void hand_over(std::size_t index, base::BytesView bytes) const { wanted_.take(index, bytes); }
    void fail(std::size_t index, FileFailure failure) {
        const std::lock_guard lock(mutex_);
        contents_.failed.insert_or_assign(index, std::move(failure));
    }
    /// That a file is not as it was when reading it began.
    void change(std::string subject) {
        const std::lock_guard lock(mutex_);
        changed_.push_back(std::move(subject));
    }
    /// For one thread, when no worker runs.
    void add_changes() {
        std::sort(changed_.begin(), changed_.end());
        for (auto& subject : changed_)
            add(Code::package_changed, std::move(subject), std::string(kChanged));
        changed_.clear();
    }
    /// For one thread, when no worker runs.
    void add(Code code, std::string subject, std::string message) {
        contents_.container.push_back({code, std::move(subject), std::move(message)});
    }
    Contents& contents() { return contents_; }

private:
    const Wanted& wanted_;
    std::mutex mutex_;
    Contents contents_;
    std::vector<std::string> changed_;
};

}  // namespace solander::package
