// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of the history that a chain tells, and of what others know of it.
inline constexpr std::array kHistoryCodes{
    CodeInfo{.code = Code::custody_sealed_twice,
             .id = "custody.sealed-twice",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "A package is sealed a second time",
             .meaning = "A seal stands later in the chain than 0001.",
             .why = "A package is sealed once; a second seal would make a second beginning.",
             .example = "0004-seal.xml",
             .remedy = "Get the custody directory again from another copy, and ask whoever signed "
                       "the second seal."},
    CodeInfo{
        .code = Code::custody_not_holder,
        .id = "custody.not-holder",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "An event is by somebody who did not hold the package",
        .meaning =
            "Only the holder may release it, and add notes, checks, determinations and copies.",
        .why = "Whoever else hands a package over gives away what is not theirs.",
        .example = "0002-release.xml is signed by a key that is neither that of the sealer nor "
                   "listed under the same name.",
        .remedy = "If the key is the holder's other one, give both lines of your trust file the "
                  "same name. Else ask the holder."},
    CodeInfo{.code = Code::custody_recipient,
             .id = "custody.recipient",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "A release is to the holder",
             .meaning = "The keys that may receive are those of whoever releases.",
             .why = "A hand-over has two sides. One party that signs for both shows nothing.",
             .example = "0002-release.xml names a key of the releaser.",
             .remedy = "Release to the other party's key."},
    CodeInfo{.code = Code::custody_not_in_transit,
             .id = "custody.not-in-transit",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "A step answers a release that is not open",
             .meaning = "A receipt, a refusal, a cancel or its confirmation comes where no release "
                        "waits for it.",
             .why = "Who receives what was not released has taken it, not been given it.",
             .example = "0002-receipt.xml follows the seal.",
             .remedy = "If you have answered already, nothing is left to do. Else get the chain "
                       "again from both sides; one of them lacks an event."},
    CodeInfo{.code = Code::custody_not_recipient,
             .id = "custody.not-recipient",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "Somebody else than the recipient answered",
             .meaning = "A receipt, a refusal or the confirmation of a cancel is not by one of the "
                        "keys that the release names.",
             .why = "A receipt by whoever happened to find the package is no receipt.",
             .example = "0003-receipt.xml is by a key that 0002-release.xml does not name.",
             .remedy = "If the key is the recipient's other one, give both lines of your trust "
                       "file the same name. Else ask the recipient."},
    CodeInfo{.code = Code::custody_not_releaser,
             .id = "custody.not-releaser",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "Somebody else than the releaser cancelled",
             .meaning = "Only who released a package may take the release back.",
             .why = "The recipient refuses; nobody else has a say.",
             .example = "0003-cancel.xml is by the recipient.",
             .remedy = "Ask whoever signed it."},
    CodeInfo{
        .code = Code::custody_in_transit,
        .id = "custody.in-transit",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "Something was done to a package on its way",
        .meaning = "Between a release and its answer nothing may happen but that answer.",
        .why = "Whoever has let go of a package can't speak for it, and nobody has taken it yet.",
        .example = "0003-note.xml follows 0002-release.xml.",
        .remedy = "Get the chain again from both sides; one of them lacks an event."},
    CodeInfo{.code = Code::custody_receipt_body,
             .id = "custody.receipt-body",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "A receipt or a check speaks of something else",
             .meaning = "The digest of the manifest, the verdict or the number of files that the "
                        "signer states is not that of this package as sealed.",
             .why = "The signer answers for what they computed. If that was not this package, or "
                    "not whole, they did not receive it.",
             .example = "0003-receipt.xml states 11 files; the manifest lists 12.",
             .remedy = "Ask whoever signed it what they received."},
    CodeInfo{
        .code = Code::custody_cancel_digest,
        .id = "custody.cancel-digest",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "The confirmation is of another cancel",
        .meaning = "The recipient confirmed that nothing was received, for another event than the "
                   "one in this chain.",
        .why = "A confirmation taken from elsewhere confirms nothing here.",
        .example = "0004-cancel-confirm.xml names another digest than that of 0003-cancel.xml.",
        .remedy = "Ask the recipient to confirm this one."},
    CodeInfo{
        .code = Code::custody_cancel_unconfirmed,
        .id = "custody.cancel-unconfirmed",
        .layer = Layer::custody,
        .effect = Verdict::passed,
        .title = "A cancelled release rests on one side's word",
        .meaning =
            "The releaser cancelled; the recipient has not confirmed that nothing was received.",
        .why = "The recipient may hold a signed receipt that this copy does not have.",
        .example = "0003-cancel.xml is the end of the matter, without 0004-cancel-confirm.xml.",
        .remedy =
            "Ask the recipient for the confirmation, or for the receipt, and add nothing before it "
            "is there. After another release it can no longer be confirmed in the chain."},
    CodeInfo{
        .code = Code::custody_crossed,
        .id = "custody.crossed",
        .layer = Layer::custody,
        .effect = Verdict::passed,
        .title = "A cancel and an answer crossed on their way",
        .meaning = "One branch has the releaser's cancel, or what was added while a cancel waited; "
                   "another the recipient's receipt, refusal or confirmation. Nobody lied; the "
                   "recipient's answer stands.",
        .why = "Both acted on what they knew. Without a rule the package would have two holders.",
        .example = "Here 0003-cancel.xml, in your memory 0003-receipt.xml.",
        .remedy = "The releaser takes the other branch with: solander custody sync."},
    CodeInfo{
        .code = Code::custody_fork,
        .id = "custody.fork",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "Two histories of one package contradict each other",
        .meaning = "Another copy of the chain goes on differently from the same event, and no rule "
                   "says which of them stands.",
        .why =
            "Two parties may both hold signed claims. No single key need have contradicted itself.",
        .example = "Here 0004-release.xml to C; a receipt is known of B's 0003-receipt.xml.",
        .remedy = "Show both branches to both signers. The side that gives way releases to the "
                  "other on its own branch."},
    CodeInfo{.code = Code::custody_equivocation,
             .id = "custody.equivocation",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "One signer made two histories of one package",
             .meaning =
                 "The same key, or two keys that you list under one name, signed two different "
                 "events in the same place.",
             .why = "That is a contradiction which nobody else can have made. It proves who.",
             .example = "Two events that both follow 0001-seal.xml, both by archivist@example.org.",
             .remedy = "Keep both copies. With --state or --write-proof the proof is written to a "
                       "file that anybody can check: solander verify --proof."},
    CodeInfo{
        .code = Code::custody_rollback,
        .id = "custody.rollback",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "This copy lacks the end of the chain",
        .meaning = "This copy is shorter than one that is known from elsewhere, or there is no "
                   "chain where one is known.",
        .why = "A chain alone can't show that its tail is missing. Evidence from elsewhere can.",
        .example = "This copy ends at 2; you have seen 3, a receipt.",
        .remedy = "Take the rest from whoever has it, with: solander custody sync. If nobody gives "
                  "it to you, it was cut off."},
    CodeInfo{.code = Code::custody_other_unsound,
             .id = "custody.other-unsound",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "The other copy of the chain can't be relied upon",
             .meaning = "A second copy was shown for comparison, and does not itself hold.",
             .why = "A forged copy must neither confirm a chain nor accuse anybody.",
             .example = "An event in the other directory has no good signature.",
             .remedy = "Get the other copy again from whoever keeps it, or leave it out."},
    CodeInfo{
        .code = Code::custody_would_rewind,
        .id = "custody.would-rewind",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "The chain that is here is longer",
        .meaning =
            "What arrives has fewer events than the chain that is there already, which is kept.",
        .why = "Events are never taken away.",
        .example = "The bundle ends at 2; letters.custody has 3.",
        .remedy = "Nothing: what is here is newer."},
    CodeInfo{.code = Code::trust_pattern,
             .id = "trust.pattern",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "Only a wildcard makes two keys one party",
             .meaning = "The holder, or the recipient, acted with another key than before; your "
                        "trust file makes both the same only by a pattern.",
             .why = "A wildcard says whom a key may belong to. It does not say that two keys "
                    "belong to one.",
             .example = "*@example.org stands for both keys.",
             .remedy = "Give both keys a line of their own, with the same name in each."},
    CodeInfo{.code = Code::time_backwards,
             .id = "time.backwards",
             .layer = Layer::custody,
             .effect = Verdict::passed,
             .title = "An event claims an earlier time than the one before it",
             .meaning = "The links show the order; the times contradict it.",
             .why = "A clock was wrong, or somebody claims a time that was not.",
             .example = "0003-receipt.xml claims a time before that of 0002-release.xml.",
             .remedy = "Ask whoever signed it. The order of the events is not in doubt."},
    CodeInfo{.code = Code::receipt_unrelated,
             .id = "receipt.unrelated",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "A receipt is about something else",
             .meaning = "No line of the receipt is the digest of an event of this chain, or speaks "
                        "of this package.",
             .why = "A receipt for another package says nothing about this one, nor that this one "
                    "is whole.",
             .example = "The receipt of letters-1920 was given for letters-1919.",
             .remedy = "Give the receipt that belongs to this package."},
    CodeInfo{.code = Code::receipt_malformed,
             .id = "receipt.malformed",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "A receipt can't be read",
             .meaning = "The file has a line that is neither a digest and a name, as sha256sum "
                        "writes them, nor a comment.",
             .why = "Half of a receipt is none.",
             .example = "The file is a letter, or was changed by an editor.",
             .remedy = "Get the receipt again from whoever wrote it."}};

}  // namespace solander::model
