// SPDX-License-Identifier: Apache-2.0
#include "package/canonical_tar.h"

#include <string>

#include <gtest/gtest.h>

#include "package/package_id.h"
#include "support/process.h"
#include "support/scratch.h"

namespace solander::package {
namespace {

const Timestamp kTime = *Timestamp::parse("2026-11-24T00:00:00Z");

TEST(CanonicalTar, ListsInStockTarWithItsNameAndSize) {
    SOLANDER_NEEDS("tar");
    const std::string names[] = {"p/data/plain.txt", "p/data/Příloha.txt",
                                 "p/data/" + std::string(93, 'x'), "p/data/" + std::string(94, 'x'),
                                 "p/data/" + std::string(250, 'y') + "/" + std::string(250, 'z')};
    for (const auto& name : names) {
        const test::Scratch scratch;
        std::string tar = tar_header(name, 5, kTime) + "hello";
        EXPECT_EQ(tar_header(name, 5, kTime).size(), tar_header_size(name, 5));
        tar.resize(padded(tar.size()) + kTarEnd, '\0');
        test::write_file(scratch / "x.tar", tar);
        const auto listed = test::run_program(
            {"tar", "--quoting-style=literal", "-tvf", (scratch / "x.tar").string()},
            {.environment = {{"TZ", "UTC"}}});
        EXPECT_EQ(listed.status, 0) << listed.err;
        EXPECT_NE(listed.out.find(" " + name + "\n"), std::string::npos) << listed.out;
        EXPECT_NE(listed.out.find("-rw-r--r-- 0/0"), std::string::npos) << listed.out;
        EXPECT_NE(listed.out.find("5 2026-11-24 00:00"), std::string::npos) << listed.out;
    }
}

TEST(CanonicalTar, UsesAnExtendedHeaderOnlyWhereItMust) {
    EXPECT_EQ(tar_header_size("p/" + std::string(98, 'x'), 0), 512U);
    EXPECT_EQ(tar_header_size("p/" + std::string(99, 'x'), 0), 1536U);
    EXPECT_EQ(tar_header_size("p/é", 0), 1536U);
    EXPECT_EQ(tar_header_size("p/x", (std::uint64_t{8} << 30) - 1), 512U);
    EXPECT_EQ(tar_header_size("p/x", std::uint64_t{8} << 30), 1536U);
}

TEST(CanonicalTar, StatesSizesFrom8GiBInTheExtendedHeader) {
    const std::string header = tar_header("p/x", std::uint64_t{9} << 30, kTime);
    EXPECT_NE(header.find("12 path=p/x\n"), std::string::npos);
    EXPECT_NE(header.find("19 size=9663676416\n"), std::string::npos);
    const auto parsed = parse_header(base::as_bytes(header).subspan(1024, 512));
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->size, 0U);
}

TEST(CanonicalTar, CountsARecordsOwnDigits) {
    // 99 bytes without the length: with two digits it is 101, so it takes three.
    for (std::size_t size = 80; size < 1100; ++size) {
        const std::string name = "p/" + std::string(size, 'a') + "é";
        const std::string header = tar_header(name, 0, kTime);
        EXPECT_EQ(pax_value(header.substr(512, header.find('\0', 512) - 512), "path"), name)
            << size;
    }
}

TEST(RawHeader, IsReadWithSuspicion) {
    const std::string good = tar_header("p/x", 7, kTime);
    ASSERT_TRUE(parse_header(base::as_bytes(good)).has_value());
    EXPECT_EQ(parse_header(base::as_bytes(good))->name, "p/x");
    for (const std::size_t at :
         {std::size_t{0}, std::size_t{124}, std::size_t{150}, std::size_t{257}}) {
        std::string bad = good;
        bad[at] = 'z';
        EXPECT_FALSE(parse_header(base::as_bytes(bad)).has_value()) << at;
    }
    EXPECT_FALSE(parse_header(base::as_bytes(std::string(512, '\0'))).has_value());
    EXPECT_FALSE(parse_header(base::as_bytes(good).first(511)).has_value());
}

TEST(PaxPath, TakesTheLastOfSeveralAndSurvivesNonsense) {
    EXPECT_EQ(pax_value("10 path=a\n10 path=b\n", "path"), "b");
    for (const std::string_view text :
         {"", "x", "99 path=a\n", "0 path=a\n", "3 p", "18446744073709551615 path=a\n"})
        EXPECT_EQ(pax_value(text, "path"), std::nullopt) << text;
}

TEST(PackageId, NeedsTheShapeOfAManifest) {
    for (const std::string_view text :
         {"", "<manifest/>", "<tag-file path=\"bag-info.txt\" size=\"1\" sha256=\""})
        EXPECT_FALSE(package_id_of(text).has_value()) << text;
}

}  // namespace
}  // namespace solander::package
