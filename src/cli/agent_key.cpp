// SPDX-License-Identifier: Apache-2.0
#include "cli/agent_key.h"

#include <atomic>
#include <memory>
#include <ostream>
#include <string_view>
#include <utility>

#include <solander/ssh_agent.h>

#include "base/try.h"

namespace solander::cli {

namespace {

constexpr std::string_view kAgentFront = "agent:";

/// Many signatures may wait, each in a thread of its own; one word is enough.
std::function<void()> say_once(Io& io) {
    return [&io, said = std::make_shared<std::atomic<bool>>(false)] {
        if (said->exchange(true)) return;
        io.err << "solander: waiting for the agent: confirm on your token or where it asks\n"
               << std::flush;
    };
}

}  // namespace

bool is_agent_key(std::string_view name) {
    return name.starts_with(kAgentFront);
}

Result<OwnKey> find_agent_key(Io& io, const std::string& name) {
    const auto socket = io.variable("SSH_AUTH_SOCK");
    if (!socket || socket->empty())
        return Error(ErrorCode::usage,
                     "SSH_AUTH_SOCK is not set, so there is no ssh-agent to sign with: start one, "
                     "or name a key file with -k");
    const SshAgent agent(*socket, {.waiting = say_once(io), .stop = io.stop});
    SOLANDER_TRY_ASSIGN(const auto keys, agent.keys());
    SOLANDER_TRY_ASSIGN(const AgentKey chosen,
                        choose_agent_key(keys, name.substr(kAgentFront.size())));
    OwnKey own;
    own.key = agent.signer(*chosen.key);
    own.principal = chosen.comment.empty() ? chosen.fingerprint : chosen.comment;
    return own;
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): std::function frees what it holds
}

}  // namespace solander::cli
