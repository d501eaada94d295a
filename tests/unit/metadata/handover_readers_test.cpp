// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "reading.h"
#include "support/scratch.h"
#include "support/shared.h"

// What each of the readers of hand-over files makes of the fixtures: a line for each fact.

namespace solander::metadata {
namespace {

using testing::Contains;
using testing::HasSubstr;

Reading read_fixture(const std::string& name, const std::string& path) {
    return test::read_records(test::read_file(test::source_root() / "fixtures" / "handover" / name),
                              path);
}

std::string_view state_name(State state) {
    switch (state) {
        case State::stated:
            return "";
        case State::blank:
            return " (blank)";
        case State::absent:
            return " (absent)";
        case State::stated_unknown:
        case State::stated_none:
        case State::inferred:
            break;
    }
    return " (unexpected)";
}

/// Everything that is not absent, as `title: words @cell B2`.
class Facts {
public:
    explicit Facts(const Described& described) {
        const auto& d = described.document;
        for (const auto& s : d.titles)
            add(s.kind == TitleKind::alternative ? "alternative" : "title", s, s.words);
        for (const auto& s : d.dates)
            add(s.of == DateOf::publication ? "published" : "date", s,
                s.words + " [" + s.edtf + "]");
        for (const auto& s : d.creators) add("creator", s, s.agent.verbatim);
        for (const auto& s : d.contributors)
            add("contributor", s, s.agent.verbatim + " as " + s.role);
        for (const auto& s : d.descriptions) add("description", s, s.words);
        for (const auto& s : d.languages) add("language", s, s.words);
        for (const auto& s : d.types) add("type", s, s.words);
        for (const auto& s : d.extents) add("extent", s, s.words);
        for (const auto& s : d.identifiers) add("identifier", s, s.words + " of " + s.type);
        for (const auto& s : d.subjects) add("subject", s, s.words);
        for (const auto& s : d.relations)
            add(s.type == RelationType::is_part_of ? "part of" : "relation", s, s.words);
        for (const auto& s : d.sources) add("source", s, s.verbatim);
        for (const auto& s : d.original_archives) add("archive", s, s.verbatim);
        for (const auto& s : d.custodial_histories) add("history", s, s.verbatim);
        for (const auto& s : d.rights) add_rights(s);
        for (const auto& s : d.unattributed)
            all.push_back("unattributed: " + s.words + " @" + s.place.at);
        add_notes("note", d.notes);
        for (const auto& file : described.files)
            all.push_back("file: " + file.path + " " + std::string(file_role_name(file.role)));
    }

