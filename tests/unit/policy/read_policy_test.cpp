// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/policy.h>

namespace solander {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Policy, SaysInWordsWhatItAsks) {
    const auto policy = read_policy(R"toml(
version = 1
[roles]
seal = ["anna", "ben"]
release = "anna"
receive = "repository"
record = "anna"
attest = "carla"
time-witness = "repository"
[require]
signatures = "2 of (anna, ben, carla)"
sealing = "anna or ben"
attestations = "carla"
confirmed = "last event"
[require.fields]
title = "stated"
rights-holder = ["stated", "stated-unknown"]
[require.audit]
profiles = ["core", "dpla"]
fail-on = "warning"
sealed = true
[algorithms]
ssh-ed25519 = 2035-12-31
sha256 = "always"
sha512 = "2040-01-01T12:00:00Z"
)toml",
                                    "policy.toml");
    ASSERT_TRUE(policy.has_value()) << policy.error().message();
    EXPECT_THAT(
        policy_in_words(*policy),
        ElementsAre(
            "only anna and ben may seal", "only anna may release, or cancel a release",
            "only repository may receive or refuse",
            "only anna may add notes, checks and determinations", "only carla may attest",
            "only repository may witness a time", "sealed or attested by: 2 of (anna, ben, carla)",
            "sealed by: anna or ben", "attested by: carla",
            "the chain of custody is confirmed through its last event",
            "in every record title is stated",
            "in every record rights-holder is stated or stated-unknown",
            "an audit by core and dpla finds nothing of level warning or above, and "
            "the sealers have audited by these profiles",
            "ssh-ed25519 is accepted until 2035-12-31T00:00:00Z",
            "sha256 is accepted without an end", "sha512 is accepted until 2040-01-01T12:00:00Z"));
    EXPECT_THAT(policy->principals(), ElementsAre("anna", "ben", "carla", "repository"));
    EXPECT_EQ(policy->roles.front().at, "policy.toml:4");
}

TEST(Policy, ToBeginWithAsksNothing) {
    const auto policy = read_policy(policy_starter(), "policy.toml");
    ASSERT_TRUE(policy.has_value()) << policy.error().message();
    EXPECT_THAT(policy_in_words(*policy), IsEmpty());
}

/// A line of it that shows something is a policy once its # is taken away.
TEST(Policy, ToBeginWithShowsOnlyWhatCanBeAsked) {
    std::string text;
    std::string line;
    for (const char c : std::string(policy_starter())) {
        line += c;
        if (c != '\n') continue;
        const bool is_shown = line.starts_with("# ") &&
                              (line.find(" = ") != std::string::npos || line.starts_with("# ["));
        text += is_shown ? line.substr(2) : line;
        line.clear();
    }
    const auto policy = read_policy(text, "policy.toml");
    ASSERT_TRUE(policy.has_value()) << policy.error().message() << '\n' << text;
    EXPECT_EQ(policy_in_words(*policy).size(), 17U);
}

struct Wrong {
    std::string name;
    std::string text;
    std::string message;
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.name;
}

class PolicyThatIsNone : public testing::TestWithParam<Wrong> {};

TEST_P(PolicyThatIsNone, IsRefusedWithItsLine) {
    const auto policy = read_policy(GetParam().text, "p.toml");
    ASSERT_FALSE(policy.has_value());
    EXPECT_EQ(policy.error().code(), ErrorCode::usage);
    EXPECT_THAT(policy.error().message(), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Policies, PolicyThatIsNone,
    testing::Values(
        Wrong{"AnUnknownTable", "[role]\n",
              "p.toml:1: there is no key 'role'; did you mean 'roles'?"},
        Wrong{"AnUnknownRole", "[roles]\nseals = 'a'\n",
              "p.toml:2: there is no role 'seals'; did you mean 'seal'?"},
        Wrong{"AnUnknownNeed", "[require]\nsignature = 'a'\n",
              "there is no requirement 'signature'; did you mean 'signatures'?"},
        Wrong{"AnUnknownField", "[require.fields]\ntitel = 'stated'\n",
              "there is no field 'titel'; did you mean 'title'?"},
        Wrong{"AnUnknownState", "[require.fields]\ntitle = 'stated-unkown'\n",
              "there is no state 'stated-unkown'; did you mean 'stated-unknown'?"},
        Wrong{"AnUnknownProfile", "[require.audit]\nprofiles = 'dplaa'\n",
              "there is no profile 'dplaa'; did you mean 'dpla'?"},
        Wrong{"AnUnknownLevel", "[require.audit]\nprofiles = 'dpla'\nfail-on = 'off'\n",
              "there is no level 'off'"},
        Wrong{"AnAuditOfNothing", "[require.audit]\nfail-on = 'error'\n",
              "the audit has no profiles"},
        Wrong{"SealedIsNoWord", "[require.audit]\nprofiles = 'dpla'\nsealed = 'yes'\n",
              "'sealed' is true or false"},
        Wrong{"AnUnknownAlgorithm", "[algorithms]\nssh-rsa = 'always'\n",
              "there is no algorithm 'ssh-rsa'"},
        Wrong{"AnAlgorithmThatIsMissing", "[algorithms]\nsha256 = 'always'\n",
              "p.toml:1: 'ssh-ed25519' is not accepted, and every package uses it"},
        Wrong{"NoAlgorithmAtAll", "[algorithms]\n", "'ssh-ed25519' is not accepted"},
        Wrong{"AnEndThatIsNoDay", "[algorithms]\nsha256 = 'soon'\n",
              "'sha256' is a day such as 2026-03-01"},
        Wrong{"AThresholdThatIsNone", "[require]\nsignatures = '2 of (a)'\n",
              "p.toml:2: 'signatures' asks for 2 of 1; it is written like"},
        Wrong{"ANumberForAThreshold", "[require]\nsignatures = 2\n",
              "'signatures' is a text in quotation marks, not a number"},
        Wrong{"ConfirmedToNowhere", "[require]\nconfirmed = 0\n",
              "'confirmed' is \"last event\", or the number of an event"},
        Wrong{"ConfirmedByAWord", "[require]\nconfirmed = 'all'\n",
              "'confirmed' is \"last event\""},
        Wrong{"APatternInARole", "[roles]\nseal = '*@example.org'\n", "is no name but a pattern"},
        Wrong{"ANameTwice", "[roles]\nseal = ['a', 'a']\n", "'a' stands there twice"},
        Wrong{"ARoleOfNobody", "[roles]\nseal = []\n", "'seal' has nothing in it"},
        Wrong{"AnotherVersion", "version = 2\n", "this program knows version = 1 alone"},
        Wrong{"NoToml", "roles\n", "p.toml"},
        Wrong{"NoUtf8", "\xff\n", "p.toml:1: is not in UTF-8"},
        Wrong{"ARoleThatIsATable", "[roles.seal]\na = 'b'\n", "'seal' is a text"}),
    [](const auto& param_info) { return param_info.param.name; });

}  // namespace
}  // namespace solander
