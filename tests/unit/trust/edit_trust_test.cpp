// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/trust.h>

#include "support/faulty_files.h"
#include "support/scratch.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

PublicKey key_of(const std::string& name) {
    return test::fixture_key(name).public_key();
}

constexpr std::string_view kOurs = "namespaces=\"manifest@solander,custody@solander\"";

class EditTrust : public testing::Test {
protected:
    Result<std::vector<TrustAdded>> add(const TrustAddition& addition,
                                        Existing existing = Existing::refuse) {
        return add_trust(file(), {{addition}}, existing, world_.environment);
    }
    Result<TrustEntry> remove(std::string_view who, std::optional<std::size_t> line = {}) {
        return remove_trust(file(), who, line, world_.environment);
    }
    fs::path file() const { return scratch_ / "store"; }
    void has(std::string_view text) const { test::write_file(file(), text); }
    std::string text() const { return test::read_file(file()); }
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& each : fs::directory_iterator(scratch_.path()))
            names.push_back(each.path().filename().string());
        return names;
    }
    const test::Scratch& scratch() const { return scratch_; }
    test::World& world() { return world_; }

private:
    test::Scratch scratch_;
    test::World world_;
};

TEST_F(EditTrust, BeginsAFileForItsOwnerAlone) {
    const auto added = add({.principal = "a", .key = key_of("archivist")});
    ASSERT_TRUE(added) << added.error().message();
    EXPECT_EQ(added->front().line, 1U);
    EXPECT_EQ(text(), fmt::format("a {} {}\n", kOurs, key_of("archivist").openssh_line("")));
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms(0600));
    EXPECT_THAT(names(), ElementsAre("store"));
}

TEST_F(EditTrust, KeepsWhatItDoesNotUnderstand) {
    const std::string before("# mine\r\n\n  nonsense \x01\xFF\0x\n*,!* ssh-rsa AAAA # no end", 49);
    has(before);
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist"), .comment = "of the desk"}));
    EXPECT_EQ(text(), before + fmt::format("\na {} {}\n", kOurs,
                                           key_of("archivist").openssh_line("of the desk")));
    ASSERT_TRUE(remove("a"));
    EXPECT_EQ(text(), before + "\n");
}

TEST_F(EditTrust, WritesTimesInUtc) {
    ASSERT_TRUE(add({.principal = "a",
                     .key = key_of("archivist"),
                     .namespaces = "custody@solander",
                     .valid_after = Timestamp::parse("2020-01-02T03:04:05Z"),
                     .valid_before = Timestamp::parse("2030-12-31T00:00:00Z")}));
    EXPECT_THAT(text(),
                HasSubstr("a namespaces=\"custody@solander\",valid-after=\"20200102030405Z\","
                          "valid-before=\"20301231000000Z\" ssh-ed25519 "));
    const auto listed = list_trust(file(), world().environment);
    ASSERT_TRUE(listed);
    ASSERT_EQ(listed->size(), 1U);
    EXPECT_EQ(listed->front().valid_after, Timestamp::parse("2020-01-02T03:04:05Z"));
    EXPECT_EQ(listed->front().fingerprint, key_of("archivist").fingerprint());
}

TEST_F(EditTrust, DropsACommentThatCannotBeShown) {
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist"), .comment = "x\ny z"}));
    EXPECT_EQ(text(), fmt::format("a {} {}\n", kOurs, key_of("archivist").openssh_line("")));
}

TEST_F(EditTrust, RefusesAKeyThatIsThere) {
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist")}));
    const std::string before = text();
    const auto again = add({.principal = "b", .key = key_of("archivist")});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code(), ErrorCode::create);
    EXPECT_THAT(again.error().message(), HasSubstr("in line 1, as 'a': --replace"));
    EXPECT_EQ(text(), before);
    EXPECT_THAT(names(), ElementsAre("store"));
}

TEST_F(EditTrust, LeavesAFileReadableThatOthersRead) {
    has("# ours\n");
    fs::permissions(file(), fs::perms(0664));
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist")}));
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms(0644));
}

TEST_F(EditTrust, WritesNothingThatIsTooLargeToRead) {
    const std::string before = "#" + std::string((std::size_t{16} << 20) - 10, 'x') + "\n";
    has(before);
    const auto added = add({.principal = "a", .key = key_of("archivist")});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), ErrorCode::limit);
    EXPECT_EQ(text(), before);
    EXPECT_THAT(names(), ElementsAre("store"));
}

