// SPDX-License-Identifier: Apache-2.0
// Two histories of one package, shown together: by the reader's memory, by another copy of the
// custody, by a receipt. What each of them comes to is the same, but for what a receipt can't show.
#include <gmock/gmock.h>

#include <solander/state.h>

#include "chronicle.h"
#include "flaw.h"

namespace solander {
namespace {

namespace fs = std::filesystem;
using test::Forgery;
using testing::HasSubstr;

struct TwoBranches {
    std::string name;
    std::string ours;    ///< What follows the seal in the copy that is verified.
    std::string theirs;  ///< In the other.
    std::string codes;   ///< Of the findings, where the other is a memory or a copy.
    Verdict verdict = Verdict::passed;
    std::vector<std::string> summary = {};  ///< Each stands in it.
    std::string codes_by_receipt = "-";  ///< Where it is the receipt for the other's end; -: same.
    std::string learnt = "-";            ///< The end that the memory has then; -: that of theirs.
};

void PrintTo(const TwoBranches& one, std::ostream* out) {
    *out << one.name;
}

class Branches : public testing::TestWithParam<TwoBranches> {
protected:
    Branches() {
        forgery_.trust = test::trust_in();
        fs::create_directories(state());
    }

    fs::path state() const { return forgery_.scratch() / "state"; }

    void expect(const Report& report, const std::string& codes, const TwoBranches& row) {
        EXPECT_EQ(test::distinct_codes(report), codes) << test::told(report);
        EXPECT_EQ(report.verdict, row.verdict) << test::told(report);
    }

    std::string learnt() {
        const test::World world;
        const auto entries = list_state(state(), world.environment);
        return entries && entries->size() == 1 ? entries->front().head : "nothing";
    }

