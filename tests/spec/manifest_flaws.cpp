// SPDX-License-Identifier: Apache-2.0
// What a manifest can say wrongly, though a trusted key signed it; and tag files that differ.
#include "flaw.h"

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
        {"IsMissing", [](Forgery& f) { f.entry("manifest.xml").name = "letters/manifest.XML"; },
         "manifest.missing", "IFIII"},
        {"WithADoctype",
         [](Forgery& f) { say(f, "?>\n", "?>\n<!DOCTYPE manifest [<!ENTITY a \"b\">]>\n"); },
         "xml.doctype", kUntrue},
        {"WithAnEntity", [](Forgery& f) { say(f, "Ilse Varnholt", "&name;"); }, "xml.malformed",
         kUntrue},
        {"WithAComment", [](Forgery& f) { say(f, "  <files>", "  <!-- x --><files>"); },
         "xml.malformed", kUntrue},
        {"WithAnAttributeTwice",
         [](Forgery& f) { say(f, " level=\"item\"", " level=\"item\" level=\"item\""); },
         "xml.malformed", kUntrue},
        {"WithTwoRoots", [](Forgery& f) { say(f, "</manifest>\n", "</manifest>\n<manifest/>\n"); },
         "xml.malformed", kUntrue},
        {"WithSomethingAfterItsEnd", [](Forgery& f) { say(f, "</manifest>\n", "</manifest>\nx"); },
         "xml.malformed", kUntrue},
        {"WithAByteOrderMark", [](Forgery& f) { say(f, "<?xml", "\xEF\xBB\xBF<?xml"); },
         "xml.malformed", kUntrue},
        {"ThatIsNotUtf8", [](Forgery& f) { say(f, "Ilse", "Il\xFFse"); }, "xml.malformed", kUntrue},
        {"WithCarriageReturns", [](Forgery& f) { say(f, "?>\n", "?>\r\n"); }, "xml.malformed",
         kUntrue},
        {"WithAPrefix", [](Forgery& f) { say(f, "<manifest ", "<s:manifest "); }, "xml.malformed",
         kUntrue},
        // ---- XML, and no manifest
        {"OfANewerVersion",
         [](Forgery& f) { say(f, "urn:solander:manifest:1", "urn:solander:manifest:2"); },
         "format.newer", "IIIII"},
        {"OfANewerVersionByAKeyUnderAPattern",
         [](Forgery& f) {
             f.trust =
                 "*@example.org " + fixture_key("archivist").public_key().openssh_line("") + "\n";
             say(f, "urn:solander:manifest:1", "urn:solander:manifest:2");
         },
         "format.newer signer.pattern", "IIIII"},
        {"OfANewerVersionSignedByAStranger",
         [](Forgery& f) {
             f.trust = trust_lines({"registrar"});
             say(f, "urn:solander:manifest:1", "urn:solander:manifest:2");
         },
         "manifest.invalid signer.unknown", "IFIII"},
        {"OfAnotherNamespace",
         [](Forgery& f) { say(f, "urn:solander:manifest:1", "urn:example:manifest:1"); },
         "manifest.invalid", kUntrue},
        {"WithAnUnknownElement", [](Forgery& f) { say(f, "  <files>", "  <extra/>\n  <files>"); },
         "manifest.invalid", kUntrue},
        {"WithAnUnknownAttribute",
         [](Forgery& f) { say(f, " level=\"item\"", " level=\"item\" colour=\"red\""); },
         "manifest.invalid", kUntrue},
        {"WithAttributesInAnotherOrder",
         [](Forgery& f) { say(f, "id=\"d1\" level=\"item\"", "level=\"item\" id=\"d1\""); },
         "manifest.invalid", kUntrue},
        {"WithWordsBetweenElements", [](Forgery& f) { say(f, "  <files>", "  unseen<files>"); },
         "manifest.invalid", kUntrue},
        {"WithAnImpossibleDate",
         [](Forgery& f) { say(f, "edtf=\"1962-10-09\"", "edtf=\"1962-02-30\""); },
         "manifest.invalid", kUntrue},
        {"WithAnAbsentFieldThatHasWords",
         [](Forgery& f) {
             say(f, "<language state=\"absent\" origin=\"c1\"/>",
                 "<language state=\"absent\" origin=\"c1\">English</language>");
         },
         "manifest.invalid", kUntrue},
        {"WithAPathThatLeavesThePackage",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/../letter.txt\""); },
         "manifest.invalid", kUntrue},
        {"WithAnAbsolutePath",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"/etc/cron.d/job.t\""); },
         "manifest.invalid", kUntrue},
        {"WithABackslashInAPath",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in\\letter.txt\""); },
         "manifest.invalid", kUntrue},
        {"WithANameOfWindows",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/aux.txt\""); },
         "manifest.invalid", kUntrue},
        {"WithAnOverrideOfDirectionInAPath",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/\xE2\x80\xAEtxt.exe\"");
         },
         "manifest.invalid", kUntrue},
        {"WithAPathInFormD",
         [](Forgery& f) { say(f, "Příloha č. 1.txt\" size", "Příloha c\xCC\x8C. 1.txt\" size"); },
         "manifest.invalid", kUntrue},
        {"WithPathsThatCollide",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/TELEGRAM.txt\""); },
         "manifest.invalid", kUntrue},
        {"WithPathsOutOfOrder",
         [](Forgery& f) { say(f, "path=\"data/in/letter.txt\"", "path=\"data/in/zetter.txt\""); },
         "manifest.invalid", kUntrue},
        {"WithSizesThatOverflow",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\" size=\"36\"",
                 "path=\"data/in/letter.txt\" size=\"18446744073709551000\"");
         },
         "manifest.invalid", kUntrue},
        {"WithASizeThatIsNoNumber",
         [](Forgery& f) {
             say(f, "path=\"data/in/letter.txt\" size=\"36\"",
                 "path=\"data/in/letter.txt\" size=\"036\"");
         },
         "manifest.invalid", kUntrue},
        {"WithAFileOfAnUnknownDocument",
         [](Forgery& f) { say(f, "document=\"d1\"", "document=\"d2\""); }, "manifest.invalid",
         kUntrue},
        // ---- the audit that the sealers state
        {"WithAnUnknownAttributeOfItsAudit",
         [](Forgery& f) { say(f, "<audit tool=", "<audit seal=\"x\" tool="); }, "manifest.invalid",
         kUntrue},
        {"WithAnAuditBeforeItsTagFiles",
         [](Forgery& f) {
             std::string& text = f.manifest();
             const auto from = text.find("  <audit");
             const auto audit = text.substr(from, text.find("</manifest>") - from);
             text.erase(from, audit.size());
             say(f, "  <tag-files>", audit + "  <tag-files>");
         },
         "manifest.invalid", kUntrue},
        {"WithAnAuditThatCountsMoreThanItLists",
         [](Forgery& f) { say(f, "<counts errors=\"", "<counts errors=\"9"); }, "manifest.invalid",
         kUntrue},
        {"WithAnAuditOfAnUnknownDocument",
         [](Forgery& f) {
             say(f, "level=\"error\" document=\"d1\"", "level=\"error\" document=\"d2\"");
         },
         "manifest.invalid", kUntrue},
        {"WithAnAuditAsOfNoDay",
         [](Forgery& f) { say(f, "as-of=\"2026-11-24\"", "as-of=\"2026-11-31\""); },
         "manifest.invalid", kUntrue},
        // ---- a manifest that does not fit what is around it
        {"WithTheIdOfAnother",
         [](Forgery& f) {
             const auto at = f.manifest().find(" id=\"urn:uuid:") + 14;
             f.manifest()[at] = f.manifest()[at] == '0' ? '1' : '0';
             f.sign_manifest();
         },
         "manifest.id tag.differs", "PFPPP"},
        {"WithAnotherName", [](Forgery& f) { say(f, "name=\"letters\"", "name=\"notters\""); },
         "container.header entry.unlisted entry.missing manifest.name", "FFPPP"},
        {"ThatListsAFileWhichIsNotThere",
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
         "container.header container.padding container.size entry.missing payload.digest", "FFPPI"},
        {"ThatMisquotesItsCapture",
         [](Forgery& f) { say(f, "Consul Ilse Varnholt in", "Consul Ilse Varnhold in"); },
         "quote.differs", "PPPPF"},
        {"ThatQuotesALineBeyondTheEnd",
         [](Forgery& f) {
             say(f, "at=\"line 3\" rule=\"wilson.head\"", "at=\"line 300\" rule=\"wilson.head\"");
         },
         "quote.differs", "PPPPF"},
        {"ThatStatesAnotherDigestOfATagFile",
         [](Forgery& f) {
             f.entry("bag-info.txt").data[0] = 'b';
             f.reseal();
         },
         "tag.differs", "PFPPP"},
        // ---- tag files
        {"BagInfoDiffers",
         [](Forgery& f) { replace(f.entry("bag-info.txt").data, "2026-11-24", "2026-11-25"); },
         "tag.differs", "PFPPP"},
        {"BagItFileDiffers", [](Forgery& f) { replace(f.entry("bagit.txt").data, "1.0", "0.9"); },
         "tag.differs", "PFPPP"},
        {"ListOfThePayloadDiffers", [](Forgery& f) { f.entry("manifest-sha256.txt").data[0] ^= 1; },
         "tag.differs", "PFPPP"},
        {"ListOfTagFilesDiffers",
         [](Forgery& f) { f.entry("tagmanifest-sha256.txt").data[0] ^= 1; }, "tag.differs",
         "PFPPP"},
        {"ListOfTagFilesIsMissing",
         [](Forgery& f) { f.entry("tagmanifest-sha256.txt").name = "letters/tagmanifest-md5.txt"; },
         "container.header entry.unlisted entry.missing", "FFPPP"},
    };
    return flaws;
}

}  // namespace solander::test
