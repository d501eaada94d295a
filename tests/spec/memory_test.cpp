// SPDX-License-Identifier: Apache-2.0
// One memory, used by many at the same time, and after a crash.
#include <future>

#include <gmock/gmock.h>

#include <solander/state.h>

#include "chronicle.h"
#include "flaw.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using test::Scratch;
using testing::HasSubstr;

constexpr int kPackages = 60;

/// Many packages, a trust file and an empty memory.
struct Shelf {
    Shelf() {
        for (int i = 0; i < kPackages; ++i) packages.push_back(pack("p" + std::to_string(i)));
        test::write_file(scratch / "trust", test::trust_in());
        fs::create_directories(state());
    }
    fs::path state() const { return scratch / "state"; }

    /// Sealed long ago, so that no clock on any wall is behind it.
    fs::path pack(const std::string& name) const {
        test::World world;
        const fs::path input = scratch / ("in/" + name + ".txt");
        test::write_file(input, name);
        PackRequest request{.inputs = {input}, .output = scratch / "out", .name = name};
        request.created = *Timestamp::parse("2020-02-01T00:00:00Z");
        request.sealers.push_back({test::key_of('A'), test::principal_of('A')});
        request.sync = false;
        return make_package(request, world.environment)->package;
    }

    /// How many passed.
    int verify(unsigned jobs) const {
        test::World world;
        world.environment.jobs = jobs;
        const auto reports = verify_packages(
            packages, {.trust = scratch / "trust", .state = state()}, world.environment);
        if (!reports) return -1;
        int passed = 0;
        for (const auto& report : *reports) passed += report && report->passed() ? 1 : 0;
        return passed;
    }

    Scratch scratch;
    std::vector<fs::path> packages;
};

std::size_t known_in(const fs::path& state) {
    const test::World world;
    const auto entries = list_state(state, world.environment);
    return entries ? entries->size() : 0;
}

TEST(MemoryOfMany, IsTheSameFromAnyNumberOfThreads) {
    const Shelf shelf;
    EXPECT_EQ(shelf.verify(8), kPackages);
    EXPECT_EQ(known_in(shelf.state()), kPackages);
    const std::string after = test::snapshot(shelf.state());
    EXPECT_EQ(shelf.verify(1), kPackages);
    EXPECT_EQ(test::snapshot(shelf.state()), after);
    fs::remove_all(shelf.state());
    fs::create_directories(shelf.state());
    EXPECT_EQ(shelf.verify(1), kPackages);
    EXPECT_EQ(test::snapshot(shelf.state()), after);
}

TEST(MemoryOfMany, IsSharedByProcesses) {
    const Shelf shelf;
    std::vector<std::future<int>> runs;
    for (int i = 0; i < 3; ++i)
        runs.push_back(std::async(std::launch::async, [&shelf] {
            std::vector<std::string> words{test::solander_tool(),
                                           "verify",
                                           "--quiet",
                                           "--trust",
                                           (shelf.scratch / "trust").string(),
                                           "--state",
                                           shelf.state().string(),
                                           "--jobs",
                                           "2"};
            for (const auto& package : shelf.packages) words.push_back(package.string());
            return test::run_program(words).status;
        }));
    for (auto& run : runs) EXPECT_EQ(run.get(), 0);
    EXPECT_EQ(known_in(shelf.state()), kPackages);
}

