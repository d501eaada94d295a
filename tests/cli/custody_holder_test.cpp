// SPDX-License-Identifier: Apache-2.0
// What the holder adds to a history: notes, checks, determinations, copies; and taking over what
// another copy has more.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "custody_desk.h"

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

void damaged(Desk& desk) {
    ready(desk);
    desk.change("out/letters.tar", "Dear Helena", "Dear Helene");
}

/// The registrar's copy, at `@/theirs`, has the receipt; this one ends at the release.
void received_there(Desk& desk) {
    released(desk);
    fs::copy(desk.path("out"), desk.path("theirs"), fs::copy_options::recursive);
    must(desk, custody("receive", "registrar", {}, "@/theirs/letters.tar"));
}

void crossed(Desk& desk) {
    received_there(desk);
    must(desk, custody("cancel", "archivist"));
}

void forked(Desk& desk) {
    crossed(desk);
    must(desk, custody("release", "archivist", {"--to", "repository@example.org", "-y"}));
}

void bundled_there(Desk& desk) {
    received_there(desk);
    must(desk, {"bundle", "@/theirs/letters.tar", "-o", "@/back.bundle.tar"});
}

std::vector<std::string> determination(const std::vector<std::string>& more) {
    std::vector<std::string> words{"--on",  "2026-11-24",           "--by",   "J. Novak",
                                   "--how", "search in a register", "--what", "public domain"};
    words.insert(words.end(), more.begin(), more.end());
    return custody("determine", "archivist", words);
}

class HolderSteps : public testing::TestWithParam<Case> {};

