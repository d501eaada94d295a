// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>
#include <type_traits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/key.h>

#include "base/base64.h"
#include "crypto/key_access.h"
#include "crypto/ssh_wire.h"
#include "test_keys.h"

namespace solander {
namespace {

using crypto::SshWriter;
using test::key_of;
using testing::HasSubstr;

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_copy_constructible_v<SigningKey>);
static_assert(std::is_nothrow_move_constructible_v<SigningKey>);
static_assert(std::is_copy_constructible_v<PublicKey>);

PublicKey key_a() {
    return key_of(test::kSeedA).public_key();
}

TEST(PublicKey, ReadsTheLineThatItWrites) {
    const std::string line = key_a().openssh_line("Archive of Y, sealing");
    for (const std::string_view end : {"", "\n", "\r\n"}) {
        const auto read = PublicKey::parse_openssh_line(line + std::string(end));
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(read->key, key_a());
        EXPECT_EQ(read->comment, "Archive of Y, sealing");
    }
    EXPECT_EQ(PublicKey::parse_openssh_line(key_a().openssh_line(""))->comment, "");
}

TEST(PublicKey, HasTheFirstDigitsOfItsFingerprintAsLabel) {
    // Both from ssh-keygen and sha256sum, for the first key of RFC 8032.
    EXPECT_EQ(key_a().fingerprint(), "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8");
    EXPECT_EQ(key_a().label(), "6db5e9b8a1bace1c");
}

struct LineCase {
    std::string_view name;
    std::string line;
    ErrorCode code = ErrorCode::format;
    std::string_view words;
};
void PrintTo(const LineCase& c, std::ostream* out) {
    *out << c.name;
}
std::string line_name(const testing::TestParamInfo<LineCase>& info) {
    return std::string(info.param.name);
}

class BadLine : public testing::TestWithParam<LineCase> {};

TEST_P(BadLine, IsRefusedWithItsReason) {
    const auto read = PublicKey::parse_openssh_line(GetParam().line);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code(), GetParam().code);
    EXPECT_THAT(read.error().message(), HasSubstr(GetParam().words));
}

std::string line_of(std::string_view type, const base::Bytes& blob) {
    return std::string(type) + " " + base::to_base64(blob);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadLine,
    testing::Values(
        LineCase{"Empty", "", ErrorCode::format, "not a public key line"},
        LineCase{"TypeOnly", "ssh-ed25519", ErrorCode::format, "not a public key line"},
        LineCase{"BrokenBase64", "ssh-ed25519 AAAA!", ErrorCode::format,
                 "the key is cut short or damaged"},
        LineCase{"TwoLines", key_a().openssh_line("") + "\n" + key_a().openssh_line(""),
                 ErrorCode::format, "not a public key line but several"},
        LineCase{"SeveralLinesOfWords", "Dear Helena,\nthank you\n", ErrorCode::format,
                 "not a public key line, which reads"},
        LineCase{"Rsa", line_of("ssh-rsa", SshWriter().string("ssh-rsa").string("\3").take()),
                 ErrorCode::unsupported, "ssh-rsa"},
        LineCase{"HardwareKey",
                 line_of("sk-ssh-ed25519@openssh.com",
                         SshWriter().string("sk-ssh-ed25519@openssh.com").take()),
                 ErrorCode::unsupported, "sk-ssh-ed25519@openssh.com"},
        LineCase{"AnotherTypeOutside", line_of("ssh-rsa", crypto::ssh_key_blob(key_a())),
                 ErrorCode::format, "the line says ssh-rsa"},
        LineCase{"ShortKey",
                 line_of("ssh-ed25519", SshWriter().string("ssh-ed25519").string("short").take()),
                 ErrorCode::format, "length"},
        LineCase{
            "BytesBehind",
            line_of("ssh-ed25519", SshWriter().raw(crypto::ssh_key_blob(key_a())).uint32(0).take()),
            ErrorCode::format, "length"},
        LineCase{"WeakKey",
                 line_of("ssh-ed25519",
                         SshWriter().string("ssh-ed25519").string(base::Bytes(32)).take()),
                 ErrorCode::format, "weak"}),
    line_name);

TEST(SecretBytes, KeepsWhatIsNotCutOff) {
    SecretBytes secret = test::secret_of("passphrase\n");
    secret.truncate(10);
    EXPECT_EQ(base::as_text(secret.bytes()), "passphrase");
    secret.truncate(100);
    EXPECT_EQ(secret.size(), 10U);
    SecretBytes moved = std::move(secret);
    EXPECT_EQ(base::as_text(moved.bytes()), "passphrase");
}

TEST(SigningKeyDeathTest, KeepsItsSecretInMemoryThatCannotBeWritten) {
    const SigningKey key = key_of(test::kSeedA);
    const auto secret = crypto::KeyAccess::secret(key);
    EXPECT_DEATH(*const_cast<std::byte*>(secret.data()) = std::byte{0}, "");
}

}  // namespace
}  // namespace solander
