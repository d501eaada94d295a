// SPDX-License-Identifier: Apache-2.0
// Signatures and keys that stock tools take and a strict verifier refuses. Where the seal follows,
// it was made over them: nothing else is wrong.
#include <fmt/format.h>

#include "base/base64.h"
#include "crypto/ssh_wire.h"
#include "matrix.h"
#include "spelling.h"

namespace solander::test {

namespace {

std::string& signature(Forgery& forgery) {
    return forgery.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
}

/// The archivist's signature with other fields, made and sealed as if that were in order.
void sign_as(Forgery& forgery, const Spelling& fields) {
    replace_signature(forgery, signed_as("archivist", fields, forgery.manifest()).file());
}

/// The same signature in another spelling, sealed.
void spell(Forgery& forgery, void (*change)(Spelling&)) {
    Spelling spelling = spelling_of(signature(forgery));
    change(spelling);
    replace_signature(forgery, spelling.file());
}

/// A second signer whose key is of another type, and whose signature is none.
void declare_type(Forgery& forgery, const std::string& type, std::size_t key_bytes) {
    Spelling other;
    other.type = type;
    other.key = key_blob(type, base::Bytes(key_bytes));
    other.signature = base::Bytes(64);
    declare(forgery, type, other.key, other.file());
}

/// A second signature by a weak key, and the line that makes a reader believe it.
void declare_weak_key(Forgery& forgery) {
    const Spelling universal = universal_signature();
    forgery.trust += "second@example.org ssh-ed25519 " + base::to_base64(universal.key) + "\n";
    declare(forgery, "ssh-ed25519", universal.key, universal.file());
}

/// Declares one signer more and seals that; the tar has no file for them.
void declare_line(Forgery& forgery, const std::string& line) {
    replace(forgery.manifest(), "  </sealing>", "    " + line + "\n  </sealing>");
    forgery.reseal();
}

std::string principal(std::string_view name, const std::string& key) {
    return fmt::format(
        "<principal name=\"{}\" key=\"{}\" type=\"ssh-ed25519\" signature-size=\"314\"/>", name,
        fixture_key(key).public_key().fingerprint());
}

}  // namespace

const std::vector<Flaw>& keys_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- second spellings, and the seal follows
        {"SPlusTheOrder", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.signature = malleated(s.signature); }); },
         "signature.malformed", "PPFPP", Stock::blind_to_spelling},
        {"VersionZero", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.version = 0; }); }, "signature.malformed",
         "PPFPP", Stock::blind_to_spelling},
        {"VersionTwo", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.version = 2; }); }, "signature.malformed",
         "PPFPP"},
        {"BytesBehindTheLastField", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.behind = "more"; }); },
         "container.header container.padding signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"BytesBehindTheSignature", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.behind_inner = "more"; }); },
         "container.header container.padding signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"SignatureOfTooFewBytes", "second-spelling",
         [](Forgery& f) { spell(f, [](Spelling& s) { s.signature.pop_back(); }); },
         "container.header signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"WordsBehindTheEndLine", "second-spelling",
         [](Forgery& f) { replace_signature(f, signature(f) + "words\n"); },
         "container.header container.padding signature.malformed", "FPFPP",
         Stock::blind_to_spelling, InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"WordsBeforeTheBeginLine", "second-spelling",
         [](Forgery& f) { replace_signature(f, "words\n" + signature(f)); },
         "container.header container.padding signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"TwoSignaturesInOneFile", "second-spelling",
         [](Forgery& f) {
             replace_signature(
                 f, signature(f) + signed_by("registrar", "manifest@solander", f.manifest()));
         },
         "container.header container.padding container.size payload.digest signature.malformed",
         "FFFPI", Stock::blind_to_spelling, InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"NoLastLineFeed", "second-spelling",
         [](Forgery& f) { replace_signature(f, signature(f).substr(0, signature(f).size() - 1)); },
         "container.header signature.malformed", "FPFPP", Stock::blind_to_spelling,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"LinesOfSixtyFour", "second-spelling",
         [](Forgery& f) {
             std::string text = signature(f);
             std::string digits = text.substr(30, text.find("-----END") - 30);
             std::erase(digits, '\n');
             std::string lines;
             for (std::size_t at = 0; at < digits.size(); at += 64)
                 lines += digits.substr(at, 64) + "\n";
             replace_signature(f, text.substr(0, 30) + lines + text.substr(text.find("-----END")));
         },
         "signature.malformed", "PPFPP", Stock::blind_to_spelling},
        {"BlanksInItsLines", "second-spelling",
         [](Forgery& f) {
             std::string text = signature(f);
             text.insert(50, " ");
             replace_signature(f, text);
         },
         "container.header container.padding signature.malformed", "FPFPP",
         Stock::blind_to_spelling, InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"ReservedFieldWithWords", "second-spelling",
         [](Forgery& f) { sign_as(f, {.key = {}, .reserved = "words", .signature = {}}); },
         "container.header container.padding signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        // ---- other algorithms
        {"OverSha256", "weaker-algorithm",
         [](Forgery& f) { sign_as(f, {.key = {}, .hash = "sha256", .signature = {}}); },
         "signature.malformed", "PPFPP", Stock::blind_to_strength},
        {"RsaDeclared", "weaker-algorithm", [](Forgery& f) { declare_type(f, "ssh-rsa", 279); },
         "signature.unsupported", "PPIPP"},
        {"EcdsaDeclared", "weaker-algorithm",
         [](Forgery& f) { declare_type(f, "ecdsa-sha2-nistp256", 65); }, "signature.unsupported",
         "PPIPP"},
        {"DsaDeclared", "weaker-algorithm", [](Forgery& f) { declare_type(f, "ssh-dss", 400); },
         "signature.unsupported", "PPIPP"},
        {"CertificateDeclared", "weaker-algorithm",
         [](Forgery& f) { declare_type(f, "ssh-ed25519-cert-v01@openssh.com", 32); },
         "signature.unsupported", "PPIPP"},
        // ---- made for something else
        {"MadeForCustody", "signature-of-something-else",
         [](Forgery& f) {
             sign_as(f, {.key = {}, .name_space = "custody@solander", .signature = {}});
         },
         "container.header signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"MadeForGit", "signature-of-something-else",
         [](Forgery& f) { sign_as(f, {.key = {}, .name_space = "git", .signature = {}}); },
         "container.header signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"MadeForAFile", "signature-of-something-else",
         [](Forgery& f) { sign_as(f, {.key = {}, .name_space = "file", .signature = {}}); },
         "container.header signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        {"MadeForNothing", "signature-of-something-else",
         [](Forgery& f) { sign_as(f, {.key = {}, .name_space = "", .signature = {}}); },
         "container.header signature.malformed", "FPFPP", Stock::refused,
         InAnotherForm{"signature.malformed", "PPFPP", kByName}},
        // ---- weak keys
        {"WeakKeyThatIsTrusted", "low-order-key", [](Forgery& f) { declare_weak_key(f); },
         "trust.line key.weak", "PPFPP", Stock::blind_to_strength},
        {"WeakKeyThatSignsAnotherManifest", "low-order-key",
         [](Forgery& f) {
             declare_weak_key(f);
             replace(f.manifest(), "October 9, 1962", "October 8, 1962");
             f.reseal();
         },
         "trust.line key.weak quote.differs", "PPFPF", Stock::blind_to_strength},
        // ---- who has to sign
        {"NobodyDeclared", "signature-stripped",
         [](Forgery& f) {
             std::string& text = f.manifest();
             const auto from = text.find("    <principal");
             text.erase(from, text.find("  </sealing>") - from);
             f.entries.erase(f.entries.begin() + 2);
             f.custody["0001-seal.xml"] = f.seal();
         },
         "manifest.invalid signature.missing custody.manifest", "IFFFI"},
        {"OneKeyDeclaredTwice", "one-key-twice",
         [](Forgery& f) { declare_line(f, principal("archivist@example.org", "archivist")); },
         "manifest.invalid", "IFIII"},
        {"OneKeyUnderTwoNames", "one-key-twice",
         [](Forgery& f) { declare_line(f, principal("second@example.org", "archivist")); },
         "manifest.invalid", "IFIII"},
        {"OneKeyTwiceInTheSeal", "one-key-twice",
         [](Forgery& f) {
             const std::string& seal = f.seal();
             const auto from = seal.find("    <signer ");
             const auto line = seal.substr(from, seal.find("  </signers>") - from);
             f.seal().insert(from, line);
             f.sign_event("0001-seal.xml");
         },
         "custody.event-invalid", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
