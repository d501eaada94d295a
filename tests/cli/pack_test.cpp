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
using testing::HasSubstr;

/// `pack @/in -k KEY -o @/out --name letters --no-sync` and what follows.
std::vector<std::string> pack_with(const std::vector<std::string>& more,
                                   const std::string& key = "@/keys/archivist.key") {
    std::vector<std::string> words{"pack",  "@/in",   "-k",      key,        "-o",
                                   "@/out", "--name", "letters", "--no-sync"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

class Pack : public testing::TestWithParam<Case> {};

TEST_P(Pack, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
    if (GetParam().code != 0 && GetParam().prepare == nullptr) {
        EXPECT_FALSE(desk.has("out"));
    }
}

void bad_epoch(Desk& desk) {
    desk.variables["SOURCE_DATE_EPOCH"] = "yesterday";
}
void link_in_the_inputs(Desk& desk) {
    fs::create_symlink(desk.path("trust"), desk.path("in/link.txt"));
}
void name_with_an_escape(Desk& desk) {
    desk.write("in/a\x1b[2J.txt", "x");
}
void empty_configuration(Desk& desk) {
    desk.variables["XDG_CONFIG_HOME"] = desk.path("config");
}
void key_with_a_blank(Desk& desk) {
    fs::copy_file(desk.path("keys/archivist.key"), desk.path("my key's.key"));
}
void encrypted_key(Desk& desk) {
    desk.terminal.answers = {"correct horse", "correct horse"};
    if (desk.run({"key", "new", "@/k"}).code != 0) throw std::runtime_error("no key");
}
void asked_to_stop(Desk& desk) {
    desk.stop = true;
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Pack,
    testing::Values(
        Case{"Succeeds",
             pack_with({}),
             0,
             {"@/out/letters.tar  1 document, 3 files, ", "identity sha256:", "urn:uuid:",
              "Next: solander key export @/keys/archivist.key >> ALLOWED_SIGNERS\n",
              "      solander verify @/out/letters.tar --trust ALLOWED_SIGNERS\n"},
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "}},
        Case{"QuietSaysNothing", pack_with({"--quiet"}), 0},
        Case{"OfSeveralSigners",
             pack_with({"-k", "@/keys/registrar.key"}),
             0,
             {"Next: solander key export @/keys/archivist.key >> ALLOWED_SIGNERS\n"
              "      solander key export @/keys/registrar.key >> ALLOWED_SIGNERS\n"},
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "}},
        Case{"UnderAnotherName",
             pack_with({"--principal", "Ilse Varnholt"}),
             0,
             {"key export @/keys/archivist.key --principal NAME >> "},
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "}},
        Case{"UnderANameForATrustFile",
             pack_with({"--principal", "ilse@example.org"}),
             0,
             {"key export @/keys/archivist.key --principal ilse@example.org >> "},
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "}},
        Case{"ByAKeyWhosePublicFileIsDamaged",
             pack_with({}),
             0,
             {"Next: solander key export @/keys/archivist.key >> "},
             {"solander: warning: @/keys/archivist.pub: not a public key line, which reads: "
              "ssh-ed25519 BASE64 comment; its name is not used, and `solander explain "
              "public-file`"},
             [](Desk& desk) { desk.write("keys/archivist.pub", "ssh-ed25519\n"); }},
        Case{"QuotesWhatAShellWouldSplit",
             {"pack", "@/in", "-k", "@/my key's.key", "-o", "@/out of reach", "--no-sync"},
             0,
             {"key export '@/my key'\\''s.key' --principal NAME >> ",
              "verify '@/out of reach/in.tar' --trust"},
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "},
             key_with_a_blank},
        Case{"WithSettings",
             pack_with({"--set", "title=Letters", "--set", "date=1919-05"}),
             0,
             test::kAnything,
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "}},
        Case{"NotesAnUnsafeNameThatItRenames",
             pack_with({"--rename-safe"}),
             0,
             test::kAnything,
             {"solander: note: "},
             name_with_an_escape},
        Case{
            "RefusesAnUnsafeName", pack_with({}), 66, {}, {"a\\u{1B}[2J.txt"}, name_with_an_escape},
        Case{"WithoutAKeyNamesTheOneCommand",
             {"pack", "@/in", "-o", "@/out"},
             64,
             {},
             {"-k", "`solander key new --default`"}},
        Case{"WithoutADefaultKeyNamesTheOneCommand",
             {"pack", "@/in", "-o", "@/out"},
             64,
             {},
             {"-k", "`solander key new --default`"},
             empty_configuration},
        Case{"OneNameForSeveralKeys",
             pack_with({"-k", "@/keys/registrar.key", "--principal", "me"}),
             64,
             {},
             {"--principal", "comment in the .pub file"}},
        Case{"WithoutATerminal",
             pack_with({}, "@/k.key"),
             64,
             {},
             {"@/k.key: ", "give it with --passphrase-fd\n"},
             encrypted_key},
        Case{"BadCreated",
             pack_with({"--created", "2026-13-01T00:00:00Z"}),
             64,
             {},
             {"--created", "'2026-13-01T00:00:00Z'"}},
        Case{"CreatedWithAnEscape",
             pack_with({"--created", "\x1b[2J"}),
             64,
             {},
             {"--created", "\\u{1B}[2J"}},
        Case{"BadSourceDateEpoch",
             pack_with({}),
             64,
             {},
             {"SOURCE_DATE_EPOCH", "'yesterday'"},
             bad_epoch},
        Case{"MalformedSetting", pack_with({"--set", "title"}), 64, {}, {"FIELD=VALUE", "'title'"}},
        Case{"UnknownSetting", pack_with({"--set", "titel=x"}), 64, {}, {"titel", "title"}},
        Case{"BadName",
             {"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/out", "--name", "a/b"},
             64,
             {},
             {"a/b"}},
        Case{"MissingInput",
             {"pack", "@/none", "-k", "@/keys/archivist.key", "-o", "@/out"},
             66,
             {},
             {"@/none"}},
        Case{"LinkAsInput", pack_with({}), 66, {}, {"link.txt"}, link_in_the_inputs},
        Case{"MissingKey", pack_with({}, "@/none.key"), 66, {}, {"@/none.key"}},
        Case{"KeyThatIsNone", pack_with({}, "@/trust"), 2, {}, {"@/trust"}},
        Case{"ExistingOutput", pack_with({}), 73, {}, {"letters"}, test::packed},
        Case{"ExistingOutputByForce",
             pack_with({"--force"}),
             0,
             test::kAnything,
             {"solander: audit as of 2026-12-01 (core 1): 1 error, "},
             test::packed},
        Case{"AskedToStop", pack_with({}), 130, {}, {"interrupted"}, asked_to_stop}),
    test::case_name);

constexpr const char* kTable = "filename,dc.title\nobjects/a.tif,Ma\xE7o\n";  // Windows-1252

TEST(PackEncoding, ReadsNothingUntoldFromATextThatIsNotUtf8) {
    Desk desk;
    desk.write("in/metadata/metadata.csv", kTable);
    const auto said = desk.run(pack_with({}));
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("'@/in/metadata/metadata.csv': no record was read from it: "
                                    "the byte 0xE7 at offset 34, on line 2, is not UTF-8"));
    EXPECT_THAT(said.err, HasSubstr("--encoding windows-1252"));
}

TEST(PackEncoding, ReadsATableInTheEncodingThatItIsTold) {
    Desk desk;
    desk.write("in/metadata/metadata.csv", kTable);
    desk.write("in/objects/a.tif", "x");
    const auto said = desk.run(pack_with({"--encoding", "windows-1252"}));
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("was read as Windows-1252 text (text.encoding)"));
    EXPECT_THAT(desk.run({"show", "@/out/letters.tar"}).out, HasSubstr("Ma\u00E7o"));
}

TEST(PackEncoding, KnowsUtf16ByItsMark) {
    Desk desk;
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("filename,dc.title\nobjects/a.tif,Map of Tolva\n"))
        bytes += {c, '\0'};
    desk.write("in/metadata/metadata.csv", bytes);
    EXPECT_THAT(desk.run(pack_with({})).err, HasSubstr("was read as UTF-16LE text"));
    EXPECT_THAT(desk.run({"show", "@/out/letters.tar"}).out, HasSubstr("Map of Tolva"));
}

TEST(PackEncoding, RefusesAnEncodingThatItDoesNotKnow) {
    Desk desk;
    const auto said = desk.run(pack_with({"--encoding", "latin-9"}));
    EXPECT_EQ(said.code, 64);
    EXPECT_THAT(said.err, HasSubstr("--encoding takes utf-8, utf-16le, utf-16be or windows-1252"));
}

TEST(PackKeys, UsesTheDefaultKey) {
    Desk desk;
    empty_configuration(desk);
    ASSERT_EQ(desk.run({"key", "new", "--default", "--no-passphrase"}).code, 0);
    const auto said = desk.run({"pack", "@/in", "-o", "@/out", "--no-sync"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("key export @/config/solander/default.key >> "));
    EXPECT_TRUE(desk.has("out/in.tar"));
    EXPECT_TRUE(desk.has("out/in.custody/0001-seal.xml"));
}

TEST(PackKeys, RefusesAWrongPassphraseAndTakesTheRightOne) {
    Desk desk;
    desk.terminal.answers = {"correct horse", "correct horse"};
    ASSERT_EQ(desk.run({"key", "new", "@/k"}).code, 0);
    desk.terminal.answers = {"wrong"};
    const auto wrong = desk.run(pack_with({}, "@/k.key"));
    EXPECT_EQ(wrong.code, 66);
    EXPECT_THAT(wrong.err, HasSubstr("@/k.key"));
    EXPECT_FALSE(desk.has("out"));
    desk.terminal.answers = {"correct horse"};
    desk.terminal.prompts.clear();
    EXPECT_EQ(desk.run(pack_with({}, "@/k.key")).code, 0);
    EXPECT_EQ(desk.terminal.prompts.size(), 1U);
}

TEST(PackKeys, TakesALineForEachEncryptedKeyInTheirOrder) {
    Desk desk;
    for (const std::string name : {"@/k", "@/l"}) {
        desk.terminal.descriptors[3] = "the passphrase of " + name;
        ASSERT_EQ(desk.run({"key", "new", name, "--passphrase-fd", "3"}).code, 0);
    }
    desk.write("words", "the passphrase of @/k\nthe passphrase of @/l\n");
    const auto said = test::run_program(
        {"sh", "-c",
         "exec \"$1\" pack in -k k.key -k l.key -o out --no-sync --passphrase-fd 3 3< words", "sh",
         test::solander_tool()},
        {.directory = desk.path("")});
    EXPECT_EQ(said.status, 0) << said.err;
}

TEST(PackKeys, RefusesAKeyOfAnotherAlgorithm) {
    SOLANDER_NEEDS("openssl");
    Desk desk;
    ASSERT_EQ(test::run_program(
                  {"openssl", "genpkey", "-algorithm", "ed448", "-out", desk.path("other.key")})
                  .status,
              0);
    const auto said = desk.run(pack_with({}, "@/other.key"));
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, HasSubstr("Ed25519"));
}

TEST(PackKeys, WarnsOfAKeyThatOthersMayRead) {
    Desk desk;
    fs::permissions(desk.path("keys/archivist.key"), fs::perms::others_read, fs::perm_options::add);
    const auto said = desk.run(pack_with({}));
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.err, HasSubstr("solander: warning: "));
}

TEST(PackTime, GivesTheSameBytesForTheSameTime) {
    const auto bytes = [](const std::string& created, const std::string& epoch) {
        Desk desk;
        if (!epoch.empty()) desk.variables["SOURCE_DATE_EPOCH"] = epoch;
        fs::last_write_time(desk.path("in/letter.txt"), fs::file_time_type{});
        fs::last_write_time(desk.path("in/telegram.txt"), fs::file_time_type{});
        fs::last_write_time(desk.path("in/a/page.txt"), fs::file_time_type{});
        const auto said =
            desk.run(pack_with(created.empty() ? std::vector<std::string>{}
                                               : std::vector<std::string>{"--created", created}));
        EXPECT_EQ(said.code, 0) << said.err;
        return test::snapshot(desk.path("out"));
    };
    const auto stated = bytes("2023-11-14T22:13:20Z", "");
    EXPECT_EQ(stated, bytes("2023-11-14T22:13:20Z", ""));
    EXPECT_EQ(stated, bytes("", "1700000000"));
    EXPECT_EQ(stated, bytes("2023-11-14T22:13:20Z", "5"));
    EXPECT_NE(stated, bytes("", ""));
}

TEST(PackJson, SaysWhatWasMade) {
    Desk desk;
    const auto said = desk.run(pack_with({"--format", "json"}));
    ASSERT_EQ(said.code, 0);
    const auto json = nlohmann::json::parse(said.out);
    EXPECT_EQ(json["package"], "@/out/letters.tar");
    EXPECT_EQ(json["custody"], "@/out/letters.custody");
    EXPECT_EQ(json["documents"], 1);
    EXPECT_EQ(json["files"], 3);
    const auto verified =
        desk.run({"verify", "@/out/letters.tar", "--trust", "@/trust", "--format", "json"});
    EXPECT_EQ(verified.code, 0);
    EXPECT_EQ(nlohmann::json::parse(verified.out)["packages"][0]["identity"], json["identity"]);
}

}  // namespace
}  // namespace solander
