// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

#include <solander/error.h>

#include "base/bytes.h"
#include "base/unique_fd.h"

namespace solander::crypto {

/// How long to wait for an agent, and whom to tell of it.
struct AgentWait {
    std::chrono::milliseconds most;
    std::chrono::milliseconds patience = {};
    std::function<void()> waiting = {};  ///< Called once, after `patience`. May be empty.
    const std::atomic<bool>* stop = nullptr;
};

/// A connection to an ssh-agent's Unix socket, for one request.
class AgentChannel {
public:
    /// Errors: open; io (too late); interrupted.
    static Result<AgentChannel> connect(const std::filesystem::path& socket, AgentWait wait);

    /// Sends one message, and returns the one that comes back: its type, then its content.
    /// Errors: io (closed, too long, too late); interrupted.
    Result<base::Bytes> ask(base::BytesView message);

private:
    AgentChannel(base::UniqueFd fd, AgentWait wait)
        : fd_(std::move(fd)), wait_(std::move(wait)), begun_(std::chrono::steady_clock::now()) {}

    Result<void> connect_to(const std::filesystem::path& socket);
    Result<void> pause(short events);
    Result<void> send(base::BytesView bytes);
    Result<base::Bytes> receive(std::size_t size);

    base::UniqueFd fd_;
    AgentWait wait_;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace solander::crypto
