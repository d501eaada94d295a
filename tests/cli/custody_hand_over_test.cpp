// SPDX-License-Identifier: Apache-2.0
// Releasing, receiving, refusing, taking back.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "custody_desk.h"
#include "schema.h"
#include "support/process.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::cancelled;
using test::Case;
using test::custody;
using test::Desk;
using test::kAnything;
using test::must;
using test::ready;
using test::received;
using test::released;
using testing::HasSubstr;

const std::vector<std::string> kToRegistrar{"--to", "registrar@example.org", "--yes"};

void damaged(Desk& desk) {
    released(desk);
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}

void lost(Desk& desk) {
    released(desk);
    fs::remove(desk.path("out/letters.tar"));
}

void doubtful(Desk& desk) {
    cancelled(desk);
    must(desk, custody("release", "archivist", {"--to", "repository@example.org", "--yes"}));
}

void only_a_pattern(Desk& desk) {
    ready(desk);
    const std::string lines = desk.read("trust");
    const auto registrar = lines.find("registrar@");
    desk.write("trust", lines.substr(0, registrar) + "*" + lines.substr(registrar + 9));
}

void no_trust_in_oneself(Desk& desk) {
    released(desk);
    desk.write("trust", test::trust_lines({"archivist"}));
}

void a_letter_for_a_receipt(Desk& desk) {
    released(desk);
    desk.write("out/letters.receipt", "Dear Helena,\n");
}

class HandOverSteps : public testing::TestWithParam<Case> {};

