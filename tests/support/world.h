// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include <solander/environment.h>
#include <solander/key.h>
#include <solander/pack.h>
#include <solander/verify.h>

namespace solander::test {

/// A clock that stands still; local time is UTC.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp now) : now_(now) {}
    Timestamp now() const override { return now_; }
    std::optional<Timestamp> from_local(const CivilTime& local) const override;

private:
    Timestamp now_;
};

/// Adds up what it is told.
struct CountedProgress final : Progress {
    std::atomic<std::uint64_t> files_expected = 0;
    std::atomic<std::uint64_t> bytes_expected = 0;
    std::atomic<std::uint64_t> files_done = 0;
    std::atomic<std::uint64_t> bytes_done = 0;

    void expect(std::uint64_t files, std::uint64_t bytes) override {
        files_expected += files;
        bytes_expected += bytes;
    }
    void advance(std::uint64_t files, std::uint64_t bytes) override {
        files_done += files;
        bytes_done += bytes;
    }
};

/// The world of most tests: real files, a clock that stands at 2026-12-01T00:00:00Z.
struct World {
    std::unique_ptr<FileSystem> files = native_file_system();
    FixedClock clock{*Timestamp::parse("2026-12-01T00:00:00Z")};
    std::atomic<bool> stop = false;
    Environment environment{.files = *files, .clock = clock, .stop = &stop, .jobs = 2};
};

/// A key of the fixtures: `archivist` or `registrar`.
SigningKey fixture_key(const std::string& name);

/// `archivist@example.org …` for the named keys of the fixtures.
std::string trust_lines(const std::vector<std::string>& names);

/// A package of the fixtures' archivist, sealed 2026-11-24T00:00:00Z. Throws if it can't be made.
Packed make_fixture_package(World& world, std::vector<std::filesystem::path> inputs,
                            const std::filesystem::path& output, const std::string& name);

/// The codes of a report's findings, in order: `payload.digest payload.size`.
std::string codes(const Report& report);

}  // namespace solander::test
