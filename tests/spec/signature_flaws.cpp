// SPDX-License-Identifier: Apache-2.0
// What can be wrong with the signature files of a manifest.
#include "crypto/ssh_wire.h"
#include "matrix.h"
#include "spelling.h"

namespace solander::test {

namespace {

std::string& signature(Forgery& forgery) {
    return forgery.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
}

}  // namespace

const std::vector<Flaw>& signature_flaws() {
    static const std::vector<Flaw> flaws{
        {"ByteOfTheManifest", "record-edited",
         [](Forgery& f) { replace(f.manifest(), "level=\"item\"", "level=\"file\""); },
         "manifest.id tag.differs signature.bad custody.manifest", "PFFFP"},
        {"ByteOfASignature", "record-edited",
         [](Forgery& f) {
             auto spelling = spelling_of(signature(f));
             spelling.signature[3] ^= std::byte{1};
             signature(f) = spelling.file();
         },
         "signature.bad custody.seal-signatures", "PPFFP"},
        {"OfAnotherManifest", "record-edited",
         [](Forgery& f) { signature(f) = signed_by("archivist", "manifest@solander", "<other/>"); },
         "signature.bad custody.seal-signatures", "PPFFP"},
        {"ByAnotherTrustedKey", "signed-anew",
         [](Forgery& f) {
             signature(f) = signed_by("registrar", "manifest@solander", f.manifest());
         },
         "signature.type custody.seal-signatures", "PPFFP"},
        {"MadeForSomethingElse", "signature-of-something-else",
         [](Forgery& f) {
             signature(f) = signed_by("archivist", "manifest@otherapp", f.manifest());
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfAnEvent", "signature-of-something-else",
         [](Forgery& f) {
             signature(f) = f.custody.at(Forgery::signature_of("0001-seal.xml", "archivist"));
         },
         "container.header signature.malformed custody.seal-signatures", "FPFFP", Stock::refused,
         InAnotherForm{"signature.malformed custody.seal-signatures", "PPFFP", kByName}},
        {"Emptied", "signature-stripped", [](Forgery& f) { signature(f).clear(); },
         "container.header container.padding container.size payload.digest signature.malformed "
         "custody.seal-signatures",
         "FFFFI", Stock::refused,
         InAnotherForm{"signature.malformed custody.seal-signatures", "PPFFP", kByName}},
        {"WithALineMoreBehindItsEnd", "second-spelling", [](Forgery& f) { signature(f) += "x\n"; },
         "container.header container.padding signature.malformed custody.seal-signatures", "FPFFP",
         Stock::refused,
         InAnotherForm{"signature.malformed custody.seal-signatures", "PPFFP", kByName}},
        {"WithWindowsLineEnds", "line-ends",
         [](Forgery& f) {
             std::string text;
             for (const char c : signature(f)) text += c == '\n' ? "\r\n" : std::string(1, c);
             signature(f) = text;
         },
         "container.header container.padding signature.line-endings custody.seal-signatures",
         "FPFFP", Stock::refused,
         InAnotherForm{"signature.line-endings custody.seal-signatures", "PPFFP", kByName}},
        {"InOtherLines", "second-spelling",
         [](Forgery& f) {
             std::string& text = signature(f);
             const auto second = text.find('\n', 35);
             std::swap(text[second], text[second + 1]);
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfVersionZero", "second-spelling",
         [](Forgery& f) {
             auto spelling = spelling_of(signature(f));
             spelling.version = 0;
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OverAnotherDigest", "weaker-algorithm",
         [](Forgery& f) {
             auto spelling = spelling_of(signature(f));
             spelling.hash = "sha256";
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"SpelledAnotherWay", "second-spelling",
         [](Forgery& f) {
             auto spelling = spelling_of(signature(f));
             spelling.signature = malleated(spelling.signature);
             signature(f) = spelling.file();
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"OfTypeRsaUndeclared", "weaker-algorithm",
         [](Forgery& f) {
             auto spelling = spelling_of(signature(f));
             spelling.key = key_blob("ssh-rsa-sha2", base::BytesView(spelling.key).last(32));
             signature(f) = spelling.file();
         },
         "signature.type custody.seal-signatures", "PPFFP"},
        {"ByAWeakKey", "low-order-key",
         [](Forgery& f) {
             const auto universal = universal_signature();
             declare(f, "ssh-ed25519", universal.key, universal.file());
         },
         "key.weak", "PPFPP"},
        {"OfADeclaredTypeThatIsNotKnown", "weaker-algorithm",
         [](Forgery& f) {
             Spelling later;
             later.type = "ssh-ml-dsa-65";
             later.key = key_blob(later.type, base::Bytes(1952));
             later.signature = base::Bytes(3309);
             declare(f, later.type, later.key, later.file());
         },
         "signature.unsupported", "PPIPP"},
        {"OfAnotherTypeThanDeclared", "weaker-algorithm",
         [](Forgery& f) {
             Spelling later;
             later.type = "ssh-ml-dsa-65";
             later.key = key_blob(later.type, base::Bytes(1952));
             later.signature = base::Bytes(3309);
             declare(f, "ssh-slh-dsa", later.key, later.file());
         },
         "signature.type", "PPFPP"},
        {"MissingAlthoughDeclared", "signature-stripped",
         [](Forgery& f) {
             Spelling second;
             second.key = crypto::ssh_key_blob(fixture_key("registrar").public_key());
             second.signature = base::Bytes(64);
             declare(f, "ssh-ed25519", second.key, second.file());
             f.entries.erase(f.entries.begin() + 3);
         },
         "container.header container.padding container.size entry.missing payload.digest "
         "signature.missing custody.seal-signatures",
         "FFFFI", Stock::refused,
         InAnotherForm{"entry.missing signature.missing custody.seal-signatures", "FPFFP",
                       kByName}},
        {"ThereAlthoughNotDeclared", "file-added",
         [](Forgery& f) {
             f.entries.insert(f.entries.begin() + 3,
                              {"letters/" + Forgery::signature_of("manifest.xml", "registrar"),
                               signed_by("registrar", "manifest@solander", f.manifest())});
         },
         "container.header container.padding container.size entry.unlisted payload.digest "
         "signature.undeclared custody.seal-signatures",
         "FFFFI", Stock::refused,
         InAnotherForm{"entry.unlisted signature.undeclared custody.seal-signatures", "FPFFP",
                       kByName}},
    };
    return flaws;
}

}  // namespace solander::test
