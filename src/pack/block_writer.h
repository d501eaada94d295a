// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include <solander/file_system.h>

#include "base/bytes.h"

namespace solander::pack {

/// Writes blocks to one file for many workers. A file system lets one thread at a time write to a
/// file; so a worker that finds another one writing leaves its block to that one and goes on,
/// rather than wait for its turn. Threads share a BlockWriter.
class BlockWriter {
public:
    /// `file` must outlive the writer. At most `most_waiting` blocks are held; beyond that, workers
    /// wait.
    BlockWriter(OutputFile& file, std::size_t most_waiting)
        : file_(file), most_waiting_(most_waiting) {}

    /// Takes the bytes of `block` and leaves it empty, with room for others. All that was handed
    /// over is written once every call has returned. Errors: those of any write so far.
    Result<void> write(std::uint64_t offset, base::Bytes& block);

private:
    struct Block {
        std::uint64_t offset = 0;
        base::Bytes bytes;
    };

    /// Writes all that waits, also what comes meanwhile.
    void write_waiting(std::unique_lock<std::mutex>& lock);

    OutputFile& file_;
    std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::deque<Block> waiting_;
    std::vector<base::Bytes> spare_;
    bool writing_ = false;
    std::optional<Error> error_;
};

}  // namespace solander::pack
