// SPDX-License-Identifier: Apache-2.0
#include "crypto/sshsig.h"

#include <algorithm>
#include <array>
#include <functional>
#include <ostream>
#include <span>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/base64.h"
#include "crypto/digest_stream.h"
#include "crypto/ssh_wire.h"
#include "test_keys.h"

namespace solander::crypto {
namespace {

using base::as_bytes;
using test::bytes_of;
using test::key_of;
using testing::HasSubstr;

constexpr std::string_view kNamespace = "manifest@solander";

Sha512 message() {
    return sha512(as_bytes("<manifest/>\n"));
}

std::string good_file() {
    return sign(key_of(test::kSeedA), kNamespace, message()).value();
}

/// Armour as ssh-keygen makes it, or with lines of another length.
std::string armoured(const base::Bytes& blob, std::size_t columns = 70) {
    const std::string digits = base::to_base64(blob);
    std::string file = "-----BEGIN SSH SIGNATURE-----\n";
    for (std::size_t at = 0; at < digits.size(); at += columns)
        file += digits.substr(at, columns) + "\n";
    return file + "-----END SSH SIGNATURE-----\n";
}

base::Bytes blob_in(const std::string& file) {
    const auto begin = file.find('\n') + 1;
    std::string digits = file.substr(begin, file.find("-----END") - begin);
    std::erase(digits, '\n');
    return base::from_base64(digits).value();
}

/// The fields of a signature blob, each to be falsified.
struct Parts {
    std::string magic = "SSHSIG";
    std::uint32_t version = 1;
    base::Bytes key = ssh_key_blob(key_of(test::kSeedA).public_key());
    std::string name_space = std::string(kNamespace);
    std::string reserved;
    std::string hash = "sha512";
    base::Bytes signature = signature_blob("ssh-ed25519");
    std::string behind;

    static base::Bytes signature_blob(std::string_view type) {
        const auto good = parse_signature(good_file(), kNamespace);
        return SshWriter().string(type).string(good->signature).take();
    }

    std::string file() const {
        return armoured(SshWriter()
                            .raw(magic)
                            .uint32(version)
                            .string(key)
                            .string(name_space)
                            .string(reserved)
                            .string(hash)
                            .string(signature)
                            .raw(behind)
                            .take());
    }
};

template <class Change>
std::string with(Change change) {
    Parts parts;
    change(parts);
    return parts.file();
}

bool is_good(const std::string& file) {
    const auto signature = parse_signature(file, kNamespace);
    return signature && verify(*signature, kNamespace, message());
}

TEST(SshSignature, IsReadAndVerified) {
    const auto signature = parse_signature(good_file(), kNamespace);
    ASSERT_TRUE(signature) << signature.error().sentence;
    EXPECT_EQ(signature->key, key_of(test::kSeedA).public_key());
    EXPECT_TRUE(verify(*signature, kNamespace, message()));
    EXPECT_EQ(Parts{}.file(), good_file());
}

TEST(SshSignature, IsOverItsNamespaceAndItsMessage) {
    const auto signature = parse_signature(good_file(), kNamespace);
    ASSERT_TRUE(signature);
    EXPECT_FALSE(verify(*signature, "custody@solander", message()));
    EXPECT_FALSE(verify(*signature, kNamespace, sha512(as_bytes("<manifest />\n"))));
    const SshSignature by_another{key_of(test::kSeedB).public_key(), signature->signature};
    EXPECT_FALSE(verify(by_another, kNamespace, message()));
}

/// Holds a key, and answers whatever it likes.
struct LiarCase {
    std::string name;
    std::function<Result<SignatureBytes>(std::span<const std::byte>)> answer;
    ErrorCode code;
    std::string_view words;
};

void PrintTo(const LiarCase& c, std::ostream* out) {
    *out << c.name;
}

class Liar final : public Signer {
public:
    explicit Liar(const LiarCase& lie) : lie_(lie) {}
    const PublicKey& public_key() const noexcept override { return key_.public_key(); }
    Result<SignatureBytes> sign(std::span<const std::byte> message) const override {
        return lie_.answer(message);
    }

private:
    const LiarCase& lie_;
    SigningKey key_ = key_of(test::kSeedA);
};

class SignerThatErrs : public testing::TestWithParam<LiarCase> {};

TEST_P(SignerThatErrs, GivesNoSignatureFile) {
    const auto file = sign(Liar(GetParam()), kNamespace, message());
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code(), GetParam().code);
    EXPECT_NE(file.error().message().find(GetParam().words), std::string::npos)
        << file.error().message();
}

/// The same signature with the order of the group added to its second half.
SignatureBytes altered(SignatureBytes signature) {
    static constexpr std::array<unsigned, 32> kOrder = {
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
        0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
        0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < kOrder.size(); ++i) {
        carry += std::to_integer<unsigned>(signature.at(32 + i)) + kOrder.at(i);
        signature.at(32 + i) = static_cast<std::byte>(carry);
        carry >>= 8;
    }
    return signature;
}

INSTANTIATE_TEST_SUITE_P(
    Lies, SignerThatErrs,
    testing::Values(
        LiarCase{"Refuses", [](auto) { return Error(ErrorCode::open, "the person said no"); },
                 ErrorCode::open, "the person said no"},
        LiarCase{"SignsNothing", [](auto) { return SignatureBytes{}; }, ErrorCode::io, "is none"},
        LiarCase{"SignsSomethingElse",
                 [](auto) { return key_of(test::kSeedA).sign(as_bytes("something else")); },
                 ErrorCode::io, "SHA256:"},
        LiarCase{"SignsWithAnotherKey", [](auto bytes) { return key_of(test::kSeedB).sign(bytes); },
                 ErrorCode::io, "is none"},
        LiarCase{"AltersTheForm",
                 [](auto bytes) {
                     return Result<SignatureBytes>(
                         altered(key_of(test::kSeedA).sign(bytes).value()));
                 },
                 ErrorCode::io, "is none"}),
    [](const auto& info) { return info.param.name; });

TEST(SshSignature, HasTheSizeThatIsForetold) {
    for (const std::string_view name_space : {"a", "manifest@solander", "custody@solander"}) {
        EXPECT_EQ(signature_file_size(name_space),
                  sign(key_of(test::kSeedB), name_space, message()).value().size());
    }
}

TEST(SshSignature, IsSpoiltByEveryBitOfItsFile) {
    const std::string good = good_file();
    for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        std::string bad = good;
        bad[bit / 8] = static_cast<char>(static_cast<unsigned char>(bad[bit / 8]) ^ 1U << bit % 8);
        ASSERT_FALSE(is_good(bad)) << "bit " << bit;
    }
}

