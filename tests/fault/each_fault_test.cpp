// SPDX-License-Identifier: Apache-2.0
// Every single operation on files fails once while many documents are packed: no more than one of
// them is without its package, and the same call again makes that, too.
#include <filesystem>

#include <gtest/gtest.h>

#include <solander/pack_each.h>
#include <solander/verify.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

constexpr int kTooMany = 2000;

Result<EachPacked> pack_with(test::Fault& fault, const Scratch& scratch) {
    const test::World world;
    const auto files = test::faulty_file_system(fault);
    const Environment environment{.files = *files, .clock = world.clock};
    const SigningKey key = test::fixture_key("archivist");
    EachRequest request{.pack = {.inputs = {scratch / "in"}, .output = scratch / "out"}};
    request.pack.records = scratch / "records.csv";
    request.pack.sealers.push_back({key, "archivist@example.org"});
    request.pack.created = *Timestamp::parse("2026-11-24T00:00:00Z");
    return pack_each(request, environment);
}

bool passes(const Scratch& scratch, const fs::path& package) {
    const test::World world;
    const auto report = verify_package(package, {.trust = scratch / "trust"}, world.environment);
    return report && report->verdict == Verdict::passed;
}

/// How many failed; each of the others has a package that passes, and these have none.
int expect_whole(const Scratch& scratch, const EachPacked& each) {
    int failures = 0;
    for (const EachOutcome& outcome : each.outcomes) {
        if (outcome.status == EachStatus::failed) {
            ++failures;
            EXPECT_FALSE(fs::exists(outcome.package)) << outcome.package;
            EXPECT_FALSE(fs::exists(fs::path(outcome.package).replace_extension(".custody")));
        } else {
            EXPECT_TRUE(passes(scratch, outcome.package)) << outcome.package;
        }
    }
    return failures;
}

TEST(EachFault, OfAnyOperationFailsNoMoreThanOneDocument) {
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        SCOPED_TRACE(failing);
        const Scratch scratch;
        test::write_file(scratch / "in/letter.txt", "Dear Helena,\n");
        test::write_file(scratch / "in/p1.tif", "a page");
        test::write_file(scratch / "records.csv",
                         "document,title\nin/letter.txt,Letter\nin/p1.tif,Map\n");
        test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
        test::Fault fault;
        fault.failing = failing;
        const auto each = pack_with(fault, scratch);
        if (!each) {
            EXPECT_TRUE(!fs::exists(scratch / "out") || fs::is_empty(scratch / "out"));
            continue;
        }
        const int failed = expect_whole(scratch, *each);
        EXPECT_LE(failed, 1);
        failures += failed;
        if (fault.operations.load() <= failing) break;  // no operation was left to fail
        if (failed == 0) continue;
        test::Fault none;
        const auto again = pack_with(none, scratch);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(expect_whole(scratch, *again), 0);
    }
    EXPECT_GT(failures, 20);
}

}  // namespace
}  // namespace solander
