// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Scratch;

class MakePackage : public testing::Test {
protected:
    MakePackage() {
        test::write_file(scratch_ / "in/a.txt", "alpha\n");
        test::write_file(scratch_ / "in/b/c.bin", std::string(3'000'000, 'c'));
        for (int i = 0; i < 300; ++i)
            test::write_file(scratch_ / ("in/many/" + std::to_string(i)),
                             std::string(static_cast<std::size_t>(i) * 7, 'm'));
        stamp();
        request_.sealers.push_back({key_, "archivist@example.org"});
        request_.created = *Timestamp::parse("2026-11-24T00:00:00Z");
        request_.sync = false;
        test::write_file(scratch_ / "trust", test::trust_lines({"archivist", "registrar"}));
    }

    /// Gives every input one whole-second time, as a deposit that is packed twice has.
    void stamp() {
        const auto when = fs::file_time_type(std::chrono::seconds(1'000'000'000));
        for (const auto& entry : fs::recursive_directory_iterator(scratch_ / "in"))
            if (entry.is_regular_file()) fs::last_write_time(entry.path(), when);
    }

    Verdict verdict(const fs::path& package) {
        const auto report =
            verify_package(package, {.trust = scratch_ / "trust"}, world_.environment);
        return report ? report->verdict : Verdict::indeterminate;
    }

    Scratch scratch_;
    test::World world_;
    SigningKey key_ = test::fixture_key("archivist");
    PackRequest request_{.inputs = {scratch_ / "in"}, .output = scratch_ / "out", .name = "p"};
};

TEST_F(MakePackage, IsReproducibleWhateverTheThreadsAndTheOrderOfTheInputs) {
    std::string first;
    for (const unsigned jobs : {1U, 2U, 8U}) {
        world_.environment.jobs = jobs;
        fs::remove_all(scratch_ / "out");
        const auto packed = make_package(request_, world_.environment);
        ASSERT_TRUE(packed.has_value()) << packed.error().message();
        EXPECT_EQ(packed->files, 302U);
        EXPECT_EQ(verdict(packed->package), Verdict::passed);
        const std::string bytes = test::snapshot(scratch_ / "out");
        if (first.empty()) first = bytes;
        EXPECT_EQ(bytes, first) << jobs << " threads";
    }
    request_.inputs = {scratch_ / "in/b", scratch_ / "in/a.txt"};
    ASSERT_TRUE(make_package(request_, world_.environment).has_value() == false);  // exists
    request_.replace = true;
    ASSERT_TRUE(make_package(request_, world_.environment).has_value());
    const std::string one_order = test::snapshot(scratch_ / "out");
    request_.inputs = {scratch_ / "in/a.txt", scratch_ / "in/b"};
    ASSERT_TRUE(make_package(request_, world_.environment).has_value());
    EXPECT_EQ(test::snapshot(scratch_ / "out"), one_order);
}

TEST_F(MakePackage, DependsOnKeyAndTime) {
    const auto first = make_package(request_, world_.environment);
    ASSERT_TRUE(first.has_value());
    request_.replace = true;
    request_.created = *Timestamp::parse("2026-11-24T00:00:01Z");
    const auto later = make_package(request_, world_.environment);
    ASSERT_TRUE(later.has_value());
    EXPECT_NE(first->id, later->id);
    EXPECT_NE(first->manifest, later->manifest);

    const SigningKey other = test::fixture_key("registrar");
    PackRequest by_other = request_;
    by_other.sealers.clear();
    by_other.sealers.push_back({other, "archivist@example.org"});  // the claim stays the same
    const auto others = make_package(by_other, world_.environment);
    ASSERT_TRUE(others.has_value());
    EXPECT_NE(others->id, later->id);
    EXPECT_NE(others->manifest, later->manifest);

    request_.sealers.front().principal = "somebody else";
    const auto renamed = make_package(request_, world_.environment);
    ASSERT_TRUE(renamed.has_value());
    EXPECT_NE(renamed->manifest, later->manifest);
}

TEST_F(MakePackage, SealsWithSeveralKeysAndStatesSha512) {
    const SigningKey second = test::fixture_key("registrar");
    request_.sealers.push_back({second, "registrar@example.org"});
    request_.sha512 = true;
    const auto packed = make_package(request_, world_.environment);
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
    EXPECT_EQ(report->signers.size(), 3U);  // two of the manifest, the actor of the seal
    EXPECT_TRUE(report->manifest()->files[0].sha512.has_value());
    // One of the two unknown: the package as a whole is undecided.
    test::write_file(scratch_ / "trust", test::trust_lines({"archivist"}));
    EXPECT_EQ(verdict(packed->package), Verdict::indeterminate);
}

TEST_F(MakePackage, ReplacesOnlyWhatHasNoHistory) {
    ASSERT_TRUE(make_package(request_, world_.environment).has_value());
    const std::string before = test::snapshot(scratch_ / "out");
    auto again = make_package(request_, world_.environment);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code(), ErrorCode::create);
    EXPECT_NE(again.error().message().find("--force"), std::string::npos);
    EXPECT_EQ(test::snapshot(scratch_ / "out"), before);

    request_.replace = true;
    ASSERT_TRUE(make_package(request_, world_.environment).has_value());
    EXPECT_EQ(test::snapshot(scratch_ / "out"), before);

    test::write_file(scratch_ / "out/p.custody/0002-release.xml", "<event/>");
    again = make_package(request_, world_.environment);
    ASSERT_FALSE(again.has_value());
    EXPECT_NE(again.error().message().find("never overwritten"), std::string::npos);
    EXPECT_TRUE(fs::exists(scratch_ / "out/p.custody/0002-release.xml"));
}

TEST_F(MakePackage, KeepsBytesOfEverySizeAroundABlock) {
    fs::remove_all(scratch_ / "in");
    for (const std::size_t size :
         {0UL, 1UL, 511UL, 512UL, 513UL, 262143UL, 262144UL, 262145UL, 524288UL, 700001UL})
        test::write_file(scratch_ / ("in/" + std::to_string(size)), std::string(size, 'x'));
    const auto packed = make_package(request_, world_.environment);
    ASSERT_TRUE(packed.has_value());
    EXPECT_EQ(verdict(packed->package), Verdict::passed);
    const auto listed = test::run_program(
        {"sh", "-c", "tar -xOf \"$1\" p/data/in/262145 | wc -c", "sh", packed->package.string()});
    EXPECT_EQ(std::stoi(listed.out), 262145);
}

TEST_F(MakePackage, TellsOfEmptyDirectoriesAndHardLinks) {
    fs::create_directories(scratch_ / "in/hollow");
    fs::create_hard_link(scratch_ / "in/a.txt", scratch_ / "in/a2.txt");
    const auto packed = make_package(request_, world_.environment);
    ASSERT_TRUE(packed.has_value());
    ASSERT_EQ(packed->notes.size(), 3U);
    EXPECT_NE(packed->notes[0].find("hollow' is an empty directory"), std::string::npos);
    EXPECT_NE(packed->notes[1].find("hard links"), std::string::npos);
}

TEST_F(MakePackage, RenamesUnsafeNamesOnlyWhenTold) {
    test::write_file(scratch_ / "in/what?.txt", "x");
    auto packed = make_package(request_, world_.environment);
    ASSERT_FALSE(packed.has_value());
    EXPECT_NE(packed.error().message().find("--rename-safe"), std::string::npos);
    request_.rename_safe = true;
    packed = make_package(request_, world_.environment);
    ASSERT_TRUE(packed.has_value());
    EXPECT_EQ(verdict(packed->package), Verdict::passed);
    const auto report = verify_package(packed->package, {}, world_.environment);
    const auto& files = report->manifest()->files;
    const auto renamed = std::find_if(files.begin(), files.end(), [](const PayloadFile& file) {
        return !file.original_name.empty();
    });
    ASSERT_NE(renamed, files.end());
    EXPECT_EQ(renamed->original_name, "in/what?.txt");
    EXPECT_EQ(renamed->path.str(), "data/in/what_.txt");
}

TEST_F(MakePackage, TakesItsNameFromTheOneInput) {
    request_.name.clear();
    const auto packed = make_package(request_, world_.environment);
    ASSERT_TRUE(packed.has_value());
    EXPECT_EQ(packed->package.filename(), "in.tar");
    request_.inputs = {scratch_ / "in/a.txt", scratch_ / "in/b"};
    EXPECT_EQ(make_package(request_, world_.environment).error().code(), ErrorCode::usage);
}

}  // namespace
}  // namespace solander
