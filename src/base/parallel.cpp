// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace solander::base {

namespace {

/// Keeps the failure with the lowest index, and whatever was thrown (out of memory, a bug).
class FirstFailure {
public:
    void record_thrown() {
        const std::lock_guard lock(mutex_);
        if (!thrown_) thrown_ = std::current_exception();
        failed_.store(true, std::memory_order_relaxed);
    }
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
    const std::exception_ptr& thrown() const { return thrown_; }

private:
    std::mutex mutex_;
    std::atomic<bool> failed_ = false;
    std::size_t index_ = 0;
    std::optional<Error> error_;
    std::exception_ptr thrown_;
};

}  // namespace

Result<void> parallel_for(const Environment& environment, std::size_t count,
                          const std::function<Result<void>(unsigned, std::size_t)>& work) {
    std::atomic<std::size_t> cursor = 0;
    FirstFailure failure;
    const auto take_work = [&](unsigned worker) {
        while (!failure.failed() && !environment.stopped()) {
            const std::size_t index = cursor.fetch_add(1, std::memory_order_relaxed);
            if (index >= count) return;
            if (auto done = work(worker, index); !done)
                failure.record(index, std::move(done).error());
        }
    };
    const auto run = [&](unsigned worker) {
        try {
            take_work(worker);
        } catch (...) {  // not to end the program from a thread, with drafts left behind
            failure.record_thrown();
        }
    };
    const auto workers = static_cast<unsigned>(
        std::clamp<std::size_t>(environment.jobs, 1, std::max<std::size_t>(count, 1)));
    {
        std::vector<std::jthread> threads;  // joins when it leaves
        try {
            for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
        } catch (const std::system_error&) {
            // The system has no more threads to give: those that there are do all of it.
        }
        run(0);
    }
    if (failure.thrown()) std::rethrow_exception(failure.thrown());
    if (failure.error()) return *failure.error();
    if (environment.stopped()) return Error(ErrorCode::interrupted, "interrupted");
    return {};
}

}  // namespace solander::base
