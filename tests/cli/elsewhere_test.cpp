// SPDX-License-Identifier: Apache-2.0
// verify --receipt, --state, --compare, --write-proof and --proof; state list and state accept.
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "cli/case.h"
#include "cli/schema.h"
#include "spec/chronicle.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;
using test::Forgery;
using test::Said;
using testing::HasSubstr;

/// Puts a package on the desk whose custody tells `ours`, another custody that tells `theirs`, the
/// receipt for the end of that, an empty memory and a trust file that believes all.
void lay_out(Desk& desk, std::string_view ours, std::string_view theirs) {
    Forgery forgery;
    desk.write("p/letters.tar", forgery.tar());
    test::write_custody(desk.path("p/letters.custody"), test::chronicle(forgery, ours));
    const auto other = test::chronicle(forgery, theirs);
    test::write_custody(desk.path("other"), other);
    desk.write("receipt", test::receipt_for(other));
    desk.write("trust", test::trust_in());
    desk.write("digest", test::hex_digest(forgery.manifest()));
    fs::create_directories(desk.path("state"));
    fs::create_directories(desk.path("proofs"));
}

void same(Desk& desk) {
    lay_out(desk, "A:release>B", "A:release>B");
}
void bundled(Desk& desk) {
    same(desk);
    const auto said = desk.run({"bundle", "@/p/letters.tar", "-o", "@/copy.tar"});
    ASSERT_EQ(said.code, 0) << said.err;
}
void cut_off(Desk& desk) {
    lay_out(desk, "A:release>B", "A:release>B B:receipt");
}
void crossed(Desk& desk) {
    lay_out(desk, "A:release>B A:cancel", "A:release>B B:receipt");
}
void contradicted(Desk& desk) {
    lay_out(desk, "A:release>B", "A:release>C");
}

std::vector<std::string> verify_with(std::vector<std::string> options) {
    std::vector<std::string> words{"verify", "@/p/letters.tar", "--trust", "@/trust"};
    words.insert(words.end(), options.begin(), options.end());
    return words;
}

/// What the memory has seen is the other custody.
void remember_other(Desk& desk) {
    const auto said = desk.run(verify_with({"--state", "@/state", "--custody", "@/other"}));
    EXPECT_EQ(said.code, 0) << said.out << said.err;
}

class CliElsewhere : public testing::TestWithParam<Case> {};

