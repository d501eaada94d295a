// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include <solander/file_system.h>
#include <solander/timestamp.h>

namespace solander {

/// A date and time without a zone, as a person writes them.
struct CivilTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
    /// The moment that `local` means in the reader's own time zone; nothing outside Timestamp.
    virtual std::optional<Timestamp> from_local(const CivilTime& local) const = 0;
    /// The same with the clocks never put forward in summer.
    virtual std::optional<Timestamp> from_local_standard(const CivilTime& local) const {
        return from_local(local);
    }
};

/// Told how far the work has come. Called from any thread, often; must be quick.
class Progress {
public:
    virtual ~Progress() = default;
    /// More work is known: called before the work itself.
    virtual void expect(std::uint64_t files, std::uint64_t bytes) = 0;
    virtual void advance(std::uint64_t files, std::uint64_t bytes) = 0;
};

/// The world that the library sees. It has no other: it never prints, exits, or reads the clock,
/// the environment or the current directory. All members must outlive the call they are given to.
struct Environment {
    FileSystem& files;
    const Clock& clock;
    Progress* progress = nullptr;
    /// Set from outside (a signal handler, another thread) to stop early with
    /// ErrorCode::interrupted.
    const std::atomic<bool>* stop = nullptr;
    /// Threads to work with; results never depend on it.
    unsigned jobs = 1;

    bool stopped() const noexcept {
        return stop != nullptr && stop->load(std::memory_order_relaxed);
    }
};

/// The system's clock and the time zone of its environment.
std::unique_ptr<Clock> system_clock();

}  // namespace solander