TEST_P(HandOverSteps, AreAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, HandOverSteps,
    testing::Values(
        Case{"Release",
             custody("release", "archivist",
                     {"--to", "registrar@example.org", "-y", "--method", "courier"}),
             0,
             {"@/out/letters.custody/0002-release.xml  released by archivist@example.org to "
              "registrar@example.org (courier)\n",
              "In this copy: on its way from archivist@example.org to registrar@example.org (event "
              "2)",
              "Next: send @/out/letters.tar and @/out/letters.custody/ to registrar@example.org",
              "solander custody receive @/out/letters.tar",
              "solander custody sync @/out/letters.tar"},
             {},
             ready},
        Case{"ReleaseQuietly",
             custody("release", "archivist", {"--to", "registrar@example.org", "-y", "-q"}),
             0,
             {},
             {},
             ready},
        Case{"ReleaseWithNobodyToAsk",
             custody("release", "archivist", {"--to", "registrar@example.org"}),
             64,
             {},
             {"no terminal to ask at: say --yes"},
             ready},
        Case{"ReleaseByAnother",
             custody("release", "registrar", {"--to", "repository@example.org", "-y"}),
             1,
             {},
             {"(custody.not-holder)", "In this copy archivist@example.org", "may release it"},
             ready},
        Case{"ReleaseToTheHolder",
             custody("release", "archivist", {"--to", "archivist@example.org", "-y"}),
             1,
             {},
             {"(custody.recipient)"},
             ready},
        Case{"ReleaseToAPattern",
             custody("release", "archivist", kToRegistrar),
             2,
             {},
             {"(trust.pattern)", "no wildcard"},
             only_a_pattern},
        Case{"ReleaseToNobody",
             custody("release", "archivist", {"--to", "nobody@example.org", "-y"}),
             2,
             {},
             {"no line for nobody@example.org"},
             ready},
        Case{"ReleaseTwice",
             custody("release", "archivist", kToRegistrar),
             1,
             {},
             {"(custody.in-transit)", "registrar@example.org may receive or refuse it"},
             released},
        Case{"ReleaseWithoutARecipient", custody("release", "archivist"), 64, {}, {"--to"}, ready},
        Case{"ReleaseOfNothing",
             custody("release", "archivist", kToRegistrar, "@/none.tar"),
             66,
             {},
             {"@/none.tar"},
             ready},
        Case{"ReleaseOfAPipe",
             custody("release", "archivist", kToRegistrar, "-"),
             64,
             {},
             {"not as a pipe"},
             ready},
        Case{"ReleaseWithoutCustody",
             custody("release", "archivist", kToRegistrar),
             2,
             kAnything,
             {"nothing was written"},
             [](Desk& desk) {
                 ready(desk);
                 fs::remove_all(desk.path("out/letters.custody"));
             }},
        Case{"ReleaseWithoutAKey",
             custody("release", "", kToRegistrar),
             64,
             {},
             {"no key to sign with"},
             ready},
        Case{"ReleaseWithoutAPlaceForTheJournal",
             custody("release", "archivist", kToRegistrar),
             64,
             {},
             {"--journal"},
             [](Desk& desk) {
                 ready(desk);
                 desk.variables.clear();
             }},
        Case{"ReleaseWithAJournalThatIsNotThere",
             custody("release", "archivist",
                     {"--to", "registrar@example.org", "-y", "--journal", "@/none"}),
             66,
             {},
             {"@/none"},
             ready},
        Case{"ReleaseWithAndWithoutAJournal",
             custody("release", "archivist",
                     {"--to", "registrar@example.org", "-y", "--journal", "@/x", "--no-journal"}),
             64,
             {},
             {"contradict"},
             ready},
        Case{"ReleaseWithoutAJournal",
             custody("release", "archivist",
                     {"--to", "registrar@example.org", "-y", "--no-journal"}),
             0,
             {"0002-release.xml"},
             {"warning: without a journal"},
             ready},

        Case{"Receive",
             custody("receive", "registrar", {"--remark", "box intact"}),
             0,
             {"0003-receipt.xml  received by registrar@example.org, who found 3 files of",
              "# solander receipt 1: package letters manifest sha256:", " event 3 receipt\n",
              "  letters.custody/0003-receipt.xml\n",
              "These two lines are in @/out/letters.receipt\n", "Next: send the receipt and"},
             {},
             released},
        Case{"ReceiveByAnother",
             custody("receive", "repository"),
             1,
             {},
             {"(custody.not-recipient)"},
             released},
        Case{"ReceiveWhatWasNotReleased",
             custody("receive", "registrar"),
             1,
             {},
             {"(custody.not-in-transit)"},
             ready},
        Case{"ReceiveWhatIsDamaged",
             custody("receive", "registrar"),
             1,
             {"FAILED"},
             {"nothing was written, since it does not verify"},
             damaged},
        Case{"ReceiveWhatIsLost", custody("receive", "registrar"), 66, {}, {"letters.tar"}, lost},
        Case{"ReceiveWithoutTrustInOneself",
             custody("receive", "registrar"),
             2,
             {},
             {"(signer.unknown)", "solander key export"},
             no_trust_in_oneself},
        Case{"ReceiveAfterAnUnconfirmedCancel",
             custody("receive", "repository"),
             1,
             {},
             {"(custody.cancel-unconfirmed)", "--accept-unconfirmed"},
             doubtful},
        Case{"ReceiveThatAllTheSame",
             custody("receive", "repository", {"--accept-unconfirmed"}),
             0,
             {"0005-receipt.xml"},
             {},
             doubtful},
        Case{"ReceiveWithAReason",
             custody("receive", "registrar", {"--reason", "x"}),
             64,
             {},
             {"--reason goes with --refuse"},
             released},
        Case{"ReceiveOverAnotherFile",
             custody("receive", "registrar"),
             73,
             {"# solander receipt 1"},
             {"no file of receipts"},
             a_letter_for_a_receipt},

        Case{"ReceiveWithADeviceForTheReceipt",
             custody("receive", "registrar", {"--receipt", "/dev/null"}),
             73,
             {"# solander receipt 1"},
             {"/dev/null is there and is no regular file: the event is written"},
             released},
        Case{"ReceiveWithTheReceiptNowhere",
             custody("receive", "registrar", {"--receipt", "@/none/receipt"}),
             73,
             {"# solander receipt 1"},
             {"@/none/receipt lies in no directory that can be opened: the event is written"},
             released},
        Case{"ReceiveWithTheReceiptInTheCustody",
             custody("receive", "registrar", {"--receipt", "@/out/letters.custody/receipt"}),
             64,
             {"# solander receipt 1"},
             {"inside the custody"},
             released},
        Case{"ReceiveWithTheJournalInTheCustody",
             custody("receive", "registrar", {"--journal", "@/out/letters.custody"}),
             64,
             {},
             {"the journal", "inside the custody"},
             released},

        Case{"Refuse",
             custody("receive", "registrar", {"--refuse", "--reason", "the box came open"}),
             0,
             {"0003-refuse.xml  refused by registrar@example.org: the box came open",
              "Holder in this copy: archivist@example.org (event 3)", " event 3 refuse\n"},
             {},
             released},
        Case{"RefuseWhatIsDamaged",
             custody("receive", "registrar", {"--refuse", "--reason", "damaged"}),
             0,
             {"0003-refuse.xml"},
             {},
             damaged},
        Case{"RefuseWhatIsLost",
             custody("receive", "registrar", {"--refuse", "--reason", "never came"}),
             0,
             {"0003-refuse.xml"},
             {},
             lost},
        Case{"RefuseWithoutAReason",
             custody("receive", "registrar", {"--refuse"}),
             64,
             {},
             {"--refuse needs a reason"},
             released},

        Case{"Cancel",
             custody("cancel", "archivist", {"--reason", "it came back"}),
             0,
             {"0003-cancel.xml  release taken back by archivist@example.org: it came back",
              "unless registrar@example.org received it", "solander custody cancel-confirm"},
             {},
             released},
        Case{"CancelByAnother",
             custody("cancel", "registrar"),
             1,
             {},
             {"(custody.not-releaser)"},
             released},
        Case{"CancelWithoutTrust",
             {"custody", "cancel", "@/out/letters.tar", "-k", "@/keys/archivist.key"},
             2,
             {"trust.missing (indeterminate): Nobody said whom to believe",
              "nobody said whom to believe (--trust)"},
             {"nothing was written, since it does not verify"},
             released},
        Case{"RefuseWithoutTrust",
             {"custody", "receive", "@/out/letters.tar", "-k", "@/keys/registrar.key", "--refuse",
              "--reason", "wet"},
             2,
             {"trust.missing (indeterminate): Nobody said whom to believe"},
             {"nothing was written, since it does not verify"},
             released},
        Case{"SyncWithoutTrust",
             {"custody", "sync", "@/out/letters.tar", "@/out/letters.custody"},
             2,
             {"trust.missing (indeterminate): Nobody said whom to believe"},
             {"nothing was written, since it does not verify"},
             released},
        Case{"CancelOfNothing",
             custody("cancel", "archivist"),
             1,
             {},
             {"(custody.not-in-transit)"},
             ready},
        Case{"CancelWithoutThePackage",
             custody("cancel", "archivist"),
             0,
             {"0003-cancel.xml"},
             {},
             lost},
        Case{"Confirm",
             custody("cancel-confirm", "registrar"),
             0,
             {"registrar@example.org confirms that nothing was received",
              "Holder in this copy: archivist@example.org (event 4)", "Next: send"},
             {},
             cancelled},
        Case{"ConfirmByAnother",
             custody("cancel-confirm", "archivist"),
             1,
             {},
             {"(custody.not-recipient)"},
             cancelled},
        Case{"ConfirmNothing",
             custody("cancel-confirm", "registrar"),
             1,
             {},
             {"(custody.not-in-transit)"},
             received}),
    test::case_name);

