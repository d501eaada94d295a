// SPDX-License-Identifier: Apache-2.0
// Every single operation on files fails once: nothing is half-written, and nothing passes.
#include <filesystem>

#include <gtest/gtest.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

constexpr int kTooMany = 2000;

bool leaves_nothing(const fs::path& output) {
    return !fs::exists(output) || fs::is_empty(output);
}

void make_inputs(const Scratch& scratch) {
    test::write_file(scratch / "in/letter.txt", "Dear Helena,\n");
    test::write_file(scratch / "in/scans/p1.tif", std::string(600'000, 't'));
    test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
}

Result<Packed> pack_with(test::Fault& fault, const Scratch& scratch, bool replace) {
    test::World world;
    const auto files = test::faulty_file_system(fault);
    const Environment environment{.files = *files, .clock = world.clock};
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    request.replace = replace;
    return make_package(request, environment);
}

Verdict verdict_of(const Scratch& scratch, FileSystem& files) {
    const test::World world;
    const Environment environment{.files = files, .clock = world.clock};
    const auto report =
        verify_package(scratch / "out/p.tar", {.trust = scratch / "trust"}, environment);
    return report ? report->verdict : Verdict::indeterminate;
}

TEST(Fault, OfAnyOperationLeavesNoPackageOrAGoodOne) {
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        const Scratch scratch;
        make_inputs(scratch);
        test::Fault fault;
        fault.failing = failing;
        const auto packed = pack_with(fault, scratch, false);
        if (packed) {
            const auto files = native_file_system();
            EXPECT_EQ(verdict_of(scratch, *files), Verdict::passed) << "operation " << failing;
            if (fault.operations.load() <= failing) break;  // no operation was left to fail
            continue;
        }
        ++failures;
        // Where the clean-up itself is what fails, a draft may stay, but never under a final name.
        EXPECT_FALSE(fs::exists(scratch / "out/p.tar")) << "operation " << failing;
        EXPECT_TRUE(leaves_nothing(scratch / "out")) << "operation " << failing;
    }
    EXPECT_GT(failures, 20);
}

TEST(Fault, OfAnyOperationKeepsThePackageThatWasToBeReplaced) {
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        const Scratch scratch;
        make_inputs(scratch);
        test::Fault none;
        ASSERT_TRUE(pack_with(none, scratch, false).has_value());
        test::Fault fault;
        fault.failing = failing;
        const auto packed = pack_with(fault, scratch, true);
        const auto files = native_file_system();
        EXPECT_EQ(verdict_of(scratch, *files), Verdict::passed) << "operation " << failing;
        if (packed && fault.operations.load() <= failing) break;
    }
}

TEST(Fault, OfAnyOperationIsNeverAPass) {
    const Scratch scratch;
    make_inputs(scratch);
    test::Fault none;
    ASSERT_TRUE(pack_with(none, scratch, false).has_value());
    int passed = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        const Verdict verdict = verdict_of(scratch, *files);
        if (fault.operations.load() <= failing) {
            EXPECT_EQ(verdict, Verdict::passed);
            break;
        }
        if (verdict == Verdict::passed) ++passed;
        EXPECT_NE(verdict, Verdict::passed) << "operation " << failing;
    }
}

}  // namespace
}  // namespace solander
