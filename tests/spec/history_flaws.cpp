// SPDX-License-Identifier: Apache-2.0
// Steps that somebody signed and was not allowed to take, and histories that are as they should be.
#include "flaw.h"
#include "story.h"

namespace solander::test {

namespace {

/// Everybody in these stories is trusted.
Story story(Forgery& forgery) {
    forgery.trust = trust_lines({"archivist", "registrar", "repository"});
    return Story(forgery);
}

/// The archivist releases to the repository.
Story released(Forgery& forgery) {
    return story(forgery).release("archivist", "repository");
}

/// The same, taken back.
Story cancelled(Forgery& forgery) {
    return released(forgery).cancel("archivist");
}

model::Receipt receipt_with(const Story& story, void (*change)(model::Examination&)) {
    model::Receipt receipt{story.examination()};
    change(receipt);
    return receipt;
}

/// The registrar's key beside the archivist's, under one name.
constexpr std::string_view kOneName = "archivist@example.org";
std::string line_for(const std::string& name, const std::string& key) {
    return name + " " + fixture_key(key).public_key().openssh_line(key) + "\n";
}

}  // namespace

const std::vector<Flaw>& history_flaws() {
    static const std::string kDocument = "d1";
    static const std::vector<Flaw> flaws{
        // ---- histories that are as they should be
        {"Released", [](Forgery& f) { released(f); }, "", "PPPPP"},
        {"Received", [](Forgery& f) { released(f).receipt("repository").note("repository"); }, "",
         "PPPPP"},
        {"Refused", [](Forgery& f) { released(f).refuse("repository").note("archivist"); }, "",
         "PPPPP"},
        {"CancelledAndConfirmed",
         [](Forgery& f) { cancelled(f).confirm("repository").release("archivist", "registrar"); },
         "", "PPPPP"},
        {"CancelledAndNotConfirmed", [](Forgery& f) { cancelled(f); }, "custody.cancel-unconfirmed",
         "PPPPP"},
        {"ReleasedAgainAfterACancel",
         [](Forgery& f) { cancelled(f).note("archivist").release("archivist", "registrar"); },
         "custody.cancel-unconfirmed", "PPPPP"},
        {"ConfirmedAfterANote",
         [](Forgery& f) {
             auto told = cancelled(f);
             const auto cancel = told.digest_of(told.last());
             told.note("archivist").add("repository", model::CancelConfirm{{cancel}, ""});
         },
         "", "PPPPP"},
        {"CheckedByAnExaminerToo",
         [](Forgery& f) {
             auto told = story(f);
             told.add("archivist", model::FixityCheck{told.examination()}, {"registrar"});
         },
         "", "PPPPP"},
        {"CheckedAndFoundDamaged",
         [](Forgery& f) {
             auto told = story(f);
             model::FixityCheck check{told.examination()};
             check.verdict = Verdict::failed;
             check.files = 1;
             told.add("archivist", check);
         },
         "", "PPPPP"},
        {"DeterminedAndReplicated",
         [](Forgery& f) {
             story(f)
                 .add("archivist", model::RightsDetermination{.date = "2026-11-20",
                                                              .document = kDocument,
                                                              .covers = {},
                                                              .jurisdiction = "",
                                                              .uri = "",
                                                              .by = "Rights office",
                                                              .how = "by letter",
                                                              .what = "in copyright"})
                 .add("archivist", model::Replicate{"https://mirror.example.org/", ""});
         },
         "", "PPPPP"},
        {"ReceivedByAnotherKeyOfTheRecipient",
         [](Forgery& f) {
             released(f).receipt("registrar");
             f.trust = trust_lines({"archivist"}) +
                       line_for("repository@example.org", "repository") +
                       line_for("repository@example.org", "registrar");
         },
         "signer.name-differs", "PPPPP"},
        {"HeldByAnotherKeyOfTheHolder",
         [](Forgery& f) {
             story(f).note("registrar");
             f.trust = line_for(std::string(kOneName), "archivist") +
                       line_for(std::string(kOneName), "registrar");
         },
         "signer.name-differs", "PPPPP"},
        {"ReleasedUnderSomebodyElsesName",
         [](Forgery& f) {
             story(f).add("archivist",
                          model::Release{"registrar@example.org",
                                         {{fixture_key("repository").public_key().fingerprint()}},
                                         "",
                                         ""});
         },
         "signer.name-differs", "PPPPP"},
        {"WithAnEarlierTimeThanBefore",
         [](Forgery& f) {
             auto told = story(f).note("archivist").note("archivist", "again");
             std::string& text = f.custody.at(told.last());
             replace(text, "2026-11-26T", "2026-11-24T");
             f.sign_event(told.last());
         },
         "time.backwards", "PPPPP"},
        // ---- while it is held
        {"ReleasedBySomebodyElse", [](Forgery& f) { story(f).release("registrar", "repository"); },
         "custody.not-holder", "PPPFP"},
        {"NoteBySomebodyElse", [](Forgery& f) { story(f).note("registrar"); }, "custody.not-holder",
         "PPPFP"},
        {"CheckBySomebodyElse",
         [](Forgery& f) {
             auto told = story(f);
             told.add("registrar", model::FixityCheck{told.examination()}, {"archivist"});
         },
         "custody.not-holder", "PPPFP"},
        {"DeterminationBySomebodyElse",
         [](Forgery& f) {
             story(f).add("registrar", model::RightsDetermination{.date = "2026-11-20",
                                                                  .document = "",
                                                                  .covers = {},
                                                                  .jurisdiction = "",
                                                                  .uri = "",
                                                                  .by = "x",
                                                                  .how = "y",
                                                                  .what = "z"});
         },
         "custody.not-holder", "PPPFP"},
        {"ReplicationBySomebodyElse",
         [](Forgery& f) {
             story(f).add("registrar", model::Replicate{"elsewhere", ""});
         },
         "custody.not-holder", "PPPFP"},
        {"NoteByWhoHasHandedItOver",
         [](Forgery& f) { released(f).receipt("repository").note("archivist"); },
         "custody.not-holder", "PPPFP"},
        {"NoteByAStranger",
         [](Forgery& f) {
             story(f).note("registrar");
             f.trust = trust_lines({"archivist"});
         },
         "signer.unknown custody.not-holder", "PPPFP"},
        {"HeldByWhoOnlyAWildcardMakesTheSame",
         [](Forgery& f) {
             auto told = story(f).note("registrar");
             std::string& text = f.custody.at(told.last());
             replace(text, "registrar@example.org", "archivist@example.org");
             f.sign_event(told.last(), "registrar");
             f.trust =
                 line_for("*@example.org", "archivist") + line_for("*@example.org", "registrar");
         },
         "signer.pattern trust.pattern", "PPPIP"},
        {"ReleasedToOneself", [](Forgery& f) { story(f).release("archivist", "archivist"); },
         "custody.recipient", "PPPFP"},
        {"ReleasedToAnotherKeyOfOneself",
         [](Forgery& f) {
             story(f).release("archivist", "registrar");
             f.trust = line_for(std::string(kOneName), "archivist") +
                       line_for(std::string(kOneName), "registrar");
         },
         "signer.name-differs custody.recipient", "PPPFP"},
        {"ReceivedWithoutARelease", [](Forgery& f) { story(f).receipt("repository"); },
         "custody.not-in-transit", "PPPFP"},
        {"RefusedWithoutARelease", [](Forgery& f) { story(f).refuse("repository"); },
         "custody.not-in-transit", "PPPFP"},
        {"CancelledWithoutARelease", [](Forgery& f) { story(f).cancel("archivist"); },
         "custody.not-in-transit", "PPPFP"},
        {"CancelledAfterTheReceipt",
         [](Forgery& f) { released(f).receipt("repository").cancel("archivist"); },
         "custody.not-in-transit", "PPPFP"},
        {"ConfirmedWithoutACancel", [](Forgery& f) { story(f).confirm("repository"); },
         "custody.not-in-transit", "PPPFP"},
        {"SealedAgainWhileHeld",
         [](Forgery& f) {
             story(f).add("archivist", model::Seal{{{"manifest.xml.0123456789abcdef.sig", {}}}});
         },
         "custody.sealed-twice", "PPPFP"},
        // ---- on its way
        {"ReceivedBySomebodyElse", [](Forgery& f) { released(f).receipt("registrar"); },
         "custody.not-recipient", "PPPFP"},
        {"ReceivedByTheReleaser", [](Forgery& f) { released(f).receipt("archivist"); },
         "custody.not-recipient", "PPPFP"},
        {"RefusedBySomebodyElse", [](Forgery& f) { released(f).refuse("registrar"); },
         "custody.not-recipient", "PPPFP"},
        {"CancelledByTheRecipient", [](Forgery& f) { released(f).cancel("repository"); },
         "custody.not-releaser", "PPPFP"},
        {"NoteOnItsWay", [](Forgery& f) { released(f).note("archivist"); }, "custody.in-transit",
         "PPPFP"},
        {"ReleasedOnItsWay", [](Forgery& f) { released(f).release("archivist", "registrar"); },
         "custody.in-transit", "PPPFP"},
        {"ConfirmedOnItsWay", [](Forgery& f) { released(f).confirm("repository"); },
         "custody.in-transit", "PPPFP"},
        {"SealedAgainOnItsWay",
         [](Forgery& f) {
             released(f).add("archivist", model::Seal{{{"manifest.xml.0123456789abcdef.sig", {}}}});
         },
         "custody.sealed-twice", "PPPFP"},
        {"ReceiptOfFewerFiles",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { --found.files; }));
         },
         "custody.receipt-body", "PPPFP"},
        {"ReceiptOfMoreBytes",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { ++found.bytes; }));
         },
         "custody.receipt-body", "PPPFP"},
        {"ReceiptOfSomethingDamaged",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository", receipt_with(told, [](model::Examination& found) {
                          found.verdict = Verdict::failed;
                      }));
         },
         "custody.receipt-body", "PPPFP"},
        {"ReceiptOfAnotherManifest",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { found.manifest = {}; }));
         },
         "custody.receipt-body", "PPPFP"},
        // ---- taken back
        {"ConfirmedBySomebodyElse", [](Forgery& f) { cancelled(f).confirm("registrar"); },
         "custody.not-recipient", "PPPFP"},
        {"ConfirmedForAnotherEvent",
         [](Forgery& f) {
             cancelled(f).add("repository", model::CancelConfirm{{}, ""});
         },
         "custody.cancel-digest", "PPPFP"},
        {"ReceivedAfterTheCancel", [](Forgery& f) { cancelled(f).receipt("repository"); },
         "custody.not-in-transit", "PPPFP"},
        {"ConfirmedTwice",
         [](Forgery& f) {
             auto told = cancelled(f);
             const auto cancel = told.digest_of(told.last());
             told.confirm("repository").add("repository", model::CancelConfirm{{cancel}, ""});
         },
         "custody.not-in-transit", "PPPFP"},
        // ---- the files of later events
        {"EventInBetweenIsGone",
         [](Forgery& f) {
             released(f).receipt("repository");
             f.custody.erase("0002-release.xml");
             f.custody.erase(Forgery::signature_of("0002-release.xml", "archivist"));
         },
         "custody.sequence custody.link", "PPPFP"},
        {"CoSignatureIsGone",
         [](Forgery& f) {
             auto told = story(f);
             told.add("archivist", model::FixityCheck{told.examination()}, {"registrar"});
             f.custody.erase(Forgery::signature_of(told.last(), "registrar"));
         },
         "signature.missing", "PPPFP"},
        {"ReceiptUnsigned",
         [](Forgery& f) {
             auto told = released(f).receipt("repository");
             f.custody.erase(Forgery::signature_of(told.last(), "repository"));
         },
         "signature.missing", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
