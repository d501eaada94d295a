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

enum class Pack { first, replacement };

/// A replacement is sealed at another time, so that no byte of it passes for one of the first.
Result<Packed> pack_with(test::Fault& fault, const Scratch& scratch, Pack which) {
    test::World world;
    const auto files = test::faulty_file_system(fault);
    const Environment environment{.files = *files, .clock = world.clock};
    const SigningKey key = test::fixture_key("archivist");
    PackRequest request{.inputs = {scratch / "in"}, .output = scratch / "out", .name = "p"};
    request.sealers.push_back({key, "archivist@example.org"});
    request.created =
        *Timestamp::parse(which == Pack::first ? "2026-11-24T00:00:00Z" : "2026-11-25T00:00:00Z");
    request.replace = which == Pack::replacement;
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
        const auto packed = pack_with(fault, scratch, Pack::first);
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

/// What stands under the package's own names, and the drafts beside them.
struct Left {
    std::string package;
    std::string drafts;
};

Left left_in(const fs::path& output) {
    Left left;
    for (const auto& entry : fs::directory_iterator(output))
        if (const std::string name = entry.path().filename().string(); name.starts_with('.'))
            left.drafts += name + "\n";
    left.package = test::read_file(output / "p.tar") + test::snapshot(output / "p.custody");
    return left;
}

TEST(Fault, OfAnyOperationKeepsThePackageThatWasToBeReplaced) {
    // In one place, since the manifest has the times of the inputs.
    const Scratch scratch;
    make_inputs(scratch);
    const auto make = [&scratch](Pack which) {
        test::Fault none;
        EXPECT_TRUE(pack_with(none, scratch, which).has_value());
        return left_in(scratch / "out").package;
    };
    make(Pack::first);
    const std::string replaced = make(Pack::replacement);
    fs::remove_all(scratch / "out");
    const std::string first = make(Pack::first);
    ASSERT_NE(first, replaced);
    fs::rename(scratch / "out", scratch / "first");

    int kept = 0;
    int replaced_all_the_same = 0;
    int drafts_left = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        fs::remove_all(scratch / "out");
        fs::copy(scratch / "first", scratch / "out", fs::copy_options::recursive);
        test::Fault fault;
        fault.failing = failing;
        const auto packed = pack_with(fault, scratch, Pack::replacement);
        const Left left = left_in(scratch / "out");
        if (packed) {
            EXPECT_EQ(left.package, replaced) << "operation " << failing;
            if (fault.operations.load() <= failing) break;
            if (!left.drafts.empty()) ++drafts_left;  // the old custody could not be removed
            continue;
        }
        EXPECT_TRUE(left.package == first || left.package == replaced)
            << "operation " << failing << " left a mixture";
        if (left.package == first)
            ++kept;
        else
            ++replaced_all_the_same;
        EXPECT_EQ(left.drafts, "") << "operation " << failing;
    }
    EXPECT_GT(kept, 20);
    EXPECT_EQ(replaced_all_the_same, 1);  // the last sync: the names are in place already
    EXPECT_EQ(drafts_left, 1);
}

TEST(Fault, OfAnyOperationIsNeverAPass) {
    const Scratch scratch;
    make_inputs(scratch);
    test::Fault none;
    ASSERT_TRUE(pack_with(none, scratch, Pack::first).has_value());
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
