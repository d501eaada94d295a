// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "unit/format/element_tree.h"
#include "unit/format/mutants.h"

namespace solander::format::test {

namespace {

struct Row {
    const char* name;
    std::string from;
    std::string to;
    Verdict verdict;
    const char* says = "";
};

std::vector<Mutant> mutants(const std::string& example, const std::vector<Row>& rows,
                            const std::string& why) {
    std::vector<Mutant> made;
    for (const Row& row : rows)
        made.push_back({row.name, with_replaced(example, row.from, row.to), row.verdict, row.says,
                        row.verdict == Verdict::refused_by_us ? why : std::string()});
    return made;
}

void append(std::vector<Mutant>& all, std::vector<Mutant> more) {
    for (auto& one : more) all.push_back(std::move(one));
}

constexpr auto kFine = Verdict::fine;
constexpr auto kRefused = Verdict::refused;
constexpr auto kByUs = Verdict::refused_by_us;

const std::string kArchivist = "QfMuhpwO/0Wdv/xrcxku0G8Zo2bx5AiI/PEBhdcKD9A";
const std::string kPrevious = R"(" prev="sha256:)" + std::string(64, 'a');
const std::string kRegistrar = "lXUGVJwVEh0u6ZytUVPUkl+NCMqeW4KLHsqA1LorAv0";

// clang-format off
const std::vector<Row> kReferences{
    {"KeyTwice", kRegistrar, kArchivist, kRefused, "declared twice"},
    {"DocumentTwice", R"(<document id="d2")", R"(<document id="d1")", kRefused, "document 'd1' is there twice"},
    {"OriginTwice", R"(<origin id="t1")", R"(<origin id="c1")", kRefused, "origin 'c1' is there twice"},
    {"OriginOfAnotherDocument", R"(<origin id="t1")", R"(<origin id="a2")", kRefused, "names an origin that is not there"},
    {"PathTwice", R"(path="data/letter.jpg")", R"(path="data/export.json")", kRefused, ""},
    {"FileOfNoDocument", R"(role="metadata" document="d1")", R"(role="metadata" document="d9")", kRefused, "belongs to a document 'd9'"},
    {"FileOfAnotherDocument", R"(role="metadata" document="d1")", R"(role="metadata" document="d2")", kFine},
    {"AgreementNotThere", R"(identifier="DG 31" file="data/deed.pdf")", R"(identifier="DG 31" file="data/none.pdf")", kRefused, "agreement a file that is not there"},
    {"CaptureNotThere", R"(file="data/capture.txt" reader)", R"(file="data/none.txt" reader)", kRefused, "origin 'c1' is a file that is not there"},
    {"TableNotThere", R"(file="data/table.csv" reader)", R"(file="data/none.csv" reader)", kRefused, "origin 't1' is a file that is not there"},
    {"FileOfAPersonNotThere", R"(kind="person" file="data/deed.pdf")", R"(kind="person" file="data/none.pdf")", kRefused, "origin 'a1' is a file that is not there"},
    {"PersonWithoutFile", R"(kind="person" file="data/deed.pdf")", R"(kind="person")", kFine},
    {"EvidenceNotThere", R"(<evidence file="data/deed.pdf")", R"(<evidence file="data/none.pdf")", kRefused, "evidence a file that is not there"},
    {"MadeFromNothing", R"(from="data/transcript.txt")", R"(from="data/none.txt")", kRefused, "made from a file that is not there"},
    {"DigestFromNothing", R"(agreed="yes" file="data/export.json")", R"(agreed="yes" file="data/none.json")", kRefused, "received in a file that is not there"},
    {"OriginOfAStatement", R"(<extent state="stated" origin="c1")", R"(<extent state="stated" origin="c9")", kRefused, "its extent names an origin"},
    {"OriginOfABody", R"(language="ru" origin="c1")", R"(language="ru" origin="c9")", kRefused, "its body names an origin"},
    {"OriginOfAGrant", R"(end="2031-12" origin="a1")", R"(end="2031-12" origin="a9")", kRefused, "its grant names an origin"},
    {"OriginOfANote", R"(<note type="dc:coverage" origin="c1")", R"(<note type="dc:coverage" origin="c9")", kRefused, "its note names an origin"},
    {"OriginOfUnattributed", R"(<unattributed origin="c1")", R"(<unattributed origin="c9")", kRefused, "its unattributed names an origin"},
};

const std::vector<Row> kStates{
    {"PersonWithoutAgent", R"( agent="registrar@example.org")", "", kByUs, "person without agent or date"},
    {"PersonWithoutDate", R"( date="2026-11-23"/>)", "/>", kByUs, "person without agent or date"},
    {"CaptureWithoutFile", R"( file="data/capture.txt" reader)", " reader", kByUs, "no file or no reader"},
    {"CaptureWithoutReader", R"( reader="wilson/1")", "", kByUs, "no file or no reader"},
    {"HandOverWithoutReader", R"( reader="example/2")", "", kByUs, "no file or no reader"},
    {"StatedWithoutWords", ">2 leaves</extent>", "/>", kByUs, "its extent is stated, but has no words"},
    {"StatedByChildren", R"(<verbatim>HB 1/2/3, Harbour Papers, Example Archive</verbatim>)", "<verbatim>x</verbatim>", kFine},
    {"InferredWithoutRule", R"( rule="wilson.source-sentence")", "", kByUs, "is inferred, but by no rule"},
    {"InferredWithoutWords", R"(<type state="blank" origin="c1"/>)", R"(<type state="inferred" origin="c1" rule="r"/>)", kByUs, "is inferred, but has no words"},
    {"UnknownWithoutWords", R"(<type state="blank" origin="c1"/>)", R"(<type state="stated-unknown" origin="c1"/>)", kByUs, "not in words"},
    {"NoneByACode", R"(<language of="text" state="stated")", R"(<language of="text" state="stated-none")", kByUs, "not in words"},
    {"BlankWithACode", R"(<language of="text" state="stated")", R"(<language of="text" state="blank")", kByUs, "is blank, but has a code"},
    {"BlankWithAPlaceholder", R"(<type state="blank" origin="c1"/>)", R"(<type state="blank" origin="c1">Ibid.</type>)", kFine},
    {"AbsentWithWords", R"(<type state="blank" origin="c1"/>)", R"(<type state="absent" origin="c1">x</type>)", kByUs, "is absent, but has words"},
    {"AbsentWithACode", R"(<language of="text" state="stated")", R"(<language of="text" state="absent")", kByUs, "is absent, but has words"},
    {"AbsentWithATarget", R"(<relation type="related" state="stated")", R"(<relation type="related" state="absent")", kByUs, "is absent, but has words"},
    {"AbsentWithAStatus", R"(<copyright-status state="stated" origin="a1" status="unknown"/>)", R"(<copyright-status state="absent" origin="a1" status="unknown"/>)", kByUs, "is absent, but has words"},
    {"AbsentWithAnAgent", R"(<contributor role="translator" state="inferred")", R"(<contributor role="translator" state="absent")", kByUs, "its contributor is absent, but has words"},
    {"AbsentWithATransfer", "<custodial-history state=\"stated\"", "<custodial-history state=\"absent\"", kByUs, "is absent, but has words"},
};

const std::vector<Row> kSizes{
    {"FilesOutOfOrder", R"(path="data/redacted.jpg")", R"(path="data/~edacted.jpg")", kByUs, ""},
    {"TooLarge", R"(size="90112")", R"(size="1152921504606846977")", kByUs, "larger than any medium"},
    {"SumTooLarge", R"(size="90112")", R"(size="1152921504606846976")", kByUs, "larger than any medium"},
    {"SizeOfBagInfo", R"(path="bag-info.txt" size="1)", R"(path="bag-info.txt" size="2)", kByUs, "bag-info.txt cannot have the size"},
    {"SizeOfBagIt", R"(path="bagit.txt" size="54")", R"(path="bagit.txt" size="55")", kByUs, "bagit.txt cannot have the size"},
    {"SizeOfPayloadManifest", R"(path="manifest-sha256.txt" size=")", R"(path="manifest-sha256.txt" size="1)", kByUs, "manifest-sha256.txt cannot have the size"},
    {"TagFileTwice", R"(path="bagit.txt")", R"(path="bag-info.txt")", kRefused, "tag files are"},
    {"OtherTagFile", R"(path="bagit.txt")", R"(path="fetch.txt")", kRefused, "tag files are"},
    {"OneTagFileMore", "  </tag-files>", R"(    <tag-file path="bagit.txt" size="54" sha256="1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9"/>)" "\n  </tag-files>", kRefused, "tag files are"},
    {"SignatureTooLarge", kRegistrar + R"(" type="ssh-ed25519" signature-size="314")", kRegistrar + R"(" type="ssh-ed25519" signature-size="131073")", kRefused, "impossible size"},
};

const std::vector<Row> kAudit{
    {"FindingOnADocumentNotThere", R"(document="d2" field="funding-credit")", R"(document="d9" field="funding-credit")", kRefused, "finding of the audit is on a document 'd9'"},
    {"FindingOnAnotherDocument", R"(document="d2" field="funding-credit")", R"(document="d1" field="funding-credit")", kFine},
    {"FindingOnNoDocument", R"( document="d2" field="funding-credit")", R"( field="funding-credit")", kFine},
    {"FindingOnOthersNotThere", R"(others="d2" field="source")", R"(others="d9" field="source")", kByUs, "finding of the audit is on a document 'd9' twice, or that"},
    {"FindingOnItsOwnDocumentAgain", R"(others="d2" field="source")", R"(others="d1" field="source")", kByUs, "finding of the audit is on a document 'd1' twice"},
    {"FindingOnOthersTwice", R"(others="d2" field="source")", R"(others="d2 d2" field="source")", kByUs, "finding of the audit is on a document 'd2' twice"},
    {"FindingOnOthersOnly", R"(document="d1" others="d2" field="source")", R"(others="d2" field="source")", kByUs, "on other documents than none"},
    {"FindingOnAFileNotThere", R"(file="data/table.csv">is)", R"(file="data/none.csv">is)", kRefused, "finding of the audit is on a file"},
    {"ExceptionOfADocumentNotThere", R"(document="d1" others="d2" field="rights" value)", R"(document="d9" others="d2" field="rights" value)", kRefused, "exception of the audit is on a document 'd9'"},
    {"ExceptionOfOthersNotThere", R"(others="d2" field="rights" value)", R"(others="d2 d9" field="rights" value)", kByUs, "exception of the audit is on a document 'd9'"},
    {"ProfileTwice", R"(<profile name="dpla")", R"(<profile name="core")", kRefused, "profile 'core' twice"},
    {"MoreErrorsThanListed", R"(errors="4")", R"(errors="5")", kByUs, "neither lists nor leaves out"},
    {"FewerErrorsThanListed", R"(errors="4")", R"(errors="1")", kByUs, "lists more findings of the level error"},
    {"FewerReviewsThanListed", R"(reviews="2")", R"(reviews="0")", kByUs, "lists more findings of the level review"},
    {"FewerNotesThanListed", R"(notes="7"/>)", R"(notes="0"/>)", kByUs, "lists more findings of the level note"},
    {"MoreNotesThanListed", R"(notes="7"/>)", R"(notes="9999999999999999999"/>)", kFine},
    {"MoreLeftOutThanCounted", R"(left-out="3")", R"(left-out="4")", kByUs, "leaves out more findings than it counts"},
    {"FewerLeftOutThanCounted", R"(left-out="3")", R"(left-out="2")", kByUs, "neither lists nor leaves out a review"},
    {"NoneLeftOut", R"( left-out="3")", "", kByUs, "neither lists nor leaves out an error"},
    {"NothingSetAside", R"(<set-aside errors="2" warnings="1")", R"(<set-aside errors="0" warnings="0")", kByUs, "sets nothing aside"},
    {"MoreSetAsideThanCounted", R"(<set-aside errors="2")", R"(<set-aside errors="5")", kByUs, "sets more aside than it counts of the level error"},
    {"AcceptedAndKnown", R"(field="rights" accepted="yes")", R"(field="rights" known="yes" accepted="yes")", kFine},
    {"AcceptedOnAnotherDocument", R"(level="review" document="d2" field="rights">)", R"(level="review" document="d2" field="rights" accepted="yes">)", kByUs, "a finding of RGT009 is accepted by no exception"},
    {"AcceptedAtAnotherLevel", R"(<exception rule="RGT003" level="warning")", R"(<exception rule="RGT003" level="error")", kByUs, "a finding of RGT003 is accepted by no exception"},
    {"MoreKnownThanSetAside", R"(level="review" document="d2" field="rights">)", R"(level="review" document="d2" field="rights" known="yes">)", kByUs, "marks more as known or accepted than it sets aside of the level review"},
    {"SetAsideByMarksAlone", R"(    <set-aside errors="2" warnings="1" reviews="0" notes="0"/>)" "\n", "", kByUs, "marks more as known or accepted"},
    {"AsOfNoDay", R"(as-of="2026-11-24")", R"(as-of="2026-11")", kRefused, "as-of"},
};

std::string audit_of(const std::string& example) {
    const auto from = example.find("  <audit");
    return example.substr(from, example.find("</manifest>") - from);
}

std::vector<Row> collisions() {
    const std::string from = R"(<file path="data/table.csv" size="88")";
    const std::string more = R"( size="0" sha256=")" + std::string(64, 'a') + R"(" media-type="x/y" role="unstated"/>)" "\n    ";
    return {
        {"PathsThatDifferInCase", from, R"(<file path="data/TABLE.csv")" + more + from, kByUs, ""},
        {"FileBelowAFile", from, from, kFine},
        {"FileThatIsADirectory", from, R"(<file path="data/scan 1.tif/a")" + more + from, kByUs, "cannot both be created"},
    };
}

/// The same for manifests and events.
std::vector<Row> profile(const std::string& root, const std::string& end) {
    const std::string declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)" "\n";
    const std::string name_space = root == "manifest" ? "urn:solander:manifest:1" : "urn:solander:custody:1";
    return {
        {"NoDeclaration", declaration, "", kByUs, "must begin with exactly"},
        {"ByteOrderMark", declaration, "\xEF\xBB\xBF" + declaration, kByUs, "must begin with exactly"},
        {"Standalone", R"(encoding="UTF-8"?>)", R"(encoding="UTF-8" standalone="yes"?>)", kByUs, "must begin with exactly"},
        {"CrLf", declaration, declaration.substr(0, declaration.size() - 1) + "\r\n", kByUs, "line endings were converted"},
        {"CarriageReturn", end, "\r" + end, kByUs, "carriage return"},
        {"Comment", end, "<!-- x -->" + end, kByUs, "comment"},
        {"ProcessingInstruction", end, "<?x y?>" + end, kByUs, "processing instruction"},
        {"Doctype", declaration, declaration + "<!DOCTYPE " + root + ">\n", kByUs, "document type declaration"},
        {"SpaceInATag", end, end.substr(0, end.size() - 1) + " >", kByUs, "an end tag holds"},
        {"SingleQuotes", R"(version="1" )" + std::string(root == "manifest" ? "id" : "seq"), "version='1' " + std::string(root == "manifest" ? "id" : "seq"), kByUs, "name=\"value\""},
        {"PrefixDeclared", "xmlns=", R"(xmlns:x="urn:x" xmlns=)", kByUs, "no prefix"},
        {"SchemaLocation", "xmlns=", R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd" xmlns=)", kByUs, "no prefix"},
        {"Prefixed", "xmlns=", "xmlns:x=", kRefused, "no prefix"},
        {"NamespaceNotFirst", "xmlns=\"" + name_space + R"(" version="1")", "version=\"1\" xmlns=\"" + name_space + '"', kByUs, "does not begin with"},
        {"NamespaceAgain", end, R"(<x xmlns="urn:x"/>)" + end, kRefused, "only the root element"},
        {"NoNamespace", " xmlns=\"" + name_space + '"', "", kRefused, "does not begin with"},
        {"OtherNamespace", name_space, "urn:solander:other:1", kRefused, "does not begin with"},
        {"LaterNamespace", name_space, name_space + "1", kRefused, "is of the format"},
        {"OtherVersion", R"(version="1" )" + std::string(root == "manifest" ? "id" : "seq"), R"(version="2" )" + std::string(root == "manifest" ? "id" : "seq"), kRefused, "another version than 1"},
        {"VersionWithAZero", R"(version="1" )" + std::string(root == "manifest" ? "id" : "seq"), R"(version="01" )" + std::string(root == "manifest" ? "id" : "seq"), kRefused, "another version than 1"},
        {"TextAfterTheRoot", end, end + "x", kRefused, "only white space"},
        {"WhiteSpaceAfterTheRoot", end, end + "\n\t \n", kFine},
        {"WhiteSpaceBetween", end, "\n\t \n" + end, kFine},
        {"TextBetween", end, "x" + end, kRefused, "text between"},
        {"ReferenceBetween", end, "&#10;" + end, kFine},
        {"NoBreakSpaceBetween", end, "\xC2\xA0" + end, kRefused, "text between"},
        {"EndIsMissing", end, "", kRefused, "not closed"},
        {"Null", end, std::string("\0", 1) + end, kRefused, "control character"},
        {"NoUtf8", end, "\xFF" + end, kRefused, "not UTF-8"},
    };
}

