// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "case.h"
#include "schema.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kOwn = "config/solander/allowed_signers";

void at_home(Desk& desk) {
    desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
}
/// Only its owner may change it.
void own_store(Desk& desk, std::string_view text) {
    at_home(desk);
    desk.write(kOwn, text);
    fs::permissions(desk.path(kOwn), fs::perms(0600));
    fs::permissions(desk.path("config/solander"), fs::perms(0700));
}
void believing(Desk& desk) {
    own_store(desk, test::trust_lines({"archivist"}));
}
void believing_both(Desk& desk) {
    own_store(desk, test::trust_lines({"archivist", "registrar"}));
}
void registrar_is_lost(Desk& desk) {
    at_home(desk);
    desk.write("lost.toml", "version = 1\n\n[[revoked]]\nkey = '" +
                                test::fixture_key("registrar").public_key().fingerprint() +
                                "'\nreason = 'stolen'\ncompromised-since = 2020-01-01\n");
}
void packed_at_home(Desk& desk) {
    desk.pack_letters();
    believing(desk);
}

std::string fingerprint(const std::string& name) {
    return test::fixture_key(name).public_key().fingerprint();
}

void own_file_in_the_package(Desk& desk) {
    desk.pack_letters();
    desk.unpack_letters();
    desk.variables["XDG_CONFIG_HOME"] = desk.path("unpacked/letters/data");
    desk.write("unpacked/letters/data/solander/allowed_signers", test::trust_lines({"archivist"}));
}

class Trust : public testing::TestWithParam<Case> {};

