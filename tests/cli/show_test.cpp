// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "case.h"
#include "crypto/digest_stream.h"
#include "crypto/sshsig.h"
#include "schema.h"
#include "trust/namespaces.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;

void spoilt(Desk& desk) {
    desk.pack_letters();
    desk.spoil_signature();
}
/// Of a version to come, honestly signed.
void newer(Desk& desk) {
    desk.pack_letters();
    desk.change("out/letters.tar", "urn:solander:manifest:1", "urn:solander:manifest:2");
    const std::string tar = desk.read("out/letters.tar");
    const std::string_view end = "</manifest>\n";
    const auto begin = tar.find("<?xml");
    const auto size = tar.find(end) + end.size() - begin;
    const auto digest = crypto::sha512(base::as_bytes(tar.substr(begin, size)));
    const auto signature = tar.find("-----BEGIN SSH SIGNATURE-----");
    const auto name_space = trust::kManifestNamespace;
    desk.change("out/letters.tar", tar.substr(signature, crypto::signature_file_size(name_space)),
                crypto::sign(test::fixture_key("archivist"), name_space, digest).value());
}
void on_a_screen(Desk& desk) {
    desk.pack_letters();
    desk.terminal.is_screen = true;
}
void renamed(Desk& desk) {
    desk.write("in/a b\x1b.txt", "x");
    const auto said = desk.run({"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/out",
                                "--name", "letters", "--rename-safe", "--no-sync"});
    if (said.code != 0) throw std::runtime_error(said.err);
}
void manifest_gone(Desk& desk) {
    desk.pack_letters();
    desk.change("out/letters.tar", "<manifest ", "<mAnifest ");
}

class Show : public testing::TestWithParam<Case> {};

TEST_P(Show, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Show,
    testing::Values(
        Case{"Verified",
             {"show", "@/out/letters.tar", "--trust", "@/trust"},
             0,
             {"verified: the signed word of archivist@example.org\n", "sealed 2026-11-24T00:00:00Z",
              "title [stated]: Cipher Telegram", "creator [blank]", "rule wilson.head"},
             {},
             test::packed},
        Case{"Unverified",
             {"show", "@/out/letters.tar"},
             0,
             {"not verified: signed by someone who claims to be archivist@example.org\n"},
             {"solander: not verified: signed by someone who claims"},
             test::packed},
        Case{"ALargeManifestSaysWhereHelpIs",
             {"show", "@/out/letters.tar", "--max-manifest", "1000"},
             2,
             {},
             {"the limit is 1000", "solander: what to do: solander explain limit.exceeded\n"},
             test::packed},
        Case{"ABadSignatureIsShownAndSaid",
             {"show", "@/out/letters.tar", "--trust", "@/trust"},
             1,
             {"not verified: no good signature"},
             {"solander: not verified: no good signature vouches for any of this"},
             spoilt},
        Case{"OnAScreenItIsSaidOnce",
             {"show", "@/out/letters.tar"},
             0,
             {"not verified: signed by someone who claims to be archivist@example.org\n"},
             {},
             on_a_screen},
        Case{"JsonOnAScreen",
             {"show", "@/out/letters.tar", "-f", "json"},
             0,
             {"\"verified\": false"},
             {"solander: not verified: "},
             on_a_screen},
        Case{"ListOnAScreen",
             {"list", "@/out/letters.tar"},
             0,
             {"data/in/letter.txt"},
             {"solander: not verified: "},
             on_a_screen},
        Case{"OfANewerFormat",
             {"show", "@/out/letters.tar", "--trust", "@/trust"},
             2,
             {},
             {"solander: @/out/letters.tar: manifest.xml line 1: is of the format urn:"},
             newer},
        Case{"ListOfANewerFormat",
             {"list", "@/out/letters.tar", "--trust", "@/trust"},
             2,
             {},
             {"solander: @/out/letters.tar: manifest.xml line 1: is of the format urn:"},
             newer},
        Case{"WithATrustFileThatIsNotThere",
             {"show", "@/out/letters.tar", "--trust", "@/none"},
             66,
             {},
             {"solander: @/none: no such file"},
             test::packed},
        Case{"OneDocument",
             {"show", "@/out/letters.tar", "--document", "d1", "--trust", "@/trust"},
             0,
             {"document (id d1"},
             {},
             test::packed},
        Case{"NoSuchDocument",
             {"show", "@/out/letters.tar", "--document", "d\x1b", "--trust", "@/trust"},
             64,
             {},
             {"'d\\u{1B}'"},
             test::packed},
        Case{"AManifestThatCannotBeRead",
             {"show", "@/out/letters.tar", "--trust", "@/trust"},
             1,
             {},
             {"solander: @/out/letters.tar: "},
             manifest_gone},
        Case{"NoPackage", {"show", "@/in/telegram.txt"}, 2, {}, {"@/in/telegram.txt: "}},
        Case{"NoDirectoryPackage", {"show", "@/in"}, 2, {}, {"@/in: "}},
        Case{"Nothing", {"show", "@/none.tar"}, 66, {}, {"@/none.tar"}},
        Case{"UnderATooSmallLimit",
             {"show", "@/out/letters.tar", "--max-manifest", "100"},
             2,
             {},
             {"@/out/letters.tar: "},
             test::packed},
        Case{"ListOfFiles",
             {"list", "@/out/letters.tar", "--trust", "@/trust"},
             0,
             {"           8  data/in/a/page.txt\n", "          13  data/in/letter.txt\n"},
             {},
             test::packed},
        Case{"LongListOfFiles",
             {"list", "-l", "@/out/letters.tar", "--trust", "@/trust"},
             0,
             {"  d1   capture       -  data/in/telegram.txt  text/plain\n",
              "  -    unstated      -  data/in/letter.txt"},
             {},
             test::packed},
        Case{"LongListOfARenamedFile",
             {"list", "-l", "@/out/letters.tar", "--trust", "@/trust"},
             0,
             {"  unstated      -  data/in/a b_.txt  text/plain  (originally in/a "
              "b\xef\xbf\xbd.txt)\n"},
             {},
             renamed},
        Case{"ListOfABadSignature",
             {"list", "@/out/letters.tar"},
             1,
             {"data/in/letter.txt"},
             {"no good signature"},
             spoilt},
        Case{"ListOfNothing", {"list", "@/none.tar"}, 66, {}, {"@/none.tar"}}),
    test::case_name);