TEST_P(HolderSteps, AreAsPromised) {
    Desk desk;
    test::expect(desk, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Cli, HolderSteps,
    testing::Values(
        Case{"Note",
             custody("note", "archivist", {"--words", "moved"}),
             0,
             {"@/out/letters.custody/0002-note.xml  note by archivist@example.org: moved\n",
              "Holder in this copy: archivist@example.org (event 1)"},
             {},
             ready},
        Case{"NoteAsAnArgument",
             custody("note", "archivist", {"moved"}),
             0,
             {": moved\n"},
             {},
             ready},
        Case{"NoteTwice",
             custody("note", "archivist", {"moved", "--words", "x"}),
             64,
             {},
             {"twice"},
             ready},
        Case{"NoteWithoutWords", custody("note", "archivist"), 64, {}, {"--words"}, ready},
        Case{"NoteByAnother",
             custody("note", "registrar", {"x"}),
             1,
             {},
             {"(custody.not-holder)"},
             ready},
        Case{"NoteInTransit",
             custody("note", "archivist", {"x"}),
             1,
             {},
             {"(custody.in-transit)"},
             released},
        Case{"NoteOnWhatIsDamaged",
             custody("note", "archivist", {"x"}),
             1,
             {"FAILED"},
             {"nothing was written"},
             damaged},
        Case{"NoteInTheNameOfAnother",
             custody("note", "archivist", {"x", "--principal", "somebody@example.org"}),
             0,
             {"0002-note.xml"},
             {},
             ready},
        Case{"NoteWithAnEscape",
             custody("note", "archivist", {"\x1b[31mred"}),
             64,
             {},
             {"a character that an event cannot hold"},
             ready},

        Case{"Fixity",
             custody("fixity", "archivist"),
             0,
             {"0002-fixity-check.xml  checked by archivist@example.org, who found 3 files of",
              " whole\n"},
             {},
             ready},
        Case{"FixityWithAnExaminer",
             custody("fixity", "archivist", {"--examiner", "@/keys/repository.key"}),
             0,
             {"checked by archivist@example.org and repository@example.org"},
             {},
             ready},
        Case{"FixityOfWhatIsDamaged",
             custody("fixity", "archivist"),
             1,
             {"FAILED", "0002-fixity-check.xml", "not all as sealed"},
             {},
             damaged},
        Case{"FixityByTheExaminerAlone",
             custody("fixity", "repository", {"--examiner", "@/keys/archivist.key"}),
             1,
             {},
             {"(custody.not-holder)"},
             ready},
        Case{"FixityByOneKeyTwice",
             custody("fixity", "archivist", {"--examiner", "@/keys/archivist.key"}),
             64,
             {},
             {"one key was given twice"},
             ready},

        Case{"Determine",
             determination({"--document", "d1", "--covers", "original", "--uri",
                            "http://rightsstatements.org/vocab/NoC-OKLR/1.0/", "--jurisdiction",
                            "CZ"}),
             0,
             {"0002-rights-determination.xml  rights in d1 determined on 2026-11-24 by J. Novak "
              "(search in a register), as archivist@example.org records: public domain"},
             {},
             ready},
        Case{"DetermineAll", determination({}), 0, {"rights determined on 2026-11-24"}, {}, ready},
        Case{"DetermineOfADocumentThatIsNotThere",
             determination({"--document", "d9"}),
             64,
             {},
             {"no document 'd9'"},
             ready},
        Case{"DetermineWithoutADocumentsName",
             determination({"--document", "9 d"}),
             64,
             {},
             {"9 d"},
             ready},
        Case{"DetermineInNoCountry",
             determination({"--jurisdiction", "Bohemia"}),
             64,
             {},
             {"two letters"},
             ready},
        Case{"DetermineByNoUri",
             determination({"--uri", "public domain"}),
             64,
             {},
             {"a URI"},
             ready},
        Case{"DetermineOfNothingKnown",
             determination({"--covers", "frame"}),
             64,
             {},
             {"--covers takes original"},
             ready},
        Case{"DetermineOnNoDay",
             custody("determine", "archivist",
                     {"--on", "2026-02-30", "--by", "x", "--how", "x", "--what", "x"}),
             64,
             {},
             {"a day such as 2026-11-24, not '2026-02-30'"},
             ready},
        Case{"DetermineWithoutAWord",
             custody("determine", "archivist", {"--on", "2026-11-24"}),
             64,
             {},
             {"required"},
             ready},

        Case{"Replicate",
             custody("replicate", "archivist", {"--at", "tape 0117, vault B"}),
             0,
             {"a copy placed by archivist@example.org at tape 0117, vault B\n"},
             {},
             ready},
        Case{"ReplicateNowhere", custody("replicate", "archivist"), 64, {}, {"--at"}, ready},

        Case{"Sync",
             custody("sync", "", {"@/theirs/letters.custody"}),
             0,
             {"@/out/letters.custody/0003-receipt.xml  received by registrar@example.org",
              "Holder in this copy: registrar@example.org (event 3)"},
             {},
             received_there},
        Case{"SyncFromABundle",
             custody("sync", "", {"@/back.bundle.tar"}),
             0,
             {"0003-receipt.xml"},
             {},
             bundled_there},
        Case{"SyncWithNothingToDo",
             custody("sync", "", {"@/out/letters.custody"}),
             0,
             {"Holder in this copy"},
             {"note: nothing to do"},
             ready},
        Case{"SyncWithAShorterCopy",
             custody("sync", "", {"@/out/letters.custody"}, "@/theirs/letters.tar"),
             1,
             {},
             {"(custody.would-rewind)"},
             received_there},
        Case{"SyncOfWhatCrossed",
             custody("sync", "", {"@/theirs/letters.custody"}),
             0,
             {"0003-receipt.xml"},
             {"note: our cancel and the recipient's answer crossed",
              "0003-cancel.xml on were moved to @/out/letters.custody.set-aside-1"},
             crossed},
        Case{"SyncTheOtherWayRound",
             custody("sync", "", {"@/out/letters.custody"}, "@/theirs/letters.tar"),
             1,
             {},
             {"(custody.crossed)"},
             crossed},
        Case{"SyncOfAFork",
             custody("sync", "", {"@/theirs/letters.custody"}),
             1,
             {},
             {"(custody.fork)", "0003-cancel.xml by archivist@example.org",
              "0003-receipt.xml by registrar@example.org"},
             forked},
        Case{"SyncWithThePackage",
             custody("sync", "", {"@/theirs/letters.tar"}),
             2,
             {},
             {"@/theirs/letters.tar: is neither"},
             received_there},
        Case{"SyncWithNothing", custody("sync", "", {"@/none"}), 66, {}, {"@/none"}, ready},
        Case{"SyncWithoutFrom", custody("sync", ""), 64, {}, {"FROM is required"}, ready},
        Case{"SyncFromSomebodyUntrusted",
             custody("sync", "", {"@/theirs/letters.custody"}),
             2,
             {},
             {"(custody.other-unsound)", "signer.unknown"},
             [](Desk& desk) {
                 received_there(desk);
                 desk.write("trust", test::trust_lines({"archivist"}));
             }},
        Case{"HelpOfTheGroup",
             {"custody", "--help"},
             0,
             {"release", "receive", "cancel", "cancel-confirm", "note", "fixity", "determine",
              "replicate", "sync"}},
        Case{"NoVerb", {"custody"}, 64, {}, {"solander custody --help"}}),
    test::case_name);

/// What is written verifies afterwards, whoever wrote it.
TEST(HolderStory, LeavesAPackageThatVerifies) {
    Desk desk;
    received(desk);
    must(desk, custody("fixity", "registrar", {"--examiner", "@/keys/repository.key"}));
    must(desk, custody("replicate", "registrar", {"--at", "vault"}));
    const auto said = desk.run({"verify", "@/out/letters.tar", "-t", "@/trust"});
    EXPECT_EQ(said.code, 0) << said.out;
}

}  // namespace
}  // namespace solander
