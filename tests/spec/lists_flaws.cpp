// SPDX-License-Identifier: Apache-2.0
// What is made for readers who go by lists and by patterns of text, as stock tools do: each of
// these has to fail at some step of VERIFY.txt, in every shell.
#include "matrix.h"
#include "story.h"
#include "tar_parts.h"

namespace solander::test {

namespace {

TarEntry file(const std::string& name, const std::string& data) {
    return {.name = name, .data = data};
}

std::string fingerprint(const std::string& key) {
    return fixture_key(key).public_key().fingerprint();
}

}  // namespace

const std::vector<Flaw>& lists_flaws() {
    static const std::vector<Flaw> flaws{
        {"ForgedListsOfAForgedPayload", "tag-file-edited",
         [](Forgery& f) {
             std::string& letter = letter_of(f).data;
             const std::string before = hex_digest(letter);
             letter[5] ^= 1;
             std::string& list = f.entry("manifest-sha256.txt").data;
             const std::string list_before = hex_digest(list);
             replace(list, before, hex_digest(letter));
             replace(f.entry("tagmanifest-sha256.txt").data, list_before, hex_digest(list));
         },
         "tag.differs payload.digest", "PFPPP"},
        {"ListOfTagFilesThatNamesOne", "tag-file-edited",
         [](Forgery& f) {
             f.entry("tagmanifest-sha256.txt").data =
                 hex_digest(f.entry("bagit.txt").data) + "  bagit.txt\n";
         },
         "container.header tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListOfTagFilesThatNeverEnds", "endless-data",
         [](Forgery& f) {
             f.entry("tagmanifest-sha256.txt").data = std::string(64, '0') + "  /dev/zero\n";
         },
         "container.header tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"FileMoreAtTheTop", "file-added",
         [](Forgery& f) { f.entries.push_back(file("letters/readme.txt", "x")); },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kByName}},
        {"FileMoreOfTwoLines", "file-added",
         [](Forgery& f) { f.entries.push_back(file("letters/bag-info.txt\nbagit.txt", "x")); },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kByName}},
        {"FileMoreThatIsAnOption", "file-added",
         [](Forgery& f) { f.entries.push_back(file("letters/--files0-from=x", "x")); },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted", "FPPPP", kByName}},
        {"NameTwiceSpelledAnotherWay", "name-twice",
         [](Forgery& f) {
             f.entries.insert(f.entries.begin() + 5, file("letters/./data/in/letter.txt", "evil"));
         },
         "container.header container.padding container.size entry.unlisted entry.missing "
         "payload.digest",
         "FFPPI", Stock::refused, InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"AnotherTopDirectory", "file-added",
         [](Forgery& f) { f.entries.push_back(file("others/data/x.txt", "x")); },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"", "PPPPP", kNoHeaders}},
        {"SignatureLess", "signature-stripped",
         [](Forgery& f) { f.entries.erase(f.entries.begin() + 2); },
         "container.header container.padding container.size entry.missing payload.digest "
         "signature.missing custody.seal-signatures",
         "FFFFI", Stock::refused,
         InAnotherForm{"entry.missing signature.missing custody.seal-signatures", "FPFFP",
                       kByName}},
        {"SignatureTwiceUnderTwoNames", "one-key-twice",
         [](Forgery& f) {
             auto more = f.entry(Forgery::signature_of("manifest.xml", "archivist"));
             more.name = "letters/manifest.xml.0123456789abcdef.sig";
             f.entries.push_back(more);
         },
         "container.padding container.size entry.unlisted", "FPPPP", Stock::refused,
         InAnotherForm{"entry.unlisted signature.undeclared custody.seal-signatures", "FPFFP",
                       kByName}},
        {"SecondSignerOnTheLineOfTheFirst", "signature-stripped",
         [](Forgery& f) {
             replace(f.manifest(), "\n  </sealing>",
                     "<principal name=\"r\" key=\"" + fingerprint("registrar") +
                         "\" type=\"ssh-ed25519\" signature-size=\"314\"/>\n  </sealing>");
             f.reseal();
         },
         "container.header container.padding container.size entry.missing payload.digest "
         "signature.missing",
         "FFFPI", Stock::refused,
         InAnotherForm{"entry.missing signature.missing", "FPFPP", kByName}},
        {"AnotherSignerDeclaredThanSigned", "signature-stripped",
         [](Forgery& f) {
             replace(f.manifest(), fingerprint("archivist"), fingerprint("registrar"));
             replace(f.manifest(), "October 9, 1962", "key=\"" + fingerprint("archivist") + "\"");
             f.reseal();
         },
         "container.header entry.unlisted entry.missing signature.missing signature.undeclared "
         "custody.seal-actor quote.differs",
         "FPFFF", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing signature.missing signature.undeclared "
                       "custody.seal-actor quote.differs",
                       "FPFFF", kByName}},
        {"RefusalRenamedToAReceipt", "altered-receipt",
         [](Forgery& f) {
             f.trust = trust_lines({"archivist", "registrar"});
             Story(f).release("archivist", "registrar").refuse("registrar");
             const std::string was = "0003-refuse.xml";
             const std::string is = "0003-receipt.xml";
             f.custody[is] = f.custody.at(was);
             f.custody[Forgery::signature_of(is, "registrar")] =
                 f.custody.at(Forgery::signature_of(was, "registrar"));
             f.custody.erase(Forgery::signature_of(was, "registrar"));
             f.custody.erase(was);
         },
         "custody.event-invalid", "PPPFP"},
        {"UnsignedEvent", "signature-stripped",
         [](Forgery& f) { f.custody["0002-note.xml"] = "<note/>"; }, "custody.event-invalid",
         "PPPFP"},
        {"SignatureWithoutItsEvent", "file-added-to-custody",
         [](Forgery& f) {
             f.custody["0002-note.xml.0123456789abcdef.sig"] =
                 f.custody.at(Forgery::signature_of("0001-seal.xml", "archivist"));
         },
         "custody.unfinished", "PPPIP"},
        {"CustodyFileOfTwoLines", "file-added-to-custody",
         [](Forgery& f) { f.custody["VERIFY.txt\nVERIFY.txt"] = "x"; }, "custody.unlisted",
         "PPPFP"},
        {"CustodyFileThatIsAnOption", "file-added-to-custody",
         [](Forgery& f) { f.custody["-rf"] = "x"; }, "custody.unlisted", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
