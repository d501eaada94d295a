// SPDX-License-Identifier: Apache-2.0
// Steps that somebody signed and was not allowed to take, and histories that are as they should be.
#include "matrix.h"
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

model::FixityCheck check_with(const Story& story, void (*change)(model::Examination&)) {
    model::FixityCheck check{story.examination()};
    change(check);
    return check;
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
        {"Released", "honest", [](Forgery& f) { released(f); }, "", "PPPPP", Stock::passed},
        {"Received", "honest",
         [](Forgery& f) { released(f).receipt("repository").note("repository"); }, "", "PPPPP",
         Stock::passed},
        {"Refused", "honest",
         [](Forgery& f) { released(f).refuse("repository").note("archivist"); }, "", "PPPPP",
         Stock::passed},
        {"CancelledAndConfirmed", "honest",
         [](Forgery& f) { cancelled(f).confirm("repository").release("archivist", "registrar"); },
         "", "PPPPP", Stock::passed},
        {"CancelledAndNotConfirmed", "honest", [](Forgery& f) { cancelled(f); },
         "custody.cancel-unconfirmed", "PPPPP", Stock::passed},
        {"ReleasedAgainAfterACancel", "honest",
         [](Forgery& f) { cancelled(f).note("archivist").release("archivist", "registrar"); },
         "custody.cancel-unconfirmed", "PPPPP", Stock::passed},
        {"ConfirmedAfterANote", "honest",
         [](Forgery& f) {
             auto told = cancelled(f);
             const auto cancel = told.digest_of(told.last());
             told.note("archivist").add("repository", model::CancelConfirm{{cancel}, ""});
         },
         "", "PPPPP", Stock::passed},
        {"CheckedByAnExaminerToo", "honest",
         [](Forgery& f) {
             auto told = story(f);
             told.add("archivist", model::FixityCheck{told.examination()}, {"registrar"});
         },
         "", "PPPPP", Stock::passed},
        {"CheckedAndFoundDamaged", "honest",
         [](Forgery& f) {
             auto told = story(f);
             model::FixityCheck check{told.examination()};
             check.verdict = Verdict::failed;
             check.files = 1;
             told.add("archivist", check);
         },
         "", "PPPPP", Stock::passed},
        {"DeterminedAndReplicated", "honest",
         [](Forgery& f) {
             story(f)
                 .add("archivist", model::RightsDetermination{.date = "2024-11-20",
                                                              .document = kDocument,
                                                              .covers = {},
                                                              .jurisdiction = "",
                                                              .uri = "",
                                                              .by = "Rights office",
                                                              .how = "by letter",
                                                              .what = "in copyright"})
                 .add("archivist", model::Replicate{"https://mirror.example.org/", ""});
         },
         "", "PPPPP", Stock::passed},
        {"ReceivedByAnotherKeyOfTheRecipient", "honest",
         [](Forgery& f) {
             released(f).receipt("registrar");
             f.trust = trust_lines({"archivist"}) +
                       line_for("repository@example.org", "repository") +
                       line_for("repository@example.org", "registrar");
         },
         "signer.name-differs", "PPPPP", Stock::passed},
        {"HeldByAnotherKeyOfTheHolder", "honest",
         [](Forgery& f) {
             story(f).note("registrar");
             f.trust = line_for(std::string(kOneName), "archivist") +
                       line_for(std::string(kOneName), "registrar");
         },
         "signer.name-differs", "PPPPP", Stock::passed},
        {"ReleasedUnderSomebodyElsesName", "borrowed-name",
         [](Forgery& f) {
             story(f).add("archivist",
                          model::Release{"registrar@example.org",
                                         {{fixture_key("repository").public_key().fingerprint()}},
                                         "",
                                         ""});
         },
         "signer.name-differs", "PPPPP", Stock::passed},
        {"WithAnEarlierTimeThanBefore", "time-backwards",
         [](Forgery& f) {
             auto told = story(f).note("archivist").note("archivist", "again");
             std::string& text = f.custody.at(told.last());
             replace(text, "2024-11-26T", "2024-11-24T");
             f.sign_event(told.last());
         },
         "time.backwards", "PPPPP", Stock::passed},
        // ---- while it is held
        {"ReleasedBySomebodyElse", "not-the-holder",
         [](Forgery& f) { story(f).release("registrar", "repository"); }, "custody.not-holder",
         "PPPFP", Stock::blind_to_order},
        {"NoteBySomebodyElse", "not-the-holder", [](Forgery& f) { story(f).note("registrar"); },
         "custody.not-holder", "PPPFP", Stock::blind_to_order},
        {"CheckBySomebodyElse", "not-the-holder",
         [](Forgery& f) {
             auto told = story(f);
             told.add("registrar", model::FixityCheck{told.examination()}, {"archivist"});
         },
         "custody.not-holder", "PPPFP", Stock::blind_to_order},
        {"DeterminationBySomebodyElse", "not-the-holder",
         [](Forgery& f) {
             story(f).add("registrar", model::RightsDetermination{.date = "2024-11-20",
                                                                  .document = "",
                                                                  .covers = {},
                                                                  .jurisdiction = "",
                                                                  .uri = "",
                                                                  .by = "x",
                                                                  .how = "y",
                                                                  .what = "z"});
         },
         "custody.not-holder", "PPPFP", Stock::blind_to_order},
        {"ReplicationBySomebodyElse", "not-the-holder",
         [](Forgery& f) {
             story(f).add("registrar", model::Replicate{"elsewhere", ""});
         },
         "custody.not-holder", "PPPFP", Stock::blind_to_order},
        {"NoteByWhoHasHandedItOver", "not-the-holder",
         [](Forgery& f) { released(f).receipt("repository").note("archivist"); },
         "custody.not-holder", "PPPFP", Stock::blind_to_order},
        {"NoteByAStranger", "signed-anew",
         [](Forgery& f) {
             story(f).note("registrar");
             f.trust = trust_lines({"archivist"});
         },
         "signer.unknown custody.not-holder", "PPPFP"},
        {"HeldByWhoOnlyAWildcardMakesTheSame", "wildcard-party",
         [](Forgery& f) {
             auto told = story(f).note("registrar");
             std::string& text = f.custody.at(told.last());
             replace(text, "registrar@example.org", "archivist@example.org");
             f.sign_event(told.last(), "registrar");
             f.trust =
                 line_for("*@example.org", "archivist") + line_for("*@example.org", "registrar");
         },
         "signer.pattern trust.pattern", "PPPIP", Stock::blind_to_order},
        {"ReleasedToOneself", "not-the-holder",
         [](Forgery& f) { story(f).release("archivist", "archivist"); }, "custody.recipient",
         "PPPFP", Stock::blind_to_order},
        {"ReleasedToAnotherKeyOfOneself", "not-the-holder",
         [](Forgery& f) {
             story(f).release("archivist", "registrar");
             f.trust = line_for(std::string(kOneName), "archivist") +
                       line_for(std::string(kOneName), "registrar");
         },
         "signer.name-differs custody.recipient", "PPPFP", Stock::blind_to_order},
        {"ReceivedWithoutARelease", "not-the-holder",
         [](Forgery& f) { story(f).receipt("repository"); }, "custody.not-in-transit", "PPPFP",
         Stock::blind_to_order},
        {"RefusedWithoutARelease", "not-the-holder",
         [](Forgery& f) { story(f).refuse("repository"); }, "custody.not-in-transit", "PPPFP",
         Stock::blind_to_order},
        {"CancelledWithoutARelease", "not-the-holder",
         [](Forgery& f) { story(f).cancel("archivist"); }, "custody.not-in-transit", "PPPFP",
         Stock::blind_to_order},
        {"CancelledAfterTheReceipt", "not-the-holder",
         [](Forgery& f) { released(f).receipt("repository").cancel("archivist"); },
         "custody.not-in-transit", "PPPFP", Stock::blind_to_order},
        {"ConfirmedWithoutACancel", "not-the-holder",
         [](Forgery& f) { story(f).confirm("repository"); }, "custody.not-in-transit", "PPPFP",
         Stock::blind_to_order},
        {"SealedAgainWhileHeld", "foreign-seal",
         [](Forgery& f) {
             story(f).add("archivist", model::Seal{{{"manifest.xml.0123456789abcdef.sig", {}}}});
         },
         "custody.sealed-twice", "PPPFP", Stock::blind_to_order},
        // ---- on its way
        {"ReceivedBySomebodyElse", "not-the-holder",
         [](Forgery& f) { released(f).receipt("registrar"); }, "custody.not-recipient", "PPPFP",
         Stock::blind_to_order},
        {"ReceivedByTheReleaser", "not-the-holder",
         [](Forgery& f) { released(f).receipt("archivist"); }, "custody.not-recipient", "PPPFP",
         Stock::blind_to_order},
        {"RefusedBySomebodyElse", "not-the-holder",
         [](Forgery& f) { released(f).refuse("registrar"); }, "custody.not-recipient", "PPPFP",
         Stock::blind_to_order},
        {"CancelledByTheRecipient", "not-the-holder",
         [](Forgery& f) { released(f).cancel("repository"); }, "custody.not-releaser", "PPPFP",
         Stock::blind_to_order},
        {"NoteOnItsWay", "not-the-holder", [](Forgery& f) { released(f).note("archivist"); },
         "custody.in-transit", "PPPFP", Stock::blind_to_order},
        {"ReleasedOnItsWay", "not-the-holder",
         [](Forgery& f) { released(f).release("archivist", "registrar"); }, "custody.in-transit",
         "PPPFP", Stock::blind_to_order},
        {"ConfirmedOnItsWay", "not-the-holder",
         [](Forgery& f) { released(f).confirm("repository"); }, "custody.in-transit", "PPPFP",
         Stock::blind_to_order},
        {"SealedAgainOnItsWay", "foreign-seal",
         [](Forgery& f) {
             released(f).add("archivist", model::Seal{{{"manifest.xml.0123456789abcdef.sig", {}}}});
         },
         "custody.sealed-twice", "PPPFP", Stock::blind_to_order},
        {"ReceiptOfFewerFiles", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { --found.files; }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        {"ReceiptOfMoreBytes", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { ++found.bytes; }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        {"ReceiptOfSomethingDamaged", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository", receipt_with(told, [](model::Examination& found) {
                          found.verdict = Verdict::failed;
                      }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        {"ReceiptOfAnotherManifest", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.add("repository",
                      receipt_with(told, [](model::Examination& found) { found.manifest = {}; }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        {"FixityCheckOfFewerFiles", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.receipt("repository");
             told.add("repository",
                      check_with(told, [](model::Examination& found) { --found.files; }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        {"FixityCheckOfAnotherManifest", "altered-receipt",
         [](Forgery& f) {
             auto told = released(f);
             told.receipt("repository");
             told.add("repository",
                      check_with(told, [](model::Examination& found) { found.manifest = {}; }));
         },
         "custody.receipt-body", "PPPFP", Stock::blind_to_claims},
        // ---- taken back
        {"ConfirmedBySomebodyElse", "not-the-holder",
         [](Forgery& f) { cancelled(f).confirm("registrar"); }, "custody.not-recipient", "PPPFP",
         Stock::blind_to_order},
        {"ConfirmedForAnotherEvent", "not-the-holder",
         [](Forgery& f) {
             cancelled(f).add("repository", model::CancelConfirm{{}, ""});
         },
         "custody.cancel-digest", "PPPFP", Stock::blind_to_order},
        {"ReceivedAfterTheCancel", "not-the-holder",
         [](Forgery& f) { cancelled(f).receipt("repository"); }, "custody.not-in-transit", "PPPFP",
         Stock::blind_to_order},
        {"ConfirmedTwice", "not-the-holder",
         [](Forgery& f) {
             auto told = cancelled(f);
             const auto cancel = told.digest_of(told.last());
             told.confirm("repository").add("repository", model::CancelConfirm{{cancel}, ""});
         },
         "custody.not-in-transit", "PPPFP", Stock::blind_to_order},
        // ---- the files of later events
        {"EventInBetweenIsGone", "event-dropped",
         [](Forgery& f) {
             released(f).receipt("repository");
             f.custody.erase("0002-release.xml");
             f.custody.erase(Forgery::signature_of("0002-release.xml", "archivist"));
         },
         "custody.sequence custody.link", "PPPFP"},
        {"CoSignatureIsGone", "signature-stripped",
         [](Forgery& f) {
             auto told = story(f);
             told.add("archivist", model::FixityCheck{told.examination()}, {"registrar"});
             f.custody.erase(Forgery::signature_of(told.last(), "registrar"));
         },
         "signature.missing", "PPPFP"},
        {"ReceiptUnsigned", "signature-stripped",
         [](Forgery& f) {
             auto told = released(f).receipt("repository");
             f.custody.erase(Forgery::signature_of(told.last(), "repository"));
         },
         "signature.missing", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
