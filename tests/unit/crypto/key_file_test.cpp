// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <solander/key.h>

#include "support/scratch.h"
#include "test_keys.h"

namespace solander {
namespace {

using test::bytes_of;
using test::key_of;
using test::pem_of;
using test::Scratch;
using test::secret_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AskPassphrase answer(std::string_view passphrase) {
    return [passphrase]() -> Result<SecretBytes> { return secret_of(passphrase); };
}

Result<SecretBytes> must_not_ask() {
    ADD_FAILURE() << "asked for a passphrase";
    return Error(ErrorCode::internal, "asked");
}

Result<KeyFile> read_text(std::string_view text, const AskPassphrase& ask = must_not_ask) {
    const Scratch scratch;
    test::write_file(scratch / "a.key", text);
    return read_key_file(*native_file_system(), scratch / "a.key", ask);
}

// `openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 1000` and `-scrypt -scrypt_N 1024 -scrypt_r 8
// -scrypt_p 1` of the first key of RFC 8032; the passphrase is "correct horse".
constexpr std::string_view kByPbkdf2 = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiB+8pMBpf+CQICA+gw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHnfdokDgxDbl1CC90dEfLYEQNX0
vQhjkNexmkrC0c8pUnczd1NClxeGPZh3LFTXepp6Vpwobcfz1pkyRSlHoq/8vWco
o8E4RY9g4sVyiMbjs0s=
-----END ENCRYPTED PRIVATE KEY-----
)";
constexpr std::string_view kByScrypt = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAj51BhduKr5KAICBAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBCf88F6nf/GX7jLzncxF1IFBEB0YuQ7NpssGLzf
WJi0niCZzk2tiGEXgC+6FUkivsDCCgwX29t4oeghPt2K/bGvspEkUU2mOo+jyuPH
Yeem3als
-----END ENCRYPTED PRIVATE KEY-----
)";

TEST(KeyFile, IsReadWithoutAskingIfNotEncrypted) {
    const auto file = read_text(test::pkcs8_of(test::kSeedA));
    ASSERT_TRUE(file) << file.error().message();
    EXPECT_EQ(file->key.public_key(), key_of(test::kSeedA).public_key());
}

TEST(KeyFile, MayBeInTheFormOfOpenssh) {
    const auto file = read_text(test::openssh_private_key_of(test::kSeedA));
    ASSERT_TRUE(file) << file.error().message();
    EXPECT_EQ(file->key.public_key(), key_of(test::kSeedA).public_key());
    EXPECT_EQ(file->comment, "test");
}

TEST(KeyFile, MayHaveTextAroundItAndOtherLineEnds) {
    std::string text = test::pkcs8_of(test::kSeedA);
    EXPECT_TRUE(read_text("My key\n" + text + "the end\n"));
    EXPECT_TRUE(read_text(pem_of("CERTIFICATE", base::as_bytes("x")) + text));
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, "\r");
    EXPECT_TRUE(read_text(text));
}

