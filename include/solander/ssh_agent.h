// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <solander/error.h>
#include <solander/key.h>

namespace solander {

/// A key that an agent holds, of whatever type. Texts are the agent's, not yet fit for a terminal.
struct AgentKey {
    std::string type;         ///< `ssh-ed25519`
    std::string fingerprint;  ///< `SHA256:…`, as `ssh-add -l` prints it.
    std::string comment;
    std::optional<PublicKey> key = {};  ///< Nothing for a key that cannot sign here.
};

struct AgentOptions {
    /// How long an agent may take over what no person is asked for.
    std::chrono::milliseconds answer_time = std::chrono::seconds(10);
    /// How long it may take to sign: somebody may have to find a token and touch it.
    std::chrono::milliseconds signing_time = std::chrono::minutes(5);
    /// Called from any thread, once for each signature that takes longer than `patience`.
    std::function<void()> waiting = {};
    std::chrono::milliseconds patience = std::chrono::seconds(1);
    /// As in Environment.
    const std::atomic<bool>* stop = nullptr;
};

/// The keys of a running ssh-agent, reached by its Unix socket: the only connection that this
/// library ever makes. Threads may share it; each request has a connection of its own.
/// Spec: draft-miller-ssh-agent.
class SshAgent {
public:
    explicit SshAgent(std::filesystem::path socket, AgentOptions options = {})
        : socket_(std::move(socket)), options_(std::move(options)) {}

    /// In the agent's order. Errors, each naming the socket: open (nobody there, refused); io (not
    /// the protocol, too much, cut short, too late); interrupted.
    Result<std::vector<AgentKey>> keys() const;

    /// Signs by the agent, and outlives this. Its errors are those of keys().
    std::unique_ptr<Signer> signer(const PublicKey& key) const;

private:
    std::filesystem::path socket_;
    AgentOptions options_;
};

/// The key that a person means: by its comment, by its fingerprint or the beginning of one, from
/// `SHA256:` on, or, where `wanted` is empty, the only Ed25519 key that there is.
/// Errors, with a list of what there is: usage (several fit); open (none does); unsupported (it is
/// of a type, named, that is not known here).
Result<AgentKey> choose_agent_key(std::span<const AgentKey> keys, std::string_view wanted);

}  // namespace solander