TEST_P(Trust, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Add, Trust,
    testing::Values(
        Case{"BeginsAStore",
             {"trust", "add", "helena@example.org", "@/keys/registrar.pub"},
             0,
             {"@/config/solander/allowed_signers\nadded line 1: helena@example.org\n    " +
                  fingerprint("registrar") + "\n",
              "may sign manifest@solander,custody@solander\n", "telephone, on paper"},
             {},
             at_home},
        Case{"TakesTheNameOfTheKeyFile",
             {"trust", "add", "@/keys/registrar.pub"},
             0,
             {"added line 1: registrar@example.org\n", "The name is what came with the key."},
             {},
             at_home},
        Case{"OfTwoFiles",
             {"trust", "add", "@/keys/registrar.pub", "@/keys/repository.pub"},
             0,
             {"added line 1: registrar@", "added line 2: repository@"},
             {},
             at_home},
        Case{"ALine",
             {"trust", "add",
              "x namespaces=\"custody@solander\" " +
                  test::fixture_key("registrar").public_key().openssh_line("")},
             0,
             {"added line 1: x\n", "may sign custody@solander\n"},
             {},
             at_home},
        Case{"WithDates",
             {"trust", "add", "@/keys/registrar.pub", "--valid-after", "2020-01-01",
              "--valid-before", "2030-12-31T19:00:00+01:00"},
             0,
             {", from 2020-01-01T00:00:00Z, until 2030-12-31T18:00:00Z\n"},
             {},
             at_home},
        Case{"WithNamespaces",
             {"trust", "add", "@/keys/registrar.pub", "--namespaces", "custody@solander"},
             0,
             {"may sign custody@solander\n"},
             {},
             at_home},
        Case{"ToANamedFile",
             {"trust", "add", "@/keys/registrar.pub", "-t", "@/trust"},
             0,
             {"@/trust\nadded line 2: "}},
        Case{"ASecondKeyOfSomebody",
             {"trust", "add", "archivist@example.org", "@/keys/registrar.pub"},
             0,
             {"added line 2", "has another key, too, in line 1, and both count",
              "    say `solander trust revoke " + fingerprint("archivist") + " --reason WORDS`\n",
              "take it out:\n    solander trust remove FINGERPRINT\n"},
             {},
             believing},
        Case{"ASecondKeyOfSomebodyInANamedFile",
             {"trust", "add", "archivist@example.org", "@/keys/registrar.pub", "-t", "@/trust"},
             0,
             {" --reason WORDS --trust @/trust`\n",
              "    solander trust remove FINGERPRINT --trust @/trust\n"}},
        Case{"UnderItsOwnNameInANamedFile",
             {"trust", "add", "@/keys/registrar.pub", "-t", "@/trust"},
             0,
             {"    solander trust add NAME KEY --replace --trust @/trust\n"}},
        Case{"AKeyThatIsRevoked",
             {"trust", "add", "x", "@/keys/registrar.pub", "--revoked", "@/lost.toml"},
             0,
             {"added line 1: x\n"},
             {"warning: the key of x is revoked from 2020-01-01T00:00:00Z (@/lost.toml:3: "
              "stolen), which its card does not undo\n"},
             registrar_is_lost},
        Case{"AKeyThatIsRevokedByReplacing",
             {"trust", "add", "x", "@/keys/registrar.pub", "--replace", "--revoked", "@/lost.toml"},
             0,
             {"replaced line 2: x\n"},
             {"warning: the key of x is revoked from 2020"},
             [](Desk& desk) {
                 believing_both(desk);
                 registrar_is_lost(desk);
             }},
        Case{"ASecondKeyOfSomebodyWhoLostTheFirst",
             {"trust", "add", "registrar@example.org", "@/keys/repository.pub", "--revoked",
              "@/lost.toml"},
             0,
             {"    may sign manifest@solander,custody@solander\n\nNow compare"},
             {},
             [](Desk& desk) {
                 believing_both(desk);
                 registrar_is_lost(desk);
             }},
        Case{"BesideRevocationsThatCannotBeRead",
             {"trust", "add", "x", "@/keys/registrar.pub", "--revoked", "@/none"},
             66,
             {},
             {"@/none"},
             at_home},
        Case{"ANameWithoutAKey",
             {"trust", "add", "helena@example.org"},
             64,
             {},
             {"'helena@example.org' is no file here; if it is a name, its key is missing: "
              "`solander trust add helena@example.org KEY.pub`\n"},
             at_home},
        Case{"ANameWithoutAKeyForANamedFile",
             {"trust", "add", "helena@example.org", "-t", "@/trust"},
             64,
             {},
             {"`solander trust add helena@example.org KEY.pub --trust @/trust`\n"}},
        Case{"WithATimeThatIsOver",
             {"trust", "add", "x", "@/keys/registrar.pub", "--valid-before", "2020-01-01"},
             0,
             {", until 2020-01-01T00:00:00Z\n"},
             {"warning: the time of the key of x is over since 2020-01-01T00:00:00Z: what it "
              "signed counts only where something proves when\n"},
             at_home},
        Case{"ToASecretKey",
             {"trust", "add", "x", "@/keys/registrar.pub", "-t", "@/keys/archivist.key"},
             2,
             {},
             {"solander: @/keys/archivist.key: is a secret key and no trust file"}},
        Case{"AKeyThatIsThere",
             {"trust", "add", "x", "@/keys/archivist.pub"},
             73,
             {},
             {"@/config/solander/allowed_signers: the key ",
              "in line 1, as 'archivist@example.org'", "--replace"},
             believing},
        Case{"AKeyThatIsThereByReplacing",
             {"trust", "add", "x", "@/keys/archivist.pub", "--replace"},
             0,
             {"replaced line 1: x\n"},
             {},
             believing},
        Case{"ANameWithAComma",
             {"trust", "add", "a,b", "@/keys/archivist.pub"},
             64,
             {},
             {"'a,b' cannot stand as a name in a trust file", "such as archivist@example.org"},
             at_home},
        Case{"ANameWithABlank",
             {"trust", "add", "Helena M", "@/keys/archivist.pub"},
             2,
             {},
             {"'Helena M' is neither a file here nor a line", "one has no blanks"},
             at_home},
        Case{
            "AKeyFileWhoseCommentIsNoName",
            {"trust", "add", "@/k.pub"},
            64,
            {},
            {"@/k.pub: says 'helena at home', which is no name", "solander trust add NAME @/k.pub"},
            [](Desk& desk) {
                at_home(desk);
                desk.write(
                    "k.pub",
                    test::fixture_key("registrar").public_key().openssh_line("helena at home"));
            }},
        Case{"ANameThatIsAFileHere",
             {"trust", "add", ".", "@/keys/archivist.pub"},
             64,
             {},
             {"'.' could be a name, and is a file here"},
             at_home},
        Case{"ASecretKey",
             {"trust", "add", "@/keys/archivist.key"},
             2,
             {},
             {"@/keys/archivist.key: is no public key", "name the .pub file"},
             at_home},
        Case{"AFileWithoutAKey",
             {"trust", "add", "@/in/letter.txt"},
             2,
             {},
             {"@/in/letter.txt: not of the form"},
             at_home},
        Case{"AKeyOfAnotherType",
             {"trust", "add", "x", "@/k.pub"},
             2,
             {},
             {"@/k.pub: a key of type ssh-rsa; only ssh-ed25519 is known here"},
             [](Desk& desk) {
                 at_home(desk);
                 desk.write("k.pub", "ssh-rsa AAAAB3NzaC1yc2EAAAABAw== x@y\n");
             }},
        Case{"AKeyThatIsCutShort",
             {"trust", "add", "x", "@/k.pub"},
             2,
             {},
             {"@/k.pub: the key is cut short or damaged: ask its owner for the .pub file once "
              "more"},
             [](Desk& desk) {
                 at_home(desk);
                 desk.write(
                     "k.pub",
                     test::fixture_key("registrar").public_key().openssh_line("").substr(0, 55));
             }},
        Case{"ANamespaceThatIsMisspelt",
             {"trust", "add", "@/keys/registrar.pub", "--namespaces", "manifest@solandre"},
             64,
             {},
             {"'manifest@solandre' is no namespace of a package; did you mean "
              "'manifest@solander'?"},
             at_home},
        Case{"ANamespaceOfNothing",
             {"trust", "add", "@/keys/registrar.pub", "--namespaces", ","},
             64,
             {},
             {"there is nothing between two commas"},
             at_home},
        Case{"NamespacesOfOthers",
             {"trust", "add", "@/keys/registrar.pub", "--namespaces", "custody@solander,git"},
             0,
             {"may sign custody@solander,git\n"},
             {},
             at_home},
        Case{"AnEmptyFile",
             {"trust", "add", "@/none.pub"},
             2,
             {},
             {"@/none.pub: has no key"},
             [](Desk& desk) {
                 at_home(desk);
                 desk.write("none.pub", "# nobody\n");
             }},
        Case{"AFileThatIsNotThere",
             {"trust", "add", "x", "@/none.pub"},
             66,
             {},
             {"@/none.pub: "},
             at_home},
        Case{"ADateThatIsNone",
             {"trust", "add", "@/keys/archivist.pub", "--valid-before", "2030-02-30"},
             64,
             {},
             {"--valid-before takes a day such as 2030-12-31", "not '2030-02-30'"},
             at_home},
        Case{"DatesThatExcludeEachOther",
             {"trust", "add", "@/keys/archivist.pub", "--valid-after", "2030-01-01",
              "--valid-before", "2020-01-01"},
             64,
             {},
             {"the key would never count"},
             at_home},
        Case{"WithoutAPlace",
             {"trust", "add", "@/keys/archivist.pub"},
             64,
             {},
             {"neither XDG_CONFIG_HOME nor HOME is an absolute path", "--trust"}},
        Case{"WithoutAKey", {"trust", "add"}, 64, {}, {"KEY is required"}, at_home}),
    test::case_name);

