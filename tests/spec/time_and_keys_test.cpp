// SPDX-License-Identifier: Apache-2.0
// Keys that have expired or were lost since, and what shows that they had signed before.
#include <ostream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <solander/handover.h>

#include "chronicle.h"
#include "flaw.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using testing::HasSubstr;

/// The seal is of 2024-11-24, and each event of the day after the one before.
struct Reader {
    std::string name;
    std::string story;
    std::string trust;       ///< Empty: all three, without dates.
    std::string revoked;     ///< Lines of `[[revoked]]` tables, with A, B or C for keys.
    std::string witness;     ///< Of the policy; empty: it names none.
    bool remembers = false;  ///< The memory had it on 2024-12-01.
    std::string codes;
    std::string layers;
};

void PrintTo(const Reader& reader, std::ostream* out) {
    *out << reader.name;
}

std::string revocation(char who, std::string_view since = "2025-01-01") {
    return fmt::format("[[revoked]]\nkey = \"{}\"\nreason = \"lost\"\n{}\n",
                       test::key_of(who).public_key().fingerprint(),
                       since.empty() ? "" : fmt::format("compromised-since = {}", since));
}

class TimeAndKeys : public testing::TestWithParam<Reader> {};

TEST_P(TimeAndKeys, AreJudgedByWhatTheReaderKnows) {
    const Reader& reader = GetParam();
    Forgery forgery;
    const auto file = [&](const std::string& name) { return forgery.scratch() / name; };
    forgery.trust = test::trust_in();
    forgery.custody = test::chronicle(forgery, reader.story);
    if (reader.remembers) {
        fs::create_directories(file("state"));
        forgery.options.state = file("state");
        forgery.set_now("2024-12-01T00:00:00Z");
        ASSERT_EQ(forgery.verify().verdict, Verdict::passed);
    }
    forgery.set_now("2026-12-01T00:00:00Z");
    if (!reader.trust.empty()) forgery.trust = reader.trust;
    test::write_file(file("revoked.toml"), "version = 1\n" + reader.revoked);
    forgery.options.revoked = file("revoked.toml");
    if (!reader.witness.empty()) {
        test::write_file(file("policy.toml"),
                         fmt::format("[roles]\ntime-witness = ['{}']\n", reader.witness));
        forgery.options.policy = file("policy.toml");
    }
    const Report report = forgery.verify();
    EXPECT_EQ(test::distinct_codes(report), reader.codes) << test::told(report);
    EXPECT_EQ(test::layer_letters(report), reader.layers);
}

const std::string kHandedOver = "A:release>B B:receipt";
const std::string kB = "registrar@example.org";
const std::string kExpiredA =
    test::trust_line("archivist@example.org", "valid-before=\"20250101Z\"", 'A') +
    test::trust_in("BC");

