// SPDX-License-Identifier: Apache-2.0
// The package of a real capture has the record that was worked out for it by hand.
#include <string>

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

constexpr std::string_view kSample = "samples/000_1c106411baa40a7d.txt";

std::string document_of(const std::string& manifest) {
    const auto begin = manifest.find("<documents>");
    const auto end = manifest.find("</documents>");
    if (begin == std::string::npos || end == std::string::npos) return "(no documents)";
    return manifest.substr(begin, end - begin);
}

TEST(WorkedManifest, IsWhatPackingTheFirstSampleGives) {
    SOLANDER_NEEDS_SHARED(std::string(kSample));
    SOLANDER_NEEDS_SHARED("examples/1-first-sample.xml");
    SOLANDER_NEEDS("tar");
    test::World world;
    const test::Scratch scratch;
    const auto packed = test::make_fixture_package(world, {test::shared_root() / kSample},
                                                   scratch.path(), "mikoyan-telegram-1963");
    const auto tar = packed.package.string();
    const auto manifest =
        test::run_program({"tar", "-xOf", tar, "mikoyan-telegram-1963/manifest.xml"}).out;
    EXPECT_EQ(document_of(manifest),
              document_of(test::read_file(test::shared_root() / "examples/1-first-sample.xml")));

    // The capture itself is packaged, byte for byte.
    const auto capture = test::run_program(
        {"tar", "-xOf", tar, "mikoyan-telegram-1963/data/000_1c106411baa40a7d.txt"});
    EXPECT_EQ(capture.out, test::read_file(test::shared_root() / kSample));
    test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
    const auto report =
        verify_package(packed.package, {.trust = scratch / "trust"}, world.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
}

}  // namespace
}  // namespace solander
