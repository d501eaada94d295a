// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of a chain of custody as such.
inline constexpr std::array kChainCodes{
    CodeInfo{
        .code = Code::custody_missing,
        .id = "custody.missing",
        .layer = Layer::custody,
        .effect = Verdict::indeterminate,
        .title = "The custody directory is not there",
        .meaning = "There is no NAME.custody beside the package, and none where --custody says.",
        .why = "Without it nothing is known about who held the package.",
        .example = "Only the .tar was copied.",
        .remedy = "If the package was renamed or moved, say where its custody is with --custody; "
                  "else get NAME.custody from whoever sent it."},
    CodeInfo{.code = Code::custody_unreadable,
             .id = "custody.unreadable",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "The custody directory could not be read",
             .meaning = "The system refused to give a file or the directory.",
             .why = "What cannot be read cannot be vouched for.",
             .example = "NAME.custody: permission denied.",
             .remedy = "Give yourself leave to read it and verify again."},
    CodeInfo{
        .code = Code::custody_unlisted,
        .id = "custody.unlisted",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "A file in the custody directory that belongs to no event",
        .meaning =
            "Only events, the signatures that they declare, and VERIFY.txt may lie there, as "
            "regular files and none of them larger than it can be.",
        .why = "A file among signed ones is taken for one of them.",
        .example = "notes.txt lies in NAME.custody.",
        .remedy =
            "If it is litter of a file manager (.DS_Store, Thumbs.db), remove it and verify "
            "again. If it has the name of an event or of a signature, keep it, and get that file "
            "again from another copy. If neither, find out who put it there."},
    CodeInfo{.code = Code::custody_verify_txt,
             .id = "custody.verify-txt",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "VERIFY.txt is not the constant text",
             .meaning =
                 "The instructions for a reader without solander are missing, or other than the "
                 "ones that this program knows.",
             .why = "A changed instruction could lead a reader to skip the step that matters.",
             .example = "A command was taken out of VERIFY.txt.",
             .remedy = "Take VERIFY.txt from another package: it is the same in all."},
    CodeInfo{.code = Code::custody_event_invalid,
             .id = "custody.event-invalid",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "An event file is not a custody event",
             .meaning = "The file is not XML of the profile, or does not say what an event must.",
             .why = "An event that is read with goodwill is read differently by everyone.",
             .example = "The seq inside 0001-seal.xml is 2.",
             .remedy = "Get the custody directory again from another copy."},
    CodeInfo{.code = Code::custody_event_unsupported,
             .id = "custody.event-unsupported",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "An event of a kind that this program does not know",
             .meaning = "The chain goes on with an event of a newer version or of another type.",
             .why = "It may be perfectly good; this program can't tell.",
             .example = "0002-release.xml",
             .remedy = "Use a newer solander."},
    CodeInfo{.code = Code::custody_sequence,
             .id = "custody.sequence",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "The events do not count up from 0001",
             .meaning = "An event is missing in the chain, or the seal is.",
             .why = "A gap in the numbers is a gap in the history.",
             .example = "0001-seal.xml and 0003-receipt.xml are there, 0002 is not.",
             .remedy = "Get the custody directory again from whoever sent it."},
    CodeInfo{.code = Code::custody_duplicate_seq,
             .id = "custody.duplicate-seq",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "Two events have one number",
             .meaning = "Two files claim the same place in the chain.",
             .why = "One of two histories is not what happened.",
             .example = "0002-release.xml and 0002-note.xml.",
             .remedy = "Ask both signers; keep the directories apart."},
    CodeInfo{.code = Code::custody_link,
             .id = "custody.link",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "An event does not follow from the one before",
             .meaning =
                 "The digest of the previous event is missing, or is not that of the file that "
                 "is there.",
             .why = "The links are what proves the order of events.",
             .example = "prev is not the digest of 0001-seal.xml.",
             .remedy = "Get the custody directory again from another copy."},
    CodeInfo{.code = Code::custody_manifest,
             .id = "custody.manifest",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "An event is about another package",
             .meaning = "The manifest digest in the event is not that of this package's manifest.",
             .why = "An event taken from elsewhere says nothing about this package.",
             .example = "The custody directory of another package was put here.",
             .remedy = "Put each custody directory beside its own package."},
    CodeInfo{.code = Code::custody_seal_actor,
             .id = "custody.seal-actor",
             .layer = Layer::custody,
             .effect = Verdict::failed,
             .title = "The seal is not by who sealed the package",
             .meaning =
                 "The first event must be signed by the first sealing signer of the manifest, "
                 "with the manifest's time.",
             .why = "Custody begins with whoever made the package.",
             .example = "The actor of 0001-seal.xml is another key than the manifest's first.",
             .remedy = "Get the custody directory again from whoever sealed the package."},
    CodeInfo{
        .code = Code::custody_seal_signatures,
        .id = "custody.seal-signatures",
        .layer = Layer::custody,
        .effect = Verdict::failed,
        .title = "The seal was made over other signature files",
        .meaning = "The seal lists the digest of each signature file of the manifest; these are "
                   "not they.",
        .why = "A key holder can sign the same manifest again with other bytes; the seal binds "
               "the ones that were there.",
        .example = "manifest.xml.….sig was replaced by a newer one.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::custody_unfinished,
             .id = "custody.unfinished",
             .layer = Layer::custody,
             .effect = Verdict::indeterminate,
             .title = "A hand-over was begun and not finished",
             .meaning = "There is a signature for the next event, but not the event.",
             .why = "The name of the event is its commit: without it nothing happened.",
             .example = "0002-release.xml.….sig lies there alone.",
             .remedy = "Whoever holds the package repeats the step."}};

}  // namespace solander::model