TEST_F(EditTrust, ReplacesALineInItsPlace) {
    has("# one\na " + key_of("archivist").openssh_line("") + "\n# two\n");
    const auto added = add({.principal = "b", .key = key_of("archivist")}, Existing::replace);
    ASSERT_TRUE(added);
    EXPECT_TRUE(added->front().before.has_value());
    EXPECT_EQ(added->front().line, 2U);
    EXPECT_EQ(text(),
              fmt::format("# one\nb {} {}\n# two\n", kOurs, key_of("archivist").openssh_line("")));
}

/// Correcting a name lifts no limit that somebody has set.
TEST_F(EditTrust, KeepsOfALineWhatIsNotNamed) {
    const std::string key = key_of("archivist").openssh_line("");
    has("a namespaces=\"custody@solander\",valid-before=\"20270101Z\" " + key + "\n");
    auto added = add({.principal = "b", .key = key_of("archivist")}, Existing::replace);
    ASSERT_TRUE(added);
    EXPECT_EQ(text(),
              "b namespaces=\"custody@solander\",valid-before=\"20270101000000Z\" " + key + "\n");
    EXPECT_EQ(added->front().now.namespaces, "custody@solander");
    EXPECT_EQ(added->front().before->principals, "a");
    added = add({.principal = "b", .key = key_of("archivist"), .namespaces = "manifest@solander"},
                Existing::replace);
    ASSERT_TRUE(added);
    EXPECT_EQ(text(),
              "b namespaces=\"manifest@solander\",valid-before=\"20270101000000Z\" " + key + "\n");
}

TEST_F(EditTrust, DoesNotChooseAmongLinesToReplace) {
    const std::string line = "a " + key_of("archivist").openssh_line("") + "\n";
    has(line + line);
    const auto added = add({.principal = "b", .key = key_of("archivist")}, Existing::replace);
    ASSERT_FALSE(added);
    EXPECT_THAT(added.error().message(), HasSubstr("in lines 1 and 2"));
    EXPECT_EQ(text(), line + line);
}

TEST_F(EditTrust, AddsAllOrNone) {
    const std::vector<TrustAddition> two{{.principal = "a", .key = key_of("archivist")},
                                         {.principal = "a b", .key = key_of("registrar")}};
    ASSERT_FALSE(add_trust(file(), two, Existing::refuse, world().environment));
    EXPECT_FALSE(fs::exists(file()));
    const std::vector<TrustAddition> same{{.principal = "a", .key = key_of("archivist")},
                                          {.principal = "b", .key = key_of("archivist")}};
    ASSERT_FALSE(add_trust(file(), same, Existing::refuse, world().environment));
    EXPECT_FALSE(fs::exists(file()));
}

TEST_F(EditTrust, TellsOfOtherKeysOfTheName) {
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist")}));
    const auto added = add({.principal = "a", .key = key_of("registrar")});
    ASSERT_TRUE(added);
    ASSERT_EQ(added->front().namesakes.size(), 1U);
    EXPECT_EQ(added->front().namesakes.front().line, 1U);
}

TEST_F(EditTrust, FollowsALinkAndLeavesIt) {
    test::write_file(scratch() / "elsewhere/real", "# mine\n");
    fs::create_symlink("elsewhere/real", file());
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist")}));
    EXPECT_TRUE(fs::is_symlink(file()));
    EXPECT_THAT(test::read_file(scratch() / "elsewhere/real"), testing::StartsWith("# mine\na "));
}

TEST_F(EditTrust, TidiesWhatACrashHasLeft) {
    test::write_file(scratch() / ".store.draft", "half a li");
    ASSERT_TRUE(add({.principal = "a", .key = key_of("archivist")}));
    EXPECT_THAT(names(), ElementsAre("store"));
}

TEST_F(EditTrust, WritesIntoNoSecretKey) {
    const std::string secret = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n";
    has(secret);
    const auto added = add({.principal = "a", .key = key_of("archivist")});
    ASSERT_FALSE(added);
    EXPECT_THAT(added.error().message(), HasSubstr("store: is a secret key and no trust file"));
    EXPECT_EQ(text(), secret);
    EXPECT_FALSE(list_trust(file(), world().environment));
}

TEST_F(EditTrust, RefusesADirectory) {
    fs::create_directory(file());
    const auto added = add({.principal = "a", .key = key_of("archivist")});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), ErrorCode::open);
}

/// Somebody saves the file from an editor just before ours is put in its place.
class Meddler final : public Clock {
public:
    explicit Meddler(fs::path file) : file_(std::move(file)) {}
    Timestamp now() const override { return Timestamp(); }
    std::optional<Timestamp> from_local(const CivilTime&) const override {
        test::write_file(file_, "# another text\n");
        return Timestamp();
    }

private:
    fs::path file_;
};