TEST_P(CliElsewhere, AnswersAsItShould) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, CliElsewhere,
    testing::Values(
        Case{"ConfirmedByAReceipt",
             verify_with({"--receipt", "@/receipt"}),
             0,
             {"PASSED", "confirmed through event 2 of 2 by receipt @/receipt"},
             {},
             same},
        Case{"CutOffByAReceipt",
             verify_with({"--receipt", "@/receipt"}),
             1,
             {"custody.rollback (failed)",
              "this copy ends at 2; receipt @/receipt knows event 3, a receipt"},
             {},
             cut_off},
        Case{"CrossedByAReceipt",
             verify_with({"--receipt", "@/receipt"}),
             0,
             {"custody.crossed (warning)", "registrar@example.org holds it"},
             {},
             crossed},
        Case{"ReceiptRepeated",
             verify_with({"--receipt", "@/receipt", "--receipt", "@/digest"}),
             2,
             {"receipt.malformed (indeterminate)"},
             {},
             same},
        Case{"ReceiptNotThere", verify_with({"--receipt", "@/none"}), 66, {}, {"@/none"}, same},
        Case{"CopyThatConfirms",
             verify_with({"--compare", "@/other"}),
             0,
             {"by the copy in @/other"},
             {},
             same},
        Case{"CopyThatGoesOn",
             verify_with({"--compare", "@/other"}),
             1,
             {"this copy ends at 2; @/other has event 3, a receipt by registrar@example.org"},
             {},
             cut_off},
        Case{"CopyInABundle",
             verify_with({"--compare", "@/copy.tar"}),
             0,
             {"by the copy in @/copy.tar"},
             {},
             bundled},
        Case{"CopyInADamagedBundle",
             verify_with({"--compare", "@/copy.tar"}),
             2,
             {"ERROR"},
             {"@/copy.tar: is not as a bundle is made"},
             [](Desk& desk) {
                 bundled(desk);
                 std::string bytes = desk.read("copy.tar");
                 bytes.at(bytes.find("0000644", bytes.find("0000644") + 1) + 6) = '0';
                 desk.write("copy.tar", bytes);
             }},
        Case{"CopyThatIsALetter",
             verify_with({"--compare", "@/letter"}),
             2,
             {"ERROR"},
             {"@/letter: is neither a custody directory nor a bundle"},
             [](Desk& desk) {
                 same(desk);
                 desk.write("letter", "Dear Helena,\n");
             }},
        Case{"CopyNotThere", verify_with({"--compare", "@/none"}), 66, {"ERROR"}, {"@/none"}, same},
        Case{"CopyOfManyPackages",
             verify_with({"@/p/letters.tar", "--compare", "@/other"}),
             64,
             {},
             {"--compare names another custody of one package"},
             same},
        Case{"CopyThatIsTheCustodyItself",
             verify_with({"--compare", "@/p/letters.custody"}),
             64,
             {},
             {"@/p/letters.custody lies inside @/p/letters.custody: another copy of the custody "
              "cannot come with the package itself"},
             same},
        Case{"ReceiptInTheCustody",
             verify_with({"--receipt", "@/p/letters.custody/receipt"}),
             64,
             {},
             {"what others know of it cannot come with the package itself"},
             [](Desk& desk) {
                 same(desk);
                 desk.write("p/letters.custody/receipt", desk.read("receipt"));
             }},
        Case{"MemoryNotThere",
             verify_with({"--state", "@/none"}),
             66,
             {},
             {"@/none: is not there; make it first: mkdir @/none"},
             same},
        Case{"MemoryThatIsSomethingElse",
             verify_with({"--state", "@/in"}),
             66,
             {},
             {"@/in: is no memory of solander, and not empty"},
             same},
        Case{"MemoryThatConfirms",
             verify_with({"--state", "@/state"}),
             0,
             {"confirmed through event 2 of 2 by your memory of 2026-12-01"},
             {},
             [](Desk& desk) {
                 same(desk);
                 remember_other(desk);
             }},
        Case{"MemoryThatKnowsMore",
             verify_with({"--state", "@/state"}),
             1,
             {"this copy ends at 2; you have seen event 3, a receipt by registrar@example.org"},
             {},
             [](Desk& desk) {
                 cut_off(desk);
                 remember_other(desk);
             }},
        Case{"ContradictionWithAMemory",
             verify_with({"--state", "@/state"}),
             1,
             {"custody.equivocation (failed)",
              "A proof of the contradiction is in "
              "@/state/proofs/equivocation-"},
             {},
             [](Desk& desk) {
                 contradicted(desk);
                 remember_other(desk);
             }},
        Case{"ContradictionWithACopy",
             verify_with({"--compare", "@/other", "--write-proof", "@/proofs"}),
             1,
             {"A proof of the contradiction is in @/proofs/equivocation-"},
             {},
             contradicted},
        Case{"ContradictionAndNoPlaceForTheProof",
             verify_with({"--compare", "@/other", "--write-proof", "@/none"}),
             73,
             {"ERROR"},
             {"@/none"},
             contradicted},
        Case{"AFileInPlaceOfThePlaceForProofs",
             verify_with({"--write-proof", "@/trust"}),
             73,
             {},
             {"@/trust: is no directory, and proofs are written into one"},
             test::packed},
        Case{"ProofOfNothing",
             {"verify", "--proof", "/dev/null"},
             2,
             {},
             {"is no proof of an equivocation"}},
        Case{"ProofThatIsAnotherFile",
             {"verify", "--proof", "@/trust"},
             2,
             {},
             {"is no proof of an equivocation"}},
        Case{"ThePackageItselfForATrustFile",
             {"verify", "@/out/letters.tar", "--trust", "@/link"},
             64,
             {},
             {"@/link: is no file of text, so it is no trust file"},
             [](Desk& desk) {
                 desk.pack_letters();
                 fs::create_hard_link(desk.path("out/letters.tar"), desk.path("link"));
             }},
        Case{"ProofAndPackage",
             verify_with({"--proof", "@/receipt"}),
             64,
             {},
             {"--proof FILE is checked by itself"},
             same},
        Case{"ProofNotThere", {"verify", "--proof", "@/none"}, 66, {}, {"@/none"}},
        Case{"ProofThatIsNone",
             {"verify", "--proof", "@/p/letters.tar"},
             2,
             {},
             {"@/p/letters.tar: is no proof of an equivocation"},
             same},
        Case{"ListOfNothing", {"state", "list", "--state", "@/state"}, 0, {}, {}, same},
        Case{"ListOfWhatIsKnown",
             {"state", "list", "--state", "@/state"},
             0,
             {"sha256:", " letters\n",
              "0003-receipt.xml of 3 events, by registrar@example.org, seen 2026-12-01"},
             {},
             [](Desk& desk) {
                 cut_off(desk);
                 remember_other(desk);
             }},
        Case{"ListOfNoMemory", {"state", "list", "--state", "@/none"}, 66, {}, {"make it first"}},
        Case{"ListWithoutOne", {"state", "list"}, 64, {}, {"--state is required"}},
        Case{"AcceptOfNoDigest",
             {"state", "accept", "letters", "--state", "@/state", "--reason", "why"},
             64,
             {},
             {"'letters' is not the identity of a package"},
             same},
        Case{"AcceptWithoutAReason",
             {"state", "accept", std::string(64, 'a'), "--state", "@/state"},
             64,
             {},
             {"--reason is required"},
             same},
        Case{"AcceptForTwoLines",
             {"state", "accept", std::string(64, 'a'), "--state", "@/state", "--reason", "a\nb"},
             64,
             {},
             {"the reason has to be words on one line"},
             same},
        Case{"AcceptOfWhatIsNotKnown",
             {"state", "accept", std::string(64, 'a'), "--state", "@/state", "--reason", "why"},
             64,
             {},
             {"@/state knows no package sha256:aaaa"},
             same}),
    test::case_name);

