// SPDX-License-Identifier: Apache-2.0
#include "crypto/agent_channel.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/posix_failure.h"
#include "base/try.h"
#include "crypto/ssh_wire.h"

namespace solander::crypto {

namespace {

/// Whoever asks us to stop need not wait longer than this.
constexpr int kTickMilliseconds = 50;

Error closed_early() {
    return {ErrorCode::io, "the agent closed the connection before it had answered"};
}

Result<::sockaddr_un> address_of(const std::string& path) {
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto room = sizeof address.sun_path - 1;
    if (path.empty() || path.size() > room)
        return Error(ErrorCode::open, fmt::format("the path of a socket has 1 to {} bytes", room));
    std::ranges::copy(path, std::begin(address.sun_path));
    return address;
}

}  // namespace

Result<AgentChannel> AgentChannel::connect(const std::filesystem::path& socket, AgentWait wait) {
    base::UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (fd.get() < 0) return base::failure(ErrorCode::io, "a socket", errno);
    AgentChannel channel(std::move(fd), std::move(wait));
    SOLANDER_TRY(channel.connect_to(socket));
    return channel;
}

Result<void> AgentChannel::connect_to(const std::filesystem::path& socket) {
    SOLANDER_TRY_ASSIGN(const ::sockaddr_un address, address_of(socket.string()));
    const auto* const general =
        reinterpret_cast<const ::sockaddr*>(&address);  // as connect(2) wants it
    while (::connect(fd_.get(), general, sizeof address) != 0) {
        if (errno != EAGAIN && errno != EINTR)
            return base::failure(ErrorCode::open, "no agent answers", errno);
        SOLANDER_TRY(pause(0));  // it has as many callers as it can take
    }
    return {};
}

/// Waits a little, or until there is something to do.
Result<void> AgentChannel::pause(short events) {
    const auto waited = std::chrono::steady_clock::now() - begun_;
    if (wait_.stop != nullptr && wait_.stop->load(std::memory_order_relaxed))
        return Error(ErrorCode::interrupted, "interrupted");
    if (waited >= wait_.most)
        return Error(
            ErrorCode::io,
            fmt::format("the agent did not answer within {} seconds",
                        std::chrono::duration_cast<std::chrono::seconds>(wait_.most).count()));
    if (wait_.waiting && waited >= wait_.patience) std::exchange(wait_.waiting, nullptr)();
    ::pollfd what{.fd = events == 0 ? -1 : fd_.get(), .events = events, .revents = 0};
    if (::poll(&what, 1, kTickMilliseconds) < 0 && errno != EINTR)
        return base::failure(ErrorCode::io, "waiting for the agent", errno);
    return {};
}

Result<void> AgentChannel::send(base::BytesView bytes) {
    while (!bytes.empty()) {
        const ::ssize_t count = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        } else if (errno == EPIPE || errno == ECONNRESET) {
            return closed_early();
        } else if (errno != EAGAIN && errno != EINTR) {
            return base::failure(ErrorCode::io, "asking the agent", errno);
        } else {
            SOLANDER_TRY(pause(POLLOUT));
        }
    }
    return {};
}

Result<base::Bytes> AgentChannel::receive(std::size_t size) {
    base::Bytes bytes(size);
    for (std::size_t done = 0; done < size;) {
        const ::ssize_t count = ::recv(fd_.get(), bytes.data() + done, size - done, 0);
        if (count > 0) {
            done += static_cast<std::size_t>(count);
        } else if (count == 0 || errno == ECONNRESET) {
            return closed_early();
        } else if (errno != EAGAIN && errno != EINTR) {
            return base::failure(ErrorCode::io, "reading the agent's answer", errno);
        } else {
            SOLANDER_TRY(pause(POLLIN));
        }
    }
    return bytes;
}

Result<base::Bytes> AgentChannel::ask(base::BytesView message) {
    SOLANDER_TRY(send(SshWriter().string(message).take()));
    SOLANDER_TRY_ASSIGN(const base::Bytes head, receive(sizeof(std::uint32_t)));
    const std::uint32_t size = SshReader(head).uint32().value_or(0);
    const auto limit = base::Limits{}.agent_answer_bytes;
    if (size == 0 || size > limit)
        return Error(ErrorCode::io,
                     fmt::format("the agent announces an answer of {} bytes, where 1 to {} are "
                                 "allowed",
                                 size, limit));
    return receive(size);
}

}  // namespace solander::crypto
