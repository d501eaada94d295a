// SPDX-License-Identifier: Apache-2.0
// What is shown beside a chain is held against each other as well, and accuses nobody too easily.
#include <gmock/gmock.h>

#include <solander/proof.h>

#include "chronicle.h"
#include "flaw.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using testing::HasSubstr;

class Quarrels : public testing::Test {
protected:
    Quarrels() {
        forgery_.trust = test::trust_in();
        fs::create_directories(forgery_.scratch() / "proofs");
        forgery_.options.write_proof = forgery_.scratch() / "proofs";
    }

    /// Another copy of the chain, with that story.
    fs::path copy(const std::string& name, std::string_view story) {
        const auto path = forgery_.scratch() / name;
        test::write_custody(path, test::chronicle(forgery_, story));
        forgery_.options.compare.push_back(path);
        return path;
    }

    Verdict check(const fs::path& proof, const std::string& trust) {
        const test::World world;
        test::write_file(forgery_.scratch() / "signers", trust);
        const auto report = verify_proof(proof, forgery_.scratch() / "signers", world.environment);
        return report ? report->verdict : Verdict::indeterminate;
    }

    Forgery forgery_;
};

TEST_F(Quarrels, TwoCopiesThatContradictEachOtherAreToldWhateverOursSays) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel");
    copy("one", "A:release>B B:receipt");
    copy("two", "A:release>B B:refuse");
    const Report report = forgery_.verify();
    EXPECT_EQ(report.verdict, Verdict::failed);
    EXPECT_EQ(test::distinct_codes(report),
              "custody.cancel-unconfirmed custody.crossed custody.equivocation")
        << test::told(report);
    EXPECT_EQ(report.proofs.size(), 1U);
}

/// Nobody signed both, so there is nothing to prove of anybody.
TEST_F(Quarrels, OfTwoCopiesThatForkNoProofIsWritten) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B");
    copy("one", "A:release>B A:cancel B:cancel-confirm");
    copy("two", "A:release>B B:receipt");
    const Report report = forgery_.verify();
    EXPECT_EQ(report.verdict, Verdict::failed);
    EXPECT_THAT(test::distinct_codes(report), HasSubstr("custody.fork")) << test::told(report);
    EXPECT_TRUE(report.proofs.empty());
}

/// What is not sound accuses nobody: somebody else may have written it.
TEST_F(Quarrels, ACopyThatIsNotSoundContradictsNoOther) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B");
    const auto one = copy("one", "A:release>B B:receipt");
    copy("two", "A:release>B B:refuse");
    test::write_file(one / "notes.txt", "mine");
    const Report report = forgery_.verify();
    EXPECT_TRUE(report.proofs.empty()) << test::told(report);
    EXPECT_THAT(test::distinct_codes(report), testing::Not(HasSubstr("equivocation")));
}

TEST_F(Quarrels, TwoEventsInOnePlaceOfOneReceiptAreAFork) {
    const auto received = test::chronicle(forgery_, "A:release>B B:receipt");
    const auto refused = test::chronicle(forgery_, "A:release>B B:refuse");
    test::write_file(forgery_.scratch() / "receipts",
                     test::receipt_for(received) + test::receipt_for(refused));
    forgery_.options.receipts = {forgery_.scratch() / "receipts"};
    forgery_.custody = received;
    const Report report = forgery_.verify();
    EXPECT_EQ(report.verdict, Verdict::failed);
    EXPECT_THAT(test::told(report), HasSubstr("knows two events in one place"));
}

TEST_F(Quarrels, ReceiptsBehindTheOneThatStandsAreOfThatHistory) {
    const auto received = test::chronicle(forgery_, "A:release>B B:receipt");
    const auto noted = test::chronicle(forgery_, "A:release>B B:receipt B:note");
    test::write_file(forgery_.scratch() / "receipts",
                     test::receipt_for(received) + test::receipt_for(noted));
    forgery_.options.receipts = {forgery_.scratch() / "receipts"};
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel");
    EXPECT_EQ(test::distinct_codes(forgery_.verify()),
              "custody.cancel-unconfirmed custody.crossed");
}

TEST_F(Quarrels, ACopyWithForeignFilesConfirmsNothing) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B");
    test::write_file(copy("one", "A:release>B") / "notes.txt", "mine");
    const Report report = forgery_.verify();
    EXPECT_EQ(test::distinct_codes(report), "custody.other-unsound");
    EXPECT_EQ(report.custody->confirmed_through, 0U);
}

TEST_F(Quarrels, AConfirmationOvertakesWhatTheHolderAddedMeanwhile) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel A:note");
    copy("one", "A:release>B A:cancel B:cancel-confirm");
    const Report report = forgery_.verify();
    EXPECT_EQ(test::distinct_codes(report), "custody.cancel-unconfirmed custody.crossed")
        << test::told(report);
    EXPECT_EQ(report.verdict, Verdict::passed);
}

TEST_F(Quarrels, AForkOnWhichOnePartyHasSignedBothSidesSaysSo) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B A:cancel B:cancel-confirm");
    copy("one", "A:release>B B:receipt");
    const Report report = forgery_.verify();
    EXPECT_EQ(test::distinct_codes(report), "custody.fork");
    EXPECT_THAT(test::told(report), HasSubstr("registrar@example.org has signed on both"));
}

TEST_F(Quarrels, AnOldKeyInAThiefsHandsAccusesNobody) {
    // B's key stands for an old one of A's, which nobody should believe any more.
    const std::string trust =
        test::trust_line("archivist@example.org", "", 'A') +
        test::trust_line("archivist@example.org", "valid-before=\"20201231Z\"", 'B') +
        test::trust_in("C");
    copy("one", "A:release>C");
    forgery_.custody = test::chronicle(forgery_, "B:note");
    forgery_.trust = trust;
    const Report report = forgery_.verify();
    EXPECT_THAT(test::distinct_codes(report), testing::Not(HasSubstr("equivocation")))
        << test::told(report);
    EXPECT_NE(report.verdict, Verdict::passed);
    EXPECT_TRUE(report.proofs.empty());
}

TEST_F(Quarrels, AProofAboutAKeyThatTheReaderDoesNotKnowIsUndecided) {
    forgery_.custody = test::chronicle(forgery_, "A:release>B");
    copy("one", "A:release>C");
    const Report report = forgery_.verify();
    ASSERT_EQ(report.proofs.size(), 1U) << test::told(report);
    const auto& proof = report.proofs.front();
    EXPECT_EQ(check(proof, test::trust_in("A")), Verdict::passed);
    EXPECT_EQ(check(proof, test::trust_in("BC")), Verdict::indeterminate);
    EXPECT_EQ(
        check(proof, test::trust_line("archivist@example.org", "valid-before=\"20201231Z\"", 'A')),
        Verdict::indeterminate);
}

}  // namespace
}  // namespace solander
