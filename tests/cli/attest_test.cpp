// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "case.h"
#include "schema.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using test::packed;
using testing::HasSubstr;

void both_believed(Desk& desk) {
    desk.pack_letters();
    desk.write("trust", test::trust_lines({"archivist"}) + "registrar@example.org " +
                            test::fixture_key("registrar").public_key().openssh_line("") + "\n");
}

void attested(Desk& desk) {
    both_believed(desk);
    const auto said = desk.run({"attest", "@/out/letters.tar", "-k", "@/keys/registrar.key", "-t",
                                "@/trust", "-o", "@/by-registrar.sig"});
    if (said.code != 0) throw std::runtime_error(said.err);
}

void letter_tampered(Desk& desk) {
    both_believed(desk);
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}

void seal_spoilt(Desk& desk) {
    both_believed(desk);
    desk.spoil_signature();
}

void to_attest_unpacked(Desk& desk) {
    both_believed(desk);
    desk.unpack_letters();
}

void custody_gone(Desk& desk) {
    both_believed(desk);
    fs::remove_all(desk.path("out/letters.custody"));
}

class Attest : public testing::TestWithParam<Case> {};

TEST_P(Attest, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

std::vector<std::string> attest(const std::vector<std::string>& more,
                                const std::string& package = "@/out/letters.tar") {
    std::vector<std::string> words{"attest", package, "-k", "@/keys/registrar.key"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::vector<std::string> verify_attested(const std::string& attestation) {
    return {"verify", "@/out/letters.tar", "-t", "@/trust", "--attestation", attestation};
}

INSTANTIATE_TEST_SUITE_P(
    Cli, Attest,
    testing::Values(
        Case{"APackage",
             attest({"-t", "@/trust"}),
             0,
             {"@/out/letters.attest-", ".sig  attests sha256:",
              "Next: solander key export @/keys/registrar.key --namespaces attest@solander >> ",
              "solander verify @/out/letters.tar --attestation @/out/letters.attest-"},
             {},
             both_believed},
        Case{"ByAKeyWhoseNameNoTrustFileTakes",
             {"attest", "@/out/letters.tar", "-k", "@/my key.key", "-t", "@/trust"},
             0,
             {"key export '@/my key.key' --principal NAME --namespaces attest@solander >> "},
             {},
             [](Desk& desk) {
                 both_believed(desk);
                 fs::copy_file(desk.path("keys/registrar.key"), desk.path("my key.key"));
             }},
        Case{"ByNobodyKnown",
             attest({}),
             0,
             {"@/out/letters.attest-"},
             {"note: the signers of the package are unknown to you"},
             [](Desk& desk) {
                 packed(desk);
                 desk.variables.clear();
             }},
        Case{"WithoutItsCustody",
             attest({"-t", "@/trust"}),
             0,
             {"@/out/letters.attest-"},
             {"note: the custody of the package could not be judged"},
             custody_gone},
        Case{"ATamperedPackage",
             attest({"-t", "@/trust"}),
             1,
             {},
             {"payload.digest", "nothing was signed"},
             letter_tampered},
        Case{"APackageWhoseSealIsBad",
             attest({"-t", "@/trust"}),
             1,
             {},
             {"signature.", "nothing was signed"},
             seal_spoilt},
        Case{"ALetter", attest({}, "@/in/letter.txt"), 2, {}, {"nothing was signed"}, packed},
        Case{"WhatOneHasSealed",
             {"attest", "@/out/letters.tar", "-k", "@/keys/archivist.key", "-t", "@/trust"},
             64,
             {},
             {"has sealed @/out/letters.tar: an attestation is the word of somebody else"},
             packed},
        Case{"Nothing", attest({}, "@/none.tar"), 66, {}, {"@/none.tar"}},
        Case{"APipeWithoutAPlace", attest({}, "-"), 64, {}, {"say where with -o"}},
        Case{"WithoutAKey",
             {"attest", "@/out/letters.tar"},
             64,
             {},
             {"no key to sign with: name one with -k"},
             [](Desk& desk) {
                 packed(desk);
                 desk.variables.clear();
             }},
        Case{"ADirectory",
             attest({"-t", "@/trust", "--custody", "@/out/letters.custody"}, "@/unpacked/letters/"),
             0,
             {"@/unpacked/letters.attest-"},
             {},
             to_attest_unpacked},
        Case{"IntoTheDirectory",
             attest({"-o", "@/unpacked/letters/mine.sig"}, "@/unpacked/letters"),
             64,
             {},
             {"mine.sig lies inside @/unpacked/letters"},
             to_attest_unpacked},
        Case{"IntoTheCustody",
             attest({"-o", "@/out/letters.custody/mine.sig"}),
             64,
             {},
             {"mine.sig lies inside @/out/letters.custody"},
             both_believed},
        Case{"OverAFile",
             attest({"-t", "@/trust", "-o", "@/by-registrar.sig"}),
             73,
             {},
             {"@/by-registrar.sig", "is there already"},
             attested},
        Case{"OverAFileByForce",
             attest({"-t", "@/trust", "-o", "@/by-registrar.sig", "--force"}),
             0,
             {"@/by-registrar.sig"},
             {},
             attested},
        Case{"ReadBack",
             verify_attested("@/by-registrar.sig"),
             0,
             {"attested by registrar@example.org SHA256:", "(@/by-registrar.sig)\n"},
             {},
             attested},
        Case{"OfAnUnknownReadBack",
             verify_attested("@/by-registrar.sig"),
             2,
             {"sealed by archivist@example.org, whole and unchanged; but what was given as an "
              "attestation cannot be believed yet",
              "attestation.unknown (",
              "@/by-registrar.sig is by SHA256:", "attested by somebody with SHA256:"},
             {},
             [](Desk& desk) {
                 attested(desk);
                 desk.write("trust", test::trust_lines({"archivist"}));
             }},
        Case{"OfSomethingElseReadBack",
             verify_attested("@/in/letter.txt"),
             1,
             {"FAILED @/out/letters.tar: what was given as an attestation of it is none: "
              "@/in/letter.txt ",
              "attestation.malformed ("},
             {},
             both_believed},
        Case{
            "ThatIsNotThere", verify_attested("@/none.sig"), 66, {}, {"@/none.sig"}, both_believed},
        Case{"OutOfTheCustody",
             verify_attested("@/out/letters.custody/VERIFY.txt"),
             64,
             {},
             {"lies inside @/out/letters.custody: what others vouch for cannot come with the "
              "package itself"},
             both_believed},
        Case{"OverManyPackages",
             {"verify", "@/out/letters.tar", "@/out/letters.tar", "-t", "@/trust", "--attestation",
              "@/by-registrar.sig"},
             64,
             {},
             {"--attestation is over one package"},
             attested}),
    test::case_name);

TEST(AttestPipe, WantsAPlaceForWhatItSigns) {
    Desk desk;
    both_believed(desk);
    const auto made = test::run_program(
        {"sh", "-c", "cat \"$1\" | \"$2\" attest - -k \"$3\" -o \"$4\" -t \"$5\"", "sh",
         desk.path("out/letters.tar"), test::solander_tool(), desk.path("keys/registrar.key"),
         desk.path("mine.sig"), desk.path("trust")});
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_TRUE(desk.has("mine.sig"));
}

TEST(AttestFile, IsTakenByStockTools) {
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    attested(desk);
    desk.unpack_letters();
    const auto checked = [&](const std::string& name_space) {
        return test::run_program(
            {"ssh-keygen", "-Y", "verify", "-f", desk.path("trust"), "-I", "registrar@example.org",
             "-n", name_space, "-s", desk.path("by-registrar.sig")},
            {.input = desk.read("unpacked/letters/manifest.xml")});
    };
    EXPECT_EQ(checked("attest@solander").status, 0) << checked("attest@solander").err;
    EXPECT_NE(checked("manifest@solander").status, 0);
}

TEST(AttestFile, MayBeMadeByStockTools) {
    SOLANDER_NEEDS("ssh-keygen");
    Desk desk;
    both_believed(desk);
    desk.unpack_letters();
    ASSERT_EQ(test::run_program({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f",
                                 desk.path("id"), "-C", "examiner@example.org"})
                  .status,
              0);
    const auto made = test::run_program(
        {"ssh-keygen", "-Y", "sign", "-f", desk.path("id"), "-n", "attest@solander"},
        {.input = desk.read("unpacked/letters/manifest.xml")});
    ASSERT_EQ(made.status, 0) << made.err;
    desk.write("mine.sig", made.out);
    const auto line = desk.run({"key", "export", "@/id", "--namespaces", "attest@solander"});
    ASSERT_EQ(line.code, 0) << line.err;
    desk.write("trust", desk.read("trust") + line.out);
    const auto said = desk.run(verify_attested("@/mine.sig"));
    EXPECT_EQ(said.code, 0) << said.out;
    EXPECT_THAT(said.out, HasSubstr("attested by examiner@example.org"));
}

TEST(AttestFile, IsInTheReport) {
    Desk desk;
    attested(desk);
    auto words = verify_attested("@/by-registrar.sig");
    words.insert(words.end(), {"--format", "json"});
    const auto said = desk.run(words);
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(test::is_valid(said.out, "report-1.schema.json"));
    bool is_told = false;
    const auto json = nlohmann::json::parse(said.out);
    for (const auto& signer : json["packages"][0]["signers"]) {
        if (signer["statement"] != "attestation") continue;
        is_told = true;
        EXPECT_EQ(signer["name"], "registrar@example.org");
        EXPECT_EQ(signer["trusted"], true);
        EXPECT_EQ(signer["claimed_name"], "");
        EXPECT_THAT(signer["file"].get<std::string>(), HasSubstr("by-registrar.sig"));
    }
    EXPECT_TRUE(is_told);
}

TEST(AttestFile, IsToldInJson) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    both_believed(desk);
    const auto said = desk.run(attest({"--format", "json", "-t", "@/trust"}));
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(test::is_valid(said.out, "attest-1.schema.json"));
}

TEST(AttestFile, LeavesPackageAndCustodyAsTheyWere) {
    Desk desk;
    both_believed(desk);
    const auto before = test::snapshot(desk.path("out"));
    ASSERT_EQ(desk.run(attest({"-t", "@/trust", "-o", "@/by-registrar.sig"})).code, 0);
    EXPECT_EQ(test::snapshot(desk.path("out")), before);
}

}  // namespace
}  // namespace solander
