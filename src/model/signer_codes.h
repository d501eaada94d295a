// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of signatures, keys and whom the reader believes.
inline constexpr std::array kSignerCodes{
    CodeInfo{.code = Code::signature_missing,
             .id = "signature.missing",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "A declared signature is not there",
             .meaning = "The manifest or event names a signer whose signature file is absent.",
             .why = "Stripping a signature must not turn a package with two vouchers into one with "
                    "one.",
             .example = "manifest.xml declares two sealing signers; one .sig file is there.",
             .remedy = "Get the file and its signature again from another copy; of an event, the "
                       "custody directory is enough."},
    CodeInfo{
        .code = Code::signature_malformed,
        .id = "signature.malformed",
        .layer = Layer::authenticity,
        .effect = Verdict::failed,
        .title = "A signature file is no strict SSHSIG file, or is for something else",
        .meaning =
            "The file is not what OpenSSH PROTOCOL.sshsig describes, to the byte: armour, "
            "base64 in lines of 70, version 1, SHA-512, nothing after the end; or it is one, and "
            "was made in another namespace, for another use.",
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
        .remedy = "Get the file and its signature again from another copy; of an event, the "
                  "custody directory is enough."},
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
    CodeInfo{
        .code = Code::trust_missing,
        .id = "trust.missing",
        .layer = Layer::authenticity,
        .effect = Verdict::indeterminate,
        .title = "Nobody said whom to believe",
        .meaning = "No trust file was given, or it holds no usable key, so no signature can be "
                   "attributed to anyone.",
        .why = "A signature by just anyone proves nothing; keys that come with a package are "
               "never trusted.",
        .example = "verify package.tar without --trust, and without a trust file of one's own",
        .remedy = "Get the signer's public key by a way that you trust, and say `solander trust "
                  "add NAME KEY.pub`; or give a file in OpenSSH allowed_signers form with "
                  "--trust FILE."},
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
        .remedy = "Mend or remove the line; `solander trust check` tells what else is wrong."},
    CodeInfo{.code = Code::signer_unknown,
             .id = "signer.unknown",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The signer is not in the trust file",
             .meaning = "The signature is good, but by a key that the reader has no name for.",
             .why = "Anyone can make a key. Only the reader can say whose it is.",
             .example = "SHA256:… signed, and is not in allowed_signers.",
             .remedy =
                 "Ask the signer for the public key, and for its fingerprint by another way; if it "
                 "is the one that signed, say `solander trust add NAME KEY.pub`."},
    CodeInfo{
        .code = Code::signer_namespace,
        .id = "signer.namespace",
        .layer = Layer::authenticity,
        .effect = Verdict::indeterminate,
        .title = "The trust file does not let the key sign this kind of statement",
        .meaning = "The key is in the trust file, but limited to other namespaces.",
        .why = "A key that may sign mail or commits must not thereby be able to seal packages.",
        .example = "namespaces=\"git\"",
        .remedy =
            "If the signer may sign this, let its line say so: `solander trust add NAME KEY.pub "
            "--replace --namespaces LIST`, with what the line has now and what is named here."},
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
             .title = "The key is not valid any more, and nothing proves the time",
             .meaning =
                 "The claimed time is one at which the key was good, but the key has expired "
                 "or was compromised since, and a claimed time can be forged.",
             .why = "Whoever got the key later could claim any earlier time.",
             .example = "valid-before was yesterday, the seal claims last year.",
             .remedy = "Show what knew the package before the key expired or was lost: your memory "
                       "(--state), or a later event by a witness of time whom your policy names "
                       "(--policy). If the key has expired, was only retired and never lost, take "
                       "valid-before out of the trust file: end dates are for keys that one "
                       "fears."},
    CodeInfo{.code = Code::key_revoked,
             .id = "key.revoked",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "The key was revoked",
             .meaning = "Your file of revocations says that the key is not to be believed: at all, "
                        "or not at the time that the signature claims.",
             .why = "Somebody else may have the key, and sign what its owner never saw.",
             .example = "compromised-since is 2026-03-01, the seal claims 2026-04-12.",
             .remedy = "Ask the signer for the package again, sealed with another key. What was "
                       "signed before the key was lost may be shown to have been: `solander "
                       "explain key.unproven-time`."},
    CodeInfo{.code = Code::key_time_proven,
             .id = "key.time-proven",
             .layer = Layer::authenticity,
             .effect = Verdict::passed,
             .title = "The key is not valid any more, and signed in time",
             .meaning = "The key has expired or was compromised since, and what the reader knows "
                        "shows that the signature was there before.",
             .why = "An honest old signature does not become worse by what happens to its key "
                    "later.",
             .example = "The memory of the reader had the package a year before the key was lost.",
             .remedy = "None is needed. Keep what shows it: the memory, or the chain of custody "
                       "with the witness's event."},
    CodeInfo{.code = Code::time_future,
             .id = "time.future",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "The claimed time lies in the future",
             .meaning = "The time of sealing is more than a day after the reader's clock.",
             .why = "One of the two clocks is wrong, or the time is made up.",
             .example = "created=\"2099-01-01T00:00:00Z\"",
             .remedy = "Check the clock of this machine; then ask the signer."}};

}  // namespace solander::model
