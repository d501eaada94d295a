// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <solander/key_check.h>

#include "case.h"
#include "schema.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using test::run_program;
using testing::HasSubstr;

/// The keys of the fixtures, as a careful person keeps them.
void kept(Desk& desk) {
    fs::permissions(desk.path("keys"), fs::perms::owner_all);
    for (const auto& file : fs::directory_iterator(desk.path("keys")))
        fs::permissions(file.path(), fs::perms::owner_read | fs::perms::owner_write);
}

/// docs/keys.md has them in a table, whose second column says whether it is a weakness.
TEST(KeyCheckRules, AreThoseOfThePage) {
    const std::string page = test::read_file(test::source_root() / "docs/keys.md");
    for (const KeyRule& rule : key_rules())
        EXPECT_THAT(page, HasSubstr(fmt::format("| `{}` | {} | ", rule.id,
                                                rule.is_weakness ? "yes" : "no")));
}

void set_mode(Desk& desk, const std::string& name, unsigned mode) {
    kept(desk);
    fs::permissions(desk.path(name), static_cast<fs::perms>(mode));
}

void made(Desk& desk, const std::vector<std::string>& command, const std::string& name) {
    kept(desk);
    const auto done = run_program(command);
    if (done.status != 0) throw std::runtime_error(done.err);
    fs::permissions(desk.path(name), fs::perms::owner_read | fs::perms::owner_write);
}

void encrypted(Desk& desk, const std::vector<std::string>& how) {
    std::vector<std::string> command{"openssl",
                                     "pkcs8",
                                     "-topk8",
                                     "-passout",
                                     "pass:secret",
                                     "-in",
                                     desk.path("keys/archivist.key"),
                                     "-out",
                                     desk.path("keys/other.key")};
    command.insert(command.end(), how.begin(), how.end());
    made(desk, command, "keys/other.key");
    fs::copy_file(desk.path("keys/archivist.pub"), desk.path("keys/other.pub"));
}

void by_ssh_keygen(Desk& desk, const std::vector<std::string>& how) {
    std::vector<std::string> command{"ssh-keygen",         "-q", "-f",
                                     desk.path("keys/id"), "-C", "anna@example.org"};
    command.insert(command.end(), how.begin(), how.end());
    made(desk, command, "keys/id");
}

class KeyCheck : public testing::TestWithParam<Case> {};

TEST_P(KeyCheck, AnswersAsPromised) {
    SOLANDER_NEEDS("openssl");
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    test::expect(desk, GetParam());
}

/// The identity: of small order, and the one key by which everything is signed.
constexpr const char* kWeakLine =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me\n";

