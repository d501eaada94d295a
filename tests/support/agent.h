// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace solander::test {

/// A real ssh-agent. It ends with this, and with the test's process, however that ends.
class RunningAgent {
public:
    /// At `socket`, which must be short. Throws if the agent does not come up.
    explicit RunningAgent(const std::filesystem::path& socket);
    ~RunningAgent();
    RunningAgent(const RunningAgent&) = delete;
    RunningAgent& operator=(const RunningAgent&) = delete;
    RunningAgent(RunningAgent&&) = delete;
    RunningAgent& operator=(RunningAgent&&) = delete;

    std::string socket() const { return socket_.string(); }
    /// Runs ssh-add with these arguments. Throws where it fails.
    void add(const std::vector<std::string>& arguments) const;

private:
    std::filesystem::path socket_;
    ::pid_t guard_ = -1;  ///< What the agent lives as long as.
    ::pid_t agent_ = -1;
    int input_ = -1;
};

/// Answers as it is told: it is given the content of a request, and returns all that is sent back,
/// its length in front; then the connection is closed. `kSilence` is never answered.
using AgentScript = std::function<std::string(std::string_view request)>;

/// An agent that holds one key, with the comment `fake`, and refuses so many signatures at first.
AgentScript agent_holding(const std::string& fixture, int refusals);

class FakeAgent {
public:
    FakeAgent(const std::filesystem::path& socket, AgentScript script);
    ~FakeAgent();
    FakeAgent(const FakeAgent&) = delete;
    FakeAgent& operator=(const FakeAgent&) = delete;
    FakeAgent(FakeAgent&&) = delete;
    FakeAgent& operator=(FakeAgent&&) = delete;

    static inline const std::string kSilence = "(says nothing)";

private:
    void serve();
    void answer(int connection) const;

    AgentScript script_;
    int listener_ = -1;
    std::thread thread_;
};

}  // namespace solander::test
