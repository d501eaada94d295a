// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using test::run_program;
using testing::HasSubstr;

class Key : public testing::TestWithParam<Case> {};

TEST_P(Key, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

void no_home(Desk& desk) {
    desk.variables.clear();
}
void typed_twice(Desk& desk) {
    desk.terminal.answers = {"correct horse", "correct horse"};
}
void typed_differently(Desk& desk) {
    desk.terminal.answers = {"correct horse", "correct house"};
}
void typed_nothing(Desk& desk) {
    desk.terminal.answers = {"", ""};
}
void given_in_a_descriptor(Desk& desk) {
    desk.terminal.descriptors[7] = "correct horse";
}
void spaced_comment(Desk& desk) {
    desk.write("spaced.pub",
               "ssh-ed25519 "
               "AAAAC3NzaC1lZDI1NTE5AAAAIFenCngAk7V/OT54sqc/2a/WeU9y7a4PVTr7hA4bTkhD "
               "Ilse Varnholt\n");
}
void spaced_comment_beside_no_key(Desk& desk) {
    spaced_comment(desk);
    fs::rename(desk.path("spaced.pub"), desk.path("k.pub"));
}
std::string key_print(const std::string& name) {
    return test::fixture_key(name).public_key().fingerprint();
}
void another_beside(Desk& desk) {
    desk.write("keys/archivist.pub", desk.read("keys/registrar.pub"));
}
void nothing_beside(Desk& desk) {
    desk.write("keys/archivist.pub", "ssh-ed25519\n");
}
void encrypted_key(Desk& desk) {
    typed_twice(desk);
    if (desk.run({"key", "new", "@/k"}).code != 0) throw std::runtime_error("no key");
    fs::rename(desk.path("k.pub"), desk.path("elsewhere.pub"));
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Key,
    testing::Values(
        Case{"NewWithoutPassphrase",
             {"key", "new", "@/k", "--no-passphrase", "--principal", "me@example.org"},
             0,
             {"@/k.key", "@/k.pub", "no passphrase protects it", "SHA256:", "me@example.org",
              "solander pack FILES -k @/k.key"}},
        Case{"NewTakesANameWithItsExtension",
             {"key", "new", "@/k.key", "--no-passphrase"},
             0,
             {"@/k.key ", "@/k.pub"}},
        Case{"NewWithPassphrase",
             {"key", "new", "@/k"},
             0,
             {"the secret key: keep it"},
             {},
             typed_twice},
        Case{"NewWithDifferingPassphrases",
             {"key", "new", "@/k"},
             64,
             {},
             {"differ"},
             typed_differently},
        Case{"NewWithEmptyPassphrase",
             {"key", "new", "@/k"},
             64,
             {},
             {"--no-passphrase"},
             typed_nothing},
        Case{"NewWithoutATerminal",
             {"key", "new", "@/k"},
             64,
             {},
             {"no terminal", "--passphrase-fd, or say --no-passphrase"}},
        Case{"NewWithAndWithoutAPassphrase",
             {"key", "new", "@/k", "--no-passphrase", "--passphrase-fd", "7"},
             64,
             {},
             {"--no-passphrase and --passphrase-fd contradict"},
             given_in_a_descriptor},
        Case{"NewUnderAnAddress",
             {"key", "new", "@/alice@example.org", "--no-passphrase"},
             0,
             {"@/alice@example.org.key", "principal   alice@example.org\n"}},
        Case{"NewUnderAnAddressWithItsExtension",
             {"key", "new", "@/alice@example.org.key", "--no-passphrase"},
             0,
             {"@/alice@example.org.key ", "principal   alice@example.org\n"}},
        Case{"NewUnderAPattern",
             {"key", "new", "@/k", "--no-passphrase", "--principal", "*@example.org"},
             64,
             {},
             {"'*@example.org'", "give one with --principal"}},
        Case{"NewUnderTwoNames",
             {"key", "new", "@/k", "--no-passphrase", "--principal", "a,b"},
             64,
             {},
             {"'a,b'", "--principal"}},
        Case{"NewOfAFileWithABlank",
             {"key", "new", "@/my key", "--no-passphrase"},
             64,
             {},
             {"'my key' cannot stand as a name in a trust file", "give one with --principal"}},
        Case{"NewOfAFileWithABlankUnderAnotherName",
             {"key", "new", "@/my key", "--no-passphrase", "--principal", "me"},
             0,
             {"pack FILES -k '@/my key.key' -o"}},
        Case{"NewInADirectoryWithoutAName",
             {"key", "new", "@/in/", "--no-passphrase"},
             64,
             {},
             {"@/in/ names a directory"}},
        Case{"NewWithANameAndAsTheDefault",
             {"key", "new", "@/k", "--default", "--no-passphrase"},
             64,
             {},
             {"--default", "contradict"}},
        Case{"NewWithADescriptor",
             {"key", "new", "@/k", "--passphrase-fd", "7"},
             0,
             test::kAnything,
             {},
             given_in_a_descriptor},
        Case{"NewWithAClosedDescriptor",
             {"key", "new", "@/k", "--passphrase-fd", "9"},
             66,
             {},
             {"descriptor"}},
        Case{"NewWithoutAName", {"key", "new", "--no-passphrase"}, 64, {}, {"--default"}},
        Case{"NewOverAnother",
             {"key", "new", "@/keys/archivist", "--no-passphrase"},
             73,
             {},
             {"@/keys/archivist.key is there already", "--force"}},
        Case{"NewOverAPublicFile",
             {"key", "new", "@/k", "--no-passphrase"},
             73,
             {},
             {"@/k.pub is there already", "--force"},
             spaced_comment_beside_no_key},
        Case{"NewOverAnotherAsksForNoPassphrase",
             {"key", "new", "@/keys/archivist"},
             73,
             {},
             {"--force"}},
        Case{"NewOverAnotherByForce",
             {"key", "new", "@/keys/archivist", "--no-passphrase", "--force"},
             0,
             test::kAnything},
        Case{"NewIntoADirectoryThatIsNotThere",
             {"key", "new", "@/nowhere/k", "--no-passphrase"},
             66,
             {},
             {"nowhere"}},
        Case{"DefaultWithoutAHome",
             {"key", "new", "--default", "--no-passphrase"},
             64,
             {},
             {"XDG_CONFIG_HOME"},
             no_home},
        Case{"ShowOfNothing", {"key", "show", "@/none.key"}, 66, {}, {"@/none.key"}},
        Case{"ShowOfAnEncryptedKeyWithoutATerminal",
             {"key", "show", "@/k.key"},
             64,
             {},
             {"@/k.key: ", "no terminal", "--passphrase-fd, or name the .pub file\n"},
             encrypted_key},
        Case{"ExportOfAnEncryptedKeyWithoutATerminal",
             {"key", "export", "@/k.key"},
             64,
             {},
             {"@/k.key: ", "--passphrase-fd, or name the .pub file\n"},
             encrypted_key},
        Case{"ShowOfAnotherFile", {"key", "show", "@/in/letter.txt"}, 2, {}, {"letter.txt"}},
        Case{"ShowOfAnotherPublicFile",
             {"key", "show", "@/k.pub"},
             2,
             {},
             {"ssh-rsa"},
             [](Desk& desk) { desk.write("k.pub", "ssh-rsa AAAAB3NzaC1yc2E= me\n"); }},
        Case{"ExportOfNothing", {"key", "export", "@/none.key"}, 66, {}, {"none.key"}},
        Case{"ExportUnderAnotherName",
             {"key", "export", "@/keys/archivist.pub", "--principal", "a@b"},
             0,
             {"a@b namespaces=\"manifest@solander,custody@solander\" ssh-ed25519 "}},
        Case{"ExportForOneNamespace",
             {"key", "export", "@/keys/archivist.pub", "--namespaces", "custody@solander"},
             0,
             {"archivist@example.org namespaces=\"custody@solander\" ssh-ed25519 "}},
        Case{"ExportForANamespaceWithAQuote",
             {"key", "export", "@/keys/archivist.pub", "--namespaces", "a\" b"},
             64,
             {},
             {"--namespaces"}},
        Case{"ExportUnderAPattern",
             {"key", "export", "@/keys/archivist.pub", "--principal", "*@example.org"},
             64,
             {},
             {"'*@example.org'"}},
        Case{"ExportUnderTwoWords",
             {"key", "export", "@/keys/archivist.pub", "--principal", "Ilse Varnholt"},
             64,
             {},
             {"--principal"}},
        Case{"ExportUnderAnEscape",
             {"key", "export", "@/keys/archivist.pub", "--principal", "a\x1b[2J"},
             64,
             {},
             {"a\\u{1B}[2J"}},
        Case{"ExportOfACommentWithBlanks",
             {"key", "export", "@/spaced.pub"},
             64,
             {},
             {"'Ilse Varnholt'"},
             spaced_comment},
        Case{"ExportOfAKeyWithoutAComment",
             {"key", "export", "@/nameless.key"},
             0,
             {"nameless namespaces="},
             {},
             [](Desk& desk) {
                 fs::copy_file(desk.path("keys/archivist.key"), desk.path("nameless.key"));
                 desk.write("nameless.pub",
                            test::fixture_key("archivist").public_key().openssh_line("") + "\n");
             }},
        Case{"ExportOfAPublicFileWithoutAComment",
             {"key", "export", "@/ilse@example.org.pub"},
             0,
             {"ilse@example.org namespaces="},
             {},
             [](Desk& desk) {
                 desk.write("ilse@example.org.pub",
                            test::fixture_key("archivist").public_key().openssh_line("") + "\n");
             }},
        Case{"ExportOfAFileNameThatIsNoName",
             {"key", "export", "@/my key.key"},
             64,
             {},
             {"'my key' cannot stand as a name in a trust file", "give one with --principal"},
             [](Desk& desk) {
                 fs::copy_file(desk.path("keys/archivist.key"), desk.path("my key.key"));
             }},
        Case{"ExportOfAKeyBesideAnother",
             {"key", "export", "@/keys/archivist.key"},
             2,
             {},
             {"@/keys/archivist.key: has the key " + key_print("archivist") +
              ", and @/keys/archivist.pub beside it is of another, " + key_print("registrar") +
              ": take that away, then the key itself is asked\n"},
             another_beside},
        Case{"ExportAsPemOfAKeyBesideAnother",
             {"key", "export", "@/keys/archivist.key", "--format", "pem"},
             2,
             {},
             {"@/keys/archivist.pub beside it is of another"},
             another_beside},
        Case{"ExportOfAnOpenedKeyBesideAnother",
             {"key", "export", "@/k.key", "--passphrase-fd", "7"},
             2,
             {},
             {"@/k.pub beside it is of another"},
             [](Desk& desk) {
                 encrypted_key(desk);
                 given_in_a_descriptor(desk);
                 desk.write("k.pub", desk.read("keys/registrar.pub"));
             }},
        Case{"ExportOfAClosedKeyBelievesThePublicFile",
             {"key", "export", "@/k.key"},
             0,
             {"registrar@example.org namespaces="},
             {},
             [](Desk& desk) {
                 encrypted_key(desk);
                 desk.write("k.pub", desk.read("keys/registrar.pub"));
             }},
        Case{"ExportBesideADamagedPublicFile",
             {"key", "export", "@/keys/archivist.key"},
             0,
             {"archivist namespaces="},
             {"warning: @/keys/archivist.pub: not a public key line", "explain public-file"},
             nothing_beside},
        Case{"ShowBesideADamagedPublicFile",
             {"key", "show", "@/keys/archivist.key"},
             0,
             {key_print("archivist")},
             {"warning: @/keys/archivist.pub: not a public key line", "explain public-file"},
             nothing_beside},
        Case{"ExportForANamespaceThatIsMisspelt",
             {"key", "export", "@/keys/archivist.pub", "--namespaces", "custody@solandre"},
             64,
             {},
             {"'custody@solandre' is no namespace of a package; did you mean 'custody@solander'?"}},
        Case{"ExportOfAKeyThatIsCutOff",
             {"key", "export", "@/cut.key"},
             2,
             {},
             {"@/cut.key: is cut off: its END line is missing"},
             [](Desk& desk) {
                 desk.write("cut.key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNza\n");
             }},
        Case{"ExportOfTwoKeysInOneFile",
             {"key", "export", "@/two.pub"},
             2,
             {},
             {"@/two.pub: not a public key line but several, and a .pub file has one"},
             [](Desk& desk) {
                 desk.write("two.pub",
                            desk.read("keys/archivist.pub") + desk.read("keys/registrar.pub"));
             }},
        Case{"ExportAsPemNeedsNoName",
             {"key", "export", "@/spaced.pub", "--format", "pem"},
             0,
             {"-----BEGIN PUBLIC KEY-----"},
             {},
             spaced_comment}),
    test::case_name);

TEST(KeyNew, MakesAPairWhoseSecretOnlyItsOwnerReads) {
    Desk desk;
    ASSERT_EQ(desk.run({"key", "new", "@/k", "--no-passphrase"}).code, 0);
    EXPECT_EQ(fs::status(desk.path("k.key")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_TRUE(desk.has("k.pub"));
}

TEST(KeyNew, AsksForAPassphraseTwiceAndForNoneToShowThePublicFile) {
    Desk desk;
    typed_twice(desk);
    ASSERT_EQ(desk.run({"key", "new", "@/k"}).code, 0);
    EXPECT_EQ(desk.terminal.prompts.size(), 2U);
    EXPECT_THAT(desk.read("k.key"), HasSubstr("ENCRYPTED"));
    EXPECT_EQ(desk.run({"key", "show", "@/k.pub"}).code, 0);
    EXPECT_EQ(desk.run({"key", "export", "@/k.key"}).code, 0);
    EXPECT_EQ(desk.terminal.prompts.size(), 2U);
}

TEST(KeyNew, LeavesNothingWhereItRefuses) {
    Desk desk;
    typed_differently(desk);
    EXPECT_EQ(desk.run({"key", "new", "@/k"}).code, 64);
    EXPECT_FALSE(desk.has("k.key"));
    EXPECT_FALSE(desk.has("k.pub"));
    const auto before = desk.read("keys/archivist.key");
    EXPECT_EQ(desk.run({"key", "new", "@/keys/archivist", "--no-passphrase"}).code, 73);
    EXPECT_EQ(desk.read("keys/archivist.key"), before);
}

TEST(KeyNew, PutsTheDefaultKeyIntoTheConfigurationDirectory) {
    Desk desk;
    desk.variables["HOME"] = desk.path("home");
    ASSERT_EQ(desk.run({"key", "new", "--default", "--no-passphrase"}).code, 0);
    EXPECT_TRUE(desk.has("home/.config/solander/default.key"));
    desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
    ASSERT_EQ(desk.run({"key", "new", "--default", "--no-passphrase"}).code, 0);
    EXPECT_TRUE(desk.has("config/solander/default.key"));
    EXPECT_TRUE(desk.has("config/solander/default.pub"));
}

TEST(KeyShow, PrintsWhatSshKeygenPrints) {
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    ASSERT_EQ(desk.run({"key", "new", "@/k", "--no-passphrase"}).code, 0);
    const std::string line = desk.read("k.pub");
    desk.write("k.pub", line.substr(0, line.rfind(' ')) + " Ilse Varnholt, Consul\n");
    for (const std::string file : {"k", "keys/archivist", "keys/registrar"}) {
        const auto theirs = run_program({"ssh-keygen", "-lf", desk.path(file + ".pub")});
        ASSERT_EQ(theirs.status, 0) << theirs.err;
        EXPECT_EQ(desk.run({"key", "show", "@/" + file + ".pub"}).out, theirs.out);
        EXPECT_EQ(desk.run({"key", "show", "@/" + file + ".key"}).out, theirs.out);
    }
}

TEST(KeyShow, WritesJson) {
    Desk desk;
    const auto said = desk.run({"key", "show", "@/keys/archivist.pub", "-f", "json"});
    ASSERT_EQ(said.code, 0);
    const auto json = nlohmann::json::parse(said.out);
    EXPECT_EQ(json["principal"], "archivist@example.org");
    EXPECT_EQ(json["fingerprint"], test::fixture_key("archivist").public_key().fingerprint());
    EXPECT_EQ(json["openssh"], test::fixture_key("archivist").public_key().openssh_line(""));
}

TEST(KeyShow, AsksForThePassphraseOfAnEncryptedKey) {
    Desk desk;
    typed_twice(desk);
    ASSERT_EQ(desk.run({"key", "new", "@/k"}).code, 0);
    desk.terminal.answers = {"wrong"};
    EXPECT_EQ(desk.run({"key", "show", "@/k.key"}).code, 66);
    desk.terminal.descriptors[3] = "correct horse";
    EXPECT_EQ(desk.run({"key", "show", "@/k.key", "--passphrase-fd", "3"}).code, 0);
}

TEST(KeyExport, WritesALineBySshKeygenBelievesTheSeal) {
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    ASSERT_EQ(
        desk.run({"key", "new", "@/k", "--no-passphrase", "--principal", "me@example.org"}).code,
        0);
    ASSERT_EQ(
        desk.run({"pack", "@/in", "-k", "@/k.key", "-o", "@/out", "--name", "x", "--no-sync"}).code,
        0);
    const auto line = desk.run({"key", "export", "@/k.key"});
    ASSERT_EQ(line.code, 0);
    desk.write("mine", line.out);
    const auto label =
        nlohmann::json::parse(desk.run({"key", "show", "@/k.pub", "-f", "json"}).out)["label"];
    const auto seal = desk.path("out/x.custody/0001-seal.xml");
    const auto verified = run_program(
        {"ssh-keygen", "-Y", "verify", "-f", desk.path("mine"), "-I", "me@example.org", "-n",
         "custody@solander", "-s", seal + "." + label.get<std::string>() + ".sig"},
        {.input = test::read_file(seal)});
    EXPECT_EQ(verified.status, 0) << verified.out << verified.err;
}

TEST(KeyExport, WritesPemThatOpensslReads) {
    SOLANDER_NEEDS("openssl");
    Desk desk;
    const auto pem = desk.run({"key", "export", "@/keys/archivist.key", "--format", "pem"});
    ASSERT_EQ(pem.code, 0);
    const auto read =
        run_program({"openssl", "pkey", "-pubin", "-noout", "-text"}, {.input = pem.out});
    EXPECT_EQ(read.status, 0) << read.err;
    EXPECT_THAT(read.out, HasSubstr("ED25519 Public-Key"));
}

}  // namespace
}  // namespace solander