TEST(SshSignature, IsSpoiltByEveryBitOfItsBlob) {
    const base::Bytes good = blob_in(good_file());
    for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        base::Bytes bad = good;
        bad[bit / 8] ^= std::byte{1} << (bit % 8);
        ASSERT_FALSE(is_good(armoured(bad))) << "bit " << bit;
    }
}

TEST(SshSignature, IsSpoiltByEveryCut) {
    const std::string good = good_file();
    for (std::size_t size = 0; size < good.size(); ++size)
        ASSERT_FALSE(is_good(good.substr(0, size))) << size;
    const base::Bytes blob = blob_in(good);
    for (std::size_t size = 0; size < blob.size(); ++size)
        ASSERT_FALSE(is_good(armoured({blob.begin(), blob.begin() + static_cast<long>(size)})))
            << size;
}

struct BadFile {
    std::string_view name;
    std::string file;
    SignatureFlaw flaw = SignatureFlaw::malformed;
    std::string_view words;
};
void PrintTo(const BadFile& c, std::ostream* out) {
    *out << c.name;
}
std::string bad_name(const testing::TestParamInfo<BadFile>& info) {
    return std::string(info.param.name);
}

class BadSignature : public testing::TestWithParam<BadFile> {};

TEST_P(BadSignature, IsRefusedWithItsReason) {
    const auto signature = parse_signature(GetParam().file, kNamespace);
    ASSERT_FALSE(signature);
    EXPECT_EQ(signature.error().flaw, GetParam().flaw) << signature.error().sentence;
    EXPECT_THAT(signature.error().sentence, HasSubstr(GetParam().words));
}

std::string crlf(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, "\r");
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    Armour, BadSignature,
    testing::Values(
        BadFile{"Empty", "", SignatureFlaw::malformed, "does not begin"},
        BadFile{"SomethingElse", "hello\n", SignatureFlaw::malformed, "does not begin"},
        BadFile{"LineEndsConverted", crlf(good_file()), SignatureFlaw::line_endings,
                "line endings were converted"},
        BadFile{"TextBefore", "\n" + good_file(), SignatureFlaw::malformed, "does not begin"},
        BadFile{"TextAfter", good_file() + "x", SignatureFlaw::malformed, "after its END"},
        BadFile{"EmptyLineAfter", good_file() + "\n", SignatureFlaw::malformed, "after its END"},
        BadFile{"SecondSignature", good_file() + good_file(), SignatureFlaw::malformed,
                "after its END"},
        BadFile{"NoLastLineFeed", good_file().substr(0, good_file().size() - 1),
                SignatureFlaw::malformed, "missing"},
        BadFile{"WrappedAt76", armoured(blob_in(good_file()), 76), SignatureFlaw::malformed,
                "lines of 70"},
        BadFile{"OneLongLine", armoured(blob_in(good_file()), 10'000), SignatureFlaw::malformed,
                "lines of 70"},
        BadFile{"NothingInside", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
                SignatureFlaw::malformed, "holds no SSH signature"},
        BadFile{"TooLarge", armoured(base::Bytes(128 << 10)), SignatureFlaw::malformed,
                "at most 131072 bytes"}),
    bad_name);

