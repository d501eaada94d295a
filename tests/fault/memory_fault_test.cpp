// SPDX-License-Identifier: Apache-2.0
// Every single operation on files fails once while a memory learns, or is reset: it then has what
// it had, or what it was to have; and the next run puts right what was left.
#include <filesystem>

#include <gtest/gtest.h>

#include <solander/state.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

constexpr int kTooMany = 2000;

/// A package, and a memory that has it or not.
struct Place {
    Place() {
        test::World world;
        test::write_file(scratch / "in/letter.txt", "Dear Helena,\n");
        test::write_file(scratch / "trust", test::trust_lines({"archivist"}));
        package = test::make_fixture_package(world, {scratch / "in"}, scratch / "out", "p").package;
        fs::create_directories(state());
    }
    fs::path state() const { return scratch / "state"; }

    Result<Report> verify(FileSystem& files) const {
        const test::World world;
        const Environment environment{.files = files, .clock = world.clock};
        return verify_package(package, {.trust = scratch / "trust", .state = state()}, environment);
    }

    /// The manifest's digest and the length of the chain, or `nothing`, or what is wrong.
    std::string known() const {
        const test::World world;
        const auto entries = list_state(state(), world.environment);
        if (!entries) return entries.error().message();
        if (entries->empty()) return "nothing";
        return entries->front().manifest.hex() + " " + std::to_string(entries->front().events);
    }

    Scratch scratch;
    fs::path package;
};

TEST(MemoryFault, OfAnyOperationLeavesWhatWasOrWhatIsToBe) {
    const Place first;
    const auto files = native_file_system();
    ASSERT_TRUE(first.verify(*files)->passed());
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        fs::remove_all(first.state());
        fs::create_directories(first.state());
        test::Fault fault;
        fault.failing = failing;
        const auto faulty = test::faulty_file_system(fault);
        const auto report = first.verify(*faulty);
        const std::string known = first.known();
        EXPECT_TRUE(known == "nothing" || known.ends_with(" 1")) << failing << ": " << known;
        if (report && report->passed()) {
            EXPECT_NE(known, "nothing") << "operation " << failing << " lost what was learnt";
            if (fault.operations.load() <= failing) break;
            continue;
        }
        ++failures;
        // The next run makes it good.
        const auto again = first.verify(*files);
        ASSERT_TRUE(again.has_value()) << failing << ": " << again.error().message();
        EXPECT_TRUE(again->passed()) << failing;
        EXPECT_TRUE(first.known().ends_with(" 1")) << failing;
        for (const auto& entry : fs::recursive_directory_iterator(first.state()))
            EXPECT_FALSE(entry.path().filename().string().starts_with('.')) << entry.path();
    }
    EXPECT_GT(failures, 30);
}

TEST(MemoryFault, OfAnyOperationOfAResetKeepsTheOldChainSomewhere) {
    const Place place;
    const auto files = native_file_system();
    const test::World world;
    ASSERT_TRUE(place.verify(*files)->passed());
    const std::string before = place.known();
    const auto manifest = *Sha256::parse(before.substr(0, Sha256::kHexSize));
    fs::copy(place.state(), place.scratch / "before", fs::copy_options::recursive);
    int failures = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, kTooMany);
        fs::remove_all(place.state());
        fs::copy(place.scratch / "before", place.state(), fs::copy_options::recursive);
        test::Fault fault;
        fault.failing = failing;
        const auto faulty = test::faulty_file_system(fault);
        const Environment environment{.files = *faulty, .clock = world.clock};
        const auto done = accept_state(place.state(), manifest, "a test", environment);
        const bool is_known = place.known() == before;
        const bool is_aside = fs::exists(place.state() / "set-aside" / (manifest.hex() + "-1"));
        EXPECT_TRUE(is_known || is_aside) << failing;
        // Never a reset that the log does not tell of.
        EXPECT_TRUE(is_known || fs::exists(place.state() / "accepted.log")) << failing;
        const auto again = place.verify(*files);
        ASSERT_TRUE(again.has_value()) << failing << ": " << again.error().message();
        EXPECT_TRUE(again->passed()) << failing;
        EXPECT_EQ(place.known(), before) << failing;
        if (done && fault.operations.load() <= failing) break;
        failures += done ? 0 : 1;
    }
    EXPECT_GT(failures, 20);
}

}  // namespace
}  // namespace solander
