// SPDX-License-Identifier: Apache-2.0
// Keys that were lost, from `trust revoke` to what verification says of them.
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
using testing::HasSubstr;

constexpr const char* kStore = "config/solander/allowed_signers";
constexpr const char* kRevoked = "config/solander/revoked.toml";

std::string print_of(const std::string& name) {
    return test::fixture_key(name).public_key().fingerprint();
}

void believing_two(Desk& desk) {
    desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
    desk.write(kStore, test::trust_lines({"archivist", "registrar"}));
    for (const auto& [name, mode] : {std::pair(kStore, 0600U), std::pair("config/solander", 0700U)})
        fs::permissions(desk.path(name), static_cast<fs::perms>(mode));
}
void revoked_from_2020(Desk& desk) {
    believing_two(desk);
    desk.write(kRevoked, "version = 1\n\n[[revoked]]\nkey = '" + print_of("archivist") +
                             "'\nreason = 'stolen'\ncompromised-since = 2020-01-01\n");
}
void packed_by_a_lost_key(Desk& desk) {
    desk.pack_letters();
    believing_two(desk);
    const auto said = desk.run({"trust", "revoke", "archivist@example.org", "--reason", "stolen",
                                "--compromised-since", "2001-01-01"});
    ASSERT_EQ(said.code, 0) << said.err;
}

