// SPDX-License-Identifier: Apache-2.0
#include "pack/block_writer.h"

#include <utility>

namespace solander::pack {

Result<void> BlockWriter::write(std::uint64_t offset, base::Bytes& block) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return error_ || !writing_ || waiting_.size() < most_waiting_; });
    if (error_) return *error_;
    waiting_.push_back({offset, std::move(block)});
    block = base::Bytes();
    if (!spare_.empty()) {
        block = std::move(spare_.back());
        spare_.pop_back();
    }
    if (!writing_) write_waiting(lock);
    return error_ ? Result<void>(*error_) : Result<void>();
}

void BlockWriter::write_waiting(std::unique_lock<std::mutex>& lock) {
    writing_ = true;
    while (!waiting_.empty() && !error_) {
        Block block = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        room_.notify_one();
        auto written = file_.write_at(block.offset, block.bytes);
        block.bytes.clear();
        lock.lock();
        if (!written) error_ = std::move(written).error();
        spare_.push_back(std::move(block.bytes));
    }
    writing_ = false;
    room_.notify_all();
}

}  // namespace solander::pack
