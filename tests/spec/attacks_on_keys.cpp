// SPDX-License-Identifier: Apache-2.0
// Attacks on signatures and on whom a reader believes.
#include "attacks.h"

namespace solander::test {

const std::vector<Attack>& attacks_on_keys() {
    static const std::vector<Attack> attacks{
        {.slug = "signed-anew",
         .attack = "Signed anew by the attacker's own key",
         .answer = "a good signature by a key that the reader has not named is not a pass",
         .stock = "`-Y check-novalidate` says \"Good\""},
        {.slug = "key-in-the-package",
         .attack = "A public key that comes with the package",
         .answer = "shown, never trusted; a trust file inside the package is refused",
         .stock = "trust on first sight is common",
         .tests = {{"tests/cli/verify_test.cpp", "WithATrustFileOfTheCustody"}}},
        {.slug = "no-trust",
         .attack = "No trust given, or an empty file, taken for \"no problem found\"",
         .answer = "INDETERMINATE",
         .stock = "some fall back to a weaker check in silence"},
        {.slug = "signature-stripped",
         .attack = "A signature is stripped",
         .answer = "the manifest declares who must have signed",
         .stock = "a bag without signatures is a bag"},
        {.slug = "signature-of-something-else",
         .attack = "A signature is used for something else: git, ssh, mail, another kind of "
                   "statement",
         .answer = "each kind of statement has its namespace, which is signed; the trust file can "
                   "name the namespaces of a key",
         .stock = "`ssh-keygen` refuses another namespace too"},
        {.slug = "attestation-that-is-none",
         .attack = "An attestation of another package, for another use or by anybody is handed "
                   "over with a package",
         .answer = "whatever the reader gives as an attestation has to hold, or the package does "
                   "not pass; it takes nobody's place who should have sealed",
         .stock = "`ssh-keygen -Y verify -n attest@solander` refuses it too"},
        {.slug = "weaker-algorithm",
         .attack = "A weaker algorithm is claimed",
         .answer = "Ed25519 and SHA-512 only; the declaration, the file and the key agree; "
                   "another declared type is never a pass",
         .stock = "depends on the tool"},
        {.slug = "second-spelling",
         .attack = "A second spelling of a signature (S plus the order; other armour; text after "
                   "it)",
         .answer = "one spelling only; counted are keys, not signatures",
         .stock = "`ssh-keygen` accepts these"},
        {.slug = "low-order-key",
         .attack = "A key of low order, for which one signature fits everything",
         .answer = "refused wherever a key is read",
         .stock = "`ssh-keygen` and `openssl` accept it"},
        {.slug = "one-key-twice",
         .attack = "One key declared twice to look like two signers",
         .answer = "keys must differ"},
        {.slug = "wildcard-party",
         .attack = "One key made to look like another party's, by a wildcard in the trust file",
         .answer = "two keys are one party only under one literal name",
         .stock = "not seen"},
        {.slug = "borrowed-name",
         .attack = "A signer claims somebody else's name",
         .answer = "names are claims; the reader's own name for the key is shown, and the "
                   "difference told",
         .stock = "not seen"},
    };
    return attacks;
}

}  // namespace solander::test
