// SPDX-License-Identifier: Apache-2.0
// Every single operation on files fails once: a bundle is there whole or not at all, and so is what
// is taken out of it.
#include <filesystem>

#include <gtest/gtest.h>

#include <solander/bundle.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;

constexpr int kTooMany = 2000;

class BundleFault : public testing::Test {
protected:
    BundleFault() {
        test::write_file(scratch_ / "in/letter.txt", "Dear Helena,\n");
        test::write_file(scratch_ / "in/scans/p1.tif", std::string(600'000, 't'));
        packed_ = test::make_fixture_package(world_, {scratch_ / "in"}, scratch_ / "out", "p");
        request_ = {.package = packed_.package, .output = scratch_ / "good.tar"};
        made_ = make_bundle(request_, world_.environment).has_value();
        good_ = test::read_file(scratch_ / "good.tar");
        request_.output = scratch_ / "to/";
    }

    /// The names in `@/to`, drafts apart.
    std::string left() const {
        std::string names;
        if (!fs::exists(scratch_ / "to")) return names;
        for (const auto& entry : fs::directory_iterator(scratch_ / "to"))
            if (const auto name = entry.path().filename().string(); !name.starts_with('.'))
                names += name + " ";
        return names;
    }

    test::Scratch scratch_;
    test::World world_;
    Packed packed_;
    BundleRequest request_;
    bool made_ = false;
    std::string good_;
};

TEST_F(BundleFault, OfAnyOperationLeavesNoBundleOrAGoodOne) {
    ASSERT_TRUE(made_);
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        fs::remove_all(scratch_ / "to");
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        const Environment environment{.files = *files, .clock = world_.clock};
        const auto made = make_bundle(request_, environment);
        const std::string names = left();
        if (!names.empty()) {
            EXPECT_EQ(test::read_file(scratch_ / "to/p.bundle.tar"), good_) << failing;
        }
        if (!made) {
            ++failures;
        } else if (fault.operations.load() <= failing) {
            break;
        }
    }
    EXPECT_GT(failures, 20);
}

TEST_F(BundleFault, OfAnyOperationTakesBothOutOrNeither) {
    ASSERT_TRUE(made_);
    const std::string whole = test::snapshot(scratch_ / "out");
    int failures = 0;
    int custody_alone = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        fs::remove_all(scratch_ / "to");
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        const Environment environment{.files = *files, .clock = world_.clock};
        const auto done =
            unbundle({.bundle = scratch_ / "good.tar", .output = scratch_ / "to"}, environment);
        const std::string names = left();
        if (names == "p.custody ") ++custody_alone;
        if (names.find("p.tar") != std::string::npos) {
            EXPECT_EQ(test::read_file(scratch_ / "to/p.tar"), test::read_file(packed_.package));
            EXPECT_EQ(test::snapshot(scratch_ / "to/p.custody"), test::snapshot(packed_.custody));
        }
        if (!done) {
            ++failures;
        } else if (fault.operations.load() <= failing) {
            EXPECT_EQ(test::snapshot(scratch_ / "to"), whole);
            break;
        }
    }
    EXPECT_GT(failures, 20);
    EXPECT_EQ(custody_alone, 0);
}

}  // namespace
}  // namespace solander