INSTANTIATE_TEST_SUITE_P(
    Cli, KeyCheck,
    testing::Values(
        Case{"OfAKeyInOrder",
             {"key", "check", "@/keys/archivist.key"},
             0,
             {"@/keys/archivist.key: private key, good, SHA256:", "archivist@example.org\n",
              "  no-passphrase (note): "},
             {},
             kept},
        Case{"OfAPublicKeyInOrder",
             {"key", "check", "@/keys/archivist.pub"},
             0,
             {"@/keys/archivist.pub: public key, good, SHA256:"},
             {},
             kept},
        Case{"OfAFileThatOthersRead",
             {"key", "check", "@/keys/archivist.key"},
             1,
             {"WEAK", "open-to-others (weakness)", "mode 0644", "chmod 600"},
             {},
             [](Desk& desk) { set_mode(desk, "keys/archivist.key", 0644); }},
        Case{"OfAPublicFileThatOthersChange",
             {"key", "check", "@/keys/archivist.pub"},
             1,
             {"open-to-others (weakness)", "mode 0664"},
             {},
             [](Desk& desk) { set_mode(desk, "keys/archivist.pub", 0664); }},
        Case{"OfAPublicFileThatOthersRead",
             {"key", "check", "@/keys/archivist.pub"},
             0,
             {"good"},
             {},
             [](Desk& desk) { set_mode(desk, "keys/archivist.pub", 0644); }},
        Case{"OfADirectoryThatOthersChange",
             {"key", "check", "@/keys/archivist.key"},
             1,
             {"directory-open (weakness)", "mode 0777"},
             {},
             [](Desk& desk) { set_mode(desk, "keys", 0777); }},
        Case{"OfADirectoryInWhichEachHasTheirOwn",
             {"key", "check", "@/keys/archivist.key"},
             0,
             {"good"},
             {},
             [](Desk& desk) { set_mode(desk, "keys", 01777); }},
        Case{"OfAnotherPublicFileBesideIt",
             {"key", "check", "@/keys/archivist.key"},
             1,
             {"public-file (weakness): archivist.pub beside it is of another key, SHA256:"},
             {},
             [](Desk& desk) {
                 kept(desk);
                 desk.write("keys/archivist.pub", desk.read("keys/registrar.pub"));
             }},
        Case{"OfAPublicFileBesideItThatIsNone",
             {"key", "check", "@/keys/archivist.key"},
             1,
             {"public-file (weakness): archivist.pub beside it cannot be used"},
             {},
             [](Desk& desk) {
                 kept(desk);
                 desk.write("keys/archivist.pub", "hello\n");
             }},
        Case{"OfAWeakPoint",
             {"key", "check", "@/weak.pub"},
             1,
             {"weak-point (weakness)"},
             {},
             [](Desk& desk) { desk.write("weak.pub", kWeakLine); }},
        Case{"OfAPointSpeltOtherwise",
             {"key", "check", "@/weak.pub"},
             1,
             {"weak-point (weakness)"},
             {},
             [](Desk& desk) {
                 desk.write(
                     "weak.pub",
                     "ssh-ed25519 "
                     "AAAAC3NzaC1lZDI1NTE5AAAAIO7///////////////////////////////////////9/ me\n");
             }},
        Case{"OfAnRsaLine",
             {"key", "check", "@/k.pub"},
             1,
             {"type (weakness): is a key of type ssh-rsa"},
             {},
             [](Desk& desk) { desk.write("k.pub", "ssh-rsa AAAAB3NzaC1yc2E= me\n"); }},
        Case{"OfAnRsaFile",
             {"key", "check", "@/keys/id"},
             1,
             {"type (weakness): is a key of type ssh-rsa"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "rsa", "-b", "1024", "-N", ""});
             }},
        Case{"OfAnOldRsaFile",
             {"key", "check", "@/keys/id"},
             1,
             {"type (weakness): is a key of type RSA"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "rsa", "-b", "1024", "-N", "", "-m", "PEM"});
             }},
        Case{"OfFewRoundsOfPbkdf2",
             {"key", "check", "@/keys/other.key"},
             1,
             {"few-rounds (weakness): its passphrase goes through 2048 rounds of PBKDF2",
              "not-compared (note)"},
             {},
             [](Desk& desk) {
                 encrypted(desk, {"-v2", "aes-256-cbc", "-iter", "2048"});
             }},
        Case{"OfManyRoundsOfPbkdf2",
             {"key", "check", "@/keys/other.key", "--passphrase-fd", "7"},
             0,
             {"private key, good, SHA256:"},
             {},
             [](Desk& desk) {
                 desk.terminal.descriptors[7] = "secret";
                 encrypted(desk, {"-v2", "aes-256-cbc", "-iter", "100000"});
             }},
        Case{"OfAnotherPassphrase",
             {"key", "check", "@/keys/other.key", "--passphrase-fd", "7"},
             66,
             {},
             {"@/keys/other.key: wrong passphrase"},
             [](Desk& desk) {
                 desk.terminal.descriptors[7] = "secrets";
                 encrypted(desk, {"-v2", "aes-256-cbc", "-iter", "1000"});
             }},
        Case{"OfALittleScrypt",
             {"key", "check", "@/keys/other.key"},
             1,
             {"few-rounds (weakness): its scrypt has N · r = 8192"},
             {},
             [](Desk& desk) {
                 encrypted(desk,
                           {"-scrypt", "-scrypt_N", "1024", "-scrypt_r", "8", "-scrypt_p", "1"});
             }},
        Case{"OfAnOldCipher",
             {"key", "check", "@/keys/other.key"},
             1,
             {"old-cipher (weakness): is encrypted with des-ede3-cbc"},
             {},
             [](Desk& desk) {
                 encrypted(desk, {"-v2", "des3", "-iter", "100000"});
             }},
        Case{"OfFewRoundsOfBcrypt",
             {"key", "check", "@/keys/id"},
             1,
             {"few-rounds (weakness): its passphrase goes through 2 rounds of bcrypt"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "ed25519", "-N", "secret", "-a", "2"});
             }},
        Case{"OfOpensshsOwnChoice",
             {"key", "check", "@/keys/id"},
             0,
             {"private key, good, SHA256:", "anna@example.org"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "ed25519", "-N", "secret"});
             }},
        Case{"OfANameThatNoTrustFileTakes",
             {"key", "check", "@/keys/id"},
             0,
             {"principal (note): its comment 'Anna K.' cannot stand as a name"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "ed25519", "-N", "", "-C", "Anna K."});
             }},
        Case{"OfAFileNameThatNoTrustFileTakes",
             {"key", "check", "@/keys/my key"},
             0,
             {"principal (note): it has no comment, and its file's name 'my key' cannot stand"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "ed25519", "-N", "", "-C", ""});
                 fs::rename(desk.path("keys/id"), desk.path("keys/my key"));
             }},
        Case{"OfAKeyWithoutACommentAndAGoodName",
             {"key", "check", "@/keys/id"},
             0,
             {"\n  no-passphrase (note): has no passphrase: who gets the file can sign as its "
              "owner\n"},
             {},
             [](Desk& desk) {
                 by_ssh_keygen(desk, {"-t", "ed25519", "-N", "", "-C", ""});
             }},
        Case{"OfAKeyThatIsCutOff",
             {"key", "check", "@/keys/archivist.key"},
             2,
             {},
             {"@/keys/archivist.key: is cut off: its END line is missing; take it from a copy\n"},
             [](Desk& desk) {
                 desk.write("keys/archivist.key", desk.read("keys/archivist.key").substr(0, 60));
             }},
        Case{"OfAKeyInAnAgent",
             {"key", "check", "agent:SHA256:x1Yz"},
             64,
             {},
             {"agent:SHA256:x1Yz: a key in an agent cannot be looked at: write its line of "
              "`ssh-add -L` into a .pub file"}},
        Case{"OfTwoKeysInOneFile",
             {"key", "check", "@/two.pub"},
             2,
             {},
             {"@/two.pub: not a public key line but several, and a .pub file has one"},
             [](Desk& desk) {
                 desk.write("two.pub",
                            desk.read("keys/archivist.pub") + desk.read("keys/registrar.pub"));
             }},
        Case{"OfALetter", {"key", "check", "@/in/letter.txt"}, 2, {}, {"letter.txt: holds no key"}},
        Case{"OfNothing", {"key", "check", "@/none.key"}, 66, {}, {"@/none.key"}},
        Case{"OfAWeakOneAndALetter",
             {"key", "check", "@/in/letter.txt", "@/weak.pub"},
             1,
             {"weak-point"},
             {"holds no key"},
             [](Desk& desk) { desk.write("weak.pub", kWeakLine); }}),
    test::case_name);

/// The name of another key would be taken for this one's.
TEST(KeyCheckOfAKeyBesideAnother, HasNotItsComment) {
    Desk desk;
    kept(desk);
    desk.write("keys/archivist.pub", desk.read("keys/registrar.pub"));
    const auto said = desk.run({"key", "check", "@/keys/archivist.key"});
    EXPECT_THAT(said.out, HasSubstr("public-file (weakness)"));
    EXPECT_THAT(said.out, testing::Not(HasSubstr("registrar@example.org")));
}

TEST(KeyCheckAsJson, KeepsToItsSchema) {
    Desk desk;
    kept(desk);
    desk.write("weak.pub", kWeakLine);
    const auto said = desk.run({"key", "check", "@/keys/archivist.key", "@/keys/archivist.pub",
                                "@/weak.pub", "--format", "json"});
    EXPECT_EQ(said.code, 1);
    EXPECT_TRUE(test::is_valid(said.out, "key-check-1.schema.json"));
    EXPECT_THAT(said.out, HasSubstr("\"weak-point\""));
}

}  // namespace
}  // namespace solander
