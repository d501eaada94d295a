// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "case.h"
#include "schema.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;

std::vector<std::string> verify_by_policy(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"verify",  "@/out/letters.tar", "--trust",
                                   "@/trust", "--policy",          "@/policy.toml"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void packed_with(Desk& desk, std::string_view policy) {
    desk.pack_letters();
    desk.write("policy.toml", std::string(policy));
}

void asks_what_is_so(Desk& desk) {
    packed_with(desk,
                "[roles]\nseal = 'archivist@example.org'\n"
                "[require]\nsignatures = 'archivist@example.org'\n"
                "[algorithms]\nssh-ed25519 = 'always'\nsha256 = 'always'\nsha512 = 'always'\n");
}
void asks_for_two(Desk& desk) {
    packed_with(desk,
                "[require]\nsignatures = '2 of (archivist@example.org, "
                "registrar@example.org, director@example.org)'\n");
}
void asks_for_two_of_what_was_changed(Desk& desk) {
    asks_for_two(desk);
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}
void asks_for_two_of_a_stranger(Desk& desk) {
    asks_for_two(desk);
    desk.write("trust", test::trust_lines({"registrar"}));
}
/// Sealed with a time at which the key still had the name of an office.
void backdated(Desk& desk) {
    static_cast<void>(desk.run({"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/out",
                                "--name", "letters", "--created", "2019-06-01T00:00:00Z"}));
    const std::string key = test::fixture_key("archivist").public_key().openssh_line("");
    desk.write("trust", "archivist@example.org " + key +
                            "\ndirector@example.org valid-before=\"20200101Z\" " + key + "\n");
    desk.write("policy.toml",
               "[roles]\nseal = 'director@example.org'\n"
               "[require]\nsealing = 'director@example.org'\n");
}
void asks_for_other_sealers(Desk& desk) {
    packed_with(desk, "[roles]\nseal = ['registrar@example.org', 'director@example.org']\n");
}
void asks_for_confirmation(Desk& desk) {
    packed_with(desk, "[require]\nconfirmed = 'last event'\n");
}
void asks_for_event_five(Desk& desk) {
    packed_with(desk, "[require]\nconfirmed = 5\n");
}
void asks_for_fields(Desk& desk) {
    packed_with(desk, "[require.fields]\nlicence = ['stated', 'stated-none']\n");
}
void asks_for_an_audit(Desk& desk) {
    packed_with(desk, "[require.audit]\nprofiles = 'strict'\nfail-on = 'note'\nsealed = true\n");
}
void asks_by_an_old_algorithm(Desk& desk) {
    packed_with(desk,
                "[algorithms]\nssh-ed25519 = 2001-01-01\nsha256 = 'always'\nsha512 = 'always'\n");
}
void asks_wrongly(Desk& desk) {
    packed_with(desk, "[require]\nsignature = 'a'\n");
}
void policy_in_the_custody(Desk& desk) {
    asks_what_is_so(desk);
    fs::rename(desk.path("policy.toml"), desk.path("out/letters.custody/policy.toml"));
}
/// Attested by a key of which something is to be believed no more.
void attested_by_a_lost_key(Desk& desk) {
    desk.pack_letters();
    desk.write("trust", test::trust_lines({"archivist", "registrar"}));
    const auto said = desk.run({"attest", "@/out/letters.tar", "-k", "@/keys/registrar.key", "-t",
                                "@/trust", "-o", "@/by-registrar.sig"});
    ASSERT_EQ(said.code, 0) << said.err;
    desk.write("policy.toml", "[require]\nattestations = 'registrar@example.org'\n");
    desk.write("revoked.toml", "version = 1\n[[revoked]]\nkey = '" +
                                   test::fixture_key("registrar").public_key().fingerprint() +
                                   "'\nreason = 'stolen'\ncompromised-since = 2001-01-01\n");
}
/// Of a sealer, by another key of theirs.
void attested_by_the_sealer(Desk& desk) {
    attested_by_a_lost_key(desk);
    desk.write("trust", test::trust_lines({"archivist"}) + "archivist@example.org " +
                            test::fixture_key("registrar").public_key().openssh_line("") + "\n");
    desk.write("policy.toml", "[require]\nattestations = 'archivist@example.org'\n");
}
void nothing_asked(Desk& desk) {
    desk.write("policy.toml", "version = 1\n");
}
void names_a_stranger(Desk& desk) {
    desk.write("trust", test::trust_lines({"archivist"}));
    desk.write("policy.toml",
               "[require]\nsealing = '2 of (archivist@example.org, nobody@example.org)'\n");
}
/// Both names have cards, and only one may do what is asked; and an algorithm has ended.
void asks_what_nobody_can_give(Desk& desk) {
    desk.write("trust", test::trust_lines({"archivist"}) + "registrar@example.org namespaces=\"" +
                            "custody@solander\" " +
                            test::fixture_key("registrar").public_key().openssh_line("") + "\n");
    desk.write("policy.toml",
               "[roles]\nseal = 'registrar@example.org'\n"
               "[require]\nsealing = 'archivist@example.org'\n"
               "[algorithms]\nssh-ed25519 = 2001-01-01\nsha256 = 'always'\nsha512 = 'always'\n");
}
void there_already(Desk& desk) {
    desk.write("policy.toml", "mine\n");
}

class PolicyCommands : public testing::TestWithParam<Case> {};

TEST_P(PolicyCommands, AnswerAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, PolicyCommands,
    testing::Values(
        Case{"Met",
             verify_by_policy(),
             0,
             {"PASSED", "Policy @/policy.toml: met"},
             {},
             asks_what_is_so},
        Case{"MetAndToldWhy",
             verify_by_policy({"-v"}),
             0,
             {"met roles.seal: nobody else has done it",
              "met require.signatures: met: archivist@example.org",
              "met algorithms.sha256: it is accepted"},
             {},
             asks_what_is_so},
        Case{
            "TooFew",
            verify_by_policy(),
            3,
            {"POLICY NOT MET @/out/letters.tar: it is sound, but require.signatures: needs 2 of 3, "
             "signed by archivist@example.org; missing 1 of registrar@example.org, "
             "director@example.org (your trust file has no key for registrar@example.org and "
             "director@example.org)\n",
             "authenticity  PASSED", "asked in @/policy.toml:2"},
            {},
            asks_for_two},
        Case{"TooFewBriefly", verify_by_policy({"-q"}), 3, {"POLICY NOT MET"}, {}, asks_for_two},
        Case{"TooFewInJson",
             verify_by_policy({"--format", "json"}),
             3,
             {"\"verdict\": \"passed\"", "\"met\": false", "\"policy_not_met\": 1"},
             {},
             asks_for_two},
        Case{"WhatFailedStaysFailed",
             verify_by_policy(),
             1,
             {"FAILED @/out/letters.tar", "Policy @/policy.toml: NOT MET"},
             {},
             asks_for_two_of_what_was_changed},
        Case{"WhatIsUndecidedStaysSo",
             verify_by_policy(),
             2,
             {"INDETERMINATE", "needs 2 of 3, signed by none of them"},
             {},
             asks_for_two_of_a_stranger},
        Case{"SealedByAnother",
             verify_by_policy(),
             3,
             {"not met roles.seal: manifest.xml is by archivist@example.org (SHA256:",
              "not met roles.seal: 0001-seal.xml is by archivist@example.org (SHA256:",
              "that is for registrar@example.org and director@example.org"},
             {},
             asks_for_other_sealers},
        Case{"ByANameWhoseTimeIsOver",
             verify_by_policy(),
             3,
             {"not met roles.seal: manifest.xml is by archivist@example.org",
              "not met require.sealing: needs the signature of director@example.org"},
             {},
             backdated},
        Case{"ByAnAttestationOfALostKey",
             verify_by_policy({"--attestation", "@/by-registrar.sig", "--revoked",
                               "@/revoked.toml"}),
             1,
             {"key.revoked (failed)", "attested by somebody with SHA256:",
              "not met require.attestations: needs the signature of registrar@example.org"},
             {},
             attested_by_a_lost_key},
        Case{"WithoutTheAttestation",
             verify_by_policy(),
             3,
             {"needs the signature of registrar@example.org (no attestation was given: "
              "--attestation)"},
             {},
             attested_by_a_lost_key},
        Case{"ByAnAttestationOfTheSealer",
             verify_by_policy({"--attestation", "@/by-registrar.sig"}),
             3,
             {"(that of archivist@example.org does not count, who has sealed the package)"},
             {},
             attested_by_the_sealer},
        Case{"ByAnAttestationOfTheSealerUnderAFormerName",
             verify_by_policy({"--attestation", "@/by-registrar.sig"}),
             3,
             {"(that of anna does not count, who has sealed the package)"},
             {},
             [](Desk& desk) {
                 attested_by_a_lost_key(desk);
                 const std::string one =
                     test::fixture_key("archivist").public_key().openssh_line("");
                 const std::string other =
                     test::fixture_key("registrar").public_key().openssh_line("");
                 desk.write("trust", "a.smith namespaces=\"*@solander\" " + one +
                                         "\nanna valid-before=" + "\"20200101Z\" " + one +
                                         "\nanna " + other + "\n");
                 desk.write("policy.toml", "[require]\nattestations = 'anna'\n");
             }},
        Case{"ByAnAttestationBeforeTheKeyIsLost",
             verify_by_policy({"--attestation", "@/by-registrar.sig", "--revoked",
                               "@/revoked.toml"}),
             0,
             {"PASSED", "Policy @/policy.toml: met"},
             {},
             [](Desk& desk) {
                 attested_by_a_lost_key(desk);
                 desk.write("trust",
                            test::trust_lines({"archivist"}) +
                                "registrar@example.org namespaces=\"attest@solander\" " +
                                test::fixture_key("registrar").public_key().openssh_line("") +
                                "\n");
                 desk.write("revoked.toml",
                            "version = 1\n[[revoked]]\nkey = '" +
                                test::fixture_key("registrar").public_key().fingerprint() +
                                "'\nreason = 'leaves'\ncompromised-since = 2099-01-01\n");
             }},
        Case{"BySomebodyWhoIsNotTrusted",
             verify_by_policy(),
             2,
             {"not met roles.seal: manifest.xml is by a key that you do not trust for it, which "
              "calls itself 'archivist@example.org' (SHA256:"},
             {},
             [](Desk& desk) {
                 asks_what_is_so(desk);
                 desk.write("trust", test::trust_lines({"registrar"}));
             }},
        Case{"BySomebodyWhoseKeyWasLost",
             verify_by_policy({"--revoked", "@/lost.toml"}),
             1,
             {"manifest.xml signed by archivist@example.org, which does not count SHA256:",
              "not met roles.seal: manifest.xml is by archivist@example.org, whose signature does "
              "not count (SHA256:"},
             {},
             [](Desk& desk) {
                 asks_what_is_so(desk);
                 desk.write("lost.toml",
                            "version = 1\n[[revoked]]\nkey = '" +
                                test::fixture_key("archivist").public_key().fingerprint() +
                                "'\nreason = 'stolen'\n");
             }},
        Case{"NotConfirmed",
             verify_by_policy(),
             3,
             {"the chain is known from elsewhere through event 0 of 1; it has to be through event "
              "1"},
             {},
             asks_for_confirmation},
        Case{"NotSoFar",
             verify_by_policy(),
             3,
             {"through event 0 of 1; it has to be through event 5"},
             {},
             asks_for_event_five},
        Case{"FieldsInAnotherState",
             verify_by_policy(),
             3,
             {"not met require.fields.licence: in the record d1 it is absent, and has to be stated "
              "or stated-none"},
             {},
             asks_for_fields},
        Case{"FindingsOfAnAudit",
             verify_by_policy(),
             3,
             {"not met require.audit: by strict the records have findings of level note or above:",
              "not met require.audit.sealed: the sealers did not audit by strict"},
             {},
             asks_for_an_audit},
        Case{"AnAlgorithmWhoseTimeIsOver",
             verify_by_policy(),
             3,
             {"not met algorithms.ssh-ed25519: it was accepted until 2001-01-01T00:00:00Z"},
             {},
             asks_by_an_old_algorithm},
        Case{"NoPolicy",
             verify_by_policy(),
             64,
             {},
             {"@/policy.toml:2: there is no requirement 'signature'; did you mean 'signatures'?"},
             asks_wrongly},
        Case{"RevocationsOfOnesOwnThatAreALinkToNothing",
             {"verify", "@/out/letters.tar", "--trust", "@/trust"},
             66,
             {},
             {"@/config/solander/revoked.toml"},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
                 fs::create_directories(desk.path("config/solander"));
                 fs::create_symlink(desk.path("none"), desk.path("config/solander/revoked.toml"));
             }},
        Case{"NotThere", verify_by_policy(), 66, {}, {"@/policy.toml"}, test::packed},
        Case{"FromTheCustodyItself",
             {"verify", "@/out/letters.tar", "--trust", "@/trust", "--policy",
              "@/out/letters.custody/policy.toml"},
             64,
             {},
             {"what to ask of it cannot come with the package itself"},
             policy_in_the_custody},
        Case{"CheckSaysWhatItAsks",
             {"policy", "check", "@/policy.toml"},
             0,
             {"sealed or attested by: 2 of (archivist@example.org"},
             {},
             asks_for_two},
        Case{"CheckOfOneThatAsksNothing",
             {"policy", "check", "@/policy.toml"},
             0,
             {"asks nothing: every package meets it that can be read"},
             {},
             nothing_asked},
        Case{"CheckOfNamesWithoutAKey",
             {"policy", "check", "@/policy.toml", "--trust", "@/trust"},
             1,
             {"sealed by: 2 of"},
             {"your trust file has no key for 'nobody@example.org': add it"},
             names_a_stranger},
        Case{"CheckInJson",
             {"policy", "check", "@/policy.toml", "--trust", "@/trust", "--format", "json"},
             1,
             {"\"names_without_key\": [\n    \"nobody@example.org\"\n  ]"},
             {},
             names_a_stranger},
        Case{"CheckOfWhatNobodyCanGive",
             {"policy", "check", "@/policy.toml", "--trust", "@/trust"},
             1,
             {"only registrar@example.org may seal"},
             {"@/policy.toml:2: no key of 'registrar@example.org' may sign manifest@solander "
              "now, as 'seal' asks",
              "@/policy.toml:4: 'sealing' cannot be met, even if all sign who may: needs "
              "the signature of archivist@example.org; archivist@example.org is not in roles.seal",
              "@/policy.toml:6: ssh-ed25519 was accepted until 2001-01-01T00:00:00Z"},
             asks_what_nobody_can_give},
        Case{"CheckOfAKeyThatWasRevoked",
             {"policy", "check", "@/policy.toml", "--trust", "@/trust", "--revoked",
              "@/revoked.toml"},
             1,
             {"only archivist@example.org may seal"},
             {"@/policy.toml:2: no key of 'archivist@example.org' may sign manifest@solander now",
              "@/policy.toml:4: 'signatures' cannot be met, even if all sign who may: needs the "
              "signature of archivist@example.org; archivist@example.org has no key for "
              "manifest@solander now and has no key for attest@solander now"},
             [](Desk& desk) {
                 asks_what_is_so(desk);
                 desk.write("revoked.toml",
                            "version = 1\n[[revoked]]\nkey = '" +
                                test::fixture_key("archivist").public_key().fingerprint() +
                                "'\nreason = 'stolen'\n");
             }},
        Case{"CheckOfASealerWhoIsToAttest",
             {"policy", "check", "@/policy.toml"},
             1,
             {"sealed by: anna", "attested by: 1 of (anna)"},
             {"@/policy.toml:3: 'attestations' cannot be met together with 'sealing', since nobody "
              "attests to what they sealed"},
             [](Desk& desk) {
                 desk.write("policy.toml",
                            "[require]\nsealing = 'anna'\nattestations = '1 of (anna)'\n");
             }},
        Case{"CheckOfSealersWhoMayNotSignTheFirstEvent",
             {"policy", "check", "@/policy.toml", "--trust", "@/trust"},
             1,
             {"only archivist@example.org may seal"},
             {"@/policy.toml:2: nobody who may seal has a key for custody@solander now"},
             [](Desk& desk) {
                 desk.write("trust",
                            "archivist@example.org namespaces=\"manifest@solander\" " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\n");
                 desk.write("policy.toml", "[roles]\nseal = 'archivist@example.org'\n");
             }},
        Case{"CheckOfAFileThatWasCutOff",
             {"policy", "check", "@/policy.toml"},
             64,
             {},
             {"@/policy.toml: says nothing, as a file does that was cut off; one that asks nothing "
              "says: version = 1"},
             [](Desk& desk) { desk.write("policy.toml", "# our policy\n"); }},
        Case{"CheckOfNoPolicy",
             {"policy", "check", "@/policy.toml"},
             64,
             {},
             {"solander: @/policy.toml:2: there is no requirement 'signature'; did you mean"},
             asks_wrongly},
        Case{"InitWritesOne",
             {"policy", "init", "-o", "@/policy.toml"},
             0,
             {},
             {"Next: take the # away from what you want to ask, then: solander policy check"}},
        Case{"InitWritesNoneIntoACustody",
             {"policy", "init", "-o", "@/out/letters.custody/policy.toml"},
             64,
             {},
             {"@/out/letters.custody/policy.toml lies inside the custody @/out/letters.custody, "
              "where nothing may be added"},
             test::packed},
        Case{"InitShowsOne", {"policy", "init"}, 0, {"version = 1", "# [require.audit]"}, {}},
        Case{"InitReplacesNothing",
             {"policy", "init", "-o", "@/policy.toml"},
             73,
             {},
             {"solander: '@/policy.toml' is there already"},
             there_already},
        Case{"InitReplacesByForce",
             {"policy", "init", "-o", "@/policy.toml", "--force"},
             0,
             {},
             {"Next:"},
             there_already}),
    test::case_name);

/// A step that the policy gives to others is taken, since the package is its holder's; and told of.
TEST(PolicyRoles, AreToldOfWhoeverTakesAStep) {
    Desk desk;
    desk.pack_letters();
    desk.write("trust", test::trust_lines({"archivist", "registrar"}));
    desk.variables["XDG_STATE_HOME"] = desk.path("state");
    desk.write("policy.toml",
               "[roles]\nrelease = 'archivist@example.org'\nreceive = 'director@example.org'\n"
               "record = 'registrar@example.org'\n");
    const auto step = [&desk](std::vector<std::string> words, const std::string& key) {
        words.insert(words.begin(), "custody");
        words.insert(words.begin() + 2, "@/out/letters.tar");
        words.insert(words.end(), {"-k", "@/keys/" + key + ".key", "-t", "@/trust", "--policy",
                                   "@/policy.toml"});
        const auto said = desk.run(words);
        EXPECT_EQ(said.code, 0) << words[1] << ": " << said.err;
        return said.err;
    };
    EXPECT_THAT(step({"note", "moved"}, "archivist"),
                testing::HasSubstr("warning: by your policy (@/policy.toml:4) 'record' is for "
                                   "registrar@example.org, and archivist@example.org is none of "
                                   "them: no package with this step meets it"));
    const auto released = step({"release", "--to", "registrar@example.org", "--yes"}, "archivist");
    EXPECT_THAT(released, testing::HasSubstr("'receive' is for director@example.org, and "
                                             "registrar@example.org is none of them"));
    EXPECT_THAT(released, testing::Not(testing::HasSubstr("'release' is for")));
    EXPECT_THAT(step({"receive"}, "registrar"), testing::HasSubstr("'receive' is for director@"));
    EXPECT_THAT(step({"fixity"}, "registrar"),
                testing::Not(testing::HasSubstr("warning: by your")));
}

TEST(PolicyReport, IsValidJson) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    asks_for_two(desk);
    EXPECT_TRUE(test::is_valid(desk.run(verify_by_policy({"--format", "json"})).out,
                               "report-1.schema.json"));
    names_a_stranger(desk);
    EXPECT_TRUE(test::is_valid(
        desk.run({"policy", "check", "@/policy.toml", "--trust", "@/trust", "--format", "json"})
            .out,
        "policy-check-1.schema.json"));
    asks_what_nobody_can_give(desk);
    EXPECT_TRUE(test::is_valid(
        desk.run({"policy", "check", "@/policy.toml", "--trust", "@/trust", "--format", "json"})
            .out,
        "policy-check-1.schema.json"));
}

}  // namespace
}  // namespace solander
