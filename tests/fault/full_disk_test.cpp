// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

TEST(FullDisk, IsReportedAndLeavesNothingBehind) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can mount a small file system";
    const test::Scratch scratch;
    const auto disk = scratch / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0)
        GTEST_SKIP() << "no file system can be mounted here";
    test::write_file(scratch / "in/large.bin", std::string(1'000'000, 'x'));
    test::World world;
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {scratch / "in"}, .output = disk, .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    const auto packed = make_package(request, world.environment);
    const bool empty = std::filesystem::is_empty(disk);
    ::umount(disk.c_str());
    ASSERT_FALSE(packed.has_value());
    EXPECT_EQ(packed.error().code(), ErrorCode::io);
    EXPECT_NE(packed.error().message().find("no space left"), std::string::npos)
        << packed.error().message();
    EXPECT_TRUE(empty);
}

}  // namespace
}  // namespace solander
