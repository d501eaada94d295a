// SPDX-License-Identifier: Apache-2.0
#include "crypto/ssh_agent.h"

#include <atomic>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/parallel.h"
#include "crypto/digest_stream.h"
#include "crypto/ssh_wire.h"
#include "crypto/sshsig.h"
#include "support/agent.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/world.h"
#include "test_keys.h"

namespace solander::crypto {
namespace {

using base::as_bytes;
using base::as_text;
using base::Bytes;
using test::FakeAgent;
using test::key_of;
using test::kSeedA;
using test::kSeedB;
using test::Scratch;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view kAttest = "attest@solander";

/// A message as it goes over the socket.
std::string framed(unsigned char type, const Bytes& content) {
    const Bytes whole = SshWriter().raw(Bytes{static_cast<std::byte>(type)}).raw(content).take();
    return std::string(as_text(SshWriter().string(whole).take()));
}

std::string identities(std::uint32_t count, const Bytes& entries) {
    return framed(12, SshWriter().uint32(count).raw(entries).take());
}

Bytes entry(const Bytes& blob, std::string_view comment) {
    return SshWriter().string(blob).string(comment).take();
}

std::string signature_answer(std::string_view type, base::BytesView bytes) {
    return framed(14, SshWriter().string(SshWriter().string(type).string(bytes).take()).take());
}

/// The bytes that a request wants to be signed.
Bytes wanted(std::string_view request) {
    SshReader reader(as_bytes(request.substr(1)));
    reader.string();
    const auto bytes = reader.string().value();
    return {bytes.begin(), bytes.end()};
}

std::string good_signature(std::string_view request, std::string_view seed = kSeedA) {
    return signature_answer("ssh-ed25519", key_of(seed).sign(wanted(request)).value());
}

AgentOptions hasty() {
    AgentOptions options;
    options.answer_time = std::chrono::milliseconds(200);
    options.signing_time = std::chrono::milliseconds(200);
    return options;
}

struct AgentFlaw {
    std::string_view name;
    std::function<std::string(std::string_view)> answer;
    ErrorCode code = ErrorCode::io;
    std::string_view words;
};
void PrintTo(const AgentFlaw& flaw, std::ostream* out) {
    *out << flaw.name;
}
std::string flaw_name(const testing::TestParamInfo<AgentFlaw>& info) {
    return std::string(info.param.name);
}

class AgentThatSignsWrongly : public testing::TestWithParam<AgentFlaw> {};

TEST_P(AgentThatSignsWrongly, GivesNoSignatureFile) {
    const Scratch scratch;
    const FakeAgent fake(scratch / "s", GetParam().answer);
    const SshAgent agent(scratch / "s", hasty());
    const auto signer = agent.signer(key_of(kSeedA).public_key());
    const auto file = sign(*signer, kAttest, sha512(as_bytes("m")));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code(), GetParam().code);
    EXPECT_THAT(file.error().message(), HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    Answers, AgentThatSignsWrongly,
    testing::Values(
        AgentFlaw{"Refuses", [](auto) { return framed(5, {}); }, ErrorCode::open, "does not sign"},
        AgentFlaw{"AnotherType", [](auto) { return framed(6, {}); }, ErrorCode::io,
                  "its type is 6, not 14"},
        AgentFlaw{"NothingAtAll", [](auto) { return std::string(); }, ErrorCode::io,
                  "closed the connection"},
        AgentFlaw{"HalfALength", [](auto) { return std::string("\0\0", 2); }, ErrorCode::io,
                  "closed the connection"},
        AgentFlaw{"ClosesInTheMiddle",
                  [](auto request) { return good_signature(request).substr(0, 50); }, ErrorCode::io,
                  "closed the connection"},
        AgentFlaw{"EmptyMessage", [](auto) { return std::string(4, '\0'); }, ErrorCode::io,
                  "an answer of 0 bytes"},
        AgentFlaw{"EndlessMessage", [](auto) { return std::string(4, '\xff'); }, ErrorCode::io,
                  "an answer of 4294967295 bytes"},
        AgentFlaw{"OneByteTooLong", [](auto) { return std::string("\0\4\0\1", 4); }, ErrorCode::io,
                  "an answer of 262145 bytes"},
        AgentFlaw{"LengthBeyondTheMessage",
                  [](auto) { return framed(14, SshWriter().uint32(99).take()); }, ErrorCode::io,
                  "not one signature"},
        AgentFlaw{"SomethingBehind",
                  [](auto) { return framed(14, SshWriter().string("x").raw("y").take()); },
                  ErrorCode::io, "not one signature"},
        AgentFlaw{"ShortSignature", [](auto) { return signature_answer("ssh-ed25519", Bytes(63)); },
                  ErrorCode::io, "right length"},
        AgentFlaw{"AnotherAlgorithm", [](auto) { return signature_answer("ssh-rsa", Bytes(64)); },
                  ErrorCode::io, "of type ssh-rsa"},
        AgentFlaw{"WrongSignature", [](auto) { return signature_answer("ssh-ed25519", Bytes(64)); },
                  ErrorCode::io, "is none"},
        AgentFlaw{"SignatureOfAnotherMessage",
                  [](auto) {
                      return signature_answer("ssh-ed25519",
                                              key_of(kSeedA).sign(as_bytes("other")).value());
                  },
                  ErrorCode::io, "is none"},
        AgentFlaw{"SignatureByAnotherKey",
                  [](auto request) { return good_signature(request, kSeedB); }, ErrorCode::io,
                  "is none"},
        AgentFlaw{"NeverAnswers", [](auto) { return FakeAgent::kSilence; }, ErrorCode::io,
                  "did not answer"}),
    flaw_name);

class AgentThatListsWrongly : public testing::TestWithParam<AgentFlaw> {};

TEST_P(AgentThatListsWrongly, HasNoKeys) {
    const Scratch scratch;
    const FakeAgent fake(scratch / "s", GetParam().answer);
    const auto keys = SshAgent(scratch / "s", hasty()).keys();
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code(), GetParam().code);
    EXPECT_THAT(keys.error().message(), HasSubstr(GetParam().words));
    EXPECT_THAT(keys.error().message(), HasSubstr((scratch / "s").string() + ": "));
}

INSTANTIATE_TEST_SUITE_P(
    Answers, AgentThatListsWrongly,
    testing::Values(
        AgentFlaw{"Refuses", [](auto) { return framed(5, {}); }, ErrorCode::open, "refuses"},
        AgentFlaw{"AnotherType", [](auto) { return framed(14, {}); }, ErrorCode::io, "not 12"},
        AgentFlaw{"NoNumber", [](auto) { return framed(12, {}); }, ErrorCode::io, "ends too early"},
        AgentFlaw{"FewerThanItSays",
                  [](auto) {
                      return identities(2, entry(ssh_key_blob(key_of(kSeedA).public_key()), "c"));
                  },
                  ErrorCode::io, "ends too early"},
        AgentFlaw{"MoreThanItSays",
                  [](auto) {
                      return identities(0, entry(ssh_key_blob(key_of(kSeedA).public_key()), "c"));
                  },
                  ErrorCode::io, "something follows"},
        AgentFlaw{"KeyWithoutAType", [](auto) { return identities(1, entry({}, "c")); },
                  ErrorCode::io, "ends too early"},
        AgentFlaw{"TooMany", [](auto) { return identities(2049, {}); }, ErrorCode::io, "2049 keys"},
        AgentFlaw{"NeverAnswers", [](auto) { return FakeAgent::kSilence; }, ErrorCode::io,
                  "did not answer"}),
    flaw_name);

TEST(SshAgent, NamesKeysOfEveryType) {
    const Scratch scratch;
    const FakeAgent fake(scratch / "s", [](auto) {
        Bytes entries = entry(ssh_key_blob(key_of(kSeedA).public_key()), "anna");
        for (const Bytes& more :
             {entry(SshWriter().string("sk-ssh-ed25519@openssh.com").take(), "token"),
              entry(SshWriter().string(kSshEd25519).string(Bytes(32)).take(), "weak")})
            entries.insert(entries.end(), more.begin(), more.end());
        return identities(3, entries);
    });
    const auto keys = SshAgent(scratch / "s").keys();
    ASSERT_TRUE(keys) << keys.error().message();
    ASSERT_THAT(*keys, SizeIs(3));
    EXPECT_EQ(keys->at(0).fingerprint, key_of(kSeedA).public_key().fingerprint());
    EXPECT_EQ(keys->at(0).comment, "anna");
    EXPECT_TRUE(keys->at(0).key);
    EXPECT_EQ(keys->at(1).type, "sk-ssh-ed25519@openssh.com");
    EXPECT_FALSE(keys->at(1).key);
    EXPECT_FALSE(keys->at(2).key);
}

TEST(SshAgent, SaysOnceThatItWaits) {
    const Scratch scratch;
    const FakeAgent fake(scratch / "s", [](auto) { return FakeAgent::kSilence; });
    AgentOptions options = hasty();
    options.patience = std::chrono::milliseconds(0);
    std::atomic<int> said = 0;
    options.waiting = [&said] { ++said; };
    EXPECT_FALSE(SshAgent(scratch / "s", options).signer(key_of(kSeedA).public_key())->sign({}));
    EXPECT_EQ(said, 1);
}

TEST(SshAgent, IsNotWaitedForByWhoWasToldToStop) {
    const Scratch scratch;
    const FakeAgent fake(scratch / "s", [](auto) { return FakeAgent::kSilence; });
    const std::atomic<bool> stop = true;
    const auto keys = SshAgent(scratch / "s", {.stop = &stop}).keys();
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code(), ErrorCode::interrupted);
}

