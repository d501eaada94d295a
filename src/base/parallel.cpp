// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace solander::base {

namespace {

/// Keeps the failure with the lowest index.
class FirstFailure {
public:
    void record(std::size_t index, Error error) {
        const std::lock_guard lock(mutex_);
        if (!error_ || index < index_) {
            index_ = index;
            error_ = std::move(error);
        }
        failed_.store(true, std::memory_order_relaxed);
    }
    bool failed() const { return failed_.load(std::memory_order_relaxed); }
    const std::optional<Error>& error() const { return error_; }

private:
    std::mutex mutex_;
    std::atomic<bool> failed_ = false;
    std::size_t index_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<void> parallel_for(const Environment& environment, std::size_t count,
                          const std::function<Result<void>(unsigned, std::size_t)>& work) {
    std::atomic<std::size_t> cursor = 0;
    FirstFailure failure;
    const auto run = [&](unsigned worker) {
        while (!failure.failed() && !environment.stopped()) {
            const std::size_t index = cursor.fetch_add(1, std::memory_order_relaxed);
            if (index >= count) return;
            if (auto done = work(worker, index); !done)
                failure.record(index, std::move(done).error());
        }
    };
    const auto workers = static_cast<unsigned>(
        std::clamp<std::size_t>(environment.jobs, 1, std::max<std::size_t>(count, 1)));
    {
        std::vector<std::jthread> threads;  // joins when it leaves, also if a later start throws
        for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
        run(0);
    }
    if (failure.error()) return *failure.error();
    if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
    return {};
}

}  // namespace solander::base
