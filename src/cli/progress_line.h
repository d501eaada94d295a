// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include <solander/environment.h>

namespace solander::cli {

/// One line on a terminal that tells how far the work is, how fast, and how long it will take; it
/// is drawn a few times a second and taken away at the end. Counts from any thread.
class ProgressLine final : public Progress {
public:
    /// Where `visible` is false, nothing is ever written.
    ProgressLine(std::ostream& err, bool visible, std::string_view verb);
    ~ProgressLine() override;
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    void expect(std::uint64_t files, std::uint64_t bytes) override;
    void advance(std::uint64_t files, std::uint64_t bytes) override;
    void clear();

private:
    using SteadyClock = std::chrono::steady_clock;
    void draw(SteadyClock::time_point now);

    std::ostream& err_;
    bool visible_;
    std::string verb_;
    SteadyClock::time_point start_;
    std::atomic<std::uint64_t> files_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;
    std::atomic<std::uint64_t> expected_files_ = 0;
    std::atomic<std::uint64_t> expected_bytes_ = 0;
    std::mutex mutex_;  ///< Of what follows, and of the terminal.
    SteadyClock::time_point drawn_;
    bool shown_ = false;
};

}  // namespace solander::cli