    Forgery forgery_;
};

TEST_P(Branches, ByMemory) {
    const TwoBranches& row = GetParam();
    const auto ours = test::chronicle(forgery_, row.ours);
    const auto theirs = test::chronicle(forgery_, row.theirs);
    forgery_.options.state = state();
    forgery_.custody = theirs;
    const Report before = forgery_.verify();
    ASSERT_TRUE(before.passed()) << test::told(before);
    EXPECT_EQ(learnt(), test::head_of(theirs));

    forgery_.custody = ours;
    forgery_.set_now("2026-12-02T00:00:00Z");
    const Report report = forgery_.verify();
    expect(report, row.codes, row);
    for (const auto& part : row.summary) EXPECT_THAT(report.custody->summary, HasSubstr(part));
    EXPECT_EQ(learnt(), row.learnt == "-" ? test::head_of(theirs) : row.learnt);
    EXPECT_EQ(report.proofs.empty(), row.codes.find("equivocation") == std::string::npos);
    // And once more, since the memory may have learnt.
    EXPECT_EQ(forgery_.verify().verdict, row.verdict);
}

TEST_P(Branches, ByAnotherCopy) {
    const TwoBranches& row = GetParam();
    test::write_custody(forgery_.scratch() / "other", test::chronicle(forgery_, row.theirs));
    forgery_.custody = test::chronicle(forgery_, row.ours);
    forgery_.options.compare = {forgery_.scratch() / "other"};
    expect(forgery_.verify(), row.codes, row);
}

TEST_P(Branches, ByAReceipt) {
    const TwoBranches& row = GetParam();
    test::write_file(forgery_.scratch() / "receipt",
                     test::receipt_for(test::chronicle(forgery_, row.theirs)));
    forgery_.custody = test::chronicle(forgery_, row.ours);
    forgery_.options.receipts = {forgery_.scratch() / "receipt"};
    const Report report = forgery_.verify();
    if (row.codes_by_receipt == "-")
        expect(report, row.codes, row);
    else
        EXPECT_EQ(test::distinct_codes(report), row.codes_by_receipt) << test::told(report);
}

INSTANTIATE_TEST_SUITE_P(
    Spec, Branches,
    testing::Values(
        TwoBranches{"TheSame",
                    "A:release>B B:receipt",
                    "A:release>B B:receipt",
                    "",
                    Verdict::passed,
                    {"confirmed through event 3 of 3 by your memory of 2026-12-01"}},
        TwoBranches{.name = "OursGoesOn",
                    .ours = "A:release>B B:receipt B:note",
                    .theirs = "A:release>B B:receipt",
                    .codes = "",
                    .summary = {"confirmed through event 3 of 4"},
                    .learnt = "0004-note.xml"},
        TwoBranches{"AnOlderCopyRestored",
                    "A:release>B",
                    "A:release>B B:receipt B:note",
                    "custody.rollback",
                    Verdict::failed,
                    {"but you have seen event 4, a note by registrar@example.org"}},
        TwoBranches{"AReceiptLostOnTheWay",
                    "A:release>B",
                    "A:release>B B:receipt",
                    "custody.rollback",
                    Verdict::failed,
                    {"on its way from archivist@example.org to registrar@example.org",
                     "but you have seen event 3, a receipt by registrar@example.org"}},
        TwoBranches{"ACancelCrossedWithTheReceipt",
                    "A:release>B A:cancel",
                    "A:release>B B:receipt",
                    "custody.cancel-unconfirmed custody.crossed",
                    Verdict::passed,
                    {"Holder in this copy: archivist@example.org",
                     "but by 0003-receipt.xml in your memory of 2026-12-01, which stands, "
                     "registrar@example.org holds it",
                     "confirmed through event 2 of 3"}},
        TwoBranches{"ACancelAndNotesCrossedWithTheReceipt",
                    "A:release>B A:cancel A:note A:fixity-check",
                    "A:release>B B:receipt B:note",
                    "custody.cancel-unconfirmed custody.crossed",
                    Verdict::passed,
                    {"which stands, registrar@example.org holds it"},
                    // Of a note nobody can tell what it follows from.
                    "custody.cancel-unconfirmed custody.fork"},
        TwoBranches{.name = "AReceiptCrossedWithACancelSeenBefore",
                    .ours = "A:release>B B:receipt",
                    .theirs = "A:release>B A:cancel",
                    .codes = "custody.crossed",
                    .summary = {"Holder in this copy: registrar@example.org"},
                    .learnt = "0003-receipt.xml"},
        TwoBranches{"ACancelCrossedWithARefusal",
                    "A:release>B A:cancel",
                    "A:release>B B:refuse",
                    "custody.cancel-unconfirmed custody.crossed",
                    Verdict::passed,
                    {"by 0003-refuse.xml in your memory of 2026-12-01, which stands, "
                     "archivist@example.org holds it"}},
        TwoBranches{.name = "ARefusalCrossedWithACancelSeenBefore",
                    .ours = "A:release>B B:refuse",
                    .theirs = "A:release>B A:cancel",
                    .codes = "custody.crossed",
                    .learnt = "0003-refuse.xml"},
        TwoBranches{"ALateReceiptAfterAReleaseToAThird",
                    "A:release>B A:cancel A:release>C C:receipt",
                    "A:release>B B:receipt",
                    "custody.cancel-unconfirmed custody.fork",
                    Verdict::failed,
                    {"tells another history from event 3 on"}},
        TwoBranches{"ACancelledReleaseToAThirdSeenBefore",
                    "A:release>B B:receipt",
                    "A:release>B A:cancel A:release>C",
                    "custody.fork",
                    Verdict::failed,
                    {},
                    "custody.rollback"},
        TwoBranches{"AConfirmedCancelAndAReceipt", "A:release>B A:cancel B:cancel-confirm",
                    "A:release>B B:receipt", "custody.fork", Verdict::failed},
        TwoBranches{"OneSignerTwoReleases",
                    "A:release>B",
                    "A:release>C",
                    "custody.equivocation",
                    Verdict::failed,
                    {"signed by the same party"},
                    "custody.fork"},
        TwoBranches{"OneSignerTwoNotesOfThreeEvents",
                    "A:note=one A:note=two",
                    "A:note=three A:note=two",
                    "custody.equivocation",
                    Verdict::failed,
                    {},
                    "custody.fork"},
        TwoBranches{"ARecipientWhoReceivedAndRefused",
                    "A:release>B B:refuse",
                    "A:release>B B:receipt",
                    "custody.equivocation",
                    Verdict::failed,
                    {},
                    "custody.fork"},
        TwoBranches{
            "ALoneSealWhereMoreIsKnown",
            "",
            "A:note",
            "custody.rollback",
            Verdict::failed,
            {"Holder in this copy: archivist@example.org (event 1); but you have seen event 2, a "
             "note by archivist@example.org"}}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander
