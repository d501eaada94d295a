// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/revocation.h>

namespace solander {
namespace {

const std::string kKey = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

TEST(Revocations, AreReadWithTheirLines) {
    const auto revoked =
        read_revocations("version = 1\n\n[[revoked]]\nkey = '" + kKey +
                             "'\nreason = 'a stolen laptop'\n"
                             "compromised-since = 2026-03-01\n\n[[revoked]]\nkey = '" +
                             kKey + "'\nreason = 'retired'\n",
                         "revoked.toml");
    ASSERT_TRUE(revoked.has_value()) << revoked.error().message();
    ASSERT_EQ(revoked->size(), 2U);
    EXPECT_EQ(revoked->front().fingerprint, kKey);
    EXPECT_EQ(revoked->front().reason, "a stolen laptop");
    EXPECT_EQ(revoked->front().compromised_since->text(), "2026-03-01T00:00:00Z");
    EXPECT_EQ(revoked->front().at, "revoked.toml:3");
    EXPECT_FALSE(revoked->back().compromised_since);
}

TEST(Revocations, MayBeNone) {
    EXPECT_TRUE(read_revocations("version = 1\n", "revoked.toml").value().empty());
}

/// As a file is of which nothing was left, or as one with comments alone.
TEST(Revocations, AreNotNoneBecauseAFileWasCutOff) {
    for (const std::string text : {"", "\n", "# lost keys\n"}) {
        const auto read = read_revocations(text, "revoked.toml");
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code(), ErrorCode::usage);
        EXPECT_THAT(read.error().message(), testing::HasSubstr("says nothing"));
    }
}

struct NoRevocation {
    std::string name;
    std::string text;
    std::string message;
};

void PrintTo(const NoRevocation& wrong, std::ostream* out) {
    *out << wrong.name;
}

class RevocationThatIsNone : public testing::TestWithParam<NoRevocation> {};

/// A line that was passed over would leave a key believed.
TEST_P(RevocationThatIsNone, IsAnErrorAndNeverPassedOver) {
    const auto revoked = read_revocations(GetParam().text, "r.toml");
    ASSERT_FALSE(revoked.has_value());
    EXPECT_EQ(revoked.error().code(), ErrorCode::usage);
    EXPECT_THAT(revoked.error().message(), testing::HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Files, RevocationThatIsNone,
    testing::Values(
        NoRevocation{"AnUnknownTable", "[[revoke]]\n", "did you mean 'revoked'?"},
        NoRevocation{"OneTableInPlaceOfAList", "[revoked]\nkey = 'x'\n",
                     "in two pairs of brackets"},
        NoRevocation{
            "AnUnknownKey", "[[revoked]]\ncompromised = 2026-01-01\n",
            "r.toml:2: there is no key 'compromised'; it can be key, reason or compromised-since"},
        NoRevocation{"NoKey", "[[revoked]]\nreason = 'lost'\n", "the revocation has no key"},
        NoRevocation{"NoReason", "[[revoked]]\nkey = '" + kKey + "'\n",
                     "the revocation has no reason"},
        NoRevocation{"AKeyInAnotherForm", "[[revoked]]\nkey = 'MD5:00:11'\nreason = 'x'\n",
                     "'key' is a fingerprint"},
        NoRevocation{"AFingerprintThatIsCutOff",
                     "[[revoked]]\nkey = '" + kKey.substr(0, 40) + "'\nreason = 'x'\n",
                     "'key' is a fingerprint"},
        NoRevocation{"AFingerprintWithAnImpossibleEnd",
                     "[[revoked]]\nkey = '" + kKey.substr(0, 49) + "B'\nreason = 'x'\n",
                     "'key' is a fingerprint"},
        NoRevocation{"ATimeWithoutAZone",
                     "[[revoked]]\nkey = '" + kKey + "'\ncompromised-since = 2026-03-01T12:00:00\n",
                     "'compromised-since' is a day such as 2026-03-01"},
        NoRevocation{"ADayThatIsNone",
                     "[[revoked]]\nkey = '" + kKey + "'\ncompromised-since = '2026-02-30'\n",
                     "'compromised-since' is a day such as 2026-03-01"},
        NoRevocation{"TextBeforeTheFirst", "lost laptop\n", "r.toml"}),
    [](const auto& param_info) { return param_info.param.name; });

}  // namespace
}  // namespace solander
