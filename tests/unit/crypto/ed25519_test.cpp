// SPDX-License-Identifier: Apache-2.0
#include "crypto/ed25519.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "base/hex.h"
#include "crypto/as_uchar.h"
#include "crypto/digest_stream.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "test_keys.h"

namespace solander::crypto {
namespace {

using test::bytes_of;
using test::key_of;

Result<PublicKey> public_key_of(base::BytesView bytes) {
    if (bytes.size() != PublicKey::kSize) return Error(ErrorCode::format, "wrong length");
    return PublicKey::from_bytes(bytes.first<PublicKey::kSize>());
}

std::optional<Ed25519Signature> signature_of(base::BytesView bytes) {
    Ed25519Signature signature{};
    if (bytes.size() != signature.size()) return std::nullopt;
    std::ranges::copy(bytes, signature.begin());
    return signature;
}

bool is_accepted(base::BytesView key, base::BytesView message, base::BytesView signature) {
    const auto public_key = public_key_of(key);
    const auto parts = signature_of(signature);
    return public_key && parts && verify_ed25519(*public_key, message, *parts);
}

struct Rfc8032Case {
    std::string_view name;
    std::string_view seed;
    std::string_view public_key;
    std::string message;
    std::string_view signature;
};
void PrintTo(const Rfc8032Case& c, std::ostream* out) {
    *out << c.name;
}
std::string case_name(const testing::TestParamInfo<Rfc8032Case>& info) {
    return std::string(info.param.name);
}

class Rfc8032 : public testing::TestWithParam<Rfc8032Case> {};

TEST_P(Rfc8032, SignsAndVerifies) {
    const auto& c = GetParam();
    const SigningKey key = key_of(c.seed);
    EXPECT_EQ(base::to_hex(key.public_key().bytes()), c.public_key);
    const auto message = bytes_of(c.message);
    const auto signature = key.sign(message).value();
    EXPECT_EQ(base::to_hex(signature), c.signature);
    EXPECT_TRUE(verify_ed25519(key.public_key(), message, signature));
    EXPECT_FALSE(verify_ed25519(key.public_key(), base::as_bytes("another"), signature));
}

INSTANTIATE_TEST_SUITE_P(
    Section71, Rfc8032,
    testing::Values(
        Rfc8032Case{"Empty", test::kSeedA,
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33b"
                    "acc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        Rfc8032Case{"OneByte", test::kSeedB,
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e1599"
                    "6e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        Rfc8032Case{"TwoBytes", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f2"
                    "90ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
        Rfc8032Case{"DigestOfAbc",
                    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                    sha512(base::as_bytes("abc")).hex(),
                    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3"
                    "ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"}),
    case_name);

TEST(Wycheproof, AcceptsTheValidAndRefusesTheRest) {
    SOLANDER_NEEDS_SHARED("vectors/wycheproof-ed25519.json");
    const auto vectors = nlohmann::json::parse(
        test::read_file(test::shared_root() / "vectors/wycheproof-ed25519.json"));
    std::size_t count = 0;
    for (const auto& group : vectors.at("testGroups")) {
        const auto key = bytes_of(group.at("publicKey").at("pk").get<std::string>());
        for (const auto& each : group.at("tests")) {
            ++count;
            EXPECT_EQ(is_accepted(key, bytes_of(each.at("msg").get<std::string>()),
                                  bytes_of(each.at("sig").get<std::string>())),
                      each.at("result") == "valid")
                << "tcId " << each.at("tcId") << ": " << each.at("comment");
        }
    }
    EXPECT_EQ(count, 151U);
}

TEST(SignInput, IsReproducedLineByLine) {
    const std::filesystem::path path =
        "/usr/lib/python3/dist-packages/cryptography_vectors/asymmetric/Ed25519/sign.input";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "python3-cryptography-vectors is not installed";
    std::ifstream in(path);
    std::size_t count = 0;
    for (std::string line; std::getline(in, line); ++count) {
        // seed and public key : public key : message : signature and message :
        const std::string_view text = line;
        const auto after_key = text.find(':', 64 * 2 + 1);
        const auto after_message = text.find(':', after_key + 1);
        const auto message = bytes_of(text.substr(after_key + 1, after_message - after_key - 1));
        const auto signature = bytes_of(text.substr(after_message + 1, 64 * 2));
        const SigningKey key = key_of(text.substr(0, 32 * 2));
        EXPECT_TRUE(std::ranges::equal(key.sign(message).value(), signature)) << "line " << count;
        EXPECT_TRUE(is_accepted(bytes_of(text.substr(64 * 2 + 1, 32 * 2)), message, signature))
            << "line " << count;
    }
    EXPECT_EQ(count, 1024U);
}

struct WeakKeyCase {
    std::string_view name;
    std::string_view key;
};
void PrintTo(const WeakKeyCase& c, std::ostream* out) {
    *out << c.name;
}
std::string weak_name(const testing::TestParamInfo<WeakKeyCase>& info) {
    return std::string(info.param.name);
}

class WeakKey : public testing::TestWithParam<WeakKeyCase> {};

TEST_P(WeakKey, IsRefused) {
    const auto key = public_key_of(bytes_of(GetParam().key));
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code(), ErrorCode::format);
    EXPECT_NE(key.error().message().find("weak"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Points, WeakKey,
    testing::Values(
        WeakKeyCase{"Identity", "0100000000000000000000000000000000000000000000000000000000000000"},
        WeakKeyCase{"IdentityWithSign",
                    "0100000000000000000000000000000000000000000000000000000000000080"},
        WeakKeyCase{"IdentityPlusP",
                    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
        WeakKeyCase{"OrderTwo", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
        WeakKeyCase{"OrderTwoWithSign",
                    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"},
        WeakKeyCase{"OrderFour",
                    "0000000000000000000000000000000000000000000000000000000000000000"},
        WeakKeyCase{"OrderFourWithSign",
                    "0000000000000000000000000000000000000000000000000000000000000080"},
        WeakKeyCase{"OrderFourPlusP",
                    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
        WeakKeyCase{"OrderEightA",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"},
        WeakKeyCase{"OrderEightB",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"},
        WeakKeyCase{"OrderEightC",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"},
        WeakKeyCase{"OrderEightD",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"},
        WeakKeyCase{"NotOnTheCurve",
                    "0200000000000000000000000000000000000000000000000000000000000000"},
        WeakKeyCase{"LargestNumber",
                    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}),
    weak_name);

TEST(WeakKey, OfMixedOrderIsRefused) {
    const SigningKey good = key_of(test::kSeedA);
    const auto small = bytes_of("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    base::Bytes mixed(PublicKey::kSize);
    ASSERT_EQ(::crypto_core_ed25519_add(as_uchar(mixed.data()),
                                        as_uchar(good.public_key().bytes().data()),
                                        as_uchar(small.data())),
              0);
    EXPECT_FALSE(public_key_of(mixed));
}

TEST(Ed25519, RefusesAMalleatedSignature) {
    const SigningKey key = key_of(test::kSeedA);
    const auto message = base::as_bytes("message");
    const Ed25519Signature good = key.sign(message).value();
    ASSERT_TRUE(has_canonical_scalar(good));
    // S + L is the same scalar again, spelled with a larger number.
    const auto order = bytes_of("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    Ed25519Signature altered = good;
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += std::to_integer<unsigned>(good[32 + i]) + std::to_integer<unsigned>(order[i]);
        altered[32 + i] = static_cast<std::byte>(carry);
        carry >>= 8;
    }
    ASSERT_EQ(carry, 0U);
    EXPECT_FALSE(has_canonical_scalar(altered));
    EXPECT_FALSE(verify_ed25519(key.public_key(), message, altered));
}

TEST(Ed25519, GeneratesADifferentKeyEachTime) {
    const SigningKey one = SigningKey::generate().value();
    const SigningKey other = SigningKey::generate().value();
    EXPECT_NE(one.public_key(), other.public_key());
    const auto signature = one.sign(base::as_bytes("m")).value();
    EXPECT_TRUE(verify_ed25519(one.public_key(), base::as_bytes("m"), signature));
    EXPECT_FALSE(verify_ed25519(other.public_key(), base::as_bytes("m"), signature));
}

}  // namespace
}  // namespace solander::crypto
