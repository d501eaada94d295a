// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <vector>

#include <gtest/gtest.h>

namespace solander::base {
namespace {

struct World {
    std::unique_ptr<FileSystem> files = native_file_system();
    std::unique_ptr<Clock> clock = system_clock();
    std::atomic<bool> stop = false;
    Environment environment{.files = *files, .clock = *clock, .stop = &stop, .jobs = 4};
};

TEST(ParallelFor, DoesEachIndexOnce) {
    World world;
    std::vector<std::atomic<int>> done(10'000);
    const auto result = parallel_for(world.environment, done.size(), [&](unsigned, std::size_t i) {
        done[i].fetch_add(1);
        return Result<void>();
    });
    EXPECT_TRUE(result.has_value());
    for (const auto& count : done) EXPECT_EQ(count.load(), 1);
}

TEST(ParallelFor, GivesEachWorkerItsOwnNumber) {
    World world;
    std::vector<std::atomic<int>> busy(4);
    std::atomic<bool> shared = false;
    const auto result = parallel_for(world.environment, 1'000, [&](unsigned worker, std::size_t) {
        if (busy.at(worker).fetch_add(1) != 0) shared = true;
        busy.at(worker).fetch_sub(1);
        return Result<void>();
    });
    EXPECT_TRUE(result.has_value());
    EXPECT_FALSE(shared);
}

TEST(ParallelFor, ReturnsTheFailureWithTheLowestIndex) {
    World world;
    for (int round = 0; round < 50; ++round) {
        const auto result =
            parallel_for(world.environment, 100, [&](unsigned, std::size_t i) -> Result<void> {
                return Error(ErrorCode::io, "failure " + std::to_string(i));
            });
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().message(), "failure 0");
    }
}

TEST(ParallelFor, StopsWhenAsked) {
    World world;
    std::atomic<int> calls = 0;
    const auto result = parallel_for(world.environment, 1'000'000, [&](unsigned, std::size_t) {
        if (calls.fetch_add(1) >= 10) world.stop = true;
        return Result<void>();
    });
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code(), ErrorCode::interrupted);
    EXPECT_LE(calls.load(), 10 + static_cast<int>(world.environment.jobs));
}

TEST(ParallelFor, HasNothingToDoForNothing) {
    World world;
    EXPECT_TRUE(parallel_for(world.environment, 0, [](unsigned, std::size_t) -> Result<void> {
                    return Error(ErrorCode::internal, "called");
                }).has_value());
}

}  // namespace
}  // namespace solander::base
