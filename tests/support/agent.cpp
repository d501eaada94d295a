// SPDX-License-Identifier: Apache-2.0
#include "support/agent.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "crypto/ssh_wire.h"
#include "support/process.h"
#include "support/world.h"

namespace solander::test {

namespace {

/// Says who the agent is, and then waits until its input ends, which the test's end does, too.
constexpr const char* kGuard = "echo $SSH_AGENT_PID; exec cat";

int bind_at(const std::filesystem::path& path) {
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path) throw std::runtime_error("too long: " + text);
    std::copy(text.begin(), text.end(), std::begin(address.sun_path));
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || ::bind(fd, reinterpret_cast<const ::sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(fd, 16) != 0)
        throw std::runtime_error("no socket at " + text);
    return fd;
}

/// Exactly so many bytes, or fewer at the end.
std::string receive(int fd, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ::ssize_t count = ::read(fd, bytes.data() + done, size - done);
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

}  // namespace

RunningAgent::RunningAgent(const std::filesystem::path& socket) : socket_(socket) {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (::pipe2(to.data(), O_CLOEXEC) != 0 || ::pipe2(from.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipes");
    guard_ = ::fork();
    if (guard_ < 0) throw std::runtime_error("cannot fork");
    if (guard_ == 0) {
        ::dup2(to[0], 0);
        ::dup2(from[1], 1);
        ::execlp("ssh-agent", "ssh-agent", "-a", socket_.c_str(), "sh", "-c", kGuard, nullptr);
        ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    std::string pid;
    for (std::string c = receive(from[0], 1); !c.empty() && c != "\n"; c = receive(from[0], 1))
        pid += c;
    ::close(from[0]);
    agent_ = static_cast<::pid_t>(std::strtol(pid.c_str(), nullptr, 10));
    if (agent_ <= 0) throw std::runtime_error("ssh-agent does not start");
}

RunningAgent::~RunningAgent() {
    if (agent_ > 0) ::kill(agent_, SIGTERM);
    ::close(input_);
    if (guard_ > 0) ::waitpid(guard_, nullptr, 0);
}

void RunningAgent::add(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command{"ssh-add", "-q"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto done = run_program(command, {.environment = {{"SSH_AUTH_SOCK", socket()}}});
    if (done.status != 0) throw std::runtime_error("ssh-add: " + done.err);
}

AgentScript agent_holding(const std::string& fixture, int refusals) {
    return [fixture, refusals](std::string_view request) mutable -> std::string {
        using crypto::SshWriter;
        static constexpr char kListRequest = 11;
        const auto framed = [](std::string_view type, const base::Bytes& content) {
            const auto whole = SshWriter().raw(type).raw(content).take();
            return std::string(base::as_text(SshWriter().string(whole).take()));
        };
        const SigningKey key = fixture_key(fixture);
        if (request.front() == kListRequest)
            return framed("\x0C", SshWriter()
                                      .uint32(1)
                                      .string(crypto::ssh_key_blob(key.public_key()))
                                      .string("fake")
                                      .take());
        if (refusals-- > 0) return framed("\x05", {});
        crypto::SshReader reader(base::as_bytes(request.substr(1)));
        reader.string();
        const auto signature = key.sign(reader.string().value()).value();
        const auto whole = SshWriter().string(crypto::kSshEd25519).string(signature).take();
        return framed("\x0E", SshWriter().string(whole).take());
    };
}

FakeAgent::FakeAgent(const std::filesystem::path& socket, AgentScript script)
    : script_(std::move(script)), listener_(bind_at(socket)), thread_([this] { serve(); }) {}

FakeAgent::~FakeAgent() {
    ::shutdown(listener_, SHUT_RDWR);  // which ends accept()
    thread_.join();
    ::close(listener_);
}

void FakeAgent::serve() {
    for (;;) {
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) return;
        answer(connection);
        ::close(connection);
    }
}

void FakeAgent::answer(int connection) const {
    const std::string head = receive(connection, 4);
    if (head.size() < 4) return;
    std::size_t size = 0;
    for (const char byte : head) size = size << 8 | static_cast<unsigned char>(byte);
    const std::string told = script_(receive(connection, size));
    if (told == kSilence) {
        receive(connection, 1);  // until the other side has had enough
        return;
    }
    std::string_view rest = told;
    while (!rest.empty()) {
        const ::ssize_t count = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace solander::test
