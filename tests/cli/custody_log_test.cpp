// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gtest/gtest.h>

#include "case.h"
#include "desk.h"
#include "schema.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Case;
using test::Desk;

std::vector<std::string> log_with(const std::vector<std::string>& more) {
    std::vector<std::string> all{"custody", "log", "@/out/letters.tar", "--trust", "@/trust"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

void unsigned_event(Desk& desk) {
    desk.pack_letters();
    desk.write("out/letters.custody/0002-note.xml", "<note/>");
}
void no_custody(Desk& desk) {
    desk.pack_letters();
    fs::remove_all(desk.path("out/letters.custody"));
}

void lost(Desk& desk) {
    desk.pack_letters();
    fs::remove(desk.path("out/letters.tar"));
}

class CustodyLog : public testing::TestWithParam<Case> {};

TEST_P(CustodyLog, AnswersAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, CustodyLog,
    testing::Values(
        Case{"Sealed",
             log_with({}),
             0,
             {"@/out/letters.tar: custody PASSED",
              "verified: the signed word of archivist@example.org",
              "   1  2026-11-24T00:00:00Z  sealed by archivist@example.org",
              "Holder in this copy: archivist@example.org (event 1); nothing here shows that the "
              "chain "
              "ends there."},
             {},
             test::packed},
        Case{"SealedAsPremis",
             log_with({"--format", "premis"}),
             0,
             {"<premis xmlns=\"http://www.loc.gov/premis/v3\"", ">information package creation<"},
             {},
             test::packed},
        Case{"SealedAsReceipt",
             log_with({"--format", "receipt"}),
             0,
             {"# solander receipt 1: package letters manifest sha256:", " event 1 seal\n",
              "  letters.custody/0001-seal.xml\n"},
             {},
             test::packed},
        Case{"BrokenChainAsReceipt",
             log_with({"--format", "receipt"}),
             1,
             {},
             {"no receipt is written over a chain that does not pass"},
             unsigned_event},
        Case{"BrokenChain",
             log_with({}),
             1,
             {"@/out/letters.tar: custody FAILED", "custody.event-invalid"},
             {},
             unsigned_event},
        Case{"BrokenChainAsPremis",
             log_with({"--format", "premis"}),
             1,
             {},
             {"0002-note.xml", "a chain that does not hold is not passed on as PREMIS"},
             unsigned_event},
        Case{"WithoutCustody",
             log_with({}),
             2,
             {"@/out/letters.tar: custody INDETERMINATE", "custody.missing"},
             {},
             no_custody},
        Case{"WithoutPackage", log_with({}), 66, {}, {"letters.tar"}},
        Case{"OfALostPackage",
             log_with({}),
             2,
             {"@/out/letters.tar: custody INDETERMINATE",
              "   1  2026-11-24T00:00:00Z  sealed by archivist@example.org",
              "Holder in this copy: archivist@example.org (event 1)"},
             {"the package is not there: only its chain was read"},
             lost},
        Case{"OfALostPackageWhoseChainIsBroken",
             log_with({}),
             1,
             {"@/out/letters.tar: custody FAILED", "custody.event-invalid"},
             {"the package is not there: only its chain was read"},
             [](Desk& desk) {
                 lost(desk);
                 desk.write("out/letters.custody/0002-note.xml", "<event/>");
             }},
        Case{
            "OfAnUnknownForm", log_with({"--format", "mets"}), 64, {}, {"--format"}, test::packed}),
    test::case_name);

TEST(CustodyLogJson, IsAsItsSchemaSays) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    for (const auto prepare : {test::packed, unsigned_event, no_custody, lost}) {
        Desk desk;
        prepare(desk);
        const auto said = desk.run(log_with({"--format", "json"}));
        EXPECT_TRUE(test::is_valid(said.out, "custody-log-1.schema.json")) << said.out;
    }
}

}  // namespace
}  // namespace solander