TEST(KeyFile, OfVersionTwoMustHoldTheRightPublicKey) {
    const std::string private_part = "020101300506032b657004220420" + std::string(test::kSeedA);
    const auto file_of = [&](std::string_view public_key) {
        return pem_of("PRIVATE KEY",
                      bytes_of("3051" + private_part + "812100" + std::string(public_key)));
    };
    EXPECT_TRUE(
        read_text(file_of("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
    const auto other =
        read_text(file_of("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().message(), HasSubstr("belongs to another private key"));
}

TEST(KeyFile, IsReadAsOpensslEncryptsIt) {
    for (const std::string_view text : {kByPbkdf2, kByScrypt}) {
        const auto file = read_text(text, answer("correct horse"));
        ASSERT_TRUE(file) << file.error().message();
        EXPECT_EQ(file->key.public_key(), key_of(test::kSeedA).public_key());
    }
}

TEST(KeyFile, SaysThatAPassphraseIsWrong) {
    for (const std::string_view text : {kByPbkdf2, kByScrypt}) {
        for (const std::string_view wrong : {"correct horsf", "c", "correct horse "}) {
            const auto file = read_text(text, answer(wrong));
            ASSERT_FALSE(file);
            EXPECT_EQ(file.error().code(), ErrorCode::open);
            EXPECT_THAT(file.error().message(), HasSubstr("a.key: wrong passphrase"));
        }
    }
}

TEST(KeyFile, WantsSomebodyToAskAndAnAnswer) {
    const auto nobody = read_text(kByScrypt, nullptr);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code(), ErrorCode::open);
    const auto nothing = read_text(kByScrypt, answer(""));
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code(), ErrorCode::usage);
    const auto refusal = read_text(
        kByScrypt, []() -> Result<SecretBytes> { return Error(ErrorCode::interrupted, "no"); });
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code(), ErrorCode::interrupted);
}

TEST(KeyFile, WarnsIfOthersMayReadIt) {
    const Scratch scratch;
    const auto path = scratch / "a.key";
    test::write_file(path, test::pkcs8_of(test::kSeedA));
    const auto warnings_at = [&](::mode_t mode) {
        EXPECT_EQ(::chmod(path.c_str(), mode), 0);
        return read_key_file(*native_file_system(), path, must_not_ask)->warnings;
    };
    EXPECT_THAT(warnings_at(0600), IsEmpty());
    EXPECT_THAT(warnings_at(0400), IsEmpty());
    EXPECT_THAT(warnings_at(0640), ElementsAre(HasSubstr("mode 0640")));
    EXPECT_THAT(warnings_at(0604), ElementsAre(HasSubstr("a.key: others may")));
}

TEST(KeyFile, ThatIsNotThereIsAnErrorOfOpening) {
    const Scratch scratch;
    const auto file = read_key_file(*native_file_system(), scratch / "none.key", must_not_ask);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code(), ErrorCode::open);
}

struct BadKeyFile {
    std::string_view name;
    std::string text;
    ErrorCode code = ErrorCode::format;
    std::string_view words;
};
void PrintTo(const BadKeyFile& c, std::ostream* out) {
    *out << c.name;
}
std::string bad_name(const testing::TestParamInfo<BadKeyFile>& info) {
    return std::string(info.param.name);
}

class BadKey : public testing::TestWithParam<BadKeyFile> {};

TEST_P(BadKey, IsRefusedWithItsReasonBeforeAnyQuestion) {
    const auto file = read_text(GetParam().text);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code(), GetParam().code);
    EXPECT_THAT(file.error().message(), HasSubstr("a.key: "));
    EXPECT_THAT(file.error().message(), HasSubstr(GetParam().words));
}

/// An element of DER, all in hexadecimal.
std::string element(std::string_view tag, const std::string& content) {
    return std::string(tag) + fmt::format("{:02x}", content.size() / 2) + content;
}

/// PKCS#8 for an algorithm with this object identifier, and with an empty key.
std::string pkcs8_for(const std::string& identifier) {
    return pem_of(
        "PRIVATE KEY",
        bytes_of(element("30", element("02", "00") + element("30", element("06", identifier)) +
                                   element("04", ""))));
}

