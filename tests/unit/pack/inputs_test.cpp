// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "packing.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Packing;
using test::write_file;
using testing::HasSubstr;
using testing::Not;

class PackInputs : public Packing {};

TEST_F(PackInputs, LeaveParentDirectoriesBehindLinksToTheSystem) {
    write_file(scratch_ / "x.txt", "beside the link");
    write_file(scratch_ / "far/x.txt", "beside what the link names");
    fs::create_directory(scratch_ / "far/target");
    fs::create_directory_symlink("far/target", scratch_ / "lnk");
    request_.inputs = {scratch_ / "lnk/../x.txt"};
    ASSERT_EQ(packed_files(), "data/x.txt\n");
    EXPECT_THAT(test::read_file(scratch_ / "out/p.tar"), HasSubstr("beside what the link names"));
}

TEST_F(PackInputs, HaveNamesHoweverTheyAreSpelled) {
    write_file(scratch_ / "scans/1.tif", "one");
    for (const std::string spelled :
         {"scans", "scans/", "scans//", "scans/.", "scans/./", ".//scans", "scans/../scans"}) {
        request_.inputs = {fs::path(scratch_.path().string() + "/" + spelled)};
        request_.replace = true;
        EXPECT_EQ(packed_files(), "data/scans/1.tif\n") << spelled;
    }
    for (const std::string nameless : {"scans/..", "scans/../", "scans/../.", "..", ".", "/", ""}) {
        request_.inputs = {nameless.starts_with("scans") ? scratch_ / nameless
                                                         : fs::path(nameless)};
        EXPECT_THAT(refused(ErrorCode::usage), HasSubstr("no name of its own")) << nameless;
    }
}

