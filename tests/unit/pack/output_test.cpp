// SPDX-License-Identifier: Apache-2.0
// What is there already where a package is to go.
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/manifest_size.h"
#include "pack/staging.h"
#include "packing.h"
#include "support/faulty_files.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::write_file;
using testing::HasSubstr;
using testing::Not;

class PackOutput : public test::Packing {
protected:
    PackOutput() {
        write_file(scratch_ / "in/letter.txt", "Dear Helena,\n");
        request_.inputs = {scratch_ / "in"};
    }
};

TEST_F(PackOutput, IsNeverItsOwnInput) {
    request_.output = scratch_ / "in";
    ASSERT_TRUE(pack().has_value());
    const std::string before = test::snapshot(scratch_ / "in");
    for (const bool replace : {false, true}) {
        request_.replace = replace;
        const std::string message = refused(ErrorCode::open);
        EXPECT_THAT(message, HasSubstr("in/p.custody/"));
        EXPECT_THAT(message, HasSubstr("belongs to the package of this name"));
        EXPECT_EQ(test::snapshot(scratch_ / "in"), before);
    }
    // Given by another path, and by name.
    fs::create_directory_symlink("in", scratch_ / "link");
    request_.output = scratch_ / "link";
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("belongs to the package of this name"));
    request_.inputs = {scratch_ / "in/p.tar"};
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("in/p.tar' belongs to"));
    EXPECT_EQ(test::snapshot(scratch_ / "in"), before);
    // A package of another name is a file like any other.
    request_.name = "q";
    request_.inputs = {scratch_ / "in"};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    EXPECT_EQ(packed->files, 5U);
    EXPECT_THAT(notes(*packed), HasSubstr("lies inside the input"));
}

TEST_F(PackOutput, InsideAnInputIsTold) {
    const std::pair<std::string, bool> rows[] = {
        {"in", true},   {"in/out", true},    {"in/../in/deep/out", true},
        {"out", false}, {"in-other", false}, {"in/../out2", false}};
    int name = 0;
    for (const auto& [output, inside] : rows) {
        request_.output = scratch_ / output;
        request_.name = "p" + std::to_string(++name);
        const auto packed = pack();
        ASSERT_TRUE(packed.has_value()) << packed.error().message();
        if (inside) {
            EXPECT_THAT(notes(*packed), HasSubstr("lies inside the input")) << output;
        } else {
            EXPECT_THAT(notes(*packed), Not(HasSubstr("lies inside"))) << output;
        }
    }
}

TEST_F(PackOutput, OfACrashBetweenTheTwoIsToldApart) {
    ASSERT_TRUE(pack().has_value());
    const fs::path out = scratch_ / "out";
    // A first pack: the custody directory is in place, the tar still has its draft's name. There is
    // no package to be lost, and the same command goes on; the draft is told of, and stays.
    fs::rename(out / "p.tar", out / ".p.0.partial.tar");
    const auto again = pack();
    ASSERT_TRUE(again.has_value()) << again.error().message();
    EXPECT_THAT(notes(*again), HasSubstr(".p.0.partial.tar' is what a pack that was cut short"));
    EXPECT_TRUE(fs::exists(out / ".p.0.partial.tar"));
    EXPECT_FALSE(fs::exists(out / ".p.1.partial.custody"));
    // A replacement: the old tar beside the new custody directory, the others under draft names.
    fs::copy(out / "p.custody", out / ".p.0.partial.custody");
    std::string message = refused(ErrorCode::create);
    EXPECT_THAT(message, HasSubstr("p.tar exists already; --force replaces it"));
    EXPECT_THAT(message, HasSubstr(".p.0.partial.custody"));
    EXPECT_THAT(message, HasSubstr("p.custody may then be of a newer package than p.tar"));
    // The next one mends it, and tells of the drafts.
    request_.replace = true;
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    EXPECT_THAT(notes(*packed),
                HasSubstr("out/.p.0.partial.tar' is what a pack that was cut short"));
    EXPECT_TRUE(fs::exists(out / ".p.0.partial.tar"));
    EXPECT_FALSE(fs::exists(out / ".p.1.partial.tar"));
}

