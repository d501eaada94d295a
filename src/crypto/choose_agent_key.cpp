// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <solander/ssh_agent.h>

#include "base/escape.h"
#include "crypto/ssh_wire.h"

namespace solander {

namespace {

constexpr std::string_view kFingerprintFront = "SHA256:";

bool is_meant(const AgentKey& key, std::string_view wanted) {
    if (wanted.empty()) return key.type == crypto::kSshEd25519;
    // Whoever names a fingerprint means no key that is merely called so.
    if (wanted.starts_with(kFingerprintFront)) return key.fingerprint.starts_with(wanted);
    return key.comment == wanted;
}

/// A line for each key, as long as there are few.
std::string list_of(const std::vector<const AgentKey*>& keys) {
    static constexpr std::size_t kMost = 20;
    std::string text;
    for (const AgentKey* key : std::span(keys).first(std::min(kMost, keys.size())))
        text += fmt::format("\n  {} {} ({})", key->fingerprint, base::printable(key->comment),
                            base::printable(key->type));
    if (keys.size() > kMost)
        text += fmt::format("\n  and {} more: see `ssh-add -l`", keys.size() - kMost);
    return text;
}

Error none_fits(std::span<const AgentKey> keys, std::string_view wanted) {
    if (keys.empty())
        return {ErrorCode::open,
                "the agent has no keys, or is locked: `ssh-add FILE` adds one, `ssh-add -X` "
                "unlocks"};
    std::vector<const AgentKey*> all;
    for (const AgentKey& key : keys) all.push_back(&key);
    const std::string what = wanted.empty() ? fmt::format("no key of type {}", crypto::kSshEd25519)
                                            : fmt::format("no key '{}'", base::printable(wanted));
    return {ErrorCode::open, fmt::format("the agent has {}; it has:{}", what, list_of(all))};
}

}  // namespace

Result<AgentKey> choose_agent_key(std::span<const AgentKey> keys, std::string_view wanted) {
    // A key and its certificate go by one comment, and only one of them signs here.
    std::vector<const AgentKey*> meant;
    std::vector<const AgentKey*> of_use;
    for (const AgentKey& key : keys) {
        if (!is_meant(key, wanted)) continue;
        meant.push_back(&key);
        if (key.key) of_use.push_back(&key);
    }
    if (meant.empty()) return none_fits(keys, wanted);
    if (of_use.size() == 1) return *of_use.front();
    if (of_use.size() > 1)
        return Error(ErrorCode::usage,
                     fmt::format("several keys of the agent fit, say which by its fingerprint, "
                                 "-k agent:SHA256:…{}",
                                 list_of(of_use)));
    const AgentKey& key = *meant.front();
    if (key.type == crypto::kSshEd25519)
        return Error(
            ErrorCode::unsupported,
            fmt::format("the agent's key {} is weak: a signature by it would prove nothing",
                        key.fingerprint));
    return Error(ErrorCode::unsupported,
                 fmt::format("the agent's key {} is of type {}; only {} is known here",
                             key.fingerprint, base::printable(key.type), crypto::kSshEd25519));
}

}  // namespace solander