const std::vector<Row> kCharacters{
    {"CdataSection", ">2 leaves<", "><![CDATA[2 leaves]]><", kByUs, "CDATA"},
    {"RawGreater", ">2 leaves<", ">2 > leaves<", kByUs, "'>' outside tags"},
    {"HexadecimalReference", ">2 leaves<", ">2&#x20;leaves<", kByUs, "no other reference"},
    {"ReferenceToALetter", ">2 leaves<", ">2&#32;leaves<", kByUs, "no other reference"},
    {"C1Control", ">2 leaves<", ">2\xC2\x85leaves<", kByUs, "control or non-character"},
    {"Delete", ">2 leaves<", ">2\x7Fleaves<", kFine},
    {"TabInAValue", R"(label="Title")", "label=\"Ti\ttle\"", kByUs, "a tab in the value"},
    {"AllReferences", ">2 leaves<", ">&amp;&lt;&gt;&quot;&apos;&#9;&#10;<", kFine},
    {"Apostrophe", R"(label="Title")", R"(label="It's")", kFine},
    {"OnlyBlanks", ">2 leaves<", "> <", kFine},
    {"EmptyInTwoTags", R"(<release state="absent" origin="c1"/>)", R"(<release state="absent" origin="c1"></release>)", kFine},
    {"ChildOfWords", ">2 leaves<", ">2 <b/>leaves<", kRefused, "element that does not belong"},
};

const std::vector<Row> kEvents{
    {"SignerTwice", kRegistrar, kArchivist, kRefused, "declared twice"},
    {"SignatureTooLarge", kRegistrar + R"(" type="ssh-ed25519" signature-size="310")", kRegistrar + R"(" type="ssh-ed25519" signature-size="131073")", kRefused, "impossible size"},
    {"SignatureFileTwice", "957506549c15121d.sig", "41f32e869c0eff45.sig", kRefused, "sealed twice"},
    {"FirstWithPrevious", "\">\n  <signers>", kPrevious + "\">\n  <signers>", kByUs, "first event follows from no other"},
    {"SecondWithoutPrevious", R"(seq="1")", R"(seq="2")", kByUs, "names the one before it"},
};
// clang-format on

}  // namespace

