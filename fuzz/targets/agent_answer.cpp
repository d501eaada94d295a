// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/bytes.h"
#include "base/limits.h"
#include "crypto/ssh_agent.h"
#include "crypto/ssh_wire.h"
#include "properties/target.h"
#include "properties/words.h"

namespace solander::fuzz {

namespace {

constexpr unsigned char kListAnswer = 12;
constexpr unsigned char kSignAnswer = 14;

Broken check_error_of_agent(const Error& error) {
    switch (error.code()) {
        case ErrorCode::open:
        case ErrorCode::io:
            return check_words("an error", error.message());
        case ErrorCode::usage:
        case ErrorCode::create:
        case ErrorCode::format:
        case ErrorCode::limit:
        case ErrorCode::unsupported:
        case ErrorCode::refused:
        case ErrorCode::interrupted:
        case ErrorCode::internal:
            break;
    }
    return fmt::format("an error that no answer can be the cause of: {}", error.message());
}

base::Bytes answer_of(unsigned char type, crypto::SshWriter& content) {
    return crypto::SshWriter()
        .raw(base::Bytes{static_cast<std::byte>(type)})
        .raw(content.take())
        .take();
}

/// Every key that was listed can be asked for, and is the only one of its fingerprint or one of
/// several that are told apart by nothing.
Broken check_keys(const std::vector<AgentKey>& keys) {
    if (keys.size() > base::Limits{}.agent_keys) return "more keys than are allowed";
    for (const AgentKey& key : keys) {
        if (key.key &&
            (key.type != crypto::kSshEd25519 || key.key->fingerprint() != key.fingerprint))
            return "a key goes by another type or fingerprint";
        const auto chosen = choose_agent_key(keys, key.fingerprint);
        if (chosen && chosen->fingerprint != key.fingerprint && chosen->comment != key.fingerprint)
            return "a key was asked for, and another one given";
        if (!chosen && chosen.error().code() == ErrorCode::open)
            return "a key that was listed is not found";
    }
    return std::nullopt;
}

Broken check_listed(base::BytesView answer) {
    const auto keys = crypto::parse_list_answer(answer);
    return keys ? check_keys(*keys) : check_error_of_agent(keys.error());
}

/// What is read of a signature is the whole answer.
Broken check_signed(base::BytesView answer) {
    const auto signature = crypto::parse_sign_answer(answer);
    if (!signature) return check_error_of_agent(signature.error());
    crypto::SshWriter inner;
    inner.string(crypto::kSshEd25519).string(*signature);
    crypto::SshWriter content;
    content.string(inner.take());
    if (answer_of(kSignAnswer, content) != base::Bytes(answer.begin(), answer.end()))
        return "an answer with a signature has two forms";
    return std::nullopt;
}

/// As it is, and as what stands behind the type that is wanted.
Broken check(std::string_view input) {
    const auto bytes = base::as_bytes(input);
    if (auto broken = check_listed(bytes)) return broken;
    if (auto broken = check_signed(bytes)) return broken;
    crypto::SshWriter listed;
    listed.raw(bytes);
    if (auto broken = check_listed(answer_of(kListAnswer, listed))) return broken;
    crypto::SshWriter signature;
    signature.raw(bytes);
    return check_signed(answer_of(kSignAnswer, signature));
}

}  // namespace

extern const Target agent_answer;
const Target agent_answer{.name = "agent_answer", .check = check};

}  // namespace solander::fuzz
