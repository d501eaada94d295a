// SPDX-License-Identifier: Apache-2.0
// What a manifest can say wrongly, though a trusted key signed it; and tag files that differ.
#include "matrix.h"

namespace solander::test {

namespace {

void say(Forgery& forgery, std::string_view from, std::string_view to) {
    replace(forgery.manifest(), from, to);
    forgery.reseal();
}

/// The manifest is refused: nothing can be compared with it, and its signature is good.
constexpr const char* kUntrue = "IFIII";

}  // namespace

const std::vector<Flaw>& manifest_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- not there, or no XML of the profile
        {"IsMissing", "file-cut-off",
         [](Forgery& f) { f.entry("manifest.xml").name = "letters/manifest.XML"; },
         "manifest.missing", "IFIII", Stock::refused,
         InAnotherForm{"package.unrecognised", "IIIII", kByName},
         InAnotherForm{"manifest.missing custody.unreadable", "IFIII", kWholeOnly}},
        {"WithADoctype", "xml-entities",
         [](Forgery& f) { say(f, "?>\n", "?>\n<!DOCTYPE manifest [<!ENTITY a \"b\">]>\n"); },
         "xml.doctype", kUntrue, Stock::blind_to_grammar},
        {"WithAnEntity", "xml-entities", [](Forgery& f) { say(f, "Ilse Varnholt", "&name;"); },
         "xml.malformed", kUntrue, Stock::blind_to_grammar},
        {"WithAComment", "xml-two-readings",
         [](Forgery& f) { say(f, "  <files>", "  <!-- x --><files>"); }, "xml.malformed", kUntrue,
         Stock::blind_to_grammar},
        {"WithAnAttributeTwice", "xml-two-readings",
         [](Forgery& f) { say(f, " level=\"item\"", " level=\"item\" level=\"item\""); },
         "xml.malformed", kUntrue, Stock::blind_to_grammar},
        {"WithTwoRoots", "xml-two-readings",
         [](Forgery& f) { say(f, "</manifest>\n", "</manifest>\n<manifest/>\n"); }, "xml.malformed",
         kUntrue, Stock::blind_to_grammar},
        {"WithSomethingAfterItsEnd", "xml-two-readings",
         [](Forgery& f) { say(f, "</manifest>\n", "</manifest>\nx"); }, "xml.malformed", kUntrue,
         Stock::blind_to_grammar},
        {"WithAByteOrderMark", "xml-two-readings",
         [](Forgery& f) { say(f, "<?xml", "\xEF\xBB\xBF<?xml"); }, "xml.malformed", kUntrue,
         Stock::blind_to_grammar},
        {"ThatIsNotUtf8", "xml-two-readings", [](Forgery& f) { say(f, "Ilse", "Il\xFFse"); },
         "xml.malformed", kUntrue, Stock::blind_to_grammar},
        {"WithCarriageReturns", "line-ends", [](Forgery& f) { say(f, "?>\n", "?>\r\n"); },
         "xml.malformed", kUntrue, Stock::blind_to_grammar},
        {"WithAPrefix", "xml-two-readings",
         [](Forgery& f) { say(f, "<manifest ", "<s:manifest "); }, "xml.malformed", kUntrue,
         Stock::blind_to_grammar},
        // ---- XML, and no manifest
        {"OfANewerVersion", "later-version",
         [](Forgery& f) { say(f, "urn:solander:manifest:1", "urn:solander:manifest:2"); },
         "format.newer", "IIIII", Stock::blind_to_grammar},
        {"OfANewerVersionByAKeyUnderAPattern", "later-version",
         [](Forgery& f) {
             f.trust =
                 "*@example.org " + fixture_key("archivist").public_key().openssh_line("") + "\n";
             say(f, "urn:solander:manifest:1", "urn:solander:manifest:2");
         },
         "format.newer signer.pattern", "IIIII", Stock::blind_to_grammar},
        {"OfANewerVersionSignedByAStranger", "later-version",
         [](Forgery& f) {
             f.trust = trust_lines({"registrar"});
             say(f, "urn:solander:manifest:1", "urn:solander:manifest:2");
         },
         "manifest.invalid signer.unknown", "IFIII"},
        {"OfAnotherNamespace", "false-manifest",
         [](Forgery& f) { say(f, "urn:solander:manifest:1", "urn:example:manifest:1"); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAnUnknownElement", "false-manifest",
         [](Forgery& f) { say(f, "  <files>", "  <extra/>\n  <files>"); }, "manifest.invalid",
         kUntrue, Stock::blind_to_grammar},
        {"WithAnUnknownAttribute", "false-manifest",
         [](Forgery& f) { say(f, " level=\"item\"", " level=\"item\" colour=\"red\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAttributesInAnotherOrder", "false-manifest",
         [](Forgery& f) { say(f, "id=\"d1\" level=\"item\"", "level=\"item\" id=\"d1\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithWordsBetweenElements", "false-manifest",
         [](Forgery& f) { say(f, "  <files>", "  unseen<files>"); }, "manifest.invalid", kUntrue,
         Stock::blind_to_grammar},
        {"WithAnImpossibleDate", "false-manifest",
         [](Forgery& f) { say(f, "edtf=\"1962-10-09\"", "edtf=\"1962-02-30\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAnAbsentFieldThatHasWords", "false-manifest",
         [](Forgery& f) {
             say(f, "<language state=\"absent\" origin=\"c1\"/>",
                 "<language state=\"absent\" origin=\"c1\">English</language>");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAPathThatLeavesThePackage", "path-escape",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/../letter.txt\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithAnAbsolutePath", "path-escape",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"/etc/cron.d/job.t\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithABackslashInAPath", "path-escape",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in\\letter.txt\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithANameOfWindows", "colliding-names",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/aux.txt\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithAnOverrideOfDirectionInAPath", "lookalike-names",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/\xE2\x80\xAEtxt.exe\"");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithAPathInFormD", "colliding-names",
         [](Forgery& f) { say(f, "Příloha č. 1.txt\" size", "Příloha c\xCC\x8C. 1.txt\" size"); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithPathsThatCollide", "colliding-names",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/TELEGRAM.txt\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_names},
        {"WithPathsOutOfOrder", "false-manifest",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/zetter.txt\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithSizesThatOverflow", "endless-data",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\" size=\"36\"",
                 "path=\"data/in/letter.txt\" size=\"18446744073709551000\"");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithASizeThatIsNoNumber", "endless-data",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\" size=\"36\"",
                 "path=\"data/in/letter.txt\" size=\"036\"");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAFileOfAnUnknownDocument", "false-manifest",
         [](Forgery& f) { say(f, "document=\"d1\"", "document=\"d2\""); }, "manifest.invalid",
         kUntrue, Stock::blind_to_grammar},
        // ---- the audit that the sealers state
        {"WithAnUnknownAttributeOfItsAudit", "audit-edited",
         [](Forgery& f) { say(f, "<audit tool=", "<audit seal=\"x\" tool="); }, "manifest.invalid",
         kUntrue, Stock::blind_to_grammar},
        {"WithAnAuditBeforeItsTagFiles", "audit-edited",
         [](Forgery& f) {
             std::string& text = f.manifest();
             const auto from = text.find("  <audit");
             const auto audit = text.substr(from, text.find("</manifest>") - from);
             text.erase(from, audit.size());
             say(f, "  <tag-files>", audit + "  <tag-files>");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAnAuditThatCountsMoreThanItLists", "audit-edited",
         [](Forgery& f) { say(f, "<counts errors=\"", "<counts errors=\"9"); }, "manifest.invalid",
         kUntrue, Stock::blind_to_grammar},
        {"WithAnAuditOfAnUnknownDocument", "audit-edited",
         [](Forgery& f) {
             say(f, "level=\"error\" document=\"d1\"", "level=\"error\" document=\"d2\"");
         },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        {"WithAnAuditAsOfNoDay", "audit-edited",
         [](Forgery& f) { say(f, "as-of=\"2024-11-24\"", "as-of=\"2024-11-31\""); },
         "manifest.invalid", kUntrue, Stock::blind_to_grammar},
        // ---- a manifest that does not fit what is around it
        {"WithTheIdOfAnother", "false-manifest",
         [](Forgery& f) {
             const auto at = f.manifest().find(" id=\"urn:uuid:") + 14;
             f.manifest()[at] = f.manifest()[at] == '0' ? '1' : '0';
             f.sign_manifest();
         },
         "manifest.id tag.differs", "PFPPP"},
        {"WithAnotherName", "false-manifest",
         [](Forgery& f) { say(f, "name=\"letters\"", "name=\"notters\""); },
         "container.header entry.unlisted entry.missing manifest.name", "FFPPP",
         Stock::blind_to_form, InAnotherForm{"", "PPPPP", kNoHeaders},
         InAnotherForm{"container.header entry.unlisted entry.missing bundle.form manifest.name",
                       "FFPPP", kWholeOnly}},
        {"ThatListsAFileWhichIsNotThere", "file-cut-off",
         [](Forgery& f) {
             const std::string& text = f.manifest();
             const auto from = text.find("    <file path=\"data/in/letter.txt\"");
             const auto line = text.substr(from, text.find('\n', from) + 1 - from);
             std::string more = line;
             replace(more, "letter.txt", "lettes.txt");
             f.manifest().insert(from + line.size(), more);
             std::string& list = f.entry("manifest-sha256.txt").data;
             const auto row = list.find("  data/in/letter.txt\n");
             list.insert(row + 21, list.substr(row - 64, 64) + "  data/in/lettes.txt\n");
             replace(f.entry("bag-info.txt").data, "1892.3", "1928.4");
             f.reseal();
         },
         "container.header container.padding container.size entry.missing payload.digest", "FFPPI",
         Stock::refused, InAnotherForm{"entry.missing", "FFPPP", kByName}},
        {"ThatMisquotesItsCapture", "misquoted",
         [](Forgery& f) { say(f, "Consul Ilse Varnholt in", "Consul Ilse Varnhold in"); },
         "quote.differs", "PPPPF", Stock::blind_to_claims},
        {"ThatQuotesALineBeyondTheEnd", "misquoted",
         [](Forgery& f) {
             say(f, "at=\"line 3\" rule=\"wilson.head\"", "at=\"line 300\" rule=\"wilson.head\"");
         },
         "quote.differs", "PPPPF", Stock::blind_to_claims},
        {"ThatStatesAnotherDigestOfATagFile", "tag-file-edited",
         [](Forgery& f) {
             f.entry("bag-info.txt").data[0] = 'b';
             f.reseal();
         },
         "tag.differs", "PFPPP", Stock::blind_to_claims},
        // ---- tag files
        {"BagInfoDiffers", "tag-file-edited",
         [](Forgery& f) { replace(f.entry("bag-info.txt").data, "2024-11-24", "2024-11-25"); },
         "tag.differs", "PFPPP"},
        {"BagItFileDiffers", "tag-file-edited",
         [](Forgery& f) { replace(f.entry("bagit.txt").data, "1.0", "0.9"); }, "tag.differs",
         "PFPPP"},
        {"ListOfThePayloadDiffers", "tag-file-edited",
         [](Forgery& f) { f.entry("manifest-sha256.txt").data[0] ^= 1; }, "tag.differs", "PFPPP"},
        {"ListOfTagFilesDiffers", "tag-file-edited",
         [](Forgery& f) { f.entry("tagmanifest-sha256.txt").data[0] ^= 1; }, "tag.differs",
         "PFPPP"},
        {"ListOfTagFilesIsMissing", "tag-file-edited",
         [](Forgery& f) { f.entry("tagmanifest-sha256.txt").name = "letters/tagmanifest-md5.txt"; },
         "container.header entry.unlisted entry.missing", "FFPPP", Stock::refused,
         InAnotherForm{"entry.unlisted entry.missing", "FFPPP", kByName}},
    };
    return flaws;
}

}  // namespace solander::test
