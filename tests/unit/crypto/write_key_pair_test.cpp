// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <solander/key.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "test_keys.h"

namespace solander {
namespace {

using test::key_of;
using test::Scratch;
using test::secret_of;
using testing::HasSubstr;
using testing::StartsWith;

namespace fs = std::filesystem;

Result<void> write(const fs::path& stem, const SigningKey& key,
                   const SecretBytes* passphrase = nullptr, Existing existing = Existing::refuse,
                   std::string_view comment = "Archive of Y") {
    return write_key_pair(*native_file_system(), stem, key, comment, passphrase, existing);
}

Result<KeyFile> read(const fs::path& path, std::string_view passphrase = "") {
    return read_key_file(*native_file_system(), path,
                         [&]() -> Result<SecretBytes> { return secret_of(passphrase); });
}

TEST(WriteKeyPair, WritesBothFilesForTheirReaders) {
    const Scratch scratch;
    const SigningKey key = key_of(test::kSeedA);
    ASSERT_TRUE(write(scratch / "a", key));
    EXPECT_EQ(test::read_file(scratch / "a.key"), test::pkcs8_of(test::kSeedA));
    EXPECT_EQ(test::read_file(scratch / "a.pub"),
              key.public_key().openssh_line("Archive of Y") + "\n");
    EXPECT_EQ(fs::status(scratch / "a.key").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    // The public file is for everybody, as far as the umask of this test lets it be.
    const auto mask = ::umask(0);
    ::umask(mask);
    EXPECT_EQ(fs::status(scratch / "a.pub").permissions(), fs::perms(0644U & ~mask));
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 2);
    EXPECT_EQ(read(scratch / "a.key")->key.public_key(), key.public_key());
}

TEST(WriteKeyPair, EncryptsWithAPassphrase) {
    const Scratch scratch;
    const SigningKey key = SigningKey::generate().value();
    const SecretBytes passphrase = secret_of("p\xC3\xA4ssphrase");
    ASSERT_TRUE(write(scratch / "a", key, &passphrase));
    EXPECT_THAT(test::read_file(scratch / "a.key"),
                StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    const auto again = read(scratch / "a.key", "p\xC3\xA4ssphrase");
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->key.public_key(), key.public_key());
    const auto wrong = read(scratch / "a.key", "passphrase");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().message(), HasSubstr("wrong passphrase"));
}

TEST(WriteKeyPair, ReplacesNothingUnasked) {
    const SigningKey key = key_of(test::kSeedA);
    for (const std::string_view there : {"a.key", "a.pub"}) {
        const Scratch scratch;
        test::write_file(scratch / there, "precious");
        const std::string before = test::snapshot(scratch.path());
        const auto done = write(scratch / "a", key);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code(), ErrorCode::create);
        EXPECT_THAT(done.error().message(), HasSubstr(there));
        EXPECT_EQ(test::snapshot(scratch.path()), before);
    }
}

TEST(WriteKeyPair, ReplacesWhenAsked) {
    const Scratch scratch;
    const SigningKey key = key_of(test::kSeedB);
    ASSERT_TRUE(write(scratch / "a", key_of(test::kSeedA)));
    ASSERT_TRUE(write(scratch / "a", key, nullptr, Existing::replace));
    EXPECT_EQ(read(scratch / "a.key")->key.public_key(), key.public_key());
    EXPECT_THAT(test::read_file(scratch / "a.pub"), StartsWith(key.public_key().openssh_line("")));
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 2);
}

TEST(WriteKeyPair, RefusesRequestsThatMakeNoSense) {
    const Scratch scratch;
    const SigningKey key = key_of(test::kSeedA);
    const SecretBytes empty = SecretBytes::create(0).value();
    const auto code_of = [](const Result<void>& result) {
        return result ? std::optional<ErrorCode>() : result.error().code();
    };
    EXPECT_EQ(code_of(write(scratch / "a", key, &empty)), ErrorCode::usage);
    EXPECT_EQ(code_of(write(scratch / "", key)), ErrorCode::usage);
    EXPECT_EQ(code_of(write(scratch / "a", key, nullptr, Existing::refuse, "two\nlines")),
              ErrorCode::usage);
    EXPECT_EQ(code_of(write(scratch / "no/where", key)), ErrorCode::open);
    EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST(WriteKeyPair, LeavesAllAsItWasIfAnyStepFails) {
    const SigningKey old_key = key_of(test::kSeedA);
    const SigningKey new_key = key_of(test::kSeedB);
    for (const Existing existing : {Existing::refuse, Existing::replace}) {
        for (int failing = 0;; ++failing) {
            ASSERT_LT(failing, 100);
            const Scratch scratch;
            if (existing == Existing::replace) {
                ASSERT_TRUE(write(scratch / "a", old_key));
            }
            const std::string before = test::snapshot(scratch.path());
            test::Fault fault;
            fault.failing = failing;
            const auto files = test::faulty_file_system(fault);
            const auto done =
                write_key_pair(*files, scratch / "a", new_key, "c", nullptr, existing);
            if (fault.operations.load() <= failing) {
                EXPECT_TRUE(done.has_value());
                break;
            }
            if (!done && test::snapshot(scratch.path()) == before) continue;
            // Only the last step of all may fail when the new pair is in place, or be no part of
            // that, such as taking away what was replaced.
            const auto there = read(scratch / "a.key");
            ASSERT_TRUE(there.has_value()) << "after step " << failing;
            EXPECT_EQ(there->key.public_key(), new_key.public_key()) << "after step " << failing;
            EXPECT_EQ(test::read_file(scratch / "a.pub"),
                      new_key.public_key().openssh_line("c") + "\n");
            EXPECT_TRUE(done.has_value() || fault.operations.load() == failing + 1);
        }
    }
}

}  // namespace
}  // namespace solander
