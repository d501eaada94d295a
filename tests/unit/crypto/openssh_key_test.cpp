// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssh_key.h"

#include <functional>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/key_access.h"
#include "crypto/ssh_wire.h"
#include "support/process.h"
#include "support/scratch.h"
#include "test_keys.h"

namespace solander::crypto {
namespace {

using base::Bytes;
using test::key_of;
using test::kSeedA;
using test::kSeedB;
using testing::HasSubstr;

Bytes bytes_in(base::BytesView view) {
    return {view.begin(), view.end()};
}

/// The fields of a key file in OpenSSH's form, each to be falsified.
struct KeyParts {
    std::string magic = std::string("openssh-key-v1\0", 15);
    std::string cipher = "none";
    std::string kdf = "none";
    std::string options = {};
    std::uint32_t count = 1;
    Bytes outer = ssh_key_blob(key_of(kSeedA).public_key());
    std::uint32_t check = 7;
    std::uint32_t check_again = 7;
    std::string type = "ssh-ed25519";
    Bytes inner = bytes_in(key_of(kSeedA).public_key().bytes());
    Bytes secret = bytes_in(KeyAccess::secret(key_of(kSeedA)));
    std::string comment = "anna@example.org";
    std::string padding = {};  ///< Empty: as it should be.
    std::string behind = {};

    Bytes bytes() const {
        Bytes secrets = SshWriter()
                            .uint32(check)
                            .uint32(check_again)
                            .string(type)
                            .string(inner)
                            .string(secret)
                            .string(comment)
                            .raw(padding)
                            .take();
        for (unsigned char pad = 1; padding.empty() && secrets.size() % 8 != 0; ++pad)
            secrets.push_back(static_cast<std::byte>(pad));
        return SshWriter()
            .raw(magic)
            .string(cipher)
            .string(kdf)
            .string(options)
            .uint32(count)
            .string(outer)
            .string(secrets)
            .raw(behind)
            .take();
    }
};

TEST(OpensshKey, IsReadWithItsComment) {
    const auto key = parse_openssh_key(KeyParts{}.bytes());
    ASSERT_TRUE(key) << key.error().message();
    EXPECT_EQ(key->key.public_key(), key_of(kSeedA).public_key());
    EXPECT_EQ(key->comment, "anna@example.org");
}

/// Comments of all lengths make paddings of all lengths, of none, too.
TEST(OpensshKey, MayHaveEveryPaddingThatThereIs) {
    for (std::size_t size = 0; size < 9; ++size) {
        const KeyParts parts{.comment = std::string(size, 'c')};
        EXPECT_TRUE(parse_openssh_key(parts.bytes())) << size;
    }
}

TEST(OpensshKey, IsRefusedWhereverItIsCut) {
    const Bytes whole = KeyParts{}.bytes();
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(parse_openssh_key(base::BytesView(whole).first(size))) << size;
}

/// What nothing else says twice may be anything: the check numbers, if they agree, and the comment.
TEST(OpensshKey, IsRefusedIfAnyBitOfItsKeyIsAnother) {
    const Bytes whole = KeyParts{.comment = ""}.bytes();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Bytes spoilt = whole;
            spoilt[at] ^= static_cast<std::byte>(1U << bit);
            EXPECT_FALSE(parse_openssh_key(spoilt)) << at << ':' << bit;
        }
    }
}

struct KeyFlaw {
    std::string_view name;
    std::function<void(KeyParts&)> spoil;
    ErrorCode code = ErrorCode::format;
    std::string_view words;
};
void PrintTo(const KeyFlaw& flaw, std::ostream* out) {
    *out << flaw.name;
}

class FlawedOpensshKey : public testing::TestWithParam<KeyFlaw> {};

TEST_P(FlawedOpensshKey, IsRefusedWithItsReason) {
    KeyParts parts;
    GetParam().spoil(parts);
    const auto key = parse_openssh_key(parts.bytes());
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code(), GetParam().code);
    EXPECT_THAT(key.error().message(), HasSubstr(GetParam().words));
}

Bytes other_public() {
    return bytes_in(key_of(kSeedB).public_key().bytes());
}

/// The seed of one key, and the public half of another.
Bytes mixed_secret(std::string_view seed, std::string_view half) {
    Bytes secret = bytes_in(KeyAccess::seed(key_of(seed)));
    const SigningKey other = key_of(half);
    secret.insert(secret.end(), other.public_key().bytes().begin(),
                  other.public_key().bytes().end());
    return secret;
}

