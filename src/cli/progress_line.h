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
    /// From now on tells of `of` things, called `noun`, instead of files, and how fast they go.
    void count(std::string_view noun, std::uint64_t of);
    void count_one();
    void clear();

private:
    using SteadyClock = std::chrono::steady_clock;
    void draw_if_due();
    void draw(SteadyClock::time_point now);
    std::string remaining_text(double seconds) const;

    std::ostream& err_;
    bool visible_;
    std::string verb_;
    SteadyClock::time_point start_;
    std::atomic<std::uint64_t> files_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;
    std::atomic<std::uint64_t> expected_files_ = 0;
    std::atomic<std::uint64_t> expected_bytes_ = 0;
    std::atomic<std::uint64_t> counted_ = 0;
    std::uint64_t expected_count_ = 0;
    std::string counted_noun_;  ///< Empty: files are told of.
    std::mutex mutex_;          ///< Of what follows, and of the terminal.
    SteadyClock::time_point drawn_;
    bool shown_ = false;
};

}  // namespace solander::cli