TEST_F(EditTrust, NeverWritesOverWhatItHasNotRead) {
    has("b valid-after=\"20200101\" " + key_of("registrar").openssh_line("") + "\n");
    const Meddler meddler(file());
    const Environment environment{.files = *world().files, .clock = meddler};
    const std::vector<TrustAddition> one{{.principal = "a", .key = key_of("archivist")}};
    const auto added = add_trust(file(), one, Existing::refuse, environment);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), ErrorCode::io);
    EXPECT_THAT(added.error().message(), HasSubstr("changed meanwhile"));
    EXPECT_EQ(text(), "# another text\n");
    EXPECT_THAT(names(), ElementsAre("store"));
}

/// Whatever fails, the file is as it was or as it should be, whole, and nothing lies beside it.
TEST_F(EditTrust, LeavesAWholeFileWhateverFails) {
    const std::string before = "# mine\nb " + key_of("registrar").openssh_line("") + "\n";
    const std::string after =
        before + fmt::format("a {} {}\n", kOurs, key_of("archivist").openssh_line(""));
    const std::vector<TrustAddition> one{{.principal = "a", .key = key_of("archivist")}};
    int failures = 0;
    int complete = 0;
    for (int failing = 0;; ++failing) {
        ASSERT_LT(failing, 100);
        has(before);
        test::Fault fault;
        fault.failing = failing;
        const auto files = test::faulty_file_system(fault);
        const auto added =
            add_trust(file(), one, Existing::refuse, {.files = *files, .clock = world().clock});
        EXPECT_TRUE(text() == before || text() == after) << failing;
        EXPECT_THAT(names(), ElementsAre("store")) << failing;
        if (fault.operations.load() <= failing) break;
        EXPECT_FALSE(added) << failing;
        ++failures;
        if (text() == after) ++complete;
    }
    EXPECT_EQ(text(), after);
    EXPECT_GT(failures, 8);
    EXPECT_EQ(complete, 1);  // the last sync: the file is in place already
}

struct BadName {
    std::string name;
    std::string principal;
};
void PrintTo(const BadName& one, std::ostream* out) {
    *out << one.name;
}

class TrustName : public testing::TestWithParam<BadName> {};

TEST_P(TrustName, IsRefused) {
    const test::Scratch scratch;
    test::World world;
    const std::vector<TrustAddition> one{
        {.principal = GetParam().principal, .key = key_of("archivist")}};
    const auto added = add_trust(scratch / "store", one, Existing::refuse, world.environment);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), ErrorCode::usage);
    EXPECT_THAT(added.error().message(), HasSubstr("cannot stand as a name"));
    EXPECT_FALSE(fs::exists(scratch / "store"));
}

INSTANTIATE_TEST_SUITE_P(Table, TrustName,
                         testing::Values(BadName{"Empty", ""}, BadName{"Blank", "a b"},
                                         BadName{"Tab", "a\tb"}, BadName{"Comma", "a,b"},
                                         BadName{"Quote", "a\"b"}, BadName{"Star", "*@y"},
                                         BadName{"QuestionMark", "a?"}, BadName{"Negation", "!a"},
                                         BadName{"Comment", "#a"}, BadName{"LineFeed", "a\nb"},
                                         BadName{"Escape", "a\x1b[2J"}, BadName{"NotUtf8", "a\xFF"},
                                         BadName{"ByteOrderMark",
                                                 "\xEF\xBB\xBF"
                                                 "a"},
                                         BadName{"Invisible",
                                                 "a\xE2\x80\x8B"
                                                 "b"}),
                         [](const auto& tested) { return tested.param.name; });

TEST_F(EditTrust, RefusesNamespacesThatCannotStandThere) {
    for (const std::string list : {"", "a b", "a\"", "a\\", "a\nb"}) {
        const auto added = add({.principal = "a", .key = key_of("archivist"), .namespaces = list});
        ASSERT_FALSE(added) << list;
        EXPECT_EQ(added.error().code(), ErrorCode::usage);
    }
}

TEST_F(EditTrust, RefusesATimeThatEndsBeforeItBegins) {
    const auto added = add({.principal = "a",
                            .key = key_of("archivist"),
                            .valid_after = Timestamp::parse("2030-01-01T00:00:00Z"),
                            .valid_before = Timestamp::parse("2030-01-01T00:00:00Z")});
    ASSERT_FALSE(added);
    EXPECT_THAT(added.error().message(), HasSubstr("never count"));
}

struct Removal {
    std::string name;
    std::string who;  ///< Or the fixture whose fingerprint it is, behind a `#`.
    std::optional<std::size_t> line;
    std::string left;  ///< The names of the lines that are left.
    std::string said;
};
void PrintTo(const Removal& one, std::ostream* out) {
    *out << one.name;
}

