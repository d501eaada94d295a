// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <solander/audit_config.h>

#include "support/scratch.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

/// `a/b/x.txt` and `c/y.txt`, and what else a test puts there.
class FindConfig : public testing::Test {
protected:
    FindConfig() {
        for (const std::string name : {"a/b/x.txt", "c/y.txt"}) put(name);
    }

    void put(const std::string& name, std::string_view text = "") const {
        fs::create_directories((scratch_ / name).parent_path());
        test::write_file(scratch_ / name, text);
    }

    Result<std::optional<fs::path>> find(const std::vector<std::string>& names) const {
        std::vector<fs::path> inputs;
        for (const auto& name : names)
            inputs.push_back(name == "-" ? fs::path(name) : scratch_ / name);
        return find_audit_config(inputs, *files_);
    }

    fs::path here(std::string_view name) const { return fs::canonical(scratch_.path()) / name; }

    test::Scratch scratch_;
    std::unique_ptr<FileSystem> files_ = native_file_system();
};

TEST_F(FindConfig, LooksBesideAFileThenUpward) {
    EXPECT_EQ(*find({"a/b/x.txt"}), std::nullopt);
    put("solander.toml");
    EXPECT_EQ(*find({"a/b/x.txt"}), here("solander.toml"));
    put("a/solander.toml");
    EXPECT_EQ(*find({"a/b/x.txt"}), here("a/solander.toml"));
    put("a/b/solander.toml");
    EXPECT_EQ(*find({"a/b/x.txt"}), here("a/b/solander.toml"));
}

TEST_F(FindConfig, LooksIntoADirectoryThatIsNamedFirst) {
    put("a/solander.toml");
    put("a/b/solander.toml");
    EXPECT_EQ(*find({"a"}), here("a/solander.toml"));
    EXPECT_EQ(*find({"a/b"}), here("a/b/solander.toml"));
    EXPECT_EQ(*find({"a/b/.."}), here("a/solander.toml"));
}

TEST_F(FindConfig, GoesUpFromWhereALinkLeads) {
    put("a/solander.toml");
    fs::create_directory_symlink(here("a/b"), scratch_ / "c/link");
    EXPECT_EQ(*find({"c/link"}), here("a/solander.toml"));
    EXPECT_EQ(*find({"c/link/x.txt"}), here("a/solander.toml"));
}

TEST_F(FindConfig, IsOneForAllInputs) {
    put("solander.toml");
    EXPECT_EQ(*find({"a/b/x.txt", "c", "a"}), here("solander.toml"));
    put("c/solander.toml");
    const auto found = find({"a/b/x.txt", "c/y.txt"});
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code(), ErrorCode::usage);
    EXPECT_THAT(found.error().message(),
                AllOf(HasSubstr("a/b/x.txt lies under " + here("solander.toml").string()),
                      HasSubstr("c/y.txt under " + here("c/solander.toml").string()),
                      HasSubstr("--config FILE or --no-config")));
}

TEST_F(FindConfig, OfOneInputIsNoneOfAnother) {
    put("c/solander.toml");
    const auto found = find({"a", "c"});
    ASSERT_FALSE(found.has_value());
    EXPECT_THAT(found.error().message(), HasSubstr("a lies under no configuration, and "));
}

TEST_F(FindConfig, PassesOverPipesAndWhatIsNotThere) {
    put("a/solander.toml");
    EXPECT_EQ(*find({"-", "none", "a"}), here("a/solander.toml"));
    EXPECT_EQ(*find({"-"}), std::nullopt);
    EXPECT_EQ(*find({}), std::nullopt);
}

TEST_F(FindConfig, IsNoneThatCameWithAPackage) {
    for (const std::string part : {"bagit.txt", "manifest.xml", "solander.toml", "data/x.txt"})
        put("a/b/" + part);
    EXPECT_EQ(*find({"a/b"}), std::nullopt);
    put("a/b/data/solander.toml");
    EXPECT_EQ(*find({"a/b/data/x.txt"}), std::nullopt);
    put("a/solander.toml");
    EXPECT_EQ(*find({"a/b/data/x.txt"}), here("a/solander.toml"));
}

