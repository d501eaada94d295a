// SPDX-License-Identifier: Apache-2.0
// What verifying many small packages asks of the file system. The numbers may only fall: there are
// archives of hundreds of thousands of packages, in which each operation counts.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <solander/verify.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

using test::Scratch;
using test::World;

/// Packages of one file, sealed and never handed over, side by side.
class ManyPackages : public testing::Test {
protected:
    static constexpr int kPackages = 8;

    void SetUp() override {
        World world;
        test::write_file(scratch_ / "in/letter.txt", "Dear Helena,\n");
        test::write_file(scratch_ / "trust", test::trust_lines({"archivist"}));
        for (int i = 0; i < kPackages; ++i)
            packages_.push_back(test::make_fixture_package(world, {scratch_ / "in"},
                                                           scratch_ / "out", std::to_string(i))
                                    .package);
    }

    /// How many operations verifying the first `count` of them takes; all of them pass.
    int operations(std::size_t count) const {
        test::Fault none;
        const auto files = test::faulty_file_system(none);
        const World world;
        const auto results =
            verify_packages(std::span(packages_).first(count), {.trust = scratch_ / "trust"},
                            {.files = *files, .clock = world.clock, .jobs = 2});
        EXPECT_TRUE(results.has_value());
        for (const auto& result : *results) EXPECT_TRUE(result && result->passed());
        return none.operations.load();
    }

    Scratch scratch_;
    std::vector<std::filesystem::path> packages_;
};

TEST_F(ManyPackages, AskFewOperationsEach) {
    static constexpr int kPlaces = 5;  // three that may hold the trust file, two of them there
    // What it is, open, its beginning, its state, the rest, its size, its state again.
    static constexpr int kPackage = 7;
    static constexpr int kCustody = 2;  // open, list
    static constexpr int kFiles = 3;    // the seal, its signature, VERIFY.txt: open and read each
    EXPECT_LE((operations(kPackages) - operations(kPackages / 2)) / (kPackages / 2),
              kPlaces + kPackage + kCustody + 2 * kFiles);
}

TEST_F(ManyPackages, ReadTheTrustFileOnceAndResolveTheirDirectoryOnce) {
    const int each = (operations(kPackages) - operations(kPackages / 2)) / (kPackages / 2);
    // Open and read; for its place, two looks and one resolution; the packages' directory.
    EXPECT_LE(operations(kPackages) - kPackages * each, 6);
}

}  // namespace
}  // namespace solander
