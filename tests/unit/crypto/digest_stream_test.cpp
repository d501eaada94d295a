// SPDX-License-Identifier: Apache-2.0
#include "crypto/digest_stream.h"

#include <string>

#include <gtest/gtest.h>

namespace solander::crypto {
namespace {

using base::as_bytes;

// FIPS 180-4's own examples.
constexpr std::string_view kAbc256 =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kEmpty256 =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view kAbc512 =
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

TEST(DigestStream, GivesTheKnownDigests) {
    EXPECT_EQ(sha256(as_bytes("abc")).hex(), kAbc256);
    EXPECT_EQ(sha256({}).hex(), kEmpty256);
    EXPECT_EQ(sha512(as_bytes("abc")).hex(), kAbc512);
}

TEST(DigestStream, StartsAnewAfterEachMessage) {
    Sha256Stream stream;
    for (int i = 0; i < 3; ++i) {
        stream.update(as_bytes("a"));
        stream.update(as_bytes("bc"));
        EXPECT_EQ(stream.finish().hex(), kAbc256);
        EXPECT_EQ(stream.finish().hex(), kEmpty256);
    }
}

TEST(DigestStream, DoesNotMindWhereAMessageIsCut) {
    const std::string message(1000, 'x');
    const Sha512 whole = sha512(as_bytes(message));
    Sha512Stream stream;
    for (std::size_t cut = 0; cut <= message.size(); cut += 37) {
        stream.update(as_bytes(message).first(cut));
        stream.update(as_bytes(message).subspan(cut));
        EXPECT_EQ(stream.finish(), whole) << cut;
    }
}

TEST(DigestStream, CanBeMovedInTheMiddleOfAMessage) {
    Sha256Stream first;
    first.update(as_bytes("ab"));
    Sha256Stream second = std::move(first);
    second.update(as_bytes("c"));
    EXPECT_EQ(second.finish().hex(), kAbc256);
}

}  // namespace
}  // namespace solander::crypto