/// Allows few descriptors for as long as it lives.
class FewDescriptors {
public:
    explicit FewDescriptors(::rlim_t most) {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const ::rlimit few{most, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    FewDescriptors(const FewDescriptors&) = delete;
    FewDescriptors& operator=(const FewDescriptors&) = delete;
    FewDescriptors(FewDescriptors&&) = delete;
    FewDescriptors& operator=(FewDescriptors&&) = delete;

private:
    ::rlimit before_{};
};

TEST_F(PackInputs, NeedNoDescriptorEach) {
    for (int i = 0; i < 200; ++i) {
        const std::string n = std::to_string(i);
        write_file(scratch_ / ("one/" + n + ".txt"), "in one directory " + n);
        write_file(scratch_ / ("many/" + n + "/m" + n + ".txt"), "in its own directory " + n);
        write_file(scratch_ / ("dirs/d" + n + "/x.txt"), "in a directory that is given " + n);
        request_.inputs.push_back(scratch_ / ("one/" + n + ".txt"));
        request_.inputs.push_back(scratch_ / ("many/" + n + "/m" + n + ".txt"));
        request_.inputs.push_back(scratch_ / ("dirs/d" + n));
    }
    const FewDescriptors few(100);
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    EXPECT_EQ(packed->files, 600U);
    const auto report =
        verify_package(packed->package, {.trust = scratch_ / "trust"}, world_.environment);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->verdict, Verdict::passed) << test::codes(*report);
}

TEST_F(PackInputs, AreNamedAsGivenWhereTwoCollide) {
    write_file(scratch_ / "d1/x.txt", "one");
    write_file(scratch_ / "d2/x.txt", "two");
    write_file(scratch_ / "d3/X.TXT", "three");
    write_file(scratch_ / "d4/D1/y.txt", "four");
    const auto at = [this](std::string_view name) { return (scratch_ / name).string(); };
    struct Row {
        std::vector<std::string> inputs;
        std::vector<std::string> said;
    };
    const Row rows[] = {
        {{at("d1/x.txt"), at("d2/x.txt")},
         {"'" + at("d1/x.txt") + "' and '" + at("d2/x.txt") + "'", "each would be 'data/x.txt'",
          "pack the directories"}},
        {{at("d1/x.txt"), at("d1/x.txt")}, {"'" + at("d1/x.txt") + "' is among the inputs twice"}},
        {{at("d1"), at("d1/")}, {"'" + at("d1/x.txt") + "' is among the inputs twice"}},
        {{at("d1/x.txt"), at("d2/../d1/x.txt")},
         {"'" + at("d1/x.txt") + "' and '" + at("d2/../d1/x.txt") + "' are one file"}},
        {{at("d1/x.txt"), at("d3/X.TXT")},
         {"'" + at("d1/x.txt") + "'", "'" + at("d3/X.TXT") + "'", "only by case", "rename one"}},
        {{at("d1"), at("d4/D1")},
         {"'" + at("d1/x.txt") + "'", "'" + at("d4/D1/y.txt") + "'", "'data/D1' and 'data/d1'",
          "only by case"}},
    };
    for (const auto& [inputs, said] : rows) {
        request_.inputs = {inputs.begin(), inputs.end()};
        const std::string message = refused(ErrorCode::open);
        for (const auto& part : said) EXPECT_THAT(message, HasSubstr(part));
    }
}

TEST_F(PackInputs, AreRefusedTogetherUpToTwenty) {
    request_.inputs = {scratch_ / "in"};
    write_file(scratch_ / "in/good.txt", "x");
    write_file(scratch_ / "in/what?.txt", "x");
    std::string message = refused(ErrorCode::open);
    EXPECT_THAT(message, Not(HasSubstr("inputs cannot be packed")));
    EXPECT_THAT(message, HasSubstr("in/what?.txt: "));
    EXPECT_THAT(message, HasSubstr("--rename-safe"));

    write_file(scratch_ / "in/con", "x");
    fs::create_symlink("good.txt", scratch_ / "in/link");
    message = refused(ErrorCode::open);
    EXPECT_THAT(message, HasSubstr("3 inputs cannot be packed: "));
    EXPECT_THAT(message, HasSubstr("in/con: "));
    EXPECT_THAT(message, HasSubstr("reserved by Windows"));
    EXPECT_THAT(message, HasSubstr("in/link: a symbolic link"));
    EXPECT_THAT(message, HasSubstr("in/what?.txt: "));
    EXPECT_THAT(message, HasSubstr("'?' is not allowed"));
    EXPECT_THAT(message, Not(HasSubstr("more")));

    for (int i = 10; i < 40; ++i) write_file(scratch_ / ("in/a*" + std::to_string(i)), "x");
    message = refused(ErrorCode::open);
    EXPECT_THAT(message, HasSubstr("33 inputs cannot be packed: "));
    EXPECT_THAT(message, HasSubstr("a*29: "));
    EXPECT_THAT(message, Not(HasSubstr("a*30: ")));
    EXPECT_THAT(message, HasSubstr("; and 13 more; --rename-safe"));
}

TEST_F(PackInputs, ThatAreMissingAreRefusedWithTheOthers) {
    request_.inputs = {scratch_ / "none", scratch_ / "nil"};
    const std::string message = refused(ErrorCode::open);
    EXPECT_THAT(message, HasSubstr("none: no such file"));
    EXPECT_THAT(message, HasSubstr("nil: no such file"));
}

TEST_F(PackInputs, AreNeverTheSecretKey) {
    write_file(scratch_ / "in/letter.txt", "x");
    write_file(scratch_ / "in/keys/ci.key", "secret");
    request_.secrets = {scratch_ / "in/keys/ci.key"};
    request_.inputs = {scratch_ / "in"};
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("in/keys/ci.key: a secret key"));
    request_.inputs = {scratch_ / "in/keys/ci.key"};
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("must never be in a package"));
    // However it is named: through a link to it, and under a second name.
    fs::create_symlink("in/keys/ci.key", scratch_ / "link.key");
    fs::create_hard_link(scratch_ / "in/keys/ci.key", scratch_ / "in/harmless.txt");
    fs::remove(scratch_ / "in/letter.txt");
    request_.secrets = {scratch_ / "link.key"};
    fs::rename(scratch_ / "in/keys", scratch_ / "keys");
    fs::remove(scratch_ / "link.key");
    fs::create_symlink("keys/ci.key", scratch_ / "link.key");
    request_.inputs = {scratch_ / "in"};
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("in/harmless.txt: a secret key"));
    // A secret that cannot be looked at could be anywhere.
    request_.secrets = {scratch_ / "no.key"};
    EXPECT_THAT(refused(ErrorCode::open), HasSubstr("no.key"));
    EXPECT_FALSE(fs::exists(scratch_ / "out"));
}

TEST_F(PackInputs, MayNotBeTooDeep) {
    std::string deep = (scratch_ / "in").string();
    for (int i = 0; i < 130; ++i) deep += "/d";
    write_file(deep + "/x.txt", "x");
    request_.inputs = {scratch_ / "in"};
    const std::string message = refused(ErrorCode::limit);
    EXPECT_THAT(message, HasSubstr((scratch_ / "in").string()));
    EXPECT_THAT(message, HasSubstr("128 directories deep"));
}

TEST_F(PackInputs, ThatAreCapturesAreToldOf) {
    const auto captures = test::source_root() / "fixtures/captures";
    request_.inputs = {captures / "harbour-telegram-1962.txt"};
    const auto packed = pack();
    ASSERT_TRUE(packed.has_value()) << packed.error().message();
    ASSERT_EQ(packed->captures.size(), 1U);
    EXPECT_EQ(packed->captures[0].path, "data/harbour-telegram-1962.txt");
    EXPECT_EQ(packed->captures[0].reader, "wilson/1");
    EXPECT_EQ(packed->captures[0].form, "A");

    write_file(scratch_ / "plain.txt", "Dear Helena,\n");
    request_.inputs = {scratch_ / "plain.txt"};
    request_.replace = true;
    const auto plain = pack();
    ASSERT_TRUE(plain.has_value());
    EXPECT_EQ(plain->documents, 1U);
    EXPECT_TRUE(plain->captures.empty());
}

}  // namespace
}  // namespace solander
