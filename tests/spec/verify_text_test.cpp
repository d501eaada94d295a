// SPDX-License-Identifier: Apache-2.0
// What the steps of VERIFY.txt, run as printed, see with stock tools alone.
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "flaw.h"
#include "package/canonical_tar.h"
#include "story.h"
#include "support/process.h"

namespace solander::test {
namespace {

/// The commands as they are printed, prompts taken off.
std::string commands(const std::string& text) {
    std::istringstream lines(text);
    std::string commands;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("$ ") || line.starts_with("> ")) commands += line.substr(2) + "\n";
    return commands;
}

Finished run_steps(Forgery& forgery, const std::string& shell) {
    forgery.write();
    const auto directory = forgery.package().parent_path();
    std::filesystem::remove_all(directory / "letters.check");
    return run_program({shell, "-c", commands(Forgery().custody.at("VERIFY.txt"))},
                       {.directory = directory,
                        .environment = {{"NAME", "letters"},
                                        {"SIGNERS", (forgery.scratch() / "trust").string()}}});
}

struct Row {
    std::string name;
    void (*make)(Forgery&);
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

TarEntry unusual(const std::string& name, const std::string& data) {
    return {.name = name, .data = data};
}

std::string& letter(Forgery& f) {
    return f.entry("data/in/letter.txt").data;
}

const std::vector<Row> kGood{
    {"APackage", [](Forgery&) {}},
};

const std::vector<Row> kBad{
    {"ByteOfAFile", [](Forgery& f) { letter(f)[5] ^= 1; }},
    {"ByteOfTheManifest",
     [](Forgery& f) { replace(f.manifest(), "level=\"item\"", "level=\"file\""); }},
    {"AnUnknownSigner", [](Forgery& f) { f.trust = trust_lines({"registrar"}); }},
    {"ForgedListsOfAForgedPayload",
     [](Forgery& f) {
         const std::string before = hex_digest(letter(f));
         letter(f)[5] ^= 1;
         std::string& list = f.entry("manifest-sha256.txt").data;
         const std::string list_before = hex_digest(list);
         replace(list, before, hex_digest(letter(f)));
         replace(f.entry("tagmanifest-sha256.txt").data, list_before, hex_digest(list));
     }},
    {"ATagManifestThatNamesOtherFiles",
     [](Forgery& f) {
         f.entry("tagmanifest-sha256.txt").data =
             hex_digest(f.entry("bagit.txt").data) + "  bagit.txt\n";
     }},
    {"ATagManifestThatNeverEnds",
     [](Forgery& f) {
         f.entry("tagmanifest-sha256.txt").data = std::string(64, '0') + "  /dev/zero\n";
     }},
    {"BagInfoThatDiffers",
     [](Forgery& f) { replace(f.entry("bag-info.txt").data, "2026-11-24", "2025-11-24"); }},
    {"AFileMore",
     [](Forgery& f) { f.entries.push_back(unusual("letters/data/in/more.txt", "x")); }},
    {"AFileMoreAtTheTop",
     [](Forgery& f) { f.entries.push_back(unusual("letters/readme.txt", "x")); }},
    {"AFileMoreOfTwoLines",
     [](Forgery& f) { f.entries.push_back(unusual("letters/bag-info.txt\nbagit.txt", "x")); }},
    {"AnEmptyDirectory",
     [](Forgery& f) {
         TarEntry directory{.name = "letters/data/old/"};
         std::string header =
             package::tar_header(directory.name, 0, *Timestamp::parse("2026-11-24T00:00:00Z"));
         header[156] = '5';
         directory.header = with_checksum(header);
         f.entries.push_back(directory);
     }},
    {"ANameTwice",
     [](Forgery& f) {
         f.entries.insert(f.entries.end() - 1, unusual("letters/data/in/letter.txt", "x"));
     }},
    {"ANameTwiceSpelledAnotherWay",
     [](Forgery& f) {
         f.entries.insert(f.entries.begin() + 5, unusual("letters/./data/in/letter.txt", "evil"));
     }},
    {"AnotherTopDirectory",
     [](Forgery& f) { f.entries.push_back(unusual("others/data/x.txt", "x")); }},
    {"ASignatureLess", [](Forgery& f) { f.entries.erase(f.entries.begin() + 2); }},
    {"ASignatureMore",
     [](Forgery& f) {
         auto more = f.entry(Forgery::signature_of("manifest.xml", "archivist"));
         more.name = "letters/manifest.xml.0123456789abcdef.sig";
         f.entries.push_back(more);
     }},
    {"ASecondSignerOnTheLineOfTheFirst",
     [](Forgery& f) {
         const auto other = fixture_key("registrar").public_key().fingerprint();
         replace(f.manifest(), "\n  </sealing>",
                 "<principal name=\"r\" key=\"" + other +
                     "\" type=\"ssh-ed25519\" signature-size=\"314\"/>\n  </sealing>");
         f.reseal();
     }},
    {"AnotherSignerDeclaredThanSigned",
     [](Forgery& f) {
         const auto own = fixture_key("archivist").public_key().fingerprint();
         const auto other = fixture_key("registrar").public_key().fingerprint();
         replace(f.manifest(), own, other);
         replace(f.manifest(), "October 9, 1962", "key=\"" + own + "\"");
         f.reseal();
     }},
    {"CustodyOfAnotherManifest",
     [](Forgery& f) {
         replace(f.seal(), hex_digest(f.manifest()), hex_digest("x"));
         f.sign_event("0001-seal.xml");
     }},
    {"ARefusalRenamedToAReceipt",
     [](Forgery& f) {
         f.trust = trust_lines({"archivist", "registrar"});
         Story(f).release("archivist", "registrar").refuse("registrar");
         const std::string was = "0003-refuse.xml";
         const std::string is = "0003-receipt.xml";
         f.custody[is] = f.custody.at(was);
         f.custody[Forgery::signature_of(is, "registrar")] =
             f.custody.at(Forgery::signature_of(was, "registrar"));
         f.custody.erase(Forgery::signature_of(was, "registrar"));
         f.custody.erase(was);
     }},
    {"AnUnsignedEvent", [](Forgery& f) { f.custody["0002-note.xml"] = "<note/>"; }},
    {"ASignatureWithoutItsEvent",
     [](Forgery& f) {
         f.custody["0002-note.xml.0123456789abcdef.sig"] =
             f.custody.at(Forgery::signature_of("0001-seal.xml", "archivist"));
     }},
    {"ACustodyFileOfTwoLines", [](Forgery& f) { f.custody["VERIFY.txt\nVERIFY.txt"] = "x"; }},
    {"ADirectoryAmongTheEvents", [](Forgery& f) { f.custody["0002-note.xml/x"] = "x"; }},
    {"AnEventLess", [](Forgery& f) { f.custody.erase("0001-seal.xml"); }},
    {"ASealOverOtherSignatures",
     [](Forgery& f) {
         const auto file = Forgery::signature_of("manifest.xml", "archivist");
         replace(f.seal(), hex_digest(f.entry(file).data), hex_digest("another"));
         f.sign_event("0001-seal.xml");
     }},
    {"NoCustody", [](Forgery& f) { f.has_custody = false; }},
};

class Steps : public testing::TestWithParam<Row> {
protected:
    void SetUp() override {
        SOLANDER_NEEDS("ssh-keygen");
        SOLANDER_NEEDS("sha256sum");
        SOLANDER_NEEDS("tar");
    }
};
class GoodSteps : public Steps {};
class BadSteps : public Steps {};

TEST_P(GoodSteps, AllPass) {
    for (const std::string shell : {"sh", "bash"}) {
        if (!has_program(shell)) continue;
        Forgery forgery;
        GetParam().make(forgery);
        const auto done = run_steps(forgery, shell);
        EXPECT_EQ(done.status, 0) << done.out << done.err;
        EXPECT_TRUE(done.out.ends_with("Every step passed.\n")) << done.out;
    }
}

TEST_P(BadSteps, DoNotPass) {
    for (const std::string shell : {"sh", "bash"}) {
        if (!has_program(shell)) continue;
        Forgery forgery;
        GetParam().make(forgery);
        const auto done = run_steps(forgery, shell);
        EXPECT_NE(done.status, 0) << done.out << done.err;
        EXPECT_EQ(done.out.find("Every step passed."), std::string::npos) << done.out;
    }
}

std::string row_name(const testing::TestParamInfo<Row>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(VerifyText, GoodSteps, testing::ValuesIn(kGood), row_name);
INSTANTIATE_TEST_SUITE_P(VerifyText, BadSteps, testing::ValuesIn(kBad), row_name);

/// The text says how to get at its own commands.
TEST(VerifyText, GivesItsCommandsAsItSays) {
    Forgery forgery;
    forgery.write();
    const auto printed = run_program(
        {"sed", "-n", "s/^[$>] //p", (forgery.custody_directory() / "VERIFY.txt").string()});
    EXPECT_EQ(printed.out, commands(forgery.custody.at("VERIFY.txt")));
    EXPECT_NE(forgery.custody.at("VERIFY.txt").find("sed -n 's/^[$>] //p'"), std::string::npos);
}

}  // namespace
}  // namespace solander::test
