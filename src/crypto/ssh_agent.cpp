// SPDX-License-Identifier: Apache-2.0
#include "crypto/ssh_agent.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/base64.h"
#include "base/escape.h"
#include "base/limits.h"
#include "base/try.h"
#include "crypto/agent_channel.h"
#include "crypto/digest_stream.h"
#include "crypto/ssh_wire.h"

namespace solander {

namespace {

enum class AgentMessage : unsigned char {
    failure = 5,
    request_identities = 11,
    identities_answer = 12,
    sign_request = 13,
    sign_response = 14,
};

crypto::SshWriter begin_request(AgentMessage type) {
    crypto::SshWriter writer;
    writer.raw(base::Bytes{static_cast<std::byte>(type)});
    return writer;
}

Error no_such_answer(std::string_view what) {
    return {ErrorCode::io, fmt::format("the agent's answer cannot be read: {}", what)};
}

/// The content of an answer of this type.
Result<base::BytesView> content_of(base::BytesView answer, AgentMessage type,
                                   std::string_view refusal) {
    if (answer.empty()) return no_such_answer("it is empty");
    if (answer.front() == static_cast<std::byte>(AgentMessage::failure))
        return Error(ErrorCode::open, std::string(refusal));
    if (answer.front() != static_cast<std::byte>(type))
        return no_such_answer(fmt::format("its type is {}, not {}",
                                          std::to_integer<unsigned>(answer.front()),
                                          static_cast<unsigned>(type)));
    return answer.subspan(1);
}

std::string fingerprint_of_blob(base::BytesView blob) {
    std::string digits = base::to_base64(crypto::sha256(blob).bytes());
    digits.erase(digits.find('='));
    return "SHA256:" + digits;
}

std::string text_in(base::BytesView bytes) {
    return std::string(base::as_text(bytes));
}

std::optional<AgentKey> take_agent_key(crypto::SshReader& reader) {
    const auto blob = reader.string();
    const auto comment = reader.string();
    if (!blob || !comment) return std::nullopt;
    const auto type = crypto::SshReader(*blob).string();
    if (!type) return std::nullopt;
    AgentKey key{text_in(*type), fingerprint_of_blob(*blob), text_in(*comment)};
    if (auto known = crypto::parse_ssh_key_blob(*blob)) key.key = *std::move(known);
    return key;
}

class AgentSigner final : public Signer {
public:
    AgentSigner(std::filesystem::path socket, AgentOptions options, const PublicKey& key)
        : socket_(std::move(socket)), options_(std::move(options)), key_(key) {}

    const PublicKey& public_key() const noexcept override { return key_; }

    Result<SignatureBytes> sign(std::span<const std::byte> message) const override {
        auto signature = ask(message);
        if (!signature) return signature.error().in(base::printable(socket_.string()));
        return signature;
    }

private:
    Result<SignatureBytes> ask(base::BytesView message) const {
        SOLANDER_TRY_ASSIGN(auto channel, crypto::AgentChannel::connect(
                                              socket_, {options_.signing_time, options_.patience,
                                                        options_.waiting, options_.stop}));
        SOLANDER_TRY_ASSIGN(const auto answer, channel.ask(crypto::sign_request(key_, message)));
        return crypto::parse_sign_answer(answer);
    }

    std::filesystem::path socket_;
    AgentOptions options_;
    PublicKey key_;
};

}  // namespace

namespace crypto {

base::Bytes list_request() {
    return begin_request(AgentMessage::request_identities).take();
}

base::Bytes sign_request(const PublicKey& key, base::BytesView message) {
    static constexpr std::uint32_t kNoFlags = 0;
    return begin_request(AgentMessage::sign_request)
        .string(ssh_key_blob(key))
        .string(message)
        .uint32(kNoFlags)
        .take();
}

Result<std::vector<AgentKey>> parse_list_answer(base::BytesView answer) {
    SOLANDER_TRY_ASSIGN(const auto content, content_of(answer, AgentMessage::identities_answer,
                                                       "the agent refuses to name its keys"));
    SshReader reader(content);
    const auto count = reader.uint32();
    if (!count) return no_such_answer("it ends too early");
    const auto limit = base::Limits{}.agent_keys;
    if (*count > limit)
        return no_such_answer(fmt::format("it has {} keys, and {} are allowed", *count, limit));
    std::vector<AgentKey> keys;
    for (std::uint32_t i = 0; i < *count; ++i) {
        auto key = take_agent_key(reader);
        if (!key) return no_such_answer("it ends too early");
        keys.push_back(*std::move(key));
    }
    if (!reader.at_end()) return no_such_answer("something follows its keys");
    return keys;
}

Result<SignatureBytes> parse_sign_answer(base::BytesView answer) {
    SOLANDER_TRY_ASSIGN(
        const auto content,
        content_of(answer, AgentMessage::sign_response,
                   "the agent does not sign: it is locked, no longer has the key, or somebody "
                   "declined; `ssh-add -l` shows what it has"));
    SshReader reader(content);
    const auto whole = reader.string();
    if (!whole || !reader.at_end()) return no_such_answer("it is not one signature");
    SshReader parts(*whole);
    const auto type = parts.string();
    const auto bytes = parts.string();
    SignatureBytes signature{};
    if (!type || !bytes || !parts.at_end() || bytes->size() != signature.size())
        return no_such_answer("its signature has not the right length");
    if (base::as_text(*type) != kSshEd25519)
        return no_such_answer(
            fmt::format("its signature is of type {}", base::printable(base::as_text(*type))));
    std::ranges::copy(*bytes, signature.begin());
    return signature;
}

}  // namespace crypto

Result<std::vector<AgentKey>> SshAgent::keys() const {
    auto keys = [&]() -> Result<std::vector<AgentKey>> {
        SOLANDER_TRY_ASSIGN(
            auto channel,
            crypto::AgentChannel::connect(socket_, {options_.answer_time, {}, {}, options_.stop}));
        SOLANDER_TRY_ASSIGN(const auto answer, channel.ask(crypto::list_request()));
        return crypto::parse_list_answer(answer);
    }();
    if (!keys) return keys.error().in(base::printable(socket_.string()));
    return keys;
}

std::unique_ptr<Signer> SshAgent::signer(const PublicKey& key) const {
    return std::make_unique<AgentSigner>(socket_, options_, key);
}

}  // namespace solander