INSTANTIATE_TEST_SUITE_P(
    Blob, BadSignature,
    testing::Values(
        BadFile{"AnotherMagic", with([](Parts& p) { p.magic = "SSHSIX"; }),
                SignatureFlaw::malformed, "holds no SSH signature"},
        BadFile{"VersionZero", with([](Parts& p) { p.version = 0; }), SignatureFlaw::malformed,
                "version 1"},
        BadFile{"VersionTwo", with([](Parts& p) { p.version = 2; }), SignatureFlaw::malformed,
                "version 1"},
        BadFile{"AnotherNamespace", with([](Parts& p) { p.name_space = "git"; }),
                SignatureFlaw::wrong_namespace, "\"git\""},
        BadFile{"NamespaceWithControl", with([](Parts& p) { p.name_space = "\x1b[2J"; }),
                SignatureFlaw::wrong_namespace, "\\u{1B}[2J"},
        BadFile{"ReservedInUse", with([](Parts& p) { p.reserved = "x"; }), SignatureFlaw::malformed,
                "reserved"},
        BadFile{"Sha256", with([](Parts& p) { p.hash = "sha256"; }), SignatureFlaw::malformed,
                "sha512"},
        BadFile{"BytesBehind", with([](Parts& p) { p.behind = "x"; }), SignatureFlaw::malformed,
                "bytes after"},
        BadFile{"KeyWithoutType", with([](Parts& p) { p.key = {}; }), SignatureFlaw::malformed,
                "type of key"},
        BadFile{"ShortKey", with([](Parts& p) {
                    p.key = SshWriter().string("ssh-ed25519").string("k").take();
                }),
                SignatureFlaw::malformed, "key has not the right length"},
        BadFile{"LongKey", with([](Parts& p) { p.key.push_back(std::byte{0}); }),
                SignatureFlaw::malformed, "key has not the right length"},
        BadFile{"WeakKey", with([](Parts& p) {
                    p.key = SshWriter().string("ssh-ed25519").string(base::Bytes(32)).take();
                }),
                SignatureFlaw::weak_key, "weak"},
        BadFile{"AnotherTypeInside",
                with([](Parts& p) { p.signature = Parts::signature_blob("ssh-rsa"); }),
                SignatureFlaw::malformed, "not of the type of its key"},
        BadFile{"LongSignature", with([](Parts& p) { p.signature.push_back(std::byte{0}); }),
                SignatureFlaw::malformed, "signature has not the right length"},
        BadFile{"EmptySignature", with([](Parts& p) { p.signature = {}; }),
                SignatureFlaw::malformed, "not of the type of its key"},
        BadFile{"LargeScalar", with([](Parts& p) { p.signature.back() = std::byte{0xff}; }),
                SignatureFlaw::malformed, "altered form"}),
    bad_name);

TEST(SshSignature, NamesATypeOfKeyThatIsNotSupported) {
    for (const std::string_view type :
         {"ssh-rsa", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@openssh.com"}) {
        const auto signature =
            parse_signature(with([&](Parts& p) {
                                p.key = SshWriter().string(type).string("k").take();
                                p.signature = SshWriter().string(type).string("s").take();
                            }),
                            kNamespace);
        ASSERT_FALSE(signature);
        EXPECT_EQ(signature.error().flaw, SignatureFlaw::unsupported_type);
        EXPECT_EQ(signature.error().key_type, type);
        EXPECT_THAT(signature.error().sentence, HasSubstr(type));
    }
}

TEST(SshSignature, OfAMalleatedScalarIsRefused) {
    const auto order = bytes_of("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    base::Bytes blob = blob_in(good_file());
    const std::size_t scalar = blob.size() - order.size();
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += std::to_integer<unsigned>(blob[scalar + i]) + std::to_integer<unsigned>(order[i]);
        blob[scalar + i] = static_cast<std::byte>(carry);
        carry >>= 8;
    }
    const auto signature = parse_signature(armoured(blob), kNamespace);
    ASSERT_FALSE(signature);
    EXPECT_THAT(signature.error().sentence, HasSubstr("altered form"));
}

}  // namespace
}  // namespace solander::crypto