class RecordJson : public testing::TestWithParam<Case> {};

TEST_P(RecordJson, IsAsItsSchemaSays) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    GetParam().prepare(desk);
    auto words = GetParam().arguments;
    words.insert(words.end(), {"--format", "json"});
    const auto said = desk.run(words);
    EXPECT_EQ(said.code, GetParam().code) << said.err;
    EXPECT_TRUE(test::is_valid(said.out, "record-1.schema.json"));
    for (const auto& part : GetParam().out) EXPECT_THAT(said.out, testing::HasSubstr(part));
}

void packed_with_everything(Desk& desk) {
    desk.write("in/a b\x1b.txt", "x");
    const auto said =
        desk.run({"pack", "@/in", "-k", "@/keys/archivist.key", "-k", "@/keys/registrar.key", "-o",
                  "@/out", "--name", "letters", "--sha512", "--rename-safe", "--no-sync", "--set",
                  "title=Letters", "--set", "creator=Ilse", "--set", "accession=A 1/2"});
    if (said.code != 0) throw std::runtime_error(said.err);
}

INSTANTIATE_TEST_SUITE_P(Cli, RecordJson,
                         testing::Values(Case{"Show",
                                              {"show", "@/out/letters.tar", "--trust", "@/trust"},
                                              0,
                                              {"\"verified\": true", "\"element\": \"document\""},
                                              {},
                                              test::packed},
                                         Case{"ShowUnverified",
                                              {"show", "@/out/letters.tar"},
                                              0,
                                              {"\"verified\": false"},
                                              {},
                                              test::packed},
                                         Case{"ShowOfABadSignature",
                                              {"show", "@/out/letters.tar"},
                                              1,
                                              {"\"verified\": false"},
                                              {},
                                              spoilt},
                                         Case{"ShowEverything",
                                              {"show", "@/out/letters.tar"},
                                              0,
                                              {"Letters"},
                                              {},
                                              packed_with_everything},
                                         Case{"List",
                                              {"list", "@/out/letters.tar", "--trust", "@/trust"},
                                              0,
                                              {"\"verified\": true", "\"role\": \"capture\""},
                                              {},
                                              test::packed},
                                         Case{"ListEverything",
                                              {"list", "@/out/letters.tar"},
                                              0,
                                              {"\"sha512\"", "\"original_name\""},
                                              {},
                                              packed_with_everything}),
                         test::case_name);

}  // namespace
}  // namespace solander
