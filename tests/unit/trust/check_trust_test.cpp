// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <ostream>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/revocation.h>
#include <solander/trust.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "support/world.h"

namespace solander {
namespace {

namespace fs = std::filesystem;

std::string key(const std::string& name = "archivist") {
    return test::fixture_key(name).public_key().openssh_line("");
}
std::string good(const std::string& name, const std::string& more = "",
                 const std::string& of = "archivist") {
    return fmt::format("{} namespaces=\"manifest@solander,custody@solander\"{} {}\n", name, more,
                       key(of));
}

struct Lint {
    std::string name;
    std::string text;
    std::string said;  ///< `line:id` for each finding.
    std::size_t usable = 1;
};
void PrintTo(const Lint& one, std::ostream* out) {
    *out << one.name;
}

/// A store of its own, which nobody else may change.
TrustCheck check(const test::Scratch& scratch, const std::string& text,
                 const std::vector<Revocation>& revocations = {}) {
    test::World world;
    test::write_file(scratch / "store", text);
    fs::permissions(scratch / "store", fs::perms(0600));
    return check_trust(scratch / "store", world.environment, revocations).value();
}

std::string said_of(const TrustCheck& check) {
    std::string said;
    for (const auto& finding : check.findings)
        said += fmt::format("{}{}:{}", said.empty() ? "" : " ", finding.line, finding.rule->id);
    return said;
}

const std::vector<Lint>& lints() {
    static const std::vector<Lint> all{
        {"Good", good("a"), ""},
        {"GoodWithACommentAndOthers", "# mine\n\n" + good("a") + good("b", "", "registrar"), "", 2},
        {"TwoKeysOfOnePerson", good("a") + good("a", "", "registrar"), "", 2},
        {"Nothing", "", "0:store.empty", 0},
        {"OnlyAComment", "# a " + key() + "\n", "0:store.empty", 0},
        {"Unreadable", good("a") + "nonsense\n", "2:store.line-unreadable"},
        {"OptionTwice", "a namespaces=\"file\",namespaces=\"*\" " + key() + "\n",
         "0:store.empty 1:store.line-unreadable", 0},
        {"ByteOrderMark", "\xEF\xBB\xBF" + good("a"), "0:store.empty 1:store.byte-order-mark", 0},
        {"ByteOrderMarkBeforeAComment", "\xEF\xBB\xBF# mine\n" + good("a"),
         "1:store.byte-order-mark"},
        {"LinesOfWindows", "# mine\r\n" + good("a"), "1:store.carriage-return"},
        {"CertAuthority", good("b") + "a cert-authority,namespaces=\"*\" " + key() + "\n",
         "2:store.cert-authority"},
        {"KeyOfAnotherType", good("b") + "a ssh-rsa AAAAB3NzaC1yc2EAAAABAw==\n",
         "2:store.key-type"},
        {"KeyCutShort", good("b") + "a ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA\n",
         "2:store.key-damaged"},
        {"WeakKey",
         good("b") + "a ssh-ed25519 "
                     "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
         "2:store.key-weak"},
        {"DatesSwapped",
         good("b", "", "registrar") +
             good("a", ",valid-after=\"20300101Z\",valid-before=\"20200101Z\""),
         "2:store.dates-swapped"},
        {"DatesAlike", good("a", ",valid-after=\"20300101Z\",valid-before=\"20300101Z\""),
         "0:store.empty 1:store.dates-swapped", 0},
        {"ExcludesAll", good("*,!*"), "0:store.empty 1:store.nobody", 0},
        {"ExcludesItsOnlyName", good("a,!a"), "0:store.empty 1:store.nobody", 0},
        {"ExcludesMoreThanItsPattern", good("*@y.org,!*.org"), "0:store.empty 1:store.nobody", 0},
        {"OnlyExcludes", good("!a"), "0:store.empty 1:store.nobody", 0},
        {"ExcludesLessThanItsPattern", good("*@y.org,!a@y.org"), "1:store.wildcard"},
        {"ExcludesOneLetterOnly", good("*,!?"), "1:store.wildcard"},
        {"Wildcard", good("*@y.org"), "1:store.wildcard"},
        {"QuestionMark", good("a?"), "1:store.wildcard"},
        {"LocalTimes", good("a", ",valid-after=\"20200101\",valid-before=\"203001011200\""),
         "1:store.local-time 1:store.local-time"},
        {"TimesInUtc", good("a", ",valid-after=\"20200101Z\",valid-before=\"203001011200Z\""), ""},
        {"NoNamespaces", "a " + key() + "\n", "1:store.any-namespace"},
        {"AllNamespaces", "a namespaces=\"*\" " + key() + "\n", "1:store.any-namespace"},
        {"AllNamespacesAmongOurs", "a namespaces=\"manifest@solander,**\" " + key() + "\n",
         "1:store.any-namespace"},
        {"AllNamespacesButOne", "a namespaces=\"*,!git\" " + key() + "\n", "1:store.any-namespace"},
        {"AllNamespacesOfALetterOrMore", "a namespaces=\"?*\" " + key() + "\n",
         "1:store.any-namespace"},
        {"ANamespaceWithoutItsEnd", "a namespaces=\"manifest@solander,custody\" " + key() + "\n",
         "1:store.namespace-misspelt"},
        {"ANamespaceInCapitals",
         "a namespaces=\"manifest@solander,CUSTODY@SOLANDER\" " + key() + "\n",
         "1:store.namespace-misspelt"},
        {"ANameWithANoBreakSpace", good("a\u00A0"), "1:store.odd-name"},
        {"ANameThatBeginsAsAFingerprint", good("SHA256:abc"), "1:store.odd-name"},
        {"OtherNamespaces",
         good("b", "", "registrar") + "a namespaces=\"git,file\" " + key() + "\n",
         "2:store.other-namespaces"},
        {"ALetterTooFew", "a namespaces=\"manifest@solander,custody@solandr\" " + key() + "\n",
         "1:store.namespace-misspelt", 1},
        {"ABlankBehindAComma",
         "a namespaces=\"manifest@solander, custody@solander\" " + key() + "\n",
         "1:store.namespace-misspelt", 1},
        {"NothingBetweenCommas", "a namespaces=\"manifest@solander,\" " + key() + "\n",
         "1:store.namespace-misspelt", 1},
        {"OfOursThatThereIsNone",
         "a namespaces=\"manifest@solander,journal@solander\" " + key() + "\n",
         "1:store.namespace-misspelt", 1},
        {"OneOfOursAndOthers", "a namespaces=\"manifest@solander,git,file\" " + key() + "\n", "",
         1},
        {"OnlyOtherNamespaces", "a namespaces=\"git\" " + key() + "\n", "1:store.other-namespaces",
         0},
        {"PatternOfOurNamespaces", "a namespaces=\"*@solander\" " + key() + "\n", ""},
        {"OursExcluded", "a namespaces=\"*,!*@solander\" " + key() + "\n",
         "1:store.other-namespaces", 0},
        {"Expired", good("a", ",valid-before=\"20260101Z\""), "1:store.expired"},
        {"ExpiredBesideOpen", good("a", ",valid-before=\"20260101Z\"") + good("a"),
         "1:store.expired 2:store.expired-beside-open", 2},
        {"OpenBesideExpired", good("a") + good("a", ",valid-before=\"20260101Z\""),
         "2:store.expired 2:store.expired-beside-open", 2},
        {"Twice", good("a") + good("a"), "2:store.key-twice", 2},
        {"TwiceForOtherUses",
         "a namespaces=\"manifest@solander\" " + key() + "\n" +
             "a namespaces=\"custody@solander\" " + key() + "\n",
         "", 2},
        {"TwoNamesInTwoLines", good("a") + good("b"), "2:store.two-names", 2},
        {"TwoNamesInOneLine", good("a,b"), "1:store.two-names"},
        {"NameAndPattern", good("a") + good("*"), "2:store.wildcard", 2},
    };
    return all;
}

class TrustLint : public testing::TestWithParam<Lint> {};

TEST_P(TrustLint, SaysExactlyThis) {
    const test::Scratch scratch;
    const TrustCheck found = check(scratch, GetParam().text);
    EXPECT_EQ(said_of(found), GetParam().said);
    EXPECT_EQ(found.usable, GetParam().usable);
}

INSTANTIATE_TEST_SUITE_P(Table, TrustLint, testing::ValuesIn(lints()),
                         [](const auto& tested) { return tested.param.name; });

TEST(TrustLint, TellsOfEachRevokedKeyFromTheEarliestTime) {
    const test::Scratch scratch;
    const std::string lost = test::fixture_key("registrar").public_key().fingerprint();
    const std::vector<Revocation> revocations{
        {lost, "stolen", Timestamp::parse("2020-01-01T00:00:00Z"), "r.toml:1"},
        {lost, "never hers", {}, "r.toml:5"},
        {test::fixture_key("repository").public_key().fingerprint(), "lost", {}, "r.toml:9"}};
    const TrustCheck found = check(
        scratch, good("a") + good("b", "", "registrar") + good("c", "", "registrar"), revocations);
    EXPECT_EQ(said_of(found), "2:store.revoked 3:store.revoked 3:store.two-names");
    EXPECT_EQ(found.findings.front().message,
              "the key is revoked from the beginning (r.toml:5: never hers)");
    EXPECT_EQ(found.usable, 3U);
}

TEST(TrustLint, TakesNoSecretKey) {
    const test::Scratch scratch;
    test::World world;
    test::write_file(scratch / "store",
                     test::read_file(test::source_root() / "fixtures/keys/archivist.key"));
    const auto checked = check_trust(scratch / "store", world.environment);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code(), ErrorCode::format);
    EXPECT_THAT(checked.error().message(),
                testing::HasSubstr("store: is a secret key and no trust file"));
}

struct Rights {
    std::string name;
    int file = 0600;
    int directory = 0700;
    std::string said;
};
void PrintTo(const Rights& one, std::ostream* out) {
    *out << one.name;
}

class TrustRights : public testing::TestWithParam<Rights> {};

TEST_P(TrustRights, OfOthersAreToldOf) {
    const test::Scratch scratch;
    test::World world;
    test::write_file(scratch / "mine/store", good("a"));
    fs::permissions(scratch / "mine/store", fs::perms(GetParam().file));
    fs::permissions(scratch / "mine", fs::perms(GetParam().directory));
    EXPECT_EQ(said_of(check_trust(scratch / "mine/store", world.environment).value()),
              GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TrustRights,
    testing::Values(Rights{"Mine", 0600, 0700, ""}, Rights{"ToRead", 0644, 0755, ""},
                    Rights{"OfTheGroup", 0660, 0700, "0:store.others-may-change"},
                    Rights{"OfAll", 0602, 0700, "0:store.others-may-change"},
                    Rights{"OfTheDirectory", 0600, 0777, "0:store.others-may-change"},
                    Rights{"OfBoth", 0666, 0777,
                           "0:store.others-may-change 0:store.others-may-change"},
                    Rights{"OfAPlaceForAll", 0600, 01777, ""}),
    [](const auto& tested) { return tested.param.name; });

TEST(TrustRights, OfTheDirectoryBehindALinkCount) {
    const test::Scratch scratch;
    test::World world;
    test::write_file(scratch / "open/store", good("a"));
    fs::permissions(scratch / "open/store", fs::perms(0600));
    fs::permissions(scratch / "open", fs::perms(0777));
    fs::create_directory(scratch / "mine");
    fs::create_symlink(scratch / "open/store", scratch / "mine/store");
    EXPECT_THAT(changeable_by_others(scratch / "mine/store", *world.files),
                testing::ElementsAre(fs::canonical(scratch / "open")));
}

TEST(TrustRules, EachHasACase) {
    std::set<std::string_view> met{"store.others-may-change", "store.revoked"};
    for (const auto& one : lints()) {
        const test::Scratch scratch;
        for (const auto& finding : check(scratch, one.text).findings) met.insert(finding.rule->id);
    }
    for (const auto& rule : trust_rules()) EXPECT_TRUE(met.contains(rule.id)) << rule.id;
}

TEST(TrustRules, AreOnThePage) {
    const std::string page = test::read_file(test::source_root() / "docs/trust.md");
    for (const auto& rule : trust_rules())
        EXPECT_THAT(page, testing::HasSubstr(fmt::format("| `{}` | {} | {} | {} |\n", rule.id,
                                                         severity_name(rule.severity), rule.title,
                                                         rule.fix)));
}

}  // namespace
}  // namespace solander