std::vector<std::string> revoke(const std::string& who, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"trust", "revoke", who, "--reason", "stolen"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

class Revoke : public testing::TestWithParam<Case> {};

TEST_P(Revoke, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Revoke,
    testing::Values(
        Case{"ByName",
             revoke("archivist@example.org", {"--compromised-since", "2020-03-01"}),
             0,
             {"@/config/solander/revoked.toml\nrevoked: archivist@example.org\n    " +
                  print_of("archivist") + "\n    from 2020-03-01T00:00:00Z\n",
              "FAILED for you (key.revoked)"},
             {},
             believing_two},
        Case{"FromTheBeginning",
             revoke("archivist@example.org"),
             0,
             {"from the beginning", "All that it ever signed is FAILED"},
             {},
             believing_two},
        Case{"ByFingerprint",
             revoke(print_of("registrar")),
             0,
             {"revoked: registrar@example.org\n"},
             {},
             believing_two},
        Case{"ByFile",
             revoke("@/keys/registrar.pub"),
             0,
             {"revoked: registrar@example.org\n"},
             {},
             believing_two},
        Case{"IntoANamedFile",
             revoke("@/keys/registrar.pub", {"--revoked", "@/lost.toml"}),
             0,
             {"@/lost.toml\nrevoked: registrar@example.org\n"},
             {},
             believing_two},
        Case{"AKeyWithoutACard",
             revoke("@/keys/repository.pub"),
             0,
             {"revoked: a key without a card\n"},
             {"no line of your trust file has this key"},
             believing_two},
        Case{"WithoutATrustFile",
             revoke("@/keys/registrar.pub"),
             0,
             {"revoked: a key without a card\n"},
             {"no line of your trust file has this key"},
             [](Desk& desk) { desk.variables["XDG_CONFIG_HOME"] = desk.path("config"); }},
        Case{"FromADayToCome",
             revoke("archivist@example.org", {"--compromised-since", "2099-01-01"}),
             0,
             {"from 2099-01-01T00:00:00Z"},
             {"2099-01-01T00:00:00Z is still to come; until then the key counts as before"},
             believing_two},
        Case{"Earlier",
             revoke("archivist@example.org", {"--compromised-since", "2019-01-01"}),
             0,
             {"from 2019-01-01T00:00:00Z"},
             {},
             revoked_from_2020},
        Case{"Later",
             revoke("archivist@example.org", {"--compromised-since", "2021-01-01"}),
             73,
             {},
             {"@/config/solander/revoked.toml:3: the key is revoked there already, from "
              "2020-01-01T00:00:00Z"},
             revoked_from_2020},
        Case{"Twice",
             revoke("archivist@example.org", {"--compromised-since", "2020-01-01"}),
             73,
             {},
             {"is revoked there already"},
             revoked_from_2020},
        Case{"ANameThatIsNone",
             revoke("helena"),
             64,
             {},
             {"'helena' is no name in your trust file, no .pub file, and no fingerprint"},
             believing_two},
        Case{"ANameWithTwoKeys",
             revoke("x"),
             64,
             {},
             {"'x' has several keys", print_of("archivist"), print_of("registrar")},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(
                     kStore,
                     "x " + test::fixture_key("archivist").public_key().openssh_line("") + "\nx " +
                         test::fixture_key("registrar").public_key().openssh_line("") + "\n");
             }},
        Case{"ANameOfALongerList",
             revoke("ann"),
             0,
             {"revoked: archivist@example.org,ann\n    " + print_of("archivist")},
             {},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kStore,
                            "archivist@example.org,ann " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\n");
             }},
        Case{"ANameAloneAndInALongerList",
             revoke("archivist@example.org"),
             64,
             {},
             {"'archivist@example.org' has several keys", print_of("archivist"),
              print_of("registrar")},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kStore,
                            "archivist@example.org " +
                                test::fixture_key("registrar").public_key().openssh_line("") +
                                "\narchivist@example.org,ann " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\n");
             }},
        Case{"AFileThatIsCalledAsSomebody",
             revoke("archivist@example.org"),
             0,
             {"    " + print_of("archivist")},
             {},
             [](Desk& desk) {
                 believing_two(desk);
                 // Beside the desk's own files, since a relative name is looked for where we are.
                 desk.write("archivist@example.org", desk.read("keys/registrar.pub"));
             }},
        Case{"AFingerprintThatIsCutOff",
             revoke(print_of("archivist").substr(0, 30)),
             64,
             {},
             {"is no fingerprint"},
             believing_two},
        Case{"WithoutAReason",
             {"trust", "revoke", "archivist@example.org"},
             64,
             {},
             {"--reason is required"},
             believing_two},
        Case{"WithAReasonThatSaysNothing",
             {"trust", "revoke", "archivist@example.org", "--reason", "  "},
             64,
             {},
             {"'  ' is no reason"},
             believing_two},
        Case{"WithAReasonThatNoTerminalShows",
             {"trust", "revoke", "archivist@example.org", "--reason", "a\x1b[2J"},
             64,
             {},
             {"is no reason"},
             believing_two},
        Case{"IntoAFileThatSaysNothing",
             revoke("archivist@example.org"),
             64,
             {},
             {"@/config/solander/revoked.toml: says nothing, as a file does that was cut off"},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kRevoked, "");
             }},
        Case{"IntoAFileThatIsNone",
             revoke("archivist@example.org"),
             64,
             {},
             {"@/config/solander/revoked.toml"},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kRevoked, "lost laptop\n");
             }},
        Case{"BehindAListInOneLine",
             revoke("archivist@example.org"),
             64,
             {},
             {"@/config/solander/revoked.toml"},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kRevoked, "version = 1\nrevoked = []\n");
             }},
        Case{"WithoutAPlace",
             revoke("@/keys/registrar.pub"),
             64,
             {},
             {"there is no place for revocations of your own: name one with --revoked"}},
        Case{"IsListed",
             {"trust", "list"},
             0,
             {"    REVOKED from 2020-01-01T00:00:00Z: stolen\nline 2: registrar@example.org\n"},
             {},
             revoked_from_2020},
        Case{"IsListedFromTheEarliestTime",
             {"trust", "list"},
             0,
             {"    REVOKED from the beginning: never hers\n"},
             {},
             [](Desk& desk) {
                 revoked_from_2020(desk);
                 desk.write(kRevoked, desk.read(kRevoked) + "[[revoked]]\nkey = '" +
                                          print_of("archivist") + "'\nreason = 'never hers'\n");
             }},
        Case{"IsListedWithoutACard",
             {"trust", "list"},
             0,
             {"line 2: registrar@example.org\n",
              "\n@/config/solander/revoked.toml:3: no card has this key: look whether the "
              "fingerprint is the right one, letter by letter\n    " +
                  print_of("repository") + "\n    REVOKED from the beginning: lost\n"},
             {},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kRevoked, "version = 1\n\n[[revoked]]\nkey = '" +
                                          print_of("repository") + "'\nreason = 'lost'\n");
             }},
        Case{"IsListedFromWhatIsNamed",
             {"trust", "list", "--revoked", "@/none"},
             66,
             {},
             {"@/none"},
             revoked_from_2020},
        Case{"IsVerifiedBy",
             {"verify", "@/out/letters.tar"},
             1,
             {"key.revoked (failed)", "stolen"},
             {},
             packed_by_a_lost_key},
        Case{"IsVerifiedByWithoutACard",
             {"verify", "@/out/letters.tar"},
             1,
             {"key.revoked (failed)", "stolen"},
             {},
             [](Desk& desk) {
                 packed_by_a_lost_key(desk);
                 desk.write(kStore, test::trust_lines({"registrar"}));
             }},
        Case{"IsToldOfAStrangerWhoSignedBefore",
             {"verify", "@/out/letters.tar"},
             2,
             {"signer.unknown (indeterminate)",
              "is not in your trust file; the key was revoked, compromised since "
              "2099-01-01T00:00:00Z (@/config/solander/revoked.toml:3): stolen"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 believing_two(desk);
                 desk.write(kStore, test::trust_lines({"registrar"}));
                 desk.write(kRevoked, "version = 1\n\n[[revoked]]\nkey = '" +
                                          print_of("archivist") +
                                          "'\nreason = 'stolen'\ncompromised-since = 2099-01-01\n");
             }},
        Case{"IsVerifiedByNothingOfAnEmptyFile",
             {"verify", "@/out/letters.tar", "-t", "@/trust", "--revoked", "@/empty"},
             64,
             {},
             {"@/empty: says nothing, as a file does that was cut off; one that revokes no key "
              "says: version = 1"},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.write("empty", "# nothing\n");
             }},
        Case{"WarnsTheOwnerWhoGoesOnSigning",
             {"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/out"},
             0,
             test::kAnything,
             {"warning: you have revoked @/keys/archivist.key yourself "
              "(@/config/solander/revoked.toml:3: stolen): take another key"},
             revoked_from_2020},
        Case{"WarnsWhereItCannotBeTold",
             {"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/out"},
             0,
             test::kAnything,
             {"warning: whether you have revoked @/keys/archivist.key cannot be told: "
              "@/config/solander/revoked.toml"},
             [](Desk& desk) {
                 believing_two(desk);
                 desk.write(kRevoked, "lost\n");
             }}),
    test::case_name);