std::string truncated_key() {
    auto der = bytes_of("302e020100300506032b657004220420" + std::string(test::kSeedA));
    der.pop_back();
    return pem_of("PRIVATE KEY", der);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadKey,
    testing::Values(
        BadKeyFile{"Empty", "", ErrorCode::format, "is empty"},
        BadKeyFile{"Garbage", "\x01\x02 garbage", ErrorCode::format, "not a key file"},
        BadKeyFile{"PublicLine", key_of(test::kSeedA).public_key().openssh_line("c"),
                   ErrorCode::unsupported, "a public key"},
        BadKeyFile{"PublicPem", key_of(test::kSeedA).public_key().openssl_pem(),
                   ErrorCode::unsupported, "a public key"},
        BadKeyFile{"OldRsa", pem_of("RSA PRIVATE KEY", base::as_bytes("x")), ErrorCode::unsupported,
                   "an RSA key"},
        BadKeyFile{"OldEc",
                   pem_of("EC PARAMETERS", base::as_bytes("x")) +
                       pem_of("EC PRIVATE KEY", base::as_bytes("x")),
                   ErrorCode::unsupported, "ECDSA"},
        BadKeyFile{"Certificate", pem_of("CERTIFICATE", base::as_bytes("x")), ErrorCode::format,
                   "not a key file"},
        BadKeyFile{"Rsa", pkcs8_for("2a864886f70d010101"), ErrorCode::unsupported, "rsaEncryption"},
        BadKeyFile{"Ec", pkcs8_for("2a8648ce3d0201"), ErrorCode::unsupported, "id-ecPublicKey"},
        BadKeyFile{"X25519", pkcs8_for("2b656e"), ErrorCode::unsupported, "X25519"},
        BadKeyFile{"Ed448", pkcs8_for("2b6571"), ErrorCode::unsupported, "ED448"},
        BadKeyFile{"NoSuchAlgorithm", pkcs8_for("2b0101"), ErrorCode::unsupported, "1.3.1.1"},
        BadKeyFile{"KeyOfNoLength", pkcs8_for("2b6570"), ErrorCode::format, "damaged"},
        BadKeyFile{"Truncated", truncated_key(), ErrorCode::format, "damaged"},
        BadKeyFile{"CutBeforeItsEnd", test::pkcs8_of(test::kSeedA).substr(0, 80), ErrorCode::format,
                   "is cut off: its END line is missing"},
        BadKeyFile{"OpensshCutBeforeItsEnd",
                   test::openssh_private_key_of(test::kSeedA).substr(0, 200), ErrorCode::format,
                   "is cut off: its END line is missing"},
        BadKeyFile{"CutWithinItsFirstLine", "-----BEGIN OPENSSH PRIV", ErrorCode::format,
                   "is cut off: its END line is missing"},
        BadKeyFile{"BrokenBase64", "-----BEGIN PRIVATE KEY-----\nMC4!\n-----END PRIVATE KEY-----\n",
                   ErrorCode::format, "base64"},
        BadKeyFile{"BytesBehind",
                   pem_of("PRIVATE KEY", bytes_of("302e020100300506032b657004220420" +
                                                  std::string(test::kSeedA) + "00")),
                   ErrorCode::format, "damaged"},
        BadKeyFile{"VersionThree",
                   pem_of("PRIVATE KEY",
                          bytes_of("302e020102300506032b657004220420" + std::string(test::kSeedA))),
                   ErrorCode::format, "damaged"},
        BadKeyFile{"EncryptedGarbage", pem_of("ENCRYPTED PRIVATE KEY", base::as_bytes("x")),
                   ErrorCode::format, "damaged"},
        BadKeyFile{
            "EncryptedByPbes1",
            pem_of("ENCRYPTED PRIVATE KEY", bytes_of("3027301b06092a864886f70d010503300e04080000000"
                                                     "0000000000202080004080000000000000000")),
            ErrorCode::unsupported, "PBES2"},
        BadKeyFile{"TooLarge", std::string((64 << 10) + 1, '-'), ErrorCode::limit,
                   "larger than 65536"}),
    bad_name);

// PBES2 whose cost is so high that trying it would stop the program for years.
constexpr std::string_view kCostlyPbkdf2 = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGfMFsGCSqGSIb3DQEFDTBOMC0GCSqGSIb3DQEFDDAgBAgAAAAAAAAAAAIGAQAA
AAAAMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBAAAAAAAAAAAAAAAAAAAAAA
BEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAA
-----END ENCRYPTED PRIVATE KEY-----
)";
constexpr std::string_view kCostlyScrypt = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGWMFIGCSqGSIb3DQEFDTBFMCQGCSsGAQQB2kcECzAXBAgAAAAAAAAAAAICQAAC
AQgCBEAAAAAwHQYJYIZIAWUDBAEqBBAAAAAAAAAAAAAAAAAAAAAABEAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAA
-----END ENCRYPTED PRIVATE KEY-----
)";

TEST(KeyFile, ThatAsksForAbsurdWorkIsRefusedAtOnce) {
    for (const std::string_view text : {kCostlyPbkdf2, kCostlyScrypt}) {
        const auto file = read_text(text);
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().code(), ErrorCode::limit);
        EXPECT_THAT(file.error().message(), HasSubstr("more work"));
    }
}

}  // namespace
}  // namespace solander