/// Readers of one package, some of whom hold its older copy: whoever comes late is told so, and the
/// memory never goes back.
TEST(MemoryOfOne, NeverGoesBackUnderThreads) {
    Forgery forgery;
    forgery.trust = test::trust_in();
    forgery.write();
    fs::create_directories(forgery.scratch() / "state");
    std::vector<fs::path> copies;
    std::string story;
    for (int i = 0; i < 6; ++i) {
        copies.push_back(forgery.scratch() / ("copy" + std::to_string(i)));
        test::write_custody(copies.back(), test::chronicle(forgery, story));
        story += story.empty() ? "A:note" : " A:note";
    }
    std::vector<std::future<std::size_t>> readers;
    for (std::size_t i = 0; i < 24; ++i)
        readers.push_back(std::async(std::launch::async, [&, i]() -> std::size_t {
            const test::World world;
            VerifyOptions options{.trust = forgery.scratch() / "trust"};
            options.custody = copies[(i * 5) % copies.size()];
            options.state = forgery.scratch() / "state";
            const auto report = verify_package(forgery.package(), options, world.environment);
            if (!report) return 0;
            const auto codes = test::distinct_codes(*report);
            return codes.empty() || codes == "custody.rollback" ? 1 : 0;
        }));
    for (auto& reader : readers) EXPECT_EQ(reader.get(), 1U);
    const test::World world;
    const auto entries = list_state(forgery.scratch() / "state", world.environment);
    ASSERT_EQ(entries->size(), 1U);
    EXPECT_EQ(entries->front().events, copies.size());
}

TEST(MemoryOfOne, TidiesUpAfterACrash) {
    Forgery forgery;
    forgery.options.state = forgery.scratch() / "state";
    fs::create_directories(*forgery.options.state);
    ASSERT_TRUE(forgery.verify().passed());
    const std::string manifest = test::hex_digest(forgery.manifest());
    const fs::path shard = *forgery.options.state / "packages" / manifest.substr(0, 2);
    test::write_file(shard / ("." + manifest + ".draft") / "custody/0001-seal.xml", "half of it");
    test::write_chronicle(forgery, "A:note", forgery.custody);
    EXPECT_TRUE(forgery.verify().passed());
    EXPECT_FALSE(fs::exists(shard / ("." + manifest + ".draft")));
    EXPECT_EQ(known_in(*forgery.options.state), 1U);
}

TEST(MemoryOfOne, RefusesWhatIsDamaged) {
    const test::World world;
    Forgery forgery;
    forgery.options.state = forgery.scratch() / "state";
    fs::create_directories(*forgery.options.state);
    ASSERT_TRUE(forgery.verify().passed());
    const std::string manifest = test::hex_digest(forgery.manifest());
    const fs::path entry = *forgery.options.state / "packages" / manifest.substr(0, 2) / manifest;
    const std::string seen = test::read_file(entry / "seen.txt");
    for (const std::string& bad : {std::string(), seen.substr(0, seen.size() - 1), seen + "x\n",
                                   seen.substr(0, seen.find('\n') + 1) + "2026-12-01T00:00:00Z " +
                                       test::hex_digest("another") + " 0001-seal.xml\n"}) {
        test::write_file(entry / "seen.txt", bad);
        const auto report = verify_package(forgery.package(), forgery.options, world.environment);
        ASSERT_FALSE(report.has_value()) << bad;
        EXPECT_EQ(report.error().code(), ErrorCode::io);
        EXPECT_THAT(report.error().message(), HasSubstr("solander state accept"));
    }
    ASSERT_TRUE(accept_state(*forgery.options.state, *Sha256::parse(manifest), "the disk failed",
                             world.environment)
                    .has_value());
    EXPECT_TRUE(forgery.verify().passed());
}

TEST(MemoryOfOne, IsNotBegunInAFullDirectory) {
    const test::World world;
    Forgery forgery;
    forgery.write();
    test::write_file(forgery.scratch() / "home/letter.txt", "mine");
    forgery.options.state = forgery.scratch() / "home";
    auto report = verify_package(forgery.package(), forgery.options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_THAT(report.error().message(), HasSubstr("is no memory of solander"));
    forgery.options.state = forgery.scratch() / "none";
    report = verify_package(forgery.package(), forgery.options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::open);
    EXPECT_THAT(report.error().message(), HasSubstr("make it first: mkdir"));
}

}  // namespace
}  // namespace solander