TEST(RevokeFile, IsMadeForItsOwnerAndAddedTo) {
    Desk desk;
    believing_two(desk);
    ASSERT_EQ(desk.run(revoke("archivist@example.org", {"--compromised-since", "2020-03-01"})).code,
              0);
    EXPECT_EQ(fs::status(desk.path(kRevoked)).permissions(), fs::perms(0600));
    ASSERT_EQ(
        desk.run({"trust", "revoke", "registrar@example.org", "--reason", "said \"gone\" \\"}).code,
        0);
    EXPECT_EQ(desk.read(kRevoked),
              "version = 1\n\n[[revoked]]\nkey = \"" + print_of("archivist") +
                  "\"\nreason = \"stolen\"\ncompromised-since = 2020-03-01T00:00:00Z\n\n"
                  "[[revoked]]\nkey = \"" +
                  print_of("registrar") + "\"\nreason = \"said \\\"gone\\\" \\\\\"\n");
    EXPECT_THAT(desk.run({"trust", "list"}).out, HasSubstr("said \"gone\" \\\n"));
}

TEST(RevokeFile, IsListedInJson) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    revoked_from_2020(desk);
    const auto said = desk.run({"trust", "list", "--format", "json"});
    EXPECT_TRUE(test::is_valid(said.out, "trust-list-1.schema.json"));
    EXPECT_THAT(said.out, HasSubstr("\"revoked\": {\n        \"reason\": \"stolen\",\n        "
                                    "\"compromised_since\": \"2020-01-01T00:00:00Z\"\n"));
    EXPECT_THAT(said.out, HasSubstr("\"revoked_without_card\": []"));
    desk.write(kRevoked, desk.read(kRevoked) + "\n[[revoked]]\nkey = '" + print_of("repository") +
                             "'\nreason = 'lost'\n");
    const auto more = desk.run({"trust", "list", "--format", "json"});
    EXPECT_TRUE(test::is_valid(more.out, "trust-list-1.schema.json"));
    EXPECT_THAT(more.out, HasSubstr("\"revoked_without_card\": [\n    {\n      "
                                    "\"fingerprint\": \"" +
                                    print_of("repository") + "\",\n      \"reason\": \"lost\""));
}

}  // namespace
}  // namespace solander