class RemoveTrust : public testing::TestWithParam<Removal> {};

TEST_P(RemoveTrust, TakesOutOneLineOrNone) {
    const test::Scratch scratch;
    test::World world;
    const auto line = [](const std::string& who, const std::string& key) {
        return who + " " + key_of(key).openssh_line("") + "\n";
    };
    test::write_file(scratch / "store", "# mine\n" + line("a", "archivist") +
                                            line("a", "registrar") + line("b,c", "repository") +
                                            line("*@y", "archivist") + "ca cert-authority " +
                                            key_of("registrar").openssh_line("") + "\n");
    std::string who = GetParam().who;
    if (who.starts_with('#')) who = key_of(who.substr(1)).fingerprint();
    const auto removed = remove_trust(scratch / "store", who, GetParam().line, world.environment);
    std::string left;
    const auto listed = list_trust(scratch / "store", world.environment).value();
    for (const auto& entry : listed) left += (left.empty() ? "" : " ") + entry.principals;
    EXPECT_EQ(left, GetParam().left);
    if (GetParam().said.empty()) {
        EXPECT_TRUE(removed) << removed.error().message();
    } else {
        ASSERT_FALSE(removed);
        EXPECT_EQ(removed.error().code(), ErrorCode::usage);
        EXPECT_THAT(removed.error().message(), HasSubstr(GetParam().said));
    }
    EXPECT_THAT(test::read_file(scratch / "store"), testing::StartsWith("# mine\n"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, RemoveTrust,
    testing::Values(
        Removal{"NameInTwoLines", "a", {}, "a a b,c *@y ca", "say which with --line (line 2: 'a'"},
        Removal{"OneOfTwo", "a", 3, "a b,c *@y ca", ""},
        Removal{"NoSuchLine", "a", 4, "a a b,c *@y ca", "nothing for 'a' in line 4; there is"},
        Removal{"OneOfTheNamesOfALine", "b", {}, "a a b,c *@y ca", "line 4 is for 'b,c'"},
        Removal{"WholeList", "b,c", {}, "a a *@y ca", ""},
        Removal{"Pattern", "*@y", {}, "a a b,c ca", ""},
        Removal{"NameThatAPatternFits", "x@y", {}, "a a b,c *@y ca", "nothing for 'x@y'"},
        Removal{"Fingerprint", "#repository", {}, "a a *@y ca", ""},
        Removal{"FingerprintInTwoLines", "#archivist", {}, "a a b,c *@y ca", "several lines"},
        Removal{"Authority", "ca", {}, "a a b,c *@y", ""},
        Removal{"Unknown", "z", {}, "a a b,c *@y ca", "line 2: 'a' SHA256:"}),
    [](const auto& tested) { return tested.param.name; });

struct GivenLine {
    std::string name;
    std::string line;
    std::string said;  ///< `principal namespaces`, or the words of the error.
    bool is_read = true;
};
void PrintTo(const GivenLine& one, std::ostream* out) {
    *out << one.name;
}

class TrustLine : public testing::TestWithParam<GivenLine> {};

TEST_P(TrustLine, IsReadWithCare) {
    const test::World world;
    const auto read = parse_trust_line(GetParam().line, world.clock);
    ASSERT_EQ(bool(read), GetParam().is_read);
    if (read)
        EXPECT_EQ(read->principal + " " + read->namespaces.value_or(std::string(kTrustNamespaces)),
                  GetParam().said);
    else
        EXPECT_THAT(read.error().message(), HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    Table, TrustLine,
    testing::Values(
        GivenLine{"KeyFile", key_of("archivist").openssh_line("a@y"),
                  "a@y manifest@solander,custody@solander"},
        GivenLine{"KeyFileWithoutAComment", key_of("archivist").openssh_line(""),
                  " manifest@solander,custody@solander"},
        GivenLine{"LineWithNamespaces",
                  "b namespaces=\"custody@solander\" " + key_of("archivist").openssh_line("x"),
                  "b custody@solander"},
        GivenLine{"LineWithoutNamespaces", "b " + key_of("archivist").openssh_line("x"),
                  "b manifest@solander,custody@solander"},
        GivenLine{"Authority", "b cert-authority " + key_of("archivist").openssh_line(""),
                  "certificate authority", false},
        GivenLine{"AnotherType", "b ssh-rsa AAAAB3NzaC1yc2EAAAABAw==", "ssh-rsa", false},
        GivenLine{"Nonsense", "b c d", "not of the form", false},
        GivenLine{"Nothing", "", "lists no key", false}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