TEST_F(FindConfig, IsAFileAndNoLinkOrPipe) {
    put("c/other.toml");
    fs::create_symlink(here("c/other.toml"), here("a") / "solander.toml");
    const auto found = find({"a"});
    ASSERT_FALSE(found.has_value());
    EXPECT_THAT(found.error().message(),
                HasSubstr("a/solander.toml: is no regular file; name one with --config"));
    fs::remove(here("a") / "solander.toml");
    ASSERT_EQ(::mkfifo((here("a") / "solander.toml").c_str(), 0600), 0);
    EXPECT_FALSE(find({"a"}).has_value());
    EXPECT_THAT(load_audit_config(scratch_ / "a/solander.toml", *files_).error().message(),
                HasSubstr("is no regular file"));
}

TEST_F(FindConfig, IsOfSomebodyWhoCouldChangeTheInputsAnyway) {
    constexpr ::uid_t kSomebodyElse = 12345;
    put("a/solander.toml");
    put("a/b/x.txt");
    if (::chown((here("a") / "solander.toml").c_str(), kSomebodyElse, kSomebodyElse) != 0)
        GTEST_SKIP() << "only root can give files away";
    const auto found = find({"a/b/x.txt"});
    ASSERT_FALSE(found.has_value());
    EXPECT_THAT(found.error().message(), HasSubstr("belongs to another user"));
    ASSERT_EQ(::chown(here("a").c_str(), kSomebodyElse, kSomebodyElse), 0);
    EXPECT_EQ(*find({"a/b/x.txt"}), here("a/solander.toml"));
}

TEST_F(FindConfig, IsLoadedWithTheTextsBelowItsDirectory) {
    put("a/solander.toml", "[boilerplate.n]\ntext-file = 'b/n.txt'\n");
    put("a/b/n.txt", "The notice.");
    const auto config = load_audit_config(scratch_ / "a/solander.toml", *files_);
    ASSERT_TRUE(config.has_value()) << config.error().message();
    EXPECT_EQ(config->boilerplate.front().text, "The notice.");
}

TEST_F(FindConfig, TakesNoTextFromElsewhere) {
    put("c/n.txt", "The notice.");
    put("a/solander.toml", "[boilerplate.n]\ntext-file = '../c/n.txt'\n");
    EXPECT_EQ(load_audit_config(scratch_ / "a/solander.toml", *files_).error().code(),
              ErrorCode::usage);
    fs::create_symlink(here("c/n.txt"), scratch_ / "a/link.txt");
    put("a/solander.toml", "[boilerplate.n]\ntext-file = 'link.txt'\n");
    EXPECT_EQ(load_audit_config(scratch_ / "a/solander.toml", *files_).error().code(),
              ErrorCode::usage);
}

TEST_F(FindConfig, IsNoDirectoryAndNotTooLarge) {
    EXPECT_EQ(load_audit_config(scratch_ / "a", *files_).error().code(), ErrorCode::open);
    EXPECT_EQ(load_audit_config(scratch_ / "none", *files_).error().code(), ErrorCode::open);
    put("a/solander.toml", std::string((std::size_t{1} << 20) + 1, '#'));
    EXPECT_EQ(load_audit_config(scratch_ / "a/solander.toml", *files_).error().code(),
              ErrorCode::usage);
    EXPECT_EQ(load_audit_exceptions(scratch_ / "a", *files_).error().code(), ErrorCode::open);
}

/// The example of the documents, which fuzzers start from, too.
TEST(AuditExample, IsRead) {
    const auto files = native_file_system();
    const auto folder = test::source_root() / "fixtures/audit";
    const auto config = load_audit_config(folder / kAuditConfigName, *files);
    ASSERT_TRUE(config.has_value()) << config.error().message();
    EXPECT_EQ(config->boilerplate.size(), 2U);
    EXPECT_EQ(config->levels.size(), 4U);
    const auto exceptions = load_audit_exceptions(folder / kAuditExceptionsName, *files);
    ASSERT_TRUE(exceptions.has_value()) << exceptions.error().message();
    EXPECT_EQ(exceptions->size(), 2U);
}

}  // namespace
}  // namespace solander