std::vector<Mutant> manifest_rule_mutants(const std::string& example) {
    std::vector<Mutant> all;
    append(all, mutants(example, kReferences, "not a rule of references"));
    append(all, mutants(example, kStates, "no attribute or text can depend on an attribute"));
    append(all, mutants(example, kSizes, "nothing is computed"));
    append(all, mutants(example, kAudit, "nothing is computed, and no part of a value looked up"));
    append(all, mutants(example, {{"NoAudit", audit_of(example), "", kFine}}, ""));
    append(all, mutants(example, collisions(), "paths are compared as they are spelled"));
    append(all, mutants(example, profile("manifest", "</manifest>"), "a schema sees no spelling"));
    append(all, mutants(example, kCharacters, "a schema sees no spelling"));
    return all;
}

std::vector<Mutant> event_rule_mutants(const std::string& example) {
    auto all = mutants(example, kEvents, "no attribute can depend on another");
    const auto second = with_replaced(example, R"(seq="1")", R"(seq="10")");
    append(all, mutants(second,
                        {{"LaterEvent", "\">\n  <signers>", kPrevious + "\">\n  <signers>", kFine}},
                        ""));
    append(all, mutants(example, profile("event", "</event>"), "a schema sees no spelling"));
    return all;
}

std::vector<Mutant> release_rule_mutants(const std::string& example) {
    const std::string other = "SHA256:" + std::string(43, 'A');
    const std::string mine = "SHA256:lXUGVJwVEh0u6ZytUVPUkl+NCMqeW4KLHsqA1LorAv0";
    auto all = later_event_mutants(example);
    append(all,
           mutants(example, {{"RecipientTwice", other, mine, kRefused, "is there twice"}}, ""));
    return all;
}

std::vector<Mutant> later_event_mutants(const std::string& example) {
    std::string before;
    for (int i = 0; i < 4; ++i) before += "0123456789abcdef";
    auto all = mutants(example,
                       {{"OfAnotherType", "type=\"" + read_tree(example).children.back().name + '"',
                         "type=\"seal\"", kByUs, "lacks its element <seal>"},
                        {"WithoutPrevious", " prev=\"sha256:" + before + '"', "", kByUs,
                         "names the one before it"},
                        {"FirstOfAll", R"(seq="2")", R"(seq="1")", kByUs, "follows from no other"}},
                       "no attribute can depend on another, nor a child on one");
    append(all, mutants(example, profile("event", "</event>"), "a schema sees no spelling"));
    return all;
}

}  // namespace solander::format::test
