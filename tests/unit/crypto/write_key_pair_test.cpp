// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/key.h>

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
    EXPECT_NE(fs::status(scratch / "a.pub").permissions() & fs::perms::group_read, fs::perms::none);
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

/// Lets the n-th change to a directory, or to a file in it, fail, and all others pass.
class Faults {
public:
    explicit Faults(int failing) : left_(failing) {}
    Result<void> next() {
        if (left_-- == 0) return Error(ErrorCode::io, "the disk is on fire");
        return {};
    }
    bool happened() const { return left_ < 0; }

private:
    int left_;
};

class FaultyFile final : public OutputFile {
public:
    FaultyFile(std::unique_ptr<OutputFile> real, Faults& faults)
        : real_(std::move(real)), faults_(faults) {}
    Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
        if (auto fault = faults_.next(); !fault) return fault;
        return real_->write_at(offset, bytes);
    }
    Result<void> sync() override {
        if (auto fault = faults_.next(); !fault) return fault;
        return real_->sync();
    }

private:
    std::unique_ptr<OutputFile> real_;
    Faults& faults_;
};

class FaultyDirectory final : public Directory {
public:
    FaultyDirectory(std::unique_ptr<Directory> real, Faults& faults)
        : real_(std::move(real)), faults_(faults) {}
    Result<std::vector<std::string>> list() const override { return real_->list(); }
    Result<FileInfo> info(std::string_view name) const override { return real_->info(name); }
    Result<std::unique_ptr<InputFile>> open(std::string_view name) const override {
        return real_->open(name);
    }
    Result<std::unique_ptr<Directory>> open_directory(std::string_view name) const override {
        return real_->open_directory(name);
    }
    Result<std::unique_ptr<OutputFile>> create(std::string_view name,
                                               std::uint32_t permissions) override {
        if (auto fault = faults_.next(); !fault) return fault.error();
        auto file = real_->create(name, permissions);
        if (!file) return file;
        return std::make_unique<FaultyFile>(*std::move(file), faults_);
    }
    Result<void> create_directory(std::string_view name) override {
        return real_->create_directory(name);
    }
    Result<void> rename(std::string_view from, std::string_view to, Existing existing) override {
        if (auto fault = faults_.next(); !fault) return fault;
        return real_->rename(from, to, existing);
    }
    Result<void> remove(std::string_view name) override { return real_->remove(name); }
    Result<void> remove_tree(std::string_view name) override { return real_->remove_tree(name); }
    Result<void> sync() override { return real_->sync(); }

private:
    std::unique_ptr<Directory> real_;
    Faults& faults_;
};

class FaultyFiles final : public FileSystem {
public:
    explicit FaultyFiles(Faults& faults) : faults_(faults) {}
    Result<FileInfo> info(const fs::path& path) const override { return real_->info(path); }
    Result<FileInfo> link_info(const fs::path& path) const override {
        return real_->link_info(path);
    }
    Result<std::unique_ptr<InputFile>> open(const fs::path& path) const override {
        return real_->open(path);
    }
    Result<std::unique_ptr<Directory>> open_directory(const fs::path& path) const override {
        auto directory = real_->open_directory(path);
        if (!directory) return directory;
        return std::make_unique<FaultyDirectory>(*std::move(directory), faults_);
    }
    Result<fs::path> canonical(const fs::path& path) const override {
        return real_->canonical(path);
    }
    Result<void> create_directories(const fs::path& path) override {
        return real_->create_directories(path);
    }

private:
    std::unique_ptr<FileSystem> real_ = native_file_system();
    Faults& faults_;
};

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
            Faults faults(failing);
            FaultyFiles files(faults);
            const auto done = write_key_pair(files, scratch / "a", new_key, "c", nullptr, existing);
            EXPECT_EQ(done.has_value(), !faults.happened());
            if (done) break;
            EXPECT_EQ(test::snapshot(scratch.path()), before) << "after step " << failing;
        }
    }
}

}  // namespace
}  // namespace solander
