// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of further signatures over a manifest, which a reader has from elsewhere and gives
/// with --attestation.
inline constexpr std::array kAttestationCodes{
    CodeInfo{.code = Code::attestation_malformed,
             .id = "attestation.malformed",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "An attestation is no signature file",
             .meaning = "The file given with --attestation is not an SSH signature in the one form "
                        "that is accepted, or its line ends were converted.",
             .why = "Whoever gives it wants it to count; what cannot be read vouches for nothing, "
                    "and must not seem to.",
             .example = "The END line is missing.",
             .remedy = "Fetch the file again in binary form from whoever made it, or leave "
                       "--attestation out to see what the package is without it."},
    CodeInfo{.code = Code::attestation_namespace,
             .id = "attestation.namespace",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "An attestation was made for something else",
             .meaning = "The signature names another use than attest@solander.",
             .why = "A signature over the same bytes for another use, such as sealing or mail, is "
                    "not the word of somebody who attests.",
             .example = "A manifest.xml.….sig of the package was given with --attestation.",
             .remedy = "Ask for a file that `solander attest` or `ssh-keygen -Y sign -n "
                       "attest@solander` made."},
    CodeInfo{.code = Code::attestation_bad,
             .id = "attestation.bad",
             .layer = Layer::authenticity,
             .effect = Verdict::failed,
             .title = "An attestation does not fit the package",
             .meaning = "It is a signature over other bytes than this manifest.xml.",
             .why = "Either somebody attested another package, or the manifest or the attestation "
                    "was changed since: it does not vouch for what is here.",
             .example = "letters-1919.attest-2c26b46b68ffc68f.sig was given for letters-1920.tar.",
             .remedy = "Make sure that the file belongs to this package. If it does, one of the "
                       "two is not what was attested: do not rely on either."},
    CodeInfo{.code = Code::attestation_unsupported,
             .id = "attestation.unsupported",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "An attestation is of a type that this version cannot check",
             .meaning = "It is by a key of another type than ssh-ed25519.",
             .why = "What cannot be checked is not good.",
             .example = "The key is of type sk-ssh-ed25519@openssh.com.",
             .remedy = "Ask for an attestation by an Ed25519 key, or check it with ssh-keygen -Y "
                       "verify."},
    CodeInfo{.code = Code::attestation_unknown,
             .id = "attestation.unknown",
             .layer = Layer::authenticity,
             .effect = Verdict::indeterminate,
             .title = "Whoever attested the package is not in the trust file",
             .meaning = "The attestation is good, but by a key that the reader has no name for.",
             .why = "Anyone can make a key, and sign any manifest with it.",
             .example = "SHA256:… attested, and is not in allowed_signers.",
             .remedy = "Ask the signer for the fingerprint by another way; if it is the same, add "
                       "the key to the trust file for attest@solander. Else leave --attestation "
                       "out: the package does not depend on it."}};

}  // namespace solander::model