TEST(HandOverQuestion, ShowsTheKeysThatMayReceive) {
    Desk desk;
    ready(desk);
    desk.terminal.answers = {"n"};
    auto said = desk.run(custody("release", "archivist", {"--to", "registrar@example.org"}));
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.err, HasSubstr("nothing was released"));
    ASSERT_EQ(desk.terminal.prompts.size(), 1U);
    EXPECT_THAT(desk.terminal.prompts.front(),
                testing::AllOf(HasSubstr("registrar@example.org"),
                               HasSubstr(test::fixture_key("registrar").public_key().fingerprint()),
                               HasSubstr("[y/N]")));
    EXPECT_FALSE(desk.has("out/letters.custody/0002-release.xml"));
    desk.terminal.answers = {"y"};
    said = desk.run(custody("release", "archivist", {"--to", "registrar@example.org"}));
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_TRUE(desk.has("out/letters.custody/0002-release.xml"));
}

TEST(HandOverJournal, IsTheOwnersAloneAndRefusesASecondStory) {
    Desk desk;
    ready(desk);
    fs::copy(desk.path("out"), desk.path("backup"), fs::copy_options::recursive);
    must(desk, custody("release", "archivist", kToRegistrar));
    EXPECT_EQ(fs::status(desk.path("state/solander/journal")).permissions(), fs::perms::owner_all);
    const auto said =
        desk.run(custody("release", "archivist", {"--to", "repository@example.org", "--yes"},
                         "@/backup/letters.tar"));
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.err, testing::AllOf(HasSubstr("(custody.equivocation)"),
                                         HasSubstr("to registrar@example.org"),
                                         HasSubstr("solander custody sync")));
}

TEST(HandOverReceipt, IsAddedBehindThoseBefore) {
    Desk desk;
    released(desk);
    must(desk, custody("receive", "registrar", {"--refuse", "--reason", "later"}));
    const std::string first = desk.read("out/letters.receipt");
    must(desk, custody("release", "archivist", kToRegistrar));
    must(desk, custody("receive", "registrar"));
    const std::string both = desk.read("out/letters.receipt");
    EXPECT_TRUE(both.starts_with(first));
    EXPECT_THAT(both, HasSubstr("event 5 receipt"));
    if (test::has_program("sha256sum")) {
        EXPECT_EQ(test::run_program({"sha256sum", "--strict", "-c", "letters.receipt"},
                                    {.directory = desk.path("out")})
                      .status,
                  0);
    }
}

TEST(HandOverJson, KeepsToItsSchema) {
    SOLANDER_NEEDS_SCHEMA_VALIDATOR();
    Desk desk;
    ready(desk);
    const auto run = [&desk](std::vector<std::string> arguments, int code) {
        arguments.insert(arguments.end(), {"--format", "json"});
        const auto said = desk.run(arguments);
        EXPECT_EQ(said.code, code) << said.err;
        EXPECT_TRUE(test::is_valid(said.out, "handover-1.schema.json"));
        return said.out;
    };
    EXPECT_THAT(run(custody("note", "archivist", {"--words", "moved"}), 0), HasSubstr("\"note\""));
    EXPECT_THAT(run(custody("release", "archivist", kToRegistrar), 0), HasSubstr("in-transit"));
    EXPECT_THAT(run(custody("note", "archivist", {"--words", "x"}), 1),
                HasSubstr("custody.in-transit"));
    EXPECT_THAT(run(custody("receive", "registrar"), 0), HasSubstr("letters.receipt"));
    EXPECT_THAT(run(custody("sync", "", {"@/out/letters.custody"}), 0), HasSubstr("nothing to do"));
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
    EXPECT_THAT(run(custody("fixity", "registrar"), 1), HasSubstr("payload.digest"));
    EXPECT_THAT(run(custody("note", "registrar", {"--words", "x"}), 1),
                HasSubstr("payload.digest"));
}

}  // namespace
}  // namespace solander
