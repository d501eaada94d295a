// SPDX-License-Identifier: Apache-2.0
// Texts that a mail, an editor or a version control turned into something else, file by file.
#include "matrix.h"

namespace solander::test {

namespace {

constexpr const char* kMark = "\xEF\xBB\xBF";

std::string with_crlf(std::string_view text) {
    std::string converted;
    for (const char c : text) converted += c == '\n' ? "\r\n" : std::string(1, c);
    return converted;
}

std::string& tag_file(Forgery& forgery, std::string_view name) {
    return forgery.entry(name).data;
}

std::string& seal_signature(Forgery& forgery) {
    return forgery.custody.at(Forgery::signature_of("0001-seal.xml", "archivist"));
}

std::string& signature(Forgery& forgery) {
    return tag_file(forgery, Forgery::signature_of("manifest.xml", "archivist"));
}

void convert(std::string& text) {
    text = with_crlf(text);
}

void mark(std::string& text) {
    text.insert(0, kMark);
}

}  // namespace

const std::vector<Flaw>& text_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- line ends
        {"ManifestWithWindowsLineEnds", "line-ends", [](Forgery& f) { convert(f.manifest()); },
         "xml.malformed signature.bad custody.manifest", "IFFFI"},
        {"BagItFileWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(tag_file(f, "bagit.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"BagInfoWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(tag_file(f, "bag-info.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListOfThePayloadWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(tag_file(f, "manifest-sha256.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListOfTagFilesWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(tag_file(f, "tagmanifest-sha256.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"LetterWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(tag_file(f, "data/in/letter.txt")); },
         "container.header container.padding payload.digest", "FFPPP", Stock::refused,
         InAnotherForm{"payload.size", "PFPPP", kByName}},
        {"SealWithWindowsLineEnds", "line-ends", [](Forgery& f) { convert(f.seal()); },
         "signature.bad custody.event-invalid", "PPPFP"},
        {"SignatureOfTheSealWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(seal_signature(f)); }, "signature.line-endings", "PPPFP"},
        {"InstructionsWithWindowsLineEnds", "line-ends",
         [](Forgery& f) { convert(f.custody.at("VERIFY.txt")); }, "custody.verify-txt", "PPPFP",
         Stock::blind_to_text},
        {"TrustFileWithWindowsLineEnds", "line-ends", [](Forgery& f) { convert(f.trust); }, "",
         "PPPPP", Stock::passed},
        {"EverythingWithWindowsLineEnds", "line-ends",
         [](Forgery& f) {
             for (TarEntry& entry : f.entries) convert(entry.data);
             for (auto& [name, bytes] : f.custody) convert(bytes);
         },
         "xml.malformed signature.line-endings custody.verify-txt custody.event-invalid", "IFFFI"},
        {"SignatureWithOldMacLineEnds", "line-ends",
         [](Forgery& f) {
             for (char& c : signature(f)) c = c == '\n' ? '\r' : c;
         },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        // ---- byte order marks
        {"SignatureWithAByteOrderMark", "second-spelling", [](Forgery& f) { mark(signature(f)); },
         "container.header container.padding signature.malformed custody.seal-signatures", "FPFFP",
         Stock::refused,
         InAnotherForm{"signature.malformed custody.seal-signatures", "PPFFP", kByName}},
        {"BagItFileWithAByteOrderMark", "tag-file-edited",
         [](Forgery& f) { mark(tag_file(f, "bagit.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListOfThePayloadWithAByteOrderMark", "tag-file-edited",
         [](Forgery& f) { mark(tag_file(f, "manifest-sha256.txt")); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"SealWithAByteOrderMark", "xml-two-readings",
         [](Forgery& f) {
             mark(f.seal());
             f.sign_event("0001-seal.xml");
         },
         "custody.event-invalid", "PPPFP", Stock::blind_to_grammar},
        {"TrustFileWithAByteOrderMark", "no-trust", [](Forgery& f) { mark(f.trust); },
         "trust.line signer.unknown", "PPIIP", Stock::blind_to_trust},
        // ---- bytes that end a text for some
        {"NulInBagInfo", "tag-file-edited",
         [](Forgery& f) { tag_file(f, "bag-info.txt")[5] = '\0'; }, "tag.differs", "PFPPP"},
        {"NulInTheListOfThePayload", "tag-file-edited",
         [](Forgery& f) { tag_file(f, "manifest-sha256.txt")[70] = '\0'; }, "tag.differs", "PFPPP"},
        {"NulInTheSignature", "second-spelling", [](Forgery& f) { signature(f)[100] = '\0'; },
         "signature.malformed custody.seal-signatures", "PPFFP"},
        {"SubstituteBehindTheList", "tag-file-edited",
         [](Forgery& f) { tag_file(f, "manifest-sha256.txt") += '\x1a'; },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListWithoutItsLastLineFeed", "tag-file-edited",
         [](Forgery& f) { tag_file(f, "manifest-sha256.txt").pop_back(); },
         "container.header tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListThatIsMarkedAsBinary", "tag-file-edited",
         [](Forgery& f) { replace(tag_file(f, "manifest-sha256.txt"), "  data", " *data"); },
         "tag.differs", "PFPPP"},
        {"ListWithACommentInFront", "tag-file-edited",
         [](Forgery& f) { tag_file(f, "manifest-sha256.txt").insert(0, "# checked\n"); },
         "container.header container.padding tag.differs", "FFPPP", Stock::refused,
         InAnotherForm{"tag.differs", "PFPPP", kByName}},
        {"ListInOtherLetters", "tag-file-edited",
         [](Forgery& f) {
             for (char& c : tag_file(f, "tagmanifest-sha256.txt"))
                 if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
         },
         "tag.differs", "PFPPP"},
        {"SealInUtf16", "xml-two-readings",
         [](Forgery& f) {
             std::string wide = "\xFF\xFE";
             for (const char c : f.seal()) wide += {c, '\0'};
             f.seal() = wide;
             f.sign_event("0001-seal.xml");
         },
         "custody.event-invalid", "PPPFP"},
    };
    return flaws;
}

}  // namespace solander::test