TEST(CliState, TakesAnotherChainAfterAnAccept) {
    Desk desk;
    contradicted(desk);
    remember_other(desk);
    EXPECT_EQ(desk.run(verify_with({"--state", "@/state"})).code, 1);
    const auto said = desk.run({"state", "accept", "sha256:" + desk.read("digest"), "--state",
                                "@/state", "--reason", "the courier never had it"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("What was known is in @/state/set-aside"));
    EXPECT_THAT(desk.run({"state", "list", "--state", "@/state"}).out,
                HasSubstr("the next chain that passes is taken as new"));
    EXPECT_EQ(desk.run(verify_with({"--state", "@/state"})).code, 0);
    EXPECT_THAT(desk.read("state/accepted.log"), HasSubstr("the courier never had it\n"));
}

TEST(CliProof, IsWrittenCheckedAndShown) {
    Desk desk;
    contradicted(desk);
    const auto written =
        desk.run(verify_with({"--compare", "@/other", "--write-proof", "@/proofs"}));
    const std::string name =
        fs::directory_iterator(desk.path("proofs"))->path().filename().string();
    const std::string proof = "@/proofs/" + name;
    auto said = desk.run({"verify", "--proof", proof});
    EXPECT_EQ(said.code, 0) << said.out << said.err;
    EXPECT_THAT(said.out, HasSubstr("PASSED " + proof + ": the key SHA256:"));
    said = desk.run({"verify", "--proof", proof, "--trust", "@/trust"});
    EXPECT_THAT(said.out, HasSubstr("archivist@example.org (SHA256:"));
    desk.change("proofs/" + name, "registrar@", "registraR@");
    EXPECT_EQ(desk.run({"verify", "--proof", proof}).code, 1);
}

TEST(CliElsewhereJson, IsAsItsSchemasSay) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    contradicted(desk);
    remember_other(desk);
    auto said = desk.run(verify_with({"--state", "@/state", "--format", "json"}));
    EXPECT_TRUE(test::is_valid(said.out, "report-1.schema.json"));
    const auto report = nlohmann::json::parse(said.out)["packages"][0];
    ASSERT_EQ(report["proofs"].size(), 1U);
    EXPECT_EQ(report["custody"]["known_otherwise"].size(), 1U);
    said = desk.run({"verify", "--proof", report["proofs"][0].get<std::string>(), "-f", "json"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(test::is_valid(said.out, "proof-1.schema.json"));
    for (int i = 0; i < 2; ++i) {
        said = desk.run({"state", "list", "--state", "@/state", "--format", "json"});
        EXPECT_EQ(said.code, 0);
        EXPECT_TRUE(test::is_valid(said.out, "state-1.schema.json"));
        desk.run({"state", "accept", desk.read("digest"), "--state", "@/state", "--reason", "x"});
    }
}

}  // namespace
}  // namespace solander
