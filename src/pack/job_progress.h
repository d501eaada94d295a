// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>

#include <solander/environment.h>

namespace solander::pack {

/// The progress of one job among many, whose total was told before: it hands on what the job does,
/// and never more or, at its end, less than that.
class JobProgress final : public Progress {
public:
    /// `whole` may be null, and must outlive this.
    JobProgress(Progress* whole, std::uint64_t files, std::uint64_t bytes)
        : whole_(whole), files_left_(files), bytes_left_(bytes) {}
    ~JobProgress() override { complete(); }
    JobProgress(const JobProgress&) = delete;
    JobProgress& operator=(const JobProgress&) = delete;
    JobProgress(JobProgress&&) = delete;
    JobProgress& operator=(JobProgress&&) = delete;

    void expect(std::uint64_t /*files*/, std::uint64_t /*bytes*/) override {}
    void advance(std::uint64_t files, std::uint64_t bytes) override {
        files = take(files_left_, files);
        bytes = take(bytes_left_, bytes);
        if (whole_ != nullptr && (files > 0 || bytes > 0)) whole_->advance(files, bytes);
    }
    /// There is nothing left to wait for, whether it was done or not.
    void complete() { advance(files_left_, bytes_left_); }

private:
    static std::uint64_t take(std::atomic<std::uint64_t>& left, std::uint64_t wanted) {
        std::uint64_t before = left.load();
        while (!left.compare_exchange_weak(before, before - std::min(before, wanted))) {
        }
        return std::min(before, wanted);
    }

    Progress* whole_;
    std::atomic<std::uint64_t> files_left_;
    std::atomic<std::uint64_t> bytes_left_;
};

}  // namespace solander::pack
