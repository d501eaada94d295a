// SPDX-License-Identifier: Apache-2.0
// What OpenSSH and OpenSSL make of our files, and we of theirs.
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include <solander/key.h>

#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "support/process.h"
#include "support/scratch.h"
#include "test_keys.h"

namespace solander {
namespace {

using test::Finished;
using test::key_of;
using test::run_program;
using test::Scratch;
using test::secret_of;

namespace fs = std::filesystem;

constexpr std::string_view kNamespace = "manifest@solander";
constexpr std::string_view kMessage = "<manifest/>\n";

Sha512 message() {
    return crypto::sha512(base::as_bytes(kMessage));
}

void write_private(const fs::path& path, std::string_view text) {
    test::write_file(path, text);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

Result<KeyFile> read(const fs::path& path, std::string_view passphrase) {
    return read_key_file(*native_file_system(), path,
                         [&]() -> Result<SecretBytes> { return secret_of(passphrase); });
}

TEST(SshKeygen, VerifiesOurSignatures) {
    SOLANDER_NEEDS("ssh-keygen");
    const Scratch scratch;
    const SigningKey key = SigningKey::generate().value();
    test::write_file(scratch / "sig", crypto::sign(key, kNamespace, message()).value());
    test::write_file(scratch / "signers",
                     "us namespaces=\"*@solander\" " + key.public_key().openssh_line("") + "\n");
    const auto verify = [&](const std::string& name_space, std::string_view text) {
        return run_program({"ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "us", "-n",
                            name_space, "-s", "sig"},
                           {.directory = scratch.path(), .input = std::string(text)});
    };
    const Finished good = verify(std::string(kNamespace), kMessage);
    EXPECT_EQ(good.status, 0) << good.err;
    EXPECT_NE(verify(std::string(kNamespace), "another").status, 0);
    EXPECT_NE(verify("custody@solander", kMessage).status, 0);
}

TEST(SshKeygen, SignsByteForByteAsWeDo) {
    SOLANDER_NEEDS("ssh-keygen");
    const Scratch scratch;
    write_private(scratch / "key", test::openssh_private_key_of(test::kSeedA));
    const Finished theirs =
        run_program({"ssh-keygen", "-Y", "sign", "-f", "key", "-n", std::string(kNamespace)},
                    {.directory = scratch.path(), .input = std::string(kMessage)});
    ASSERT_EQ(theirs.status, 0) << theirs.err;
    EXPECT_EQ(theirs.out, crypto::sign(key_of(test::kSeedA), kNamespace, message()).value());
}

TEST(SshKeygen, MakesSignaturesThatWeVerify) {
    SOLANDER_NEEDS("ssh-keygen");
    const Scratch scratch;
    ASSERT_EQ(run_program({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"},
                          {.directory = scratch.path()})
                  .status,
              0);
    const Finished signing =
        run_program({"ssh-keygen", "-Y", "sign", "-f", "key", "-n", std::string(kNamespace)},
                    {.directory = scratch.path(), .input = std::string(kMessage)});
    ASSERT_EQ(signing.status, 0) << signing.err;
    const auto signature = crypto::parse_signature(signing.out, kNamespace);
    ASSERT_TRUE(signature) << signature.error().sentence;
    EXPECT_TRUE(crypto::verify(*signature, kNamespace, message()));
    const auto line = PublicKey::parse_openssh_line(test::read_file(scratch / "key.pub"));
    ASSERT_TRUE(line) << line.error().message();
    EXPECT_EQ(signature->key, line->key);
}

TEST(SshKeygen, MakesSignaturesOfOtherKindsThatWeName) {
    SOLANDER_NEEDS("ssh-keygen");
    const std::pair<std::string, std::string> kinds[] = {{"rsa", "ssh-rsa"},
                                                         {"ecdsa", "ecdsa-sha2-nistp256"}};
    for (const auto& [kind, type] : kinds) {
        const Scratch scratch;
        ASSERT_EQ(run_program({"ssh-keygen", "-q", "-t", kind, "-N", "", "-f", "key"},
                              {.directory = scratch.path()})
                      .status,
                  0);
        const Finished signing =
            run_program({"ssh-keygen", "-Y", "sign", "-f", "key", "-n", std::string(kNamespace)},
                        {.directory = scratch.path(), .input = std::string(kMessage)});
        const auto signature = crypto::parse_signature(signing.out, kNamespace);
        ASSERT_FALSE(signature);
        EXPECT_EQ(signature.error().flaw, crypto::SignatureFlaw::unsupported_type);
        EXPECT_EQ(signature.error().key_type, type);
    }
}

TEST(SshKeygen, PrintsOurFingerprint) {
    SOLANDER_NEEDS("ssh-keygen");
    const Scratch scratch;
    const SigningKey key = SigningKey::generate().value();
    test::write_file(scratch / "key.pub", key.public_key().openssh_line("us") + "\n");
    const Finished listing =
        run_program({"ssh-keygen", "-l", "-f", "key.pub"}, {.directory = scratch.path()});
    EXPECT_EQ(listing.out, "256 " + key.public_key().fingerprint() + " us (ED25519)\n");
}

TEST(Openssl, ReadsOurKeys) {
    SOLANDER_NEEDS("openssl");
    const Scratch scratch;
    const SigningKey key = SigningKey::generate().value();
    const SecretBytes passphrase = secret_of("correct horse");
    const auto files = native_file_system();
    for (const SecretBytes* each : {static_cast<const SecretBytes*>(nullptr), &passphrase}) {
        ASSERT_TRUE(write_key_pair(*files, scratch / "a", key, "us", each, Existing::replace));
        const Finished reading = run_program(
            {"openssl", "pkey", "-in", "a.key", "-passin", "pass:correct horse", "-pubout"},
            {.directory = scratch.path()});
        EXPECT_EQ(reading.status, 0) << reading.err;
        EXPECT_EQ(reading.out, key.public_key().openssl_pem());
    }
}

TEST(Openssl, MakesKeysThatWeRead) {
    SOLANDER_NEEDS("openssl");
    const std::vector<std::string> encryptions[] = {
        {}, {"-aes-256-cbc"}, {"-aes-128-cbc"}, {"-des-ede3-cbc"}};
    for (const auto& encryption : encryptions) {
        const Scratch scratch;
        std::vector<std::string> command = {"openssl", "genpkey", "-algorithm",
                                            "ed25519", "-out",    "a.key"};
        command.insert(command.end(), encryption.begin(), encryption.end());
        if (!encryption.empty()) command.insert(command.end(), {"-pass", "pass:correct horse"});
        ASSERT_EQ(run_program(command, {.directory = scratch.path()}).status, 0);
        const auto file = read(scratch / "a.key", "correct horse");
        ASSERT_TRUE(file) << file.error().message();
        const Finished reading = run_program(
            {"openssl", "pkey", "-in", "a.key", "-passin", "pass:correct horse", "-pubout"},
            {.directory = scratch.path()});
        EXPECT_EQ(reading.out, file->key.public_key().openssl_pem());
    }
}

TEST(Openssl, MakesKeysOfOtherKindsThatWeName) {
    SOLANDER_NEEDS("openssl");
    const std::pair<std::vector<std::string>, std::string_view> kinds[] = {
        {{"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"}, "rsaEncryption"},
        {{"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"}, "id-ecPublicKey"},
        {{"-algorithm", "ED448"}, "ED448"}};
    for (const auto& [options, name] : kinds) {
        for (const bool encrypted : {false, true}) {
            const Scratch scratch;
            std::vector<std::string> command = {"openssl", "genpkey", "-out", "a.key"};
            command.insert(command.end(), options.begin(), options.end());
            if (encrypted) command.insert(command.end(), {"-aes-256-cbc", "-pass", "pass:p"});
            ASSERT_EQ(run_program(command, {.directory = scratch.path()}).status, 0);
            const auto file = read(scratch / "a.key", "p");
            ASSERT_FALSE(file);
            EXPECT_EQ(file.error().code(), ErrorCode::unsupported);
            EXPECT_NE(file.error().message().find(name), std::string::npos)
                << file.error().message();
        }
    }
}

}  // namespace
}  // namespace solander