INSTANTIATE_TEST_SUITE_P(
    Readers, TimeAndKeys,
    testing::Values(
        // The four of which the format speaks.
        Reader{
            "AThiefWhoBackdates", "", {}, revocation('A'), {}, false, "key.unproven-time", "PPIIP"},
        Reader{"AnAccompliceWhoIsNoWitness",
               kHandedOver,
               {},
               revocation('A'),
               test::principal_of('C'),
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{
            "TheMemoryHadItInTime", "", {}, revocation('A'), {}, true, "key.time-proven", "PPPPP"},
        Reader{"AWitnessSignedInTime",
               kHandedOver,
               {},
               revocation('A'),
               kB,
               false,
               "key.time-proven",
               "PPPPP"},
        // The same of a key that has expired.
        Reader{"ExpiredAndUnproven",
               kHandedOver,
               kExpiredA,
               {},
               {},
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{"ExpiredAndWitnessed",
               kHandedOver,
               kExpiredA,
               {},
               kB,
               false,
               "key.time-proven",
               "PPPPP"},
        Reader{"ExpiredAndRemembered", "", kExpiredA, {}, {}, true, "key.time-proven", "PPPPP"},
        // What no proof of time can mend.
        Reader{"RevokedFromTheBeginning",
               kHandedOver,
               {},
               revocation('A', ""),
               kB,
               true,
               "key.revoked",
               "PPFFP"},
        Reader{"ClaimedWhenItWasLostAlready",
               kHandedOver,
               {},
               revocation('A', "2024-11-01"),
               kB,
               true,
               "key.revoked",
               "PPFFP"},
        Reader{"ClaimedAtThatVeryMoment",
               "",
               {},
               revocation('A', "2024-11-24T00:00:00Z"),
               {},
               true,
               "key.revoked",
               "PPFFP"},
        Reader{"TheEarliestOfTwoHolds",
               "",
               {},
               revocation('A') + revocation('A', "2024-11-01"),
               {},
               true,
               "key.revoked",
               "PPFFP"},
        Reader{"TheEarliestOfTwoHoldsInAnyOrder",
               "",
               {},
               revocation('A', "2024-11-01") + revocation('A'),
               {},
               true,
               "key.revoked",
               "PPFFP"},
        Reader{"OneWithoutATimeIsEarliest",
               "",
               {},
               revocation('A') + revocation('A', ""),
               {},
               true,
               "key.revoked",
               "PPFFP"},
        // Whose word proves nothing.
        Reader{"AWitnessWhoSignedTooLate",
               kHandedOver,
               {},
               revocation('A', "2024-11-26"),
               kB,
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{"AWitnessWhoSignedAtThatMoment",
               kHandedOver,
               {},
               revocation('A', "2024-11-26T00:00:00Z"),
               kB,
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{"AWitnessWhoseKeyIsRevoked",
               kHandedOver,
               {},
               revocation('A') + revocation('B', ""),
               kB,
               false,
               "key.unproven-time key.revoked",
               "PPIFP"},
        Reader{"AWitnessWhoseKeyWasLostSince",
               kHandedOver,
               {},
               revocation('A') + revocation('B'),
               kB,
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{"TheSignerAsTheirOwnWitness",
               kHandedOver,
               {},
               revocation('A'),
               "archivist@example.org",
               false,
               "key.unproven-time",
               "PPIIP"},
        Reader{"TheSignersOtherKeyAsWitness", kHandedOver,
               test::trust_in() + test::trust_line("archivist@example.org", "", 'B'),
               revocation('A'), kB, false, "key.unproven-time custody.recipient", "PPIFP"},
        Reader{"AWitnessKnownByAPattern", kHandedOver,
               test::trust_in("A") + test::trust_line("*@example.org", "", 'B'), revocation('A'),
               kB, false, "key.unproven-time signer.pattern", "PPIIP"},
        Reader{"NobodyWhomThePolicyNames",
               kHandedOver,
               {},
               revocation('A'),
               "nobody",
               false,
               "key.unproven-time",
               "PPIIP"},
        // A second witness vouches for the first.
        Reader{"AWitnessLostSinceAndSeenByAnother",
               "A:release>B B:receipt B:release>C C:receipt",
               {},
               revocation('A') + revocation('B'),
               test::principal_of('C'),
               false,
               "key.time-proven",
               "PPPPP"},
        // Revocations that change nothing.
        Reader{"OfAnotherKey", kHandedOver, {}, revocation('C', ""), {}, false, "", "PPPPP"},
        Reader{"OfATimeToCome",
               kHandedOver,
               {},
               revocation('A', "2030-01-01"),
               {},
               false,
               "",
               "PPPPP"},
        Reader{"OfTheRecipientAlone",
               kHandedOver,
               {},
               revocation('B', ""),
               {},
               false,
               "key.revoked",
               "PPPFP"}),
    [](const auto& param_info) { return param_info.param.name; });

TEST(TimeAndKeys, SayWhoShowsIt) {
    Forgery forgery;
    forgery.trust = test::trust_in();
    forgery.custody = test::chronicle(forgery, kHandedOver);
    test::write_file(forgery.scratch() / "revoked.toml", revocation('A'));
    test::write_file(forgery.scratch() / "policy.toml",
                     fmt::format("[roles]\ntime-witness = ['{}']\n", kB));
    forgery.options.revoked = forgery.scratch() / "revoked.toml";
    forgery.options.policy = forgery.scratch() / "policy.toml";
    const Report report = forgery.verify();
    ASSERT_FALSE(report.findings.empty());
    EXPECT_THAT(report.findings.front().message,
                HasSubstr("had signed manifest.xml by 2024-11-26T00:00:00Z: registrar@example.org, "
                          "a witness that you name, by 0003-receipt.xml shows that"));
}

/// The key of who sealed it is lost, and whoever holds it now goes on, by what they know.
TEST(TimeAndKeys, LetWhoHoldsItGoOn) {
    Forgery forgery;
    forgery.trust = test::trust_in();
    forgery.custody = test::chronicle(forgery, kHandedOver);
    forgery.write();
    test::write_file(forgery.scratch() / "revoked.toml", revocation('A'));
    test::write_file(forgery.scratch() / "policy.toml",
                     fmt::format("[roles]\ntime-witness = ['{}']\n", kB));
    const test::World world;
    CustodyStep step{.package = forgery.package(), .how = {}, .signers = {}, .journal = {}};
    step.how.trust = forgery.trust_file();
    step.how.revoked = forgery.scratch() / "revoked.toml";
    step.signers.push_back({test::key_of('B'), kB});
    auto outcome = add_note(step, "Still here.", world.environment);
    ASSERT_TRUE(outcome.has_value()) << outcome.error().message();
    EXPECT_EQ(outcome->verdict, Verdict::indeterminate);
    EXPECT_TRUE(outcome->written.empty());
    step.how.policy = forgery.scratch() / "policy.toml";
    outcome = add_note(step, "Still here.", world.environment);
    ASSERT_TRUE(outcome.has_value()) << outcome.error().message();
    EXPECT_EQ(outcome->verdict, Verdict::passed);
    EXPECT_EQ(outcome->written.size(), 1U);
}

/// A file that is named is read, or nothing is said of the package.
TEST(TimeAndKeys, NeedTheFileOfRevocationsThatIsNamed) {
    Forgery forgery;
    forgery.write();
    const test::World world;
    VerifyOptions options{.trust = forgery.trust_file()};
    options.revoked = forgery.scratch() / "not-there.toml";
    auto report = verify_package(forgery.package(), options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::open);
    test::write_file(*options.revoked, "[[revoked]]\nkey = 'x'\n");
    report = verify_package(forgery.package(), options, world.environment);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().code(), ErrorCode::usage);
}

}  // namespace
}  // namespace solander
