// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "package/layout.h"
#include "packing.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t k9GiB = std::uint64_t{9} << 30;

/// Some take a minute and gigabytes, so that they are run only on request.
bool large_tests_are_wanted() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the test has no other thread yet
    const char* wanted = std::getenv("SOLANDER_LARGE_TESTS");
    return wanted != nullptr;
}

class LargeInputs : public test::Packing {};

TEST_F(LargeInputs, OfThreeThousandFilesArePackedAndVerified) {
    for (int i = 0; i < 3000; ++i)
        test::write_file(
            scratch_ / ("in/" + std::to_string(i / 100) + "/" + std::to_string(i) + ".txt"),
            "page " + std::to_string(i));
    request_.inputs = {scratch_ / "in"};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    EXPECT_EQ(packed->files, 3000U);
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
    const auto listed =
        test::run_program({"sh", "-c", "tar -tf \"$1\" | wc -l", "sh", packed->package.string()});
    EXPECT_EQ(std::stoi(listed.out), 3006);
}

TEST(Layout, HasRoomForAFileOf9GiB) {
    Manifest manifest;
    manifest.name = "p";
    manifest.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    manifest.files.resize(2);
    manifest.files[0].path = *EntryPath::parse("data/a.mkv");
    manifest.files[0].size = k9GiB + 1;
    manifest.files[1].path = *EntryPath::parse("data/b.txt");
    manifest.files[1].size = 1;
    const package::Layout layout(manifest, 1000);
    EXPECT_EQ(layout.data_offset(0) - layout.header_offset(0), 3 * 512U);  // extended and its own
    EXPECT_EQ(layout.header_offset(1) - layout.data_offset(0), k9GiB + 512);
    EXPECT_NE(layout.header(0).find("19 size=9663676417\n"), std::string::npos);
    EXPECT_EQ(layout.data_offset(1) - layout.header_offset(1), 512U);
}

TEST_F(LargeInputs, Of9GiBAreReadByStockTar) {
    if (!large_tests_are_wanted())
        GTEST_SKIP() << "set SOLANDER_LARGE_TESTS=1 to pack 9 GiB (a minute, and 9 GiB of disk)";
    test::write_file(scratch_ / "in/film.mkv", "");
    fs::resize_file(scratch_ / "in/film.mkv", k9GiB);
    struct ::stat status {};
    ASSERT_EQ(::stat((scratch_ / "in/film.mkv").c_str(), &status), 0);
    if (status.st_blocks > 1000) GTEST_SKIP() << "this file system has no sparse files";
    test::write_file(scratch_ / "in/letter.txt", "behind it");
    request_.inputs = {scratch_ / "in"};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    EXPECT_EQ(packed->bytes, k9GiB + 9);
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
    const auto listed = test::run_program({"tar", "-tvf", packed->package.string()});
    EXPECT_NE(listed.out.find(" 9663676416 "), std::string::npos) << listed.out;
    const auto last =
        test::run_program({"tar", "-xOf", packed->package.string(), "p/data/in/letter.txt"});
    EXPECT_EQ(last.out, "behind it");
}

TEST_F(LargeInputs, WhoseManifestIsLargeSayWhatReadersNeed) {
    if (!large_tests_are_wanted())
        GTEST_SKIP() << "set SOLANDER_LARGE_TESTS=1 to write a manifest of more than 64 MiB";
    test::write_file(scratch_ / "in/letter.txt", "Dear Helena,\n");
    request_.inputs = {scratch_ / "in"};
    request_.settings = {{"description", std::string((std::size_t{64} << 20) + 1, 'x')}};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    const std::string said = notes(*packed);
    const auto at = said.find("--max-manifest ");
    ASSERT_NE(at, std::string::npos) << said;
    const std::uint64_t needed = std::stoull(said.substr(at + 15));
    VerifyOptions options{.trust = scratch_ / "trust"};
    const auto refused_by = verify_package(packed->package, options, world_.environment);
    ASSERT_TRUE(refused_by.has_value());
    EXPECT_EQ(refused_by->verdict, Verdict::indeterminate) << test::codes(*refused_by);
    options.manifest_bytes = needed;
    const auto taken_by = verify_package(packed->package, options, world_.environment);
    ASSERT_TRUE(taken_by.has_value());
    EXPECT_EQ(taken_by->verdict, Verdict::passed) << test::codes(*taken_by);
}

}  // namespace
}  // namespace solander
