// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_line.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "report/emitter.h"

namespace solander::cli {

namespace {

constexpr std::chrono::milliseconds kBetweenDrawings(200);

std::string remaining(double seconds) {
    const auto left = static_cast<std::uint64_t>(seconds);
    if (left >= 3600) return fmt::format("{} h {:02} min left", left / 3600, left / 60 % 60);
    if (left >= 60) return fmt::format("{} min {:02} s left", left / 60, left % 60);
    return fmt::format("{} s left", left);
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& err, bool visible, std::string_view verb)
    : err_(err), visible_(visible), verb_(verb), start_(SteadyClock::now()), drawn_(start_) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::expect(std::uint64_t files, std::uint64_t bytes) {
    expected_files_ += files;
    expected_bytes_ += bytes;
}

void ProgressLine::advance(std::uint64_t files, std::uint64_t bytes) {
    files_.fetch_add(files, std::memory_order_relaxed);
    bytes_.fetch_add(bytes, std::memory_order_relaxed);
    draw_if_due();
}

void ProgressLine::count(std::string_view noun, std::uint64_t of) {
    const std::lock_guard lock(mutex_);
    counted_noun_ = noun;
    expected_count_ = of;
    start_ = SteadyClock::now();  // what was read before is not the work that is counted
    drawn_ = start_;
}

void ProgressLine::count_one() {
    counted_.fetch_add(1, std::memory_order_relaxed);
    draw_if_due();
}

void ProgressLine::draw_if_due() {
    if (!visible_) return;
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock.owns_lock()) return;  // somebody else is drawing
    const auto now = SteadyClock::now();
    if (now - drawn_ >= kBetweenDrawings) draw(now);
}

void ProgressLine::draw(SteadyClock::time_point now) {
    drawn_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = static_cast<double>(bytes_.load()) / seconds;
    const bool counts = !counted_noun_.empty();
    err_ << fmt::format("\r\x1b[K{} {} of {} {}, {} of {}, {}/s", verb_,
                        counts ? counted_.load() : files_.load(),
                        counts ? expected_count_ : expected_files_.load(),
                        counts ? counted_noun_ : "files", report::size_text(bytes_.load()),
                        report::size_text(expected_bytes_.load()),
                        report::size_text(static_cast<std::uint64_t>(rate)))
         << remaining_text(seconds);
    err_ << std::flush;
}

/// By bytes; where many things are counted, small files may take longer than their bytes tell.
std::string ProgressLine::remaining_text(double seconds) const {
    const auto left_of = [seconds](std::uint64_t done, std::uint64_t expected) {
        if (done == 0 || expected <= done) return 0.0;
        return static_cast<double>(expected - done) * seconds / static_cast<double>(done);
    };
    if (bytes_.load() == 0) return {};
    double left = left_of(bytes_.load(), expected_bytes_.load());
    if (!counted_noun_.empty()) left = std::max(left, left_of(files_.load(), expected_files_));
    return ", " + remaining(left);
}

void ProgressLine::clear() {
    const std::lock_guard lock(mutex_);
    if (!shown_) return;
    err_ << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace solander::cli
