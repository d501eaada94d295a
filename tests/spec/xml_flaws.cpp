// SPDX-License-Identifier: Apache-2.0
// XML that some parser reads, and another way than the next; signed by a trusted key, all of it.
#include "matrix.h"

namespace solander::test {

namespace {

constexpr const char* kTitle = "Consul Ilse Varnholt in";

void say(Forgery& forgery, std::string_view from, std::string_view to) {
    replace(forgery.manifest(), from, to);
    forgery.reseal();
}

/// In place of the whole text.
void write(Forgery& forgery, std::string text) {
    forgery.manifest() = std::move(text);
    forgery.reseal();
}

void declare(Forgery& forgery, const std::string& doctype) {
    say(forgery, "?>\n", "?>\n" + doctype + "\n");
}

std::string utf16(std::string_view text) {
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide += {c, '\0'};
    return wide;
}

}  // namespace

const std::vector<Flaw>& xml_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- document types and entities
        {"BillionLaughs", "xml-entities",
         [](Forgery& f) {
             declare(f,
                     "<!DOCTYPE manifest [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                     "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;\">]>");
             say(f, kTitle, "&d;");
         },
         "xml.doctype", "IFIII", Stock::blind_to_grammar},
        {"ExternalEntity", "xml-entities",
         [](Forgery& f) {
             declare(f, "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
             say(f, kTitle, "&x;");
         },
         "xml.doctype", "IFIII", Stock::blind_to_grammar},
        {"ExternalDoctype", "xml-entities",
         [](Forgery& f) { declare(f, "<!DOCTYPE manifest SYSTEM \"https://example.org/m.dtd\">"); },
         "xml.doctype", "IFIII", Stock::blind_to_grammar},
        {"ParameterEntity", "xml-entities",
         [](Forgery& f) {
             declare(f, "<!DOCTYPE manifest [<!ENTITY % p SYSTEM \"file:///etc/hosts\"> %p;]>");
         },
         "xml.doctype", "IFIII", Stock::blind_to_grammar},
        {"DoctypeInOtherLetters", "xml-entities",
         [](Forgery& f) { declare(f, "<!doctype manifest>"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        // ---- what the profile leaves out
        {"Cdata", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "<![CDATA[Consul Ilse Varnholt in]]>"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"CdataThatHidesAnElement", "xml-two-readings",
         [](Forgery& f) { say(f, "  <files>", "  <![CDATA[<files>]]><files>"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"EndOfCdataInWords", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul ]]> in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"ProcessingInstruction", "xml-two-readings",
         [](Forgery& f) { declare(f, "<?xml-stylesheet href=\"https://example.org/x.xsl\"?>"); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"CommentAtTheEnd", "xml-two-readings",
         [](Forgery& f) { say(f, "</manifest>\n", "</manifest>\n<!-- x -->\n"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"CommentInWords", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul <!-- Ilse -->Ilse Varnholt in"); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"ReferenceByNumber", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul &#73;lse Varnholt in"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"ReferenceToNul", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul &#0; Varnholt in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"ReferenceToASurrogate", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul &#xD800; Varnholt in"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"SingleQuotes", "xml-two-readings",
         [](Forgery& f) { say(f, " level=\"item\"", " level='item'"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"TwoBlanksBetweenAttributes", "xml-two-readings",
         [](Forgery& f) { say(f, " level=\"item\"", "  level=\"item\""); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"LineFeedInAnAttribute", "xml-two-readings",
         [](Forgery& f) { say(f, "label=\"Author(s):\"", "label=\"Author\n(s):\""); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"TabInAnAttribute", "xml-two-readings",
         [](Forgery& f) { say(f, "label=\"Author(s):\"", "label=\"Author\t(s):\""); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"TagInAnAttribute", "xml-two-readings",
         [](Forgery& f) { say(f, "label=\"Author(s):\"", "label=\"<Author(s):\""); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"NamespaceOfAPrefix", "xml-two-readings",
         [](Forgery& f) { say(f, "<manifest ", "<manifest xmlns:s=\"urn:solander:manifest:1\" "); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"NamespaceInside", "xml-two-readings",
         [](Forgery& f) { say(f, "<files>", "<files xmlns=\"urn:example:1\">"); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"LanguageOfXml", "xml-two-readings",
         [](Forgery& f) { say(f, "<manifest ", "<manifest xml:lang=\"en\" "); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"NoDeclaration", "xml-two-readings",
         [](Forgery& f) { say(f, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", ""); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"VersionOneDotOne", "xml-two-readings",
         [](Forgery& f) { say(f, "xml version=\"1.0\"", "xml version=\"1.1\""); }, "xml.malformed",
         "IFIII", Stock::blind_to_grammar},
        {"WithoutItsLastLineFeed", "honest",
         [](Forgery& f) {
             f.manifest().pop_back();
             f.reseal();
         },
         "", "PPPPP", Stock::passed},
        {"CutInTheMiddle", "file-cut-off",
         [](Forgery& f) { write(f, f.manifest().substr(0, f.manifest().size() / 2)); },
         "xml.malformed", "IFIII"},
        {"Empty", "file-cut-off", [](Forgery& f) { write(f, ""); }, "xml.malformed", "IFIII"},
        // ---- bytes
        {"DeclaredLatin", "xml-two-readings",
         [](Forgery& f) { say(f, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"InUtf16", "xml-two-readings", [](Forgery& f) { write(f, utf16(f.manifest())); },
         "xml.malformed", "IFIII"},
        {"NulInWords", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, std::string_view("Consul \0 in", 11)); }, "xml.malformed",
         "IFIII"},
        {"NulAtTheEnd", "xml-two-readings",
         [](Forgery& f) { write(f, f.manifest() + std::string(8, '\0')); }, "xml.malformed",
         "IFIII"},
        {"ControlCharacter", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul \x1b[31m in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"EightBitControlCharacter", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul \u009B31m in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"NoCharacter", "xml-two-readings", [](Forgery& f) { say(f, kTitle, "Consul \uFFFE in"); },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"OverlongUtf8", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul \xC0\xBC in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"SurrogateInUtf8", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul \xED\xA0\x80 in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"BeyondUnicode", "xml-two-readings",
         [](Forgery& f) { say(f, kTitle, "Consul \xF4\x90\x80\x80 in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        {"CarriageReturnInWords", "line-ends",
         [](Forgery& f) { say(f, kTitle, "Consul\rIlse Varnholt in"); }, "xml.malformed", "IFIII",
         Stock::blind_to_grammar},
        // ---- one thing inside another
        {"SignatureOfXml", "xml-wrapping",
         [](Forgery& f) {
             say(f, "  <sealing>",
                 "  <Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/>"
                 "</Signature>\n  <sealing>");
         },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"ManifestInAManifest", "xml-wrapping",
         [](Forgery& f) {
             const auto begin = f.manifest().find("<manifest ");
             const std::string inner = f.manifest().substr(begin);
             write(f, f.manifest().substr(0, begin) + "<wrapper>\n" + inner + "</wrapper>\n");
         },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
        {"TwoListsOfFiles", "xml-wrapping",
         [](Forgery& f) {
             const std::string& text = f.manifest();
             const auto begin = text.find("  <files>");
             const auto end = text.find("  <tag-files>");
             write(f, text.substr(0, end) + text.substr(begin, end - begin) + text.substr(end));
         },
         "manifest.invalid", "IFIII", Stock::blind_to_grammar},
        {"TwoDocumentsOfOneId", "xml-wrapping",
         [](Forgery& f) {
             const std::string& text = f.manifest();
             const auto begin = text.find("    <document id=");
             const auto end = text.find("  </documents>");
             write(f, text.substr(0, end) + text.substr(begin, end - begin) + text.substr(end));
         },
         "manifest.invalid", "IFIII", Stock::blind_to_grammar},
        {"DeeperThanAnyManifest", "endless-data",
         [](Forgery& f) {
             std::string deep;
             for (int i = 0; i < 5000; ++i) deep += "<a>";
             say(f, kTitle, deep);
         },
         "xml.malformed", "IFIII", Stock::blind_to_grammar},
    };
    return flaws;
}

}  // namespace solander::test