/// A custody directory without its package counts as that of a pack that was cut short only where
/// the rest of that pack is there, and only as long as it is no more than a seal.
TEST_F(PackOutput, OfAPackageThatWasMovedAwayIsNotReplacedUnasked) {
    ASSERT_TRUE(pack().has_value());
    const fs::path out = scratch_ / "out";
    fs::rename(out / "p.tar", scratch_ / "elsewhere.tar");
    EXPECT_THAT(refused(ErrorCode::create), HasSubstr("p.custody is there, and p.tar is not"));
    // Of a pack that was stopped at its very beginning, and of one that was stopped later.
    write_file(out / ".p.0.partial.tar", "");
    EXPECT_THAT(refused(ErrorCode::create), HasSubstr("--force makes both anew"));
    write_file(out / ".p.0.partial.tar", "half of it");
    fs::create_directory(out / ".p.0.partial.custody");
    EXPECT_THAT(refused(ErrorCode::create), HasSubstr("--force makes both anew"));
    fs::remove(out / ".p.0.partial.custody");
    write_file(out / "p.custody/0002-release.xml", "a history");
    EXPECT_THAT(refused(ErrorCode::create), HasSubstr("a custody history is never overwritten"));
    EXPECT_EQ(test::read_file(out / "p.custody/0002-release.xml"), "a history");
}

TEST_F(PackOutput, OfATarAloneIsNotReplacedUnasked) {
    write_file(scratch_ / "out/p.tar", "precious");
    EXPECT_EQ(refused(ErrorCode::create), "p.tar exists already; --force replaces it");
    EXPECT_EQ(test::read_file(scratch_ / "out/p.tar"), "precious");
}

TEST_F(PackOutput, WhoseCustodyIsNoDirectoryIsNotReplaced) {
    write_file(scratch_ / "out/p.custody", "precious");
    request_.replace = true;
    EXPECT_THAT(refused(ErrorCode::create), HasSubstr("p.custody"));
    EXPECT_EQ(test::read_file(scratch_ / "out/p.custody"), "precious");
}

TEST_F(PackOutput, GetsNoHistoryReplacedThatBeganInTheMeantime) {
    ASSERT_TRUE(pack().has_value());
    const auto files = native_file_system();
    auto staging = pack::Staging::begin(*files->open_directory(scratch_ / "out"), "p",
                                        Existing::replace, false);
    ASSERT_TRUE(staging.has_value()) << staging.error().message();
    write_file(scratch_ / "out/p.custody/0002-release.xml", "<event/>");
    const std::string before = test::read_file(scratch_ / "out/p.tar");
    const auto committed = (*staging)->commit();
    ASSERT_FALSE(committed.has_value());
    EXPECT_THAT(committed.error().message(), HasSubstr("never overwritten"));
    staging->reset();
    EXPECT_TRUE(fs::exists(scratch_ / "out/p.custody/0002-release.xml"));
    EXPECT_EQ(test::read_file(scratch_ / "out/p.tar"), before);
}

/// Where a failure to look counted as nothing being there, a history would be overwritten.
TEST_F(PackOutput, WhoseHistoryCannotBeLookedAtIsNotReplaced) {
    ASSERT_TRUE(pack().has_value());
    write_file(scratch_ / "out/p.custody/0002-release.xml", "<event/>");
    const std::string before = test::snapshot(scratch_ / "out");
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, 100);
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        auto output = files->open_directory(scratch_ / "out");
        if (!output) continue;
        const auto staging =
            pack::Staging::begin(*std::move(output), "p", Existing::replace, false);
        EXPECT_FALSE(staging.has_value()) << failing;
        EXPECT_EQ(test::snapshot(scratch_ / "out"), before) << failing;
        if (fault.operations.load() <= failing) break;
    }
}

TEST(ManifestSize, IsToldWhereReadersDoNotTakeItUnasked) {
    const base::Limits limits{.manifest_bytes = 1000};
    EXPECT_EQ(*pack::check_manifest_size(1000, limits), std::nullopt);
    const auto large = pack::check_manifest_size(1001, limits);
    ASSERT_TRUE(large.has_value() && large->has_value());
    EXPECT_THAT(**large, HasSubstr("--max-manifest 1001"));
    EXPECT_TRUE(pack::check_manifest_size(std::uint64_t{1} << 30, limits).has_value());
    const auto too_large = pack::check_manifest_size((std::uint64_t{1} << 30) + 1, limits);
    ASSERT_FALSE(too_large.has_value());
    EXPECT_EQ(too_large.error().code(), ErrorCode::limit);
    EXPECT_THAT(too_large.error().message(), HasSubstr("several packages"));
}

}  // namespace
}  // namespace solander
