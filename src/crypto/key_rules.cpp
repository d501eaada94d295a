// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <solander/key_check.h>

namespace solander {

namespace {

constexpr std::array kRules{
    KeyRule{"weak-point", true, "A key is one by which a signature proves nothing",
            "Do not use it, and ask where it came from: its point is of low or mixed order, or not "
            "canonically spelled, and no program makes such a key by itself"},
    KeyRule{"type", true, "It is no Ed25519 key", "Make one: solander key new NAME"},
    KeyRule{"encryption", true, "It is encrypted in a way that is out of date",
            "Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt -in OLD -out NEW"},
    KeyRule{
        "few-rounds", true, "Whoever has the file may try its passphrase too fast",
        "Encrypt it anew with more rounds: openssl pkcs8 -topk8 -scrypt, or ssh-keygen -p -a 64"},
    KeyRule{"old-cipher", true,
            "It is encrypted with something else than AES, ARIA, Camellia or "
            "ChaCha20",
            "Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt -in OLD -out NEW"},
    KeyRule{"open-to-others", true,
            "Others may read or change the private key, or change the public one",
            "chmod 600 KEY, or chmod go-w KEY.pub; a private key that others could read is better "
            "replaced by a new one"},
    KeyRule{"directory-open", true, "Others may put another file in its place",
            "Take that right away: chmod go-w DIRECTORY"},
    KeyRule{"public-file", true, "The .pub file beside it is of another key, or is none",
            "Take the .pub file away, so that the key itself is asked: solander key show KEY "
            "--format json tells the line for a new one (openssh), and solander key export KEY "
            "writes that of a trust file; ssh-keygen -y -f KEY > KEY.pub does for OpenSSH's keys"},
    KeyRule{"no-passphrase", false, "Who gets the file can sign as its owner",
            "Give a person's key a passphrase: openssl pkcs8 -topk8 -scrypt; of a machine's key it "
            "may be meant so"},
    KeyRule{"not-compared", false, "It is encrypted, and was not compared with its .pub file",
            "Open it with --passphrase-fd"},
    KeyRule{"principal", false,
            "Its comment, or without one its file's name, cannot stand as a name in a trust file",
            "Give a name without blanks, quotes, commas and wildcards: solander key new "
            "--principal, or solander key export --principal"},
};

}  // namespace

std::span<const KeyRule> key_rules() {
    return kRules;
}

}  // namespace solander
