// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gtest/gtest.h>

#include "format/manifest_rules.h"
#include "format/manifest_xml.h"
#include "unit/format/element_tree.h"

namespace solander::format::test {

namespace {

using Kind = Refusal::Kind;

auto read(const std::string& text, const base::Limits& limits = {}) {
    return read_manifest(base::as_bytes(text), limits);
}

/// The example with something put at the end of its root.
std::string with_end(const std::string& end) {
    return with_replaced(data_file("manifest.xml"), "</manifest>", end + "</manifest>");
}

void expect_malformed(const Read<Manifest>& manifest, std::string_view message) {
    ASSERT_FALSE(manifest);
    EXPECT_EQ(manifest.error().kind, Kind::malformed);
    EXPECT_NE(manifest.error().message.find(message), std::string::npos)
        << manifest.error().message;
}

TEST(ManifestLimits, HoldForDepth) {
    // manifest, documents, document, custodial-history, transfer, from, name
    base::Limits limits;
    limits.xml_depth = 7;
    EXPECT_TRUE(read(data_file("manifest.xml"), limits));
    limits.xml_depth = 6;
    expect_malformed(read(data_file("manifest.xml"), limits), "nested more than 6 deep");
}

TEST(ManifestLimits, HoldForAttributes) {
    const auto with_attributes = [](std::size_t count) {
        std::string element = "<x";
        for (std::size_t i = 0; i < count; ++i) element += " a" + std::to_string(i) + "=\"\"";
        return with_end(element + "/>");
    };
    EXPECT_EQ(read(with_attributes(32)).error().kind, Kind::invalid);
    expect_malformed(read(with_attributes(33)), "more than 32 attributes");
}

TEST(ManifestLimits, HoldForNames) {
    const auto element = [](std::size_t size) {
        return with_end("<" + std::string(size, 'x') + "/>");
    };
    const auto attribute = [](std::size_t size) {
        return with_end("<x " + std::string(size, 'x') + "=\"\"/>");
    };
    EXPECT_EQ(read(element(64)).error().kind, Kind::invalid);
    EXPECT_EQ(read(attribute(64)).error().kind, Kind::invalid);
    expect_malformed(read(element(65)), "more than 64 bytes");
    expect_malformed(read(attribute(65)), "more than 64 bytes");
}

TEST(ManifestLimits, HoldForSigners) {
    base::Limits limits;
    limits.signatures = 2;
    EXPECT_TRUE(read(data_file("manifest.xml"), limits));
    limits.signatures = 1;
    const auto manifest = read(data_file("manifest.xml"), limits);
    ASSERT_FALSE(manifest);
    EXPECT_EQ(manifest.error().kind, Kind::invalid);
    EXPECT_EQ(manifest.error().message, "2 signers are declared; the limit is 1");
}

TEST(ManifestLimits, AllowAsManySignersAsTheFormatUnasked) {
    auto manifest = *read(data_file("manifest.xml"));
    const auto signer = manifest.sealing.front();
    for (std::size_t i = manifest.sealing.size(); i < 65; ++i) {
        manifest.sealing.push_back(signer);
        manifest.sealing.back().fingerprint.replace(7, 2, std::to_string(10 + i));
    }
    const auto one_too_many = manifest.sealing.back();
    manifest.sealing.pop_back();
    EXPECT_EQ(find_broken_rule(manifest), std::nullopt);
    manifest.sealing.push_back(one_too_many);
    EXPECT_EQ(find_broken_rule(manifest), "65 signers are declared; the limit is 64");
}

TEST(EventLimits, HoldForDepthAndSigners) {
    const auto seal = data_file("seal.xml");
    base::Limits limits;
    limits.xml_depth = 3;
    limits.signatures = 2;
    EXPECT_TRUE(read_event(base::as_bytes(seal), limits));
    limits.signatures = 1;
    EXPECT_EQ(read_event(base::as_bytes(seal), limits).error().message,
              "2 signers are declared; the limit is 1");
    limits.xml_depth = 2;
    EXPECT_EQ(read_event(base::as_bytes(seal), limits).error().kind, Kind::malformed);
}

}  // namespace

}  // namespace solander::format::test
