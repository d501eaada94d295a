// SPDX-License-Identifier: Apache-2.0
#include "pack/block_writer.h"

#include <algorithm>
#include <atomic>

#include <gtest/gtest.h>

#include "base/parallel.h"
#include "support/world.h"

namespace solander::pack {
namespace {

/// Remembers what is written, and notices a second thread. Fails at the block `failing`.
class Recorder final : public OutputFile {
public:
    explicit Recorder(std::size_t size, int failing = -1) : bytes_(size), failing_(failing) {}

    Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
        if (busy_.exchange(true)) shared_ = true;
        std::ranges::copy(bytes, bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
        const bool fails = calls_++ == failing_;
        busy_ = false;
        if (fails) return Error(ErrorCode::io, "no space left");
        return {};
    }
    Result<void> sync() override { return {}; }

    const base::Bytes& bytes() const { return bytes_; }
    bool shared() const { return shared_; }

private:
    base::Bytes bytes_;
    int failing_;
    int calls_ = 0;
    std::atomic<bool> busy_ = false;
    std::atomic<bool> shared_ = false;
};

constexpr std::size_t kBlocks = 500;
constexpr std::size_t kBlockBytes = 64;

std::byte value_of(std::size_t block) {
    return static_cast<std::byte>(block % 251 + 1);
}

Result<void> write_all(OutputFile& file, unsigned jobs) {
    test::World world;
    world.environment.jobs = jobs;
    BlockWriter writer(file, 3);
    std::vector<base::Bytes> blocks(jobs);
    return base::parallel_for(world.environment, kBlocks,
                              [&](unsigned worker, std::size_t index) -> Result<void> {
                                  base::Bytes& block = blocks[worker];
                                  EXPECT_TRUE(block.empty());
                                  block.assign(kBlockBytes, value_of(index));
                                  return writer.write(index * kBlockBytes, block);
                              });
}

TEST(BlockWriter, WritesEachBlockToItsPlaceAndOneAtATime) {
    for (const unsigned jobs : {1U, 2U, 8U}) {
        Recorder file(kBlocks * kBlockBytes);
        ASSERT_TRUE(write_all(file, jobs).has_value());
        EXPECT_FALSE(file.shared());
        for (std::size_t i = 0; i < file.bytes().size(); ++i)
            ASSERT_EQ(file.bytes()[i], value_of(i / kBlockBytes)) << i;
    }
}

TEST(BlockWriter, ReportsAFailedWriteToWhoeverWritesNext) {
    for (const unsigned jobs : {1U, 2U, 8U})
        for (const int failing : {0, 1, 250, 499}) {
            Recorder file(kBlocks * kBlockBytes, failing);
            const auto done = write_all(file, jobs);
            ASSERT_FALSE(done.has_value()) << jobs << " jobs, block " << failing;
            EXPECT_EQ(done.error().code(), ErrorCode::io);
        }
}

}  // namespace
}  // namespace solander::pack