TEST(SshAgent, ThatIsNotThereIsAnErrorOfOpening) {
    const Scratch scratch;
    for (const auto& path : {scratch / "none", scratch / std::string(200, 'p'), scratch.path()}) {
        const auto keys = SshAgent(path).keys();
        ASSERT_FALSE(keys);
        EXPECT_EQ(keys.error().code(), ErrorCode::open) << keys.error().message();
    }
}

AgentKey held(std::string_view seed, std::string_view comment) {
    const PublicKey key = key_of(seed).public_key();
    return {"ssh-ed25519", key.fingerprint(), std::string(comment), key};
}

/// Of a key that the agent does not have.
constexpr std::string_view kSeedC =
    "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";

std::vector<AgentKey> some_keys() {
    return {held(kSeedA, "anna"),
            held(kSeedB, "berta"),
            {"sk-ssh-ed25519@openssh.com", "SHA256:token", "anna", {}},
            {"ssh-rsa", "SHA256:rsa", "old", {}},
            {"ssh-rsa", "SHA256:other", key_of(kSeedC).public_key().fingerprint(), {}}};
}

struct Choice {
    std::string_view name;
    std::string wanted;
    std::string chosen;  ///< Its fingerprint; empty: none.
    ErrorCode code = ErrorCode::open;
    std::string words = {};
};
void PrintTo(const Choice& choice, std::ostream* out) {
    *out << choice.name;
}

