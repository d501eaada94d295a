// SPDX-License-Identifier: Apache-2.0
// Every finding code, once. `solander explain` and docs/findings.md are printed from this table.
#include <algorithm>
#include <array>
#include <cstddef>

#include <solander/finding.h>

namespace solander {

namespace {

constexpr std::array kCodes{
    CodeInfo{
        .code = Code::package_unrecognised,
        .id = "package.unrecognised",
        .layer = Layer::container,
        .effect = Verdict::indeterminate,
        .title = "Not a solander package",
        .meaning =
            "The input is neither a tar that begins with NAME/bagit.txt, nor a bundle, which "
            "begins with NAME.custody, nor a directory that holds bagit.txt and "
            "manifest.xml.",
        .why = "Whatever it is, nothing can be said of it; it is not called broken, because it "
               "may be whole and something else.",
        .example = "verify letter.pdf",
        .remedy = "Give the .tar that pack wrote, or the directory that it was unpacked to. A "
                  "compressed package has to be decompressed first; a tar that another program "
                  "packed again has to be unpacked, and the directory verified."},
    CodeInfo{.code = Code::container_header,
             .id = "container.header",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A tar header is not the one that the manifest implies",
             .meaning =
                 "Each header of a package is a pure function of the manifest: name, size, mode "
                 "0644, the time of sealing. This one has other bytes.",
             .why = "A difference in a header can make two programs unpack two different things "
                    "from one file.",
             .example = "An entry is named data/a.txt in the manifest and data/b.txt in the tar.",
             .remedy = "Get the package again from where it was sealed. A tar that was repacked by "
                       "another program is another container: unpack it and verify the directory."},
    CodeInfo{
        .code = Code::container_padding,
        .id = "container.padding",
        .layer = Layer::container,
        .effect = Verdict::failed,
        .title = "Bytes between the files are not zero",
        .meaning = "The blocks of a tar are filled up with zeros after each file and at the end. "
                   "Here something else stands there.",
        .why = "Room that nobody looks at is room to hide things in, and a change there may be "
               "the only trace of a bad disk.",
        .example = "One byte after the end of data/letter.txt is 0x01.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{
        .code = Code::container_size,
        .id = "container.size",
        .layer = Layer::container,
        .effect = Verdict::failed,
        .title = "The container is shorter or longer than its manifest implies",
        .meaning = "The manifest gives the size of the whole tar to the byte.",
        .why = "A short one has been cut off; a long one carries something that nobody signed.",
        .example = "The tar ends 4096 bytes before its time.",
        .remedy = "Copy the package again; compare the sizes of the copies."},
    CodeInfo{.code = Code::bundle_form,
             .id = "bundle.form",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "The bundle is not as one is made",
             .meaning = "A bundle is a tar of NAME.custody/… in the order of the names, then "
                        "NAME.tar, and every byte around these follows from them. Here something "
                        "is otherwise, such as a header, a name, or what stands behind the end.",
             .why = "A bundle is not signed, and a reader without solander unpacks it with tar: "
                    "what stands in it too much, twice or elsewhere would be taken for a part of "
                    "the package or its custody.",
             .example = "The bundle ends in the middle of letters.tar: it was not sent whole.",
             .remedy = "Have it sent again. A bundle can be made anew at any time from the package "
                       "and its custody: solander bundle."},
    CodeInfo{.code = Code::entry_unlisted,
             .id = "entry.unlisted",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A file that the manifest does not list",
             .meaning = "There is a file in the package that no signature covers.",
             .why = "A file that lies among signed ones is taken for one of them.",
             .example = "data/.DS_Store was added by a file manager.",
             .remedy =
                 "If it is litter of a file manager (.DS_Store, Thumbs.db), remove it and verify "
                 "again. If not, find out who put it there."},
    CodeInfo{.code = Code::entry_missing,
             .id = "entry.missing",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A file that the manifest lists is not there",
             .meaning = "The manifest lists a file which the package does not hold.",
             .why = "The deposit is not complete.",
             .example = "data/page-07.tif was deleted from the unpacked directory.",
             .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::entry_duplicate,
             .id = "entry.duplicate",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A name stands in the tar more than once",
             .meaning = "Two entries have one name.",
             .why = "Programs differ in which of the two they show and which they unpack, so a "
                    "reader may see another file than was verified.",
             .example = "A second data/letter.txt was appended to the tar.",
             .remedy = "Do not unpack it. Get the package again from another copy."},
    CodeInfo{.code = Code::entry_type,
             .id = "entry.type",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "Neither a regular file nor a directory",
             .meaning = "A link, FIFO, socket or device stands where only files may.",
             .why = "A link can lead out of the package; a device or FIFO can stop a reader.",
             .example = "data/letter.txt is a symbolic link to /etc/passwd.",
             .remedy = "Replace it by the file itself, from another copy."},
    CodeInfo{.code = Code::entry_empty_directory,
             .id = "entry.empty-directory",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A directory with nothing in it",
             .meaning = "The unpacked package has a directory that no listed file needs.",
             .why = "The manifest lists files; a directory without any is not covered by the "
                    "signature.",
             .example = "data/photographs/ is there and empty.",
             .remedy = "Remove the directory, or find out what was in it."},
    CodeInfo{.code = Code::limit_exceeded,
             .id = "limit.exceeded",
             .layer = Layer::container,
             .effect = Verdict::indeterminate,
             .title = "Larger than the reader's limit",
             .meaning =
                 "A size or count from the package exceeds a limit that protects the reader's "
                 "memory and time, so not all of it was looked at.",
             .why = "A number in a file that is not yet verified may be an attack; nothing is "
                    "allocated on its word.",
             .example = "manifest.xml claims 1 GiB.",
             .remedy = "If it is the manifest, and you trust where it comes from, raise its limit "
                       "with --max-manifest. No honest package exceeds the others."},
    CodeInfo{.code = Code::manifest_missing,
             .id = "manifest.missing",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "There is no manifest.xml",
             .meaning = "The package has no manifest where it should stand.",
             .why = "Without the manifest nothing else can be checked.",
             .example = "The entry NAME/manifest.xml of the tar was given another name.",
             .remedy = "Get the package again from another copy."},
    CodeInfo{
        .code = Code::xml_malformed,
        .id = "xml.malformed",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "Not XML of the package's profile",
        .meaning = "The manifest breaks a rule of XML, or of the strict profile that packages use.",
        .why = "XML that two parsers read in two ways would let one signature stand for two "
               "statements.",
        .example = "An element has two attributes of one name.",
        .remedy = "Get the package again. If the signature is good, whoever sealed it used a "
                  "faulty tool: tell them."},
    CodeInfo{.code = Code::xml_doctype,
             .id = "xml.doctype",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The XML has a document type declaration",
             .meaning = "A DOCTYPE stands in the manifest.",
             .why = "That is how entity expansion and reading of foreign files get into XML. "
                    "Packages never have one.",
             .example = "<!DOCTYPE manifest [<!ENTITY a \"…\">]>",
             .remedy = "Treat the package as hostile."},
    CodeInfo{.code = Code::manifest_invalid,
             .id = "manifest.invalid",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The manifest does not say what a manifest must",
             .meaning =
                 "It is XML, but an element, attribute, value or reference is not as the format "
                 "demands.",
             .why = "A manifest that is read with goodwill is read differently by everyone.",
             .example = "A file belongs to a document 'd2' that is not there.",
             .remedy = "Get the package again. If the signature is good, tell whoever sealed it."},
    CodeInfo{.code = Code::manifest_id,
             .id = "manifest.id",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The package id is not derived from the manifest",
             .meaning = "The id is computed from the manifest's own bytes; this one is another.",
             .why = "An id that anyone can choose could be made to look like another package's.",
             .example = "The id was copied from an older package.",
             .remedy = "Tell whoever sealed it. The identity of a package is the digest of its "
                       "manifest, never its id."},
    CodeInfo{
        .code = Code::manifest_name,
        .id = "manifest.name",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "The name in the manifest is not that of the top directory",
        .meaning = "The tar unpacks into a directory of another name than the manifest states.",
        .why = "Every path in a package begins with its name; two names are two sets of paths.",
        .example = "manifest.xml says letters-1919, the tar unpacks into letters-1920.",
        .remedy = "Get the package again from where it was sealed."},
    CodeInfo{.code = Code::format_newer,
             .id = "format.newer",
             .layer = Layer::integrity,
             .effect = Verdict::indeterminate,
             .title = "Made by a newer version of the format",
             .meaning = "The manifest is of a version that this program does not know.",
             .why = "It may be perfectly good; this program can't tell.",
             .example = "xmlns=\"urn:solander:manifest:2\"",
             .remedy = "Use a newer solander."},
    CodeInfo{
        .code = Code::tag_differs,
        .id = "tag.differs",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "A BagIt tag file is not what the manifest implies",
        .meaning = "bagit.txt, bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt follow "
                   "from the manifest byte for byte. This one differs.",
        .why = "Stock tools check the payload by manifest-sha256.txt: if it could differ, they "
               "could be led to accept other files.",
        .example = "A line of manifest-sha256.txt has another digest than manifest.xml.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::payload_size,
             .id = "payload.size",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "A file has another size than was sealed",
             .meaning = "The file is shorter or longer than the manifest says.",
             .why = "It is not the file that was signed for.",
             .example = "data/scan.tif has 4096 bytes of 31457280.",
             .remedy = "Get the file again from another copy; the report names both sizes."},
    CodeInfo{
        .code = Code::payload_digest,
        .id = "payload.digest",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "A file has other bytes than were sealed",
        .meaning = "The SHA-256 (or SHA-512) of the file is not the one in the signed manifest.",
        .why = "It is not the file that was signed for, by accident or by intent.",
        .example = "One byte of data/letter.txt was changed.",
        .remedy = "Get the file again from another copy; the report names both digests."},
    CodeInfo{.code = Code::payload_unreadable,
             .id = "payload.unreadable",
             .layer = Layer::integrity,
             .effect = Verdict::indeterminate,
             .title = "A file could not be read",
             .meaning = "The system refused to give the file's bytes.",
             .why = "What cannot be read cannot be vouched for.",
             .example = "data/closed.pdf: permission denied.",
             .remedy = "Give yourself leave to read it, or copy the package from a sound disk, and "
                       "verify again."},
    CodeInfo{.code = Code::signature_missing,
             .id = "signature.missing",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A declared signature is not there",
             .meaning = "The manifest or event names a signer whose signature file is absent.",
             .why = "Stripping a signature must not turn a package with two vouchers into one with "
                    "one.",
             .example = "manifest.xml declares two sealing signers; one .sig file is there.",
             .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::signature_malformed,
             .id = "signature.malformed",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A signature file is not a strict SSHSIG file",
             .meaning =
                 "The file is not what OpenSSH PROTOCOL.sshsig describes, to the byte: armour, "
                 "base64 in lines of 70, version 1, SHA-512, nothing after the end.",
             .why = "A signature with several spellings is several files with one meaning; none of "
                    "them would be bound.",
             .example = "There is text after -----END SSH SIGNATURE-----.",
             .remedy = "Get the file again from another copy."},
    CodeInfo{.code = Code::signature_line_endings,
             .id = "signature.line-endings",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "The line endings of a signature file were converted",
             .meaning = "The file has CR LF where it was written with LF.",
             .why = "A transfer in text mode changes bytes; it will have changed other files, too.",
             .example = "The package was copied by FTP in ASCII mode.",
             .remedy = "Copy the package again in binary mode."},
    CodeInfo{.code = Code::signature_type,
             .id = "signature.type",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A signature is of another key or type than declared",
             .meaning =
                 "The signature file was made by another key, or another kind of key, or has "
                 "another length, than the manifest or event declares for it.",
             .why = "Who signs is decided by the signed statement, never by what lies beside it.",
             .example = "The declared key is ssh-ed25519, the file holds ecdsa-sha2-nistp256.",
             .remedy = "Get the package again from where it was sealed."},
    CodeInfo{.code = Code::signature_unsupported,
             .id = "signature.unsupported",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "A declared signature is of a kind that this program does not know",
             .meaning = "The manifest or event declares a signer with another type of key than "
                        "ssh-ed25519, and that is what the signature file holds.",
             .why = "It may be perfectly good; this program can't tell.",
             .example = "type=\"mldsa65\"",
             .remedy = "Use a newer solander."},
    CodeInfo{
        .code = Code::signature_bad,
        .id = "signature.bad",
        .layer = Layer::authenticity,
        .effect = Verdict::failed,
        .title = "A signature does not fit the bytes",
        .meaning = "The signature is well made, but not over these bytes.",
        .why = "Either the signed file was changed, or the signature was taken from elsewhere.",
        .example = "A letter of manifest.xml was changed after sealing.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::signature_undeclared,
             .id = "signature.undeclared",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A signature that nobody declared",
             .meaning = "There is a signature file which the manifest or event does not name.",
             .why = "A package holds exactly what its signers agreed on; additions belong beside "
                    "it.",
             .example = "A third manifest.xml.….sig was put into the package.",
             .remedy = "Remove the file, or get the package again."},
    CodeInfo{.code = Code::key_weak,
             .id = "key.weak",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A signing key is no proper Ed25519 key",
             .meaning =
                 "The public key is a point of small order or not canonical; signatures by it "
                 "prove nothing.",
             .why = "With such a key one signature can fit every message, and its owner can deny "
                    "any.",
             .example = "The key's bytes are all zero.",
             .remedy = "Treat the package as unsigned. Ask the signer for a new key."},
    CodeInfo{.code = Code::trust_missing,
             .id = "trust.missing",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "Nobody said whom to believe",
             .meaning =
                 "No trust file was given, or it holds no usable key, so no signature can be "
                 "attributed to anyone.",
             .why = "A signature by just anyone proves nothing; keys that come with a package are "
                    "never trusted.",
             .example = "verify package.tar without --trust",
             .remedy = "Get the signer's public key by a way that you trust, put it in a file in "
                       "OpenSSH allowed_signers form, and give it with --trust FILE."},
    CodeInfo{
        .code = Code::trust_line,
        .id = "trust.line",
        .layer = Layer::authenticity,
        .effect = Verdict::passed,
        .title = "A line of the trust file is not used",
        .meaning = "A line is malformed, or names something that this program does not support.",
        .why = "A key that one believes to be trusted and that is not leads to puzzling "
               "answers.",
        .example = "Line 3: cert-authority lines are not supported.",
        .remedy = "Mend or remove the line."},
    CodeInfo{.code = Code::signer_unknown,
             .id = "signer.unknown",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The signer is not in the trust file",
             .meaning = "The signature is good, but by a key that the reader has no name for.",
             .why = "Anyone can make a key. Only the reader can say whose it is.",
             .example = "SHA256:… signed, and is not in allowed_signers.",
             .remedy =
                 "Ask the signer for the fingerprint by another way; if it is the same, add the "
                 "key to the trust file."},
    CodeInfo{
        .code = Code::signer_namespace,
        .id = "signer.namespace",
        .layer = Layer::authenticity,
        .effect = Verdict::indeterminate,
        .title = "The trust file does not let the key sign this kind of statement",
        .meaning = "The key is in the trust file, but limited to other namespaces.",
        .why = "A key that may sign mail or commits must not thereby be able to seal packages.",
        .example = "namespaces=\"git\"",
        .remedy = "If the signer may seal packages, add manifest@solander (and custody@solander) "
                  "to its namespaces."},
    CodeInfo{.code = Code::signer_pattern,
             .id = "signer.pattern",
             .layer = Layer::authenticity,
             .effect = Verdict::passed,
             .title = "The key is known only by a pattern",
             .meaning =
                 "The trust file lists the key for a wildcard, and the name is the package's own "
                 "claim that fits it.",
             .why = "A name that fits a pattern is weaker than a name that the reader wrote down.",
             .example = "*@example.org lists the key; the package claims archivist@example.org.",
             .remedy = "Write the literal name into the trust file."},
    CodeInfo{.code = Code::signer_name_differs,
             .id = "signer.name-differs",
             .layer = Layer::authenticity,
             .effect = Verdict::passed,
             .title = "The reader knows the key by another name",
             .meaning =
                 "The package claims one name for the key, the trust file has another; the trust "
                 "file's counts.",
             .why = "Names inside a package are claims; only the key identifies.",
             .example = "The package says director@example.org, the trust file says "
                        "archivist@example.org.",
             .remedy = "None is needed, unless the claim was meant to mislead: ask the signer."},
    CodeInfo{.code = Code::key_not_valid_then,
             .id = "key.not-valid-then",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The key was not valid at the claimed time",
             .meaning =
                 "The claimed time of signing lies outside the dates that the trust file gives "
                 "for the key.",
             .why = "The reader has said not to believe the key at that time.",
             .example = "valid-before is 2024-01-01, the seal claims 2026.",
             .remedy = "Check the dates in the trust file."},
    CodeInfo{.code = Code::key_unproven_time,
             .id = "key.unproven-time",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The key has expired since, and nothing proves the time",
             .meaning = "The claimed time is inside the key's validity, but that has ended, and a "
                        "claimed time can be forged.",
             .why = "Whoever stole the key later could claim any earlier time.",
             .example = "valid-before was yesterday, the seal claims last year.",
             .remedy = "If the key was retired and never lost, take valid-before out of the trust "
                       "file: end dates are for keys that one fears."},
    CodeInfo{.code = Code::time_future,
             .id = "time.future",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The claimed time lies in the future",
             .meaning = "The time of sealing is more than a day after the reader's clock.",
             .why = "One of the two clocks is wrong, or the time is made up.",
             .example = "created=\"2099-01-01T00:00:00Z\"",
             .remedy = "Check the clock of this machine; then ask the signer."},
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
            "Only events, the signatures that they declare, and VERIFY.txt may lie there, and none "
            "of them larger than it can be.",
        .why = "A file among signed ones is taken for one of them.",
        .example = "notes.txt lies in NAME.custody.",
        .remedy = "If it is litter of a file manager (.DS_Store, Thumbs.db), remove it and verify "
                  "again. If not, find out who put it there."},
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
             .remedy = "Whoever holds the package repeats the step."},
    CodeInfo{.code = Code::quote_differs,
             .id = "quote.differs",
             .layer = Layer::metadata,
             .effect = Verdict::failed,
             .title = "The record quotes words that are not there",
             .meaning =
                 "A statement names the line of a capture where its words were read; they do not "
                 "stand there.",
             .why = "Every value of a record can be traced to its words. One that can't has no "
                    "source.",
             .example = "The title says 'line 3', and line 3 says something else.",
             .remedy = "Tell whoever sealed it. The capture in the package holds the words as they "
                       "were received."},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        if (static_cast<std::size_t>(kCodes.at(i).code) != i) return false;
    return true;
}
static_assert(in_order(), "the table has the order of the enumeration");
static_assert(kCodes.size() == static_cast<std::size_t>(Code::quote_differs) + 1,
              "every code has its row");

}  // namespace

std::span<const CodeInfo> all_codes() {
    return kCodes;
}

const CodeInfo& code_info(Code code) {
    return kCodes.at(static_cast<std::size_t>(code));
}

const CodeInfo* find_code(std::string_view id) {
    const auto* const found = std::find_if(kCodes.begin(), kCodes.end(),
                                           [id](const CodeInfo& info) { return info.id == id; });
    return found == kCodes.end() ? nullptr : found;
}

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return "PASSED";
        case Verdict::indeterminate:
            return "INDETERMINATE";
        case Verdict::failed:
            return "FAILED";
    }
    return "INDETERMINATE";
}

std::string_view layer_name(Layer layer) {
    switch (layer) {
        case Layer::container:
            return "container";
        case Layer::integrity:
            return "integrity";
        case Layer::authenticity:
            return "authenticity";
        case Layer::custody:
            return "custody";
        case Layer::metadata:
            return "metadata";
    }
    return "container";
}

}  // namespace solander
