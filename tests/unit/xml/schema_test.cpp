// SPDX-License-Identifier: Apache-2.0
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "xml/scanner.h"

namespace solander::xml::test {

namespace {

namespace st = solander::test;

std::string schema_path(std::string_view name) {
    return (st::source_root() / "schemas" / name).string();
}

std::string data(std::string_view name) {
    return st::read_file(st::source_root() / "tests/unit/xml/data" / name);
}

/// xmllint's exit code for a text that is well-formed but not as the schema says.
constexpr int kInvalid = 3;

st::Finished validate(const std::string& schema, const std::string& text) {
    return st::run_program({"xmllint", "--noout", "--nonet", "--schema", schema_path(schema), "-"},
                           {.input = text});
}

void expect_valid(const std::string& schema, const std::string& text) {
    EXPECT_FALSE(scan(base::as_bytes(text), base::Limits{}));
    const auto finished = validate(schema, text);
    EXPECT_EQ(finished.status, 0) << finished.err;
}

TEST(ManifestSchema, AcceptsAManifest) {
    SOLANDER_NEEDS("xmllint");
    expect_valid("manifest-1.xsd", data("manifest.xml"));
}

TEST(CustodySchema, AcceptsASeal) {
    SOLANDER_NEEDS("xmllint");
    expect_valid("custody-1.xsd", data("seal.xml"));
}

TEST(CustodySchema, AcceptsALaterEvent) {
    SOLANDER_NEEDS("xmllint");
    auto text = data("seal.xml");
    const std::string seq = R"(seq="1")";
    text.replace(text.find(seq), seq.size(),
                 R"(seq="10" prev="sha256:)" + std::string(64, 'a') + "\"");
    expect_valid("custody-1.xsd", text);
}

/// Every element and attribute that a schema declares is in the text that is known to be good, so
/// that the text stays a full example.
void expect_full_example(const std::string& schema, const std::string& text) {
    const auto source = st::read_file(schema_path(schema));
    const std::regex declared("<xs:(element|attribute) name=\"([^\"]+)\"");
    for (std::sregex_iterator found(source.begin(), source.end(), declared), none; found != none;
         ++found) {
        const std::string name = (*found)[2];
        const bool is_element = (*found)[1] == "element";
        const std::regex used(is_element ? "<" + name + "[ />]" : " " + name + "=\"");
        EXPECT_TRUE(std::regex_search(text, used)) << schema << ": " << name;
    }
}

TEST(ManifestSchema, IsUsedWhollyByTheExample) {
    expect_full_example("manifest-1.xsd", data("manifest.xml"));
}

TEST(CustodySchema, IsUsedWhollyByTheExample) {
    auto text = data("seal.xml");
    text += " prev=\"";  // a seal is the first event; see AcceptsALaterEvent
    expect_full_example("custody-1.xsd", text);
}

struct Change {
    const char* name = "";
    std::string from;  ///< Its first occurrence becomes `to`.
    std::string to;
};
void PrintTo(const Change& row, std::ostream* out) {
    *out << row.name;
}
std::string change_name(const testing::TestParamInfo<Change>& info) {
    return info.param.name;
}

void expect_invalid(const std::string& schema, std::string text, const Change& change) {
    const auto at = text.find(change.from);
    ASSERT_NE(at, std::string::npos) << change.from;
    text.replace(at, change.from.size(), change.to);
    EXPECT_FALSE(scan(base::as_bytes(text), base::Limits{})) << "the change must be the schema's";
    const auto finished = validate(schema, text);
    EXPECT_EQ(finished.status, kInvalid) << finished.err;
}

class ManifestSchemaRefuses : public testing::TestWithParam<Change> {};
TEST_P(ManifestSchemaRefuses, TheChange) {
    SOLANDER_NEEDS("xmllint");
    expect_invalid("manifest-1.xsd", data("manifest.xml"), GetParam());
}

class CustodySchemaRefuses : public testing::TestWithParam<Change> {};
TEST_P(CustodySchemaRefuses, TheChange) {
    SOLANDER_NEEDS("xmllint");
    expect_invalid("custody-1.xsd", data("seal.xml"), GetParam());
}

const std::string kTagFile =
    R"(    <tag-file path="bagit.txt" size="54" sha256="1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9"/>)"
    "\n";
const std::string kDocument = R"(<document id="d1" level="item">)";

// clang-format off
INSTANTIATE_TEST_SUITE_P(Manifests, ManifestSchemaRefuses, testing::Values(
    Change{"OtherNamespace", "urn:solander:manifest:1", "urn:solander:manifest:2"},
    Change{"OtherVersion", R"(version="1")", R"(version="2")"},
    Change{"VersionWithZero", R"(version="1")", R"(version="01")"},
    Change{"IdOfOtherVersion", "-8e58-", "-4e58-"},
    Change{"IdOfOtherVariant", "-b5a4-", "-c5a4-"},
    Change{"IdInUpperCase", "2de15b9e", "2DE15B9E"},
    Change{"NameWithSlash", "harbour-papers-2026", "harbour/papers"},
    Change{"NameTooLong", "harbour-papers-2026", std::string(65, 'n')},
    Change{"CreatedWithOffset", "T00:00:00Z", "T00:00:00+01:00"},
    Change{"CreatedOnNoDay", "2026-11-24T", "2026-11-31T"},
    Change{"Revision", " created=", R"( revision="1" created=)"},
    Change{"Custody", " created=", R"( custody="required" created=)"},
    Change{"Previous", "<sealing>", "<previous/><sealing>"},
    Change{"Audit", "</tag-files>", "</tag-files><audit/>"},
    Change{"TextBetweenElements", "<sealing>", "x<sealing>"},
    Change{"KeyWithoutPrefix", "SHA256:Iqls", "Iqls"},
    Change{"KeyTwice", "DqRAnAzViLlqplISFooWDTj3SUIsCKtx9OiD8qIxHac", "IqlssLH+J1czXj2tznk3dFOTBd9JlvHCtayxMVFRzMM"},
    Change{"NoKeyType", R"( type="ssh-ed25519")", ""},
    Change{"NoSignatureSize", R"( signature-size="295")", ""},
    Change{"SignatureSizeZero", R"(signature-size="295")", R"(signature-size="0")"},
    Change{"SignatureSizeWithSign", R"(signature-size="295")", R"(signature-size="+295")"},
    Change{"EmptyName", "<name>Harbour Board</name>", "<name/>"},
    Change{"UnknownAttribute", R"(<agreement kind="other"/>)", R"(<agreement kind="other" colour="red"/>)"},
    Change{"UnknownAgreement", R"(kind="other")", R"(kind="theft")"},
    Change{"CodeWithSpace", R"(kind="other")", R"(kind=" other")"},
    Change{"CodeWithUnderscore", R"(kind="deed-of-gift")", R"(kind="deed_of_gift")"},
    Change{"AgreementNotInPayload", R"(file="data/deed.pdf"/>)", R"(file="data/other.pdf"/>)"},
    Change{"NoLevel", kDocument, R"(<document id="d1">)"},
    Change{"NoOrigin", R"(origin="c1" at="line 3")", R"(at="line 3")"},
    Change{"UnknownOrigin", R"(origin="c1" at="line 3")", R"(origin="c9" at="line 3")"},
    Change{"OriginTwice", R"(<origin id="a1")", R"(<origin id="c1")"},
    Change{"UnknownDrop", "linked-values literal-values", "linked-values colours"},
    Change{"EmptyDrops", "linked-values literal-values", ""},
    Change{"UnknownState", R"(state="stated-none")", R"(state="none")"},
    Change{"NoState", R"( state="stated-none")", ""},
    Change{"LineZero", R"(at="line 3")", R"(at="line 0")"},
    Change{"UnknownPlace", R"(at="line 3")", R"(at="page 3")"},
    Change{"EmptyLabel", R"(label="Title")", R"(label="")"},
    Change{"GapsNo", R"(gaps="yes")", R"(gaps="no")"},
    Change{"ReplacedNo", R"(replaced="yes")", R"(replaced="no")"},
    Change{"DateOfNothing", R"(<date of="creation" )", "<date "},
    Change{"EdtfMonth13", "1919-05?", "1919-13?"},
    Change{"EdtfWords", "1919-05?", "May 1919"},
    Change{"RelativeUri", "urn:example:hb-1", "hb-1"},
    Change{"UriWithSpace", "urn:example:hb-1", "urn:example:hb 1"},
    Change{"MissingField", R"(      <release state="absent" origin="c1"/>)" "\n", ""},
    Change{"FieldsInOtherOrder", R"(<release state="absent" origin="c1"/>)", R"(<release state="absent" origin="c1"/><subject state="absent" origin="c1"/>)"},
    Change{"UnknownField", R"(<type state="blank")", R"(<weight state="blank")"},
    Change{"RightsWithoutHolder", R"(<licence state="absent" origin="a1"/>)", ""},
    Change{"GrantWithoutAct", R"(act="disseminate" )", ""},
    Change{"BodyWithoutPlace", R"( origin="c1" at="lines 7-9")", R"( origin="c1")"},
    Change{"PathOutsideData", R"(path="data/deed.pdf")", R"(path="deed.pdf")"},
    Change{"PathWithParent", R"(path="data/scan 1.tif")", R"(path="data/../scan.tif")"},
    Change{"PathWithEmptyPart", R"(path="data/scan 1.tif")", R"(path="data//scan.tif")"},
    Change{"PathWithColon", R"(path="data/scan 1.tif")", R"(path="data/c:scan.tif")"},
    Change{"PathTwice", R"(path="data/scan 1.tif")", R"(path="data/deed.pdf")"},
    Change{"NegativeSize", R"(size="0")", R"(size="-1")"},
    Change{"SizeBeyond64Bits", R"(size="0")", R"(size="18446744073709551616")"},
    Change{"ShortDigest", "fd0fe62c", "fd0fe62"},
    Change{"DigestInUpperCase", "fd0fe62c", "FD0FE62C"},
    Change{"UnknownRole", R"(role="scan")", R"(role="picture")"},
    Change{"FileOfNoDocument", R"(document="d1")", R"(document="d2")"},
    Change{"OrderZero", R"(order="1")", R"(order="0")"},
    Change{"MadeFromNothing", R"(from="data/deed.pdf")", R"(from="data/none.pdf")"},
    Change{"AgreedPerhaps", R"(agreed="yes")", R"(agreed="perhaps")"},
    Change{"OneTagFileLess", kTagFile, ""},
    Change{"OneTagFileTwice", R"(path="bagit.txt")", R"(path="bag-info.txt")"},
    Change{"OtherTagFile", R"(path="bagit.txt")", R"(path="fetch.txt")"},
    Change{"OneTagFileMore", kTagFile, kTagFile + kTagFile}
), change_name);

INSTANTIATE_TEST_SUITE_P(Events, CustodySchemaRefuses, testing::Values(
    Change{"OtherNamespace", "urn:solander:custody:1", "urn:solander:manifest:1"},
    Change{"OtherVersion", R"(version="1")", R"(version="2")"},
    Change{"SeqZero", R"(seq="1")", R"(seq="0")"},
    Change{"SeqWithZeros", R"(seq="1")", R"(seq="0001")"},
    Change{"NoSeq", R"( seq="1")", ""},
    Change{"UnknownType", R"(type="seal")", R"(type="theft")"},
    Change{"NoPremis", R"( premis="ipc")", ""},
    Change{"LongPremis", R"(premis="ipc")", R"(premis="ingestion")"},
    Change{"LocalTime", "T00:00:00Z", "T00:00:00"},
    Change{"FractionOfASecond", "T00:00:00Z", "T00:00:00.5Z"},
    Change{"BareManifestDigest", "sha256:fd0f", "fd0f"},
    Change{"OtherAlgorithm", "sha256:fd0f", "sha512:fd0f"},
    Change{"BadPrev", R"( premis="ipc")", R"( premis="ipc" prev="none")"},
    Change{"NoSigners", "<signers>", "<signers/><signers>"},
    Change{"SignerTwice", "DqRAnAzViLlqplISFooWDTj3SUIsCKtx9OiD8qIxHac", "IqlssLH+J1czXj2tznk3dFOTBd9JlvHCtayxMVFRzMM"},
    Change{"SignerWithoutName", R"(name="registrar@example.org" )", ""},
    Change{"SignerWithTwoLines", "registrar@example.org", "registrar&#10;archivist"},
    Change{"SignatureSizeZero", R"(signature-size="295")", R"(signature-size="0")"},
    Change{"LabelTooShort", "0123456789abcdef", "0123456789abcde"},
    Change{"LabelInUpperCase", "0123456789abcdef", "0123456789ABCDEF"},
    Change{"OtherSignatureFile", "manifest.xml.0123456789abcdef.sig", "0001-seal.xml.0123456789abcdef.sig"},
    Change{"SignatureFileTwice", "fedcba9876543210", "0123456789abcdef"},
    Change{"NoDigest", R"( sha256="c03a8b8fb97996492099484e49f1ebe4cb6f10cd2ca37ae70920e70c1a14c0d3")", ""},
    Change{"UnknownBody", "</seal>", "</seal><note/>"}
), change_name);
// clang-format on

}  // namespace

}  // namespace solander::xml::test