class ChoiceOfAgentKey : public testing::TestWithParam<Choice> {};

TEST_P(ChoiceOfAgentKey, IsTheOneMeantOrNone) {
    const auto keys = some_keys();
    const auto chosen = choose_agent_key(keys, GetParam().wanted);
    if (!GetParam().chosen.empty()) {
        ASSERT_TRUE(chosen) << chosen.error().message();
        EXPECT_EQ(chosen->fingerprint, GetParam().chosen);
        return;
    }
    ASSERT_FALSE(chosen);
    EXPECT_EQ(chosen.error().code(), GetParam().code);
    EXPECT_THAT(chosen.error().message(), HasSubstr(GetParam().words));
}

std::string print_of(std::string_view seed) {
    return key_of(seed).public_key().fingerprint();
}

INSTANTIATE_TEST_SUITE_P(
    Words, ChoiceOfAgentKey,
    testing::Values(
        Choice{"Fingerprint", print_of(kSeedA), print_of(kSeedA)},
        Choice{"Prefix", print_of(kSeedB).substr(0, 12), print_of(kSeedB)},
        Choice{"CommentThatATokenHasToo", "anna", print_of(kSeedA)},
        Choice{"Comment", "berta", print_of(kSeedB)},
        Choice{"PrefixOfBoth", "SHA256:", "", ErrorCode::usage, print_of(kSeedB)},
        Choice{"NothingWhereThereAreTwo", "", "", ErrorCode::usage, print_of(kSeedA)},
        Choice{"PrefixOfAComment", "bert", "", ErrorCode::open, "berta (ssh-ed25519)"},
        Choice{"FingerprintWithoutItsFront", print_of(kSeedA).substr(7), "", ErrorCode::open,
               "it has:"},
        Choice{"MoreThanAFingerprint", print_of(kSeedA) + "x", "", ErrorCode::open, "no key"},
        // A key of the agent that is called by another's fingerprint: see some_keys().
        Choice{"FingerprintThatIsOnlyAComment", print_of(kSeedC), "", ErrorCode::open, "no key"},
        Choice{"Token", "SHA256:token", "", ErrorCode::unsupported, "sk-ssh-ed25519@openssh.com"},
        Choice{"Rsa", "old", "", ErrorCode::unsupported, "ssh-rsa"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(ChoiceOfAgentKeys, IsTheOnlyOneOfUse) {
    auto keys = some_keys();
    keys.erase(keys.begin());
    EXPECT_EQ(choose_agent_key(keys, "")->fingerprint, print_of(kSeedB));
    const auto none = choose_agent_key({}, "");
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().message(), HasSubstr("ssh-add"));
    const std::vector<AgentKey> weak{{"ssh-ed25519", "SHA256:weak", "w", {}}};
    EXPECT_THAT(choose_agent_key(weak, "").error().message(), HasSubstr("weak"));
}

class RealAgent : public testing::Test {
protected:
    void SetUp() override {
        for (const std::string program : {"ssh-agent", "ssh-add", "ssh-keygen"})
            SOLANDER_NEEDS(program);
        agent_.emplace(scratch_ / "s");
        test::write_file(scratch_ / "id", test::openssh_private_key_of(kSeedA));
        std::filesystem::permissions(scratch_ / "id", std::filesystem::perms::owner_read);
    }

    Scratch scratch_;
    std::optional<test::RunningAgent> agent_;
};

TEST_F(RealAgent, SignsWhatKeysInOurOwnHandsSign) {
    agent_->add({(scratch_ / "id").string()});
    const SshAgent agent(agent_->socket());
    const auto keys = agent.keys();
    ASSERT_TRUE(keys) << keys.error().message();
    ASSERT_THAT(*keys, SizeIs(1));
    EXPECT_EQ(keys->front().comment, "test");
    const auto signer = agent.signer(keys->front().key.value());
    const auto message = sha512(as_bytes("m"));
    const auto file = sign(*signer, kAttest, message);
    ASSERT_TRUE(file) << file.error().message();
    EXPECT_EQ(*file, sign(key_of(kSeedA), kAttest, message).value());
}

TEST_F(RealAgent, SignsForManyThreads) {
    agent_->add({(scratch_ / "id").string()});
    const auto signer = SshAgent(agent_->socket()).signer(key_of(kSeedA).public_key());
    test::World world;
    world.environment.jobs = 8;
    const auto done = base::parallel_for(world.environment, 100, [&](unsigned, std::size_t i) {
        const std::string text = std::to_string(i);
        const auto file = sign(*signer, kAttest, sha512(as_bytes(text)));
        return file ? Result<void>() : Result<void>(file.error());
    });
    EXPECT_TRUE(done) << done.error().message();
}

TEST_F(RealAgent, SignsOnlyByKeysThatItHas) {
    agent_->add({(scratch_ / "id").string()});
    const SshAgent agent(agent_->socket());
    const auto signer = agent.signer(key_of(kSeedA).public_key());
    const auto gone = agent.signer(key_of(kSeedB).public_key());
    EXPECT_TRUE(sign(*signer, kAttest, sha512(as_bytes("m"))));
    const auto refused = sign(*gone, kAttest, sha512(as_bytes("m")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), ErrorCode::open);
    agent_->add({"-D"});
    EXPECT_FALSE(sign(*signer, kAttest, sha512(as_bytes("m"))));
    EXPECT_THAT(*agent.keys(), SizeIs(0));
}

}  // namespace
}  // namespace solander::crypto