INSTANTIATE_TEST_SUITE_P(
    Flaws, FlawedOpensshKey,
    testing::Values(
        KeyFlaw{"AnotherVersion",
                [](KeyParts& p) { p.magic = std::string("openssh-key-v2\0", 15); },
                ErrorCode::format, "openssh-key-v1"},
        KeyFlaw{"NoKey", [](KeyParts& p) { p.count = 0; }, ErrorCode::limit, "holds 0 keys"},
        KeyFlaw{"TwoKeys", [](KeyParts& p) { p.count = 2; }, ErrorCode::limit, "holds 2 keys"},
        KeyFlaw{"ChecksDiffer", [](KeyParts& p) { p.check_again = 8; }, ErrorCode::format,
                "check numbers differ"},
        KeyFlaw{"OuterHalfOfAnother",
                [](KeyParts& p) { p.outer = ssh_key_blob(key_of(kSeedB).public_key()); },
                ErrorCode::format, "not the same in all places"},
        KeyFlaw{"InnerHalfOfAnother", [](KeyParts& p) { p.inner = other_public(); },
                ErrorCode::format, "not the same in all places"},
        KeyFlaw{"LastHalfOfAnother", [](KeyParts& p) { p.secret = mixed_secret(kSeedA, kSeedB); },
                ErrorCode::format, "not the same in all places"},
        KeyFlaw{"SeedOfAnother", [](KeyParts& p) { p.secret = mixed_secret(kSeedB, kSeedA); },
                ErrorCode::format, "belongs to another private key"},
        KeyFlaw{"InnerTypeOfAnother", [](KeyParts& p) { p.type = "ssh-rsa"; }, ErrorCode::format,
                "not the same in all places"},
        KeyFlaw{"ShortSecret", [](KeyParts& p) { p.secret.pop_back(); }, ErrorCode::format,
                "right length"},
        KeyFlaw{"SeedAlone", [](KeyParts& p) { p.secret.resize(32); }, ErrorCode::format,
                "right length"},
        KeyFlaw{"PaddingOfZeros",
                [](KeyParts& p) {
                    p.comment = "c";
                    p.padding = std::string(4, '\0');
                },
                ErrorCode::format, "padding"},
        KeyFlaw{"PaddingOfAWholeBlock",
                [](KeyParts& p) {
                    p.comment = "12345";
                    p.padding = "\x01\x02\x03\x04\x05\x06\x07\x08";
                },
                ErrorCode::format, "padding"},
        KeyFlaw{"NoWholeBlock",
                [](KeyParts& p) {
                    p.comment = "c";
                    p.padding = "\x01";
                },
                ErrorCode::format, "number of blocks"},
        KeyFlaw{"SomethingBehind", [](KeyParts& p) { p.behind = "x"; }, ErrorCode::format,
                "something follows"},
        KeyFlaw{"NotEncryptedAndADerivation", [](KeyParts& p) { p.kdf = "bcrypt"; },
                ErrorCode::format, "not encrypted"},
        KeyFlaw{"NotEncryptedAndOptions", [](KeyParts& p) { p.options = "x"; }, ErrorCode::format,
                "not encrypted"},
        KeyFlaw{
            "WeakPoint",
            [](KeyParts& p) { p.outer = SshWriter().string(kSshEd25519).string(Bytes(32)).take(); },
            ErrorCode::format, "weak"},
        KeyFlaw{"Encrypted",
                [](KeyParts& p) {
                    p.cipher = "aes256-ctr";
                    p.kdf = "bcrypt";
                },
                ErrorCode::unsupported, "-k agent:SHA256:"},
        KeyFlaw{"Rsa", [](KeyParts& p) { p.outer = SshWriter().string("ssh-rsa").take(); },
                ErrorCode::unsupported, "a key of type ssh-rsa"},
        KeyFlaw{
            "OnAToken",
            [](KeyParts& p) { p.outer = SshWriter().string("sk-ssh-ed25519@openssh.com").take(); },
            ErrorCode::unsupported, "sk-ssh-ed25519@openssh.com"}),
    [](const auto& info) { return std::string(info.param.name); });

struct MadeKey {
    std::string_view name;
    std::vector<std::string> options;
    std::string_view words;  ///< Empty: it is read.
};
void PrintTo(const MadeKey& made, std::ostream* out) {
    *out << made.name;
}

class KeyOfSshKeygen : public testing::TestWithParam<MadeKey> {};

TEST_P(KeyOfSshKeygen, IsReadOrNamed) {
    SOLANDER_NEEDS("ssh-keygen");
    const test::Scratch scratch;
    std::vector<std::string> command{"ssh-keygen", "-q", "-f", "id", "-C", "anna@example.org"};
    command.insert(command.end(), GetParam().options.begin(), GetParam().options.end());
    const auto made = test::run_program(command, {.directory = scratch.path()});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto shown =
        test::run_program({"ssh-keygen", "-l", "-f", "id.pub"}, {.directory = scratch.path()});
    const auto begin = shown.out.find("SHA256:");
    const std::string fingerprint = shown.out.substr(begin, shown.out.find(' ', begin) - begin);
    const auto file = read_key_file(*native_file_system(), scratch / "id", nullptr);
    if (!GetParam().words.empty()) {
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().code(), ErrorCode::unsupported);
        EXPECT_THAT(file.error().message(), HasSubstr(GetParam().words));
        if (GetParam().words == "agent:") {
            EXPECT_THAT(file.error().message(), HasSubstr("-k agent:" + fingerprint));
        }
        return;
    }
    ASSERT_TRUE(file) << file.error().message();
    EXPECT_EQ(file->key.public_key().fingerprint(), fingerprint);
    EXPECT_EQ(file->comment, "anna@example.org");
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, KeyOfSshKeygen,
    testing::Values(MadeKey{"Plain", {"-t", "ed25519", "-N", ""}, ""},
                    MadeKey{"Encrypted", {"-t", "ed25519", "-N", "secret", "-a", "1"}, "agent:"},
                    MadeKey{"EncryptedWithATag",
                            {"-t", "ed25519", "-N", "secret", "-a", "1", "-Z",
                             "chacha20-poly1305@openssh.com"},
                            "agent:"},
                    MadeKey{"Rsa", {"-t", "rsa", "-b", "1024", "-N", ""}, "ssh-rsa"},
                    MadeKey{"Ecdsa", {"-t", "ecdsa", "-N", ""}, "ecdsa-sha2-nistp256"}),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace solander::crypto