INSTANTIATE_TEST_SUITE_P(
    List, Trust,
    testing::Values(
        Case{"OfTwo",
             {"trust", "list"},
             0,
             {"@/config/solander/allowed_signers\nline 1: archivist@example.org\n    " +
                  fingerprint("archivist") + "\n    may sign ",
              "line 2: registrar@example.org\n"},
             {},
             believing_both},
        Case{"OfWhatIsOdd",
             {"trust", "list", "-t", "@/odd"},
             0,
             {"line 1: *@y\n", "; not used, being a certificate authority\n", "line 3: r\n",
              " (ssh-rsa)\n", "may sign anything"},
             {},
             [](Desk& desk) {
                 desk.write("odd",
                            "*@y cert-authority " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\nnonsense\nr ssh-rsa AAAAB3NzaC1yc2EAAAABAw==\n");
             }},
        Case{"OfTimes",
             {"trust", "list"},
             0,
             {", from 2020-01-01T00:00:00Z, until 2021-01-01T00:00:00Z (OVER)\n",
              ", from 2090-01-01T00:00:00Z (NOT BEGUN), until 2091-01-01T00:00:00Z\n"},
             {},
             [](Desk& desk) {
                 const auto line = [](const std::string& name, const std::string& from,
                                      const std::string& until) {
                     return name + " valid-after=\"" + from + "0101Z\",valid-before=\"" + until +
                            "0101Z\" " + test::fixture_key(name).public_key().openssh_line("") +
                            "\n";
                 };
                 own_store(desk,
                           line("archivist", "2020", "2021") + line("registrar", "2090", "2091"));
             }},
        Case{"OfASecretKey",
             {"trust", "list", "-t", "@/keys/archivist.key"},
             2,
             {},
             {"solander: @/keys/archivist.key: is a secret key and no trust file: keep it to "
              "yourself"}},
        Case{"OfNobodyInANamedFile",
             {"trust", "list", "-t", "@/nobody"},
             0,
             {"`solander trust add NAME KEY.pub --trust @/nobody`\n"},
             {},
             [](Desk& desk) { desk.write("nobody", "# nobody\n"); }},
        Case{"OfAFileThatAllMayChange",
             {"trust", "list", "-t", "@/trust"},
             0,
             test::kAnything,
             {"then look it through with `solander trust list --trust @/trust`\n"},
             [](Desk& desk) { fs::permissions(desk.path("trust"), fs::perms(0666)); }},
        Case{"OfNone",
             {"trust", "list"},
             66,
             {},
             {"@/config/solander/allowed_signers: is not there, so you believe nobody yet; begin "
              "it with `solander trust add NAME KEY.pub`\n"},
             at_home},
        Case{"OfNoneThatWasNamed",
             {"trust", "list", "-t", "@/none"},
             66,
             {},
             {"@/none: is not there", "solander trust add NAME KEY.pub --trust @/none`"}},
        Case{"OfNobody",
             {"trust", "list"},
             0,
             {"lists no key: put one in with `solander trust add"},
             {},
             [](Desk& desk) { own_store(desk, "# nobody\n"); }}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Remove, Trust,
    testing::Values(
        Case{"ByName",
             {"trust", "remove", "registrar@example.org"},
             0,
             {"removed line 2: registrar@example.org\n    " + fingerprint("registrar"),
              "INDETERMINATE for you from now on (signer.unknown)"},
             {},
             believing_both},
        Case{"ByFingerprint",
             {"trust", "remove", fingerprint("archivist")},
             0,
             {"removed line 1: archivist@example.org\n"},
             {},
             believing_both},
        Case{"ByFile",
             {"trust", "remove", "@/keys/registrar.pub"},
             0,
             {"removed line 2: registrar@example.org\n"},
             {},
             believing_both},
        Case{"ByAFileThatIsNone",
             {"trust", "remove", "@/none.pub"},
             64,
             {},
             {"there is nothing for '@/none.pub'"},
             believing},
        Case{"OfAKeyThatIsRevoked",
             {"trust", "remove", "registrar@example.org", "--revoked", "@/lost.toml"},
             0,
             {"(signer.unknown).\nIt stays revoked from 2020-01-01T00:00:00Z (@/lost.toml:3: "
              "stolen): should somebody add it again, that counts.\n"},
             {},
             [](Desk& desk) {
                 believing_both(desk);
                 registrar_is_lost(desk);
             }},
        Case{"OfSomebodyWhoIsNotThere",
             {"trust", "remove", "helena@example.org"},
             64,
             {},
             {"@/config/solander/allowed_signers: there is nothing for 'helena@example.org'; there "
              "is line 1: 'archivist@example.org' SHA256:"},
             believing_both},
        Case{"OfALineThatIsNone",
             {"trust", "remove", "x", "--line", "0"},
             64,
             {},
             {"--line takes the number of a line"},
             believing},
        Case{"FromNothing", {"trust", "remove", "x"}, 66, {}, {"is not there"}, at_home}),
    test::case_name);

INSTANTIATE_TEST_SUITE_P(
    Check, Trust,
    testing::Values(
        Case{"OfAGoodOne",
             {"trust", "check"},
             0,
             {"@/config/solander/allowed_signers: 1 line can be used; nothing to look at\n"},
             {},
             [](Desk& desk) {
                 at_home(desk);
                 static_cast<void>(desk.run({"trust", "add", "@/keys/archivist.pub"}));
             }},
        Case{"WithAWarning",
             {"trust", "check", "@/wide"},
             1,
             {"@/wide:1: warning: there are no namespaces",
              "[store.any-namespace]\n    What to do: Write namespaces="},
             {},
             [](Desk& desk) {
                 desk.write(
                     "wide",
                     "a " + test::fixture_key("archivist").public_key().openssh_line("") + "\n");
             }},
        Case{"OfAPubFile",
             {"trust", "check", "@/keys/archivist.pub"},
             2,
             {"names nobody in front of the key, as a .pub file does: `solander trust add NAME "
              "KEY.pub`"},
             {}},
        Case{"OfANamespaceThatIsMisspelt",
             {"trust", "check", "@/blank"},
             1,
             {"[store.namespace-misspelt]", "did you mean 'custody@solander'?"},
             {},
             [](Desk& desk) {
                 desk.write("blank",
                            "a namespaces=\"manifest@solander, custody@solander\" " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\n");
             }},
        Case{"WithANote",
             {"trust", "check", "@/old"},
             0,
             {"@/old:1: note: ", "[store.carriage-return]"},
             {},
             [](Desk& desk) {
                 desk.write("old",
                            "a namespaces=\"*@solander\" " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\r\n");
             }},
        Case{"OfNothingUsable",
             {"trust", "check", "@/empty"},
             2,
             {"@/empty: error: no line lists a key", "no line can be used; 1 to look at"},
             {},
             [](Desk& desk) { desk.write("empty", ""); }},
        Case{"OfARevokedKey",
             {"trust", "check", "--revoked", "@/lost.toml"},
             0,
             {"@/config/solander/allowed_signers:2: note: the key is revoked from "
              "2020-01-01T00:00:00Z (@/lost.toml:3: stolen) [store.revoked]\n"},
             {},
             [](Desk& desk) {
                 at_home(desk);
                 static_cast<void>(
                     desk.run({"trust", "add", "@/keys/archivist.pub", "@/keys/registrar.pub"}));
                 registrar_is_lost(desk);
             }},
        Case{"OfASecretKey",
             {"trust", "check", "@/keys/archivist.key"},
             2,
             {},
             {"solander: @/keys/archivist.key: is a secret key and no trust file"}},
        Case{"OfNoFile", {"trust", "check", "@/none"}, 66, {}, {"@/none: is not there"}},
        Case{"OfNoOwnFile", {"trust", "check"}, 66, {}, {"so you believe nobody yet"}, at_home},
        Case{"WithoutAPlaceForOne", {"trust", "check"}, 64, {}, {"XDG_CONFIG_HOME"}},
        Case{"OfAnEscape",
             {"trust", "check", "@/evil"},
             2,
             {"[store.other-namespaces]"},
             {},
             [](Desk& desk) {
                 desk.write("evil",
                            "*\xE2\x80\xAE namespaces=\"\xE2\x80\xAE\" " +
                                test::fixture_key("archivist").public_key().openssh_line("") +
                                "\n");
             }}),
    test::case_name);

/// Where trust comes from: the option, then one's own file, and nothing else.
INSTANTIATE_TEST_SUITE_P(
    Source, Trust,
    testing::Values(
        Case{"OwnFile", {"verify", "@/out/letters.tar"}, 0, {"PASSED"}, {}, packed_at_home},
        Case{"OptionBeforeOwnFile",
             {"verify", "@/out/letters.tar", "-t", "@/other"},
             2,
             {"signer.unknown"},
             {},
             [](Desk& desk) {
                 packed_at_home(desk);
                 desk.write("other", test::trust_lines({"registrar"}));
             }},
        Case{"ASecretKey",
             {"verify", "@/out/letters.tar", "-t", "@/keys/archivist.key"},
             2,
             {"trust.missing", "line 1", "is a secret key and no trust file"},
             {},
             packed_at_home},
        Case{"OwnFileBelowHome",
             {"verify", "@/out/letters.tar"},
             0,
             {"PASSED"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.variables["HOME"] = desk.path("home");
                 desk.write("home/.config/solander/allowed_signers",
                            test::trust_lines({"archivist"}));
             }},
        Case{"RelativeVariableIsNone",
             {"verify", "@/out/letters.tar"},
             2,
             {"trust.missing", "solander trust add NAME KEY.pub"},
             {},
             [](Desk& desk) {
                 packed_at_home(desk);
                 desk.variables["XDG_CONFIG_HOME"] =
                     fs::path(desk.path("config")).lexically_relative(fs::current_path()).string();
             }},
        Case{"EmptyVariableIsNone",
             {"verify", "@/out/letters.tar"},
             0,
             {"PASSED"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 desk.variables["XDG_CONFIG_HOME"] = "";
                 desk.variables["HOME"] = desk.path("home");
                 desk.write("home/.config/solander/allowed_signers",
                            test::trust_lines({"archivist"}));
             }},
        Case{"OwnFileInsideThePackage",
             {"verify", "@/unpacked/letters"},
             64,
             {},
             {"allowed_signers lies inside @/unpacked/letters: whom to believe cannot come"},
             own_file_in_the_package},
        Case{"OwnFileInsideThePackageOfShow",
             {"show", "@/unpacked/letters"},
             64,
             {},
             {"allowed_signers lies inside @/unpacked/letters"},
             own_file_in_the_package},
        Case{"OwnFileThatIsALinkIntoTheCustody",
             {"verify", "@/out/letters.tar"},
             64,
             {},
             {"@/config/solander/allowed_signers lies inside @/out/letters.custody"},
             [](Desk& desk) {
                 desk.pack_letters();
                 at_home(desk);
                 desk.write("out/letters.custody/trust", test::trust_lines({"archivist"}));
                 fs::create_directories(desk.path("config/solander"));
                 fs::create_symlink(desk.path("out/letters.custody/trust"), desk.path(kOwn));
             }},
        Case{"OwnFileThatIsEmpty",
             {"verify", "@/out/letters.tar"},
             2,
             {"the trust file has no key that can be used", "solander trust add NAME KEY.pub"},
             {},
             [](Desk& desk) {
                 desk.pack_letters();
                 own_store(desk, "# nobody\n");
             }},
        Case{"OwnFileThatIsADirectory",
             {"verify", "@/out/letters.tar"},
             66,
             {},
             {"@/config/solander/allowed_signers"},
             [](Desk& desk) {
                 desk.pack_letters();
                 at_home(desk);
                 fs::create_directories(desk.path(kOwn));
             }},
        Case{"OwnFileThatOthersMayChange",
             {"verify", "@/out/letters.tar"},
             0,
             {"PASSED"},
             {"warning: @/config/solander/allowed_signers may be changed by others", "chmod go-w"},
             [](Desk& desk) {
                 packed_at_home(desk);
                 fs::permissions(desk.path(kOwn), fs::perms(0620));
             }},
        Case{"OwnDirectoryThatOthersMayChange",
             {"list", "@/out/letters.tar"},
             0,
             {"data/in/letter.txt"},
             {"warning: @/config/solander may be changed by others"},
             [](Desk& desk) {
                 packed_at_home(desk);
                 fs::permissions(desk.path("config/solander"), fs::perms(0777));
             }},
        Case{"NamedFileThatAllMayChange",
             {"verify", "@/out/letters.tar", "-t", "@/trust"},
             0,
             {"PASSED"},
             {"warning: @/trust may be changed by others"},
             [](Desk& desk) {
                 desk.pack_letters();
                 fs::permissions(desk.path("trust"), fs::perms(0666));
             }}),
    test::case_name);

TEST(TrustStoreOfOnesOwn, IsForItsOwnerAlone) {
    Desk desk;
    at_home(desk);
    ASSERT_EQ(desk.run({"trust", "add", "@/keys/archivist.pub"}).code, 0);
    EXPECT_EQ(fs::status(desk.path("config/solander")).permissions(), fs::perms(0700));
    EXPECT_EQ(fs::status(desk.path(kOwn)).permissions(), fs::perms(0600));
    desk.pack_letters();
    EXPECT_EQ(desk.run({"verify", "@/out/letters.tar"}).code, 0);
    ASSERT_EQ(desk.run({"trust", "remove", "archivist@example.org"}).code, 0);
    EXPECT_THAT(desk.run({"verify", "@/out/letters.tar"}).out, HasSubstr("trust.missing"));
}

TEST(TrustStoreOfOnesOwn, ThatBelongsToSomebodyElseIsWarnedOf) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
    Desk desk;
    believing(desk);
    constexpr ::uid_t kSomebody = 12345;
    ASSERT_EQ(::chown(desk.path(kOwn).c_str(), kSomebody, kSomebody), 0);
    EXPECT_THAT(desk.run({"trust", "list"}).err,
                HasSubstr("@/config/solander/allowed_signers belongs to somebody else"));
}

TEST(TrustStoreOfOnesOwn, IsNeverThatOfTheCurrentDirectory) {
    Desk desk;
    desk.pack_letters();
    fs::copy_file(desk.path("trust"), desk.path("allowed_signers"));
    const auto done = test::run_program(
        {test::solander_tool(), "verify", "out/letters.tar"},
        {.directory = desk.path(""), .environment = {{"HOME", ""}, {"XDG_CONFIG_HOME", "."}}});
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.out, HasSubstr("trust.missing"));
}

TEST(TrustStoreOfOnesOwn, LosesNothingToRunsAtOnce) {
    Desk desk;
    std::string script;
    constexpr int kRuns = 12;
    for (int i = 0; i < kRuns; ++i) {
        const std::string name = "k" + std::to_string(i);
        desk.write(name + ".pub", SigningKey::generate().value().public_key().openssh_line(name));
        script += "\"$S\" trust add " + name + ".pub & ";
    }
    const auto done = test::run_program(
        {"sh", "-c", script + "wait"},
        {.directory = desk.path(""),
         .environment = {{"S", test::solander_tool()}, {"XDG_CONFIG_HOME", desk.path("config")}}});
    EXPECT_EQ(done.err, "");
    at_home(desk);
    const std::string listed = desk.run({"trust", "list"}).out;
    for (int i = 0; i < kRuns; ++i)
        EXPECT_THAT(listed, HasSubstr(": k" + std::to_string(i) + "\n"));
}

TEST(TrustAdd, AdvisesNothingOfKeysThatCameTogether) {
    Desk desk;
    at_home(desk);
    const auto said =
        desk.run({"trust", "add", "x", "@/keys/registrar.pub", "@/keys/archivist.pub"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, Not(HasSubstr("another key")));
}

TEST(TrustAdd, TakesWhatKeyExportWrites) {
    Desk desk;
    const auto done = test::run_program(
        {"sh", "-c",
         "\"$S\" key export keys/registrar.pub | \"$S\" trust add - && \"$S\" trust check"},
        {.directory = desk.path(""),
         .environment = {{"S", test::solander_tool()}, {"XDG_CONFIG_HOME", desk.path("config")}}});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("added line 1: registrar@example.org"));
}

TEST(TrustAdd, WritesWhatSshKeygenReads) {
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    desk.pack_letters();
    ASSERT_EQ(
        desk.run({"trust", "add", "helena@example.org", "@/keys/archivist.pub", "--valid-after",
                  "2020-01-01", "--valid-before", "2099-01-01", "-t", "@/store"})
            .code,
        0);
    desk.unpack_letters();
    const auto done = test::run_program(
        {"sh", "-c",
         "ssh-keygen -Y verify -f store -I helena@example.org -n manifest@solander -s "
         "unpacked/letters/manifest.xml.*.sig < unpacked/letters/manifest.xml"},
        {.directory = desk.path("")});
    EXPECT_EQ(done.status, 0) << done.err << done.out;
}

TEST(TrustJson, KeepsToItsSchema) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    desk.write("odd", "*@y cert-authority " +
                          test::fixture_key("registrar").public_key().openssh_line("") +
                          "\nnonsense\na valid-after=\"20200101\",valid-before=\"20300101Z\" " +
                          test::fixture_key("archivist").public_key().openssh_line("a comment") +
                          "\n");
    EXPECT_TRUE(test::is_valid(desk.run({"trust", "list", "-t", "@/odd", "-f", "json"}).out,
                               "trust-list-1.schema.json"));
    const auto checked = desk.run({"trust", "check", "@/odd", "-f", "json"});
    EXPECT_EQ(checked.code, 1);
    EXPECT_TRUE(test::is_valid(checked.out, "trust-check-1.schema.json"));
}

}  // namespace
}  // namespace solander