    std::vector<std::string> all;

private:
    void add(const std::string& field, const Statement& s, const std::string& words) {
        if (s.state == State::absent) return;
        all.push_back(field + ": " + words + std::string(state_name(s.state)) + " @" + s.place.at);
    }
    void add_notes(const std::string& field, const std::vector<Note>& notes) {
        for (const auto& s : notes)
            all.push_back(field + ": " + s.type + " = " + s.words + " @" + s.place.at);
    }
    void add_rights(const Rights& r) {
        for (const auto& s : r.statements) add("rights", s, s.words);
        for (const auto& s : r.copyright_statuses)
            add("status", s,
                s.words + " [" + (s.status ? "known" : "unknown to PREMIS") + ", " +
                    s.jurisdiction + "]");
        for (const auto& s : r.holders) add("holder", s, s.agent.verbatim);
        for (const auto& s : r.licences) add("licence", s, s.words + " <" + s.uri + ">");
        for (const auto& s : r.access) add("access", s, s.words);
        for (const auto& s : r.grants)
            all.push_back("grant: " + s.act + ", " + s.restriction + ", " + s.start + " to " +
                          s.end + ", " + s.words + " @" + s.place.at);
        add_notes("rights note", r.notes);
    }
};

struct FactCase {
    std::string name;
    std::string fixture;
    std::string path;
    std::string subject;
    std::vector<std::string> facts;  ///< Among others.
};
void PrintTo(const FactCase& c, std::ostream* out) {
    *out << c.name;
}
std::string fact_case_name(const testing::TestParamInfo<FactCase>& info) {
    return info.param.name;
}

class HandOver : public testing::TestWithParam<FactCase> {};

TEST_P(HandOver, GivesWhatTheFileSays) {
    const auto& c = GetParam();
    const auto reading = read_fixture(c.fixture, c.path);
    std::string subjects;
    for (const Described& described : reading.documents) {
        subjects += described.subject + "\n";
        if (described.subject != c.subject) continue;
        const auto facts = Facts(described).all;
        for (const std::string& fact : c.facts) EXPECT_THAT(facts, Contains(fact));
        return;
    }
    FAIL() << "no document on " << c.subject << " but on\n" << subjects;
}

const std::string kMetadata = "archivematica/metadata/metadata.csv";
const std::string kRights = "archivematica/metadata/rights.csv";

// clang-format off
INSTANTIATE_TEST_SUITE_P(Facts, HandOver, testing::Values(
    FactCase{"MetadataOfAFile", kMetadata, "data/X/metadata/metadata.csv", "data/X/objects/harbour.tif", {
        "title: Harbour of Tolva, winter @cell B2", "title: The harbour @cell B4", "creator: Edda Lindqvist @cell C2",
        "creator: NULL (blank) @cell C4", "subject: harbours @cell E2", "subject:  (blank) @cell D2",
        "date: October 9, 1962 [1962-10-09] @cell F2", "date: 1962 [1962] @cell F4",
        "history: Kept by the pilots' office, then by her niece @cell G2", "note: dc.publisher = Tolva Press @cell H2",
        "note: donor = R. Varnholt @cell I2", "file: data/X/objects/harbour.tif unstated"}},
    FactCase{"MetadataOfADirectory", kMetadata, "data/X/metadata/metadata.csv", "data/X/objects/letters", {
        "title: Letters to the pilots @cell B3", "date: spring of that year [] @cell F3"}},
    FactCase{"MetadataBesideItsObjects", kMetadata, "data/metadata.csv", "data/objects/short.tif", {"title: Short row @cell B7"}},
    FactCase{"SurplusCells", kMetadata, "data/metadata.csv", "data/objects/long.tif", {"unattributed: surplus @cell J8"}},
    FactCase{"RowWithoutPath", kMetadata, "data/metadata.csv", "data/metadata.csv#cell A5", {"title: Nobody's picture @cell B5"}},
    FactCase{"RowOfAPathOutside", kMetadata, "data/metadata.csv", "data/metadata.csv#cell A6", {"note: filename = ../elsewhere.tif @cell A6"}},
    FactCase{"RightsByCopyright", kRights, "data/metadata/rights.csv", "data/objects/harbour.tif", {
        "status: copyrighted [known, CA] @cell C2", "rights: Terms of the heirs @cell H2",
        "grant: disseminate, Disallow, 2011-01-01 to , For the press @cell K2",
        "grant: use, Conditional, 2011-01-01 to 2013-12-31,  @cell K3",
        "rights note: determination_date = 2011-01-01 @cell D2", "rights note: jurisdiction = ca @cell E2",
        "rights note: start_date = 01/01/2011 @cell F2", "rights note: end_date = open @cell G2",
        "rights note: grant_end_date = 2000-09-00 @cell N2", "rights note: doc_id_value = 17 @cell Q2"}},
    FactCase{"RightsByLicenceAndStatute", kRights, "data/metadata/rights.csv", "data/objects/bird.mp3", {
        "licence: https://example.org/terms <https://example.org/terms> @cell H4",
        "grant: allow, Conditional,  to 2000,  @cell K4", "rights note: note = migrate @cell J4",
        "rights note: citation = Harbour Act 1903 @cell I5", "grant: disseminate, Perhaps,  to ,  @cell K5"}},
    FactCase{"RightsOfNoBasis", kRights, "data/metadata/rights.csv", "data/objects/chart.pdf", {
        "rights note: basis = custom @cell B6", "status: settled [unknown to PREMIS, ] @cell C6",
        "rights note: grant_restriction = Allow @cell L6", "rights note: grant_note = a note @cell O6"}},
    FactCase{"AtomFonds", "atom/isad.csv", "data/isad.csv", "data/isad.csv#row 2", {
        "identifier: 1001 of legacyId @cell A2", "identifier: P1 of old @cell AV2", "identifier: Q2 of museum @cell AV2",
        "note: levelOfDescription = Fonds @cell G2", "note: repository = Town Archive of Tolva @cell I2",
        "archive: Pilots' Museum, Tolva @cell W2", "history: In the tower until 1971 @cell J2",
        "history: Given by R. Varnholt @cell K2", "access: Open @cell P2", "rights: Ask the heirs @cell Q2",
        "description: Letters | telegrams @cell L2", "language: en @cell R2", "language: sv @cell R2",
        "date: about 1962 [1962/1963-05] @cell AX2", "creator: Edda Lindqvist @cell BB2",
        "contributor: NULL as Accumulation (blank) @cell BB2", "note: eventDates: Accumulation = 1970 to 1971 @cell AX2",
        "note: eventStartDates = 1962-00-00 @cell AZ2", "note: eventActorHistories = A pilot @cell BC2"}},
    FactCase{"AtomPartWithFile", "atom/isad.csv", "data/isad.csv", "data/scans/telegram.tif", {
        "part of: 1001 @cell B3", "file: data/scans/telegram.tif unstated", "date: 2016-00-00 [2016] @cell AZ3",
        "published: in print [] @cell AX3", "contributor: Tolva Press as Publication @cell BB3", "creator: NULL (blank) @cell BB3"}},
    FactCase{"AtomPathOutside", "atom/isad.csv", "data/isad.csv", "data/isad.csv#row 4", {"note: digitalObjectPath = /srv/chart.tif @cell AA4"}},
    FactCase{"OmekaClassic", "omeka/classic.csv", "data/omeka.csv", "data/omeka.csv#row 2", {
        "title: Harbour in winter @cell C2", "date: 1962-10-09 [1962-10-09] @cell E2", "holder: Her heirs @cell F2",
        "note: Dublin Core:Publisher = Tolva Press @cell G2", "note: Item Type Metadata:Text = No text @cell H2",
        "subject: harbours,winter @cell I2", "identifier: 12 of Item Id @cell A2", "note: file = https://example.org/files/12.jpg @cell J2"}},
    FactCase{"OmekaClassicWithFile", "omeka/classic.csv", "data/omeka.csv", "data/omeka.csv#row 3", {
        "title:  (blank) @cell C3", "file: data/scans/13.tif unstated"}},
    FactCase{"OmekaS", "omeka/s.csv", "data/s.csv", "data/s.csv#row 2", {
        "identifier: 7 of o:id @cell A2", "part of: Papers of the office @cell D2",
        "licence: https://example.org/licence <https://example.org/licence> @cell E2", "note: dcterms:temporal = 1962 @cell F2",
        "note: o:resource_class = Text @cell B2", "note: o:source = ../letter.pdf @cell G2"}},
    FactCase{"RisManuscript", "ris/references.ris", "data/references.ris", "data/references.ris#line 1", {
        "title: Telegram on the ice\nin the harbour @lines 2-3", "creator: Lindqvist, Edda @line 4",
        "contributor: Varnholt, R. as editor @line 5", "date: 1962/10/09/ [1962-10-09] @line 6", "published: 1971 [1971] @line 7",
        "note: N1 = Found in the tower @line 9", "note: DP = Catalogue of Tolva @line 10",
        "identifier: https://example.org/1 of url @line 11", "file: data/scans/telegram.pdf unstated"}},
    FactCase{"RisLetterWithoutEnd", "ris/references.ris", "data/references.ris", "data/references.ris#line 16", {
        "title:  (blank) @line 17", "date: 1963///winter [] @line 18", "note: L1 = https://example.org/letter.pdf @line 19",
        "unattributed: Lines between @line 15"}},
    FactCase{"BagInfo", "bagit/bag-info.txt", "data/bag/bag-info.txt", "data/bag", {
        "note: Source-Organization = Pilots' Office of Tolva @line 1",
        "description: Letters of the office,\nfound in the tower @lines 2-3", "identifier: tolva-7 of External-Identifier @line 4",
        "identifier: tolva-8 of External-Identifier @line 5", "note: Bagging-Date = 2026-11-02 @line 7",
        "note: Rights = Ask the heirs @line 9", "identifier:  of Internal-Sender-Identifier (blank) @line 10",
        "unattributed: a line without any label @line 11"}},
    FactCase{"DspaceContents", "dspace/item_000/contents", "data/item_000/contents", "data/item_000", {
        "file: data/item_000/scan.pdf unstated", "file: data/item_000/license.txt supporting",
        "note: bundle = ORIGINAL @line 1", "note: description = The scan @line 1", "note: permissions = -r 'Staff' @line 3",
        "note: embargo = 2030-01-01 @line 3", "note: bitstream = ../item_001/other.pdf @line 4",
        "note: registered = -r -s 1 -f assets/far.tif\tbundle:ORIGINAL @line 5"}}
), fact_case_name);
// clang-format on

TEST(Ris, TakesAValueThatBeginsOnTheNextLine) {
    const auto document =
        test::read_record("TY  - UNPB\nTI  -\n\nHarbour dues\nER  - \n", "data/a.ris");
    ASSERT_EQ(document.titles.size(), 1U);
    EXPECT_EQ(document.titles.front().words, "Harbour dues");
    EXPECT_EQ(document.titles.front().place.at, "lines 2-4");
}

struct RemarkCase {
    std::string name;
    std::string fixture;
    std::string path;
    std::vector<std::string> remarks;  ///< All of them, in any order.
};
void PrintTo(const RemarkCase& c, std::ostream* out) {
    *out << c.name;
}
std::string remark_case_name(const testing::TestParamInfo<RemarkCase>& info) {
    return info.param.name;
}

class HandOverRemarks : public testing::TestWithParam<RemarkCase> {};

TEST_P(HandOverRemarks, SayWhatIsOddAndWhere) {
    std::vector<std::string> remarks;
    for (const Remark& remark : read_fixture(GetParam().fixture, GetParam().path).remarks)
        remarks.push_back(remark.code + " @" + remark.at);
    EXPECT_THAT(remarks, testing::UnorderedElementsAreArray(GetParam().remarks));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Remarks, HandOverRemarks, testing::Values(
    RemarkCase{"Metadata", kMetadata, "data/metadata.csv", {
        "table.outer-blanks @cell A2", "table.outer-blanks @cell B2", "table.blank-cell @cell D2", "table.ragged-row @cell A7",
        "table.ragged-row @cell J8", "record.date-as-words @cell F3", "table.repeated-path @cell A4",
        "record.path-missing @cell A5", "record.path-outside @cell A6"}},
    RemarkCase{"Rights", kRights, "data/metadata/rights.csv", {
        "table.outer-blanks @cell A2", "table.outer-blanks @cell B2", "table.outer-blanks @cell C2", "table.outer-blanks @cell E2",
        "table.outer-blanks @cell K2", "table.blank-cell @cell C4", "table.line-ends @line 6",
        "rights.bad-date @cell F2", "rights.open-copyright @cell G2", "rights.bad-date @cell N2", "rights.act-is-restriction @cell K4",
        "rights.jurisdiction @cell E5", "rights.unknown-restriction @cell L5", "rights.unknown-basis @cell B6",
        "rights.unknown-status @cell C6", "rights.no-act @cell K6"}},
    RemarkCase{"Atom", "atom/isad.csv", "data/isad.csv", {
        "atom.unknown-level @cell G3", "record.path-outside @cell AA4", "record.date-as-words @cell AX3",
        "atom.events-differ @cell BB4"}},
    RemarkCase{"OmekaS", "omeka/s.csv", "data/s.csv", {"table.delimiter @cell A1", "record.path-outside @cell G2"}},
    RemarkCase{"Ris", "ris/references.ris", "data/references.ris", {
        "record.date-as-words @line 18", "ris.no-end @line 16", "ris.outside-record @line 15"}},
    RemarkCase{"BagInfo", "bagit/bag-info.txt", "data/bag-info.txt", {"bag.repeated-label @line 7", "bag.no-label @line 11"}},
    RemarkCase{"Dspace", "dspace/item_000/contents", "data/item_000/contents", {
        "dspace.unknown-option @line 3", "record.path-outside @line 4", "dspace.registered @line 5"}}
), remark_case_name);
// clang-format on

TEST(ArchivematicaRights, AreOneBlockForEachBasis) {
    const auto reading = read_fixture(kRights, "data/metadata/rights.csv");
    ASSERT_EQ(reading.documents.size(), 3u);
    ASSERT_EQ(reading.documents[0].document.rights.size(), 1u);
    EXPECT_EQ(reading.documents[0].document.rights[0].basis, RightsBasis::copyright);
    EXPECT_EQ(reading.documents[0].document.rights[0].scope, RightsScope::item);
    ASSERT_EQ(reading.documents[1].document.rights.size(), 2u);
    EXPECT_EQ(reading.documents[1].document.rights[0].basis, RightsBasis::license);
    EXPECT_EQ(reading.documents[1].document.rights[1].basis, RightsBasis::statute);
    EXPECT_EQ(reading.documents[2].document.rights[0].basis, std::nullopt);
}

TEST(ArchivematicaRights, HaveActsThatFitAnAttribute) {
    auto text = test::read_file(test::source_root() / "fixtures/handover" / kRights);
    text.replace(text.find("disseminate "), 12, "\"dis-\nseminate\"");
    const auto reading = test::read_records(text, "data/metadata/rights.csv");
    EXPECT_EQ(reading.documents[0].document.rights[0].grants[0].act, "dis- seminate");
}

TEST(AtomDates, NameTheRuleThatToldWhatTheyMean) {
    const auto reading = read_fixture("atom/isad.csv", "data/isad.csv");
    EXPECT_EQ(reading.documents[0].document.level, Level::fonds);
    const auto& date = reading.documents[0].document.dates.front();
    EXPECT_EQ(date.state, State::stated);
    EXPECT_EQ(date.place.rule, "atom.date-from-ends");
}

struct EndCase {
    std::string name;
    std::string start;
    std::string end;
    std::string edtf;
};
void PrintTo(const EndCase& c, std::ostream* out) {
    *out << c.name;
}
std::string end_case_name(const testing::TestParamInfo<EndCase>& info) {
    return info.param.name;
}

class AtomEnds : public testing::TestWithParam<EndCase> {};

TEST_P(AtomEnds, KeepTheirOwnPrecision) {
    const auto& c = GetParam();
    const std::string text =
        "legacyId,parentId,levelOfDescription,eventStartDates,eventEndDates\n"
        "1,,Item," +
        c.start + "," + c.end + "\n";
    const auto document = test::read_record(text, "data/isad.csv");
    EXPECT_EQ(document.dates.front().words, c.start);
    EXPECT_EQ(document.dates.front().edtf, c.edtf);
}

INSTANTIATE_TEST_SUITE_P(Ends, AtomEnds,
                         testing::Values(EndCase{"Year", "2016-00-00", "", "2016"},
                                         EndCase{"Month", "2016-05-00", "", "2016-05"},
                                         EndCase{"Day", "2016-05-04", "2016-05-04", "2016-05-04"},
                                         EndCase{"Interval", "2016-00-00", "2017-02-00",
                                                 "2016/2017-02"},
                                         EndCase{"Backwards", "2017-00-00", "2016-00-00", ""},
                                         EndCase{"EndThatIsNoDate", "2016-00-00", "later", ""},
                                         EndCase{"NoSuchMonth", "2016-13-00", "", ""},
                                         EndCase{"DayWithoutMonth", "2016-00-04", "", ""}),
                         end_case_name);

TEST(ArchivematicaSamples, GiveTheirRightsWithEveryKnownFaultRemarkedUpon) {
    SOLANDER_NEEDS_SHARED("samples/G_archivematica_rights.csv");
    const auto reading = test::read_records(
        test::read_file(test::shared_root() / "samples/G_archivematica_rights.csv"),
        "data/metadata/rights.csv");
    ASSERT_EQ(reading.documents.size(), 2u);
    EXPECT_EQ(reading.documents[0].subject, "data/objects/beihai.tif");
    EXPECT_EQ(reading.documents[0].document.rights.front().grants.size(), 2u);
    EXPECT_EQ(reading.documents[1].document.rights.size(), 2u);
    std::string codes;
    for (const Remark& remark : reading.remarks) codes += remark.code + "@" + remark.at + " ";
    EXPECT_THAT(codes, HasSubstr("rights.bad-date@cell G2"));
    EXPECT_THAT(codes, HasSubstr("rights.act-is-restriction@cell K4"));
    EXPECT_THAT(codes, HasSubstr("rights.bad-date@cell N4"));
}

TEST(ArchivematicaSamples, GiveTheirDescriptions) {
    SOLANDER_NEEDS_SHARED("samples/G_archivematica_individual-metadata.csv");
    const auto reading = test::read_records(
        test::read_file(test::shared_root() / "samples/G_archivematica_individual-metadata.csv"),
        "data/metadata/metadata.csv");
    ASSERT_EQ(reading.documents.size(), 2u);
    const auto& first = reading.documents[0].document;
    EXPECT_EQ(first.dates.front().edtf, "2016-02-29");
    EXPECT_EQ(first.rights.front().statements.front().words, "Public domain");
    EXPECT_EQ(first.subjects.size(), 3u);
    EXPECT_EQ(first.subjects.back().state, State::blank);
    EXPECT_EQ(reading.documents[1].subject, "data/objects/audio/bird.mp3");
}

}  // namespace
}  // namespace solander::metadata
