// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/frus_note.h"
#include "properties/quoted_words.h"
#include "reading.h"
#include "sketch.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string fixture(const std::string& name) {
    return test::read_file(test::source_root() / "fixtures" / "captures" / (name + ".txt"));
}

Reading read_soundly(const std::string& text) {
    auto reading = test::read_records(text);
    for (const auto& described : reading.documents)
        EXPECT_THAT(fuzz::misquotations(described.document, text), IsEmpty());
    return reading;
}

std::vector<std::string> remarks_of(const Reading& reading) {
    std::vector<std::string> all;
    for (const auto& remark : reading.remarks) all.push_back(remark.code + " " + remark.at);
    return all;
}

TEST(Frus, ReadsAPageWithItsNoteAtTheFoot) {
    const auto reading = read_soundly(fixture("frus-page"));
    ASSERT_THAT(reading.documents, SizeIs(1));
    const auto& d = reading.documents.front().document;
    EXPECT_EQ(d.origins.front().reader, "frus/1");
    EXPECT_EQ(d.origins.front().form, "page");
    EXPECT_THAT(
        test::sketch(d),
        ElementsAre(
            "title stated bytes 6-71 {frus.heading}: Telegram From the Legation in Norrmark to the "
            "De…",
            "date stated bytes 88-102 {frus.dateline} 1962-10-09: October 9, 1962",
            "contributor stated bytes 385-406 {frus.source-note} drafter: Ada B. Quist of PORT/IR",
            "contributor stated bytes 437-442 {frus.source-note} approver: Amberg",
            "contributor stated bytes 448-456 {frus.source-note} approver: Lindqvist",
            "identifier stated bytes 1-3 {frus.heading} document-number: 118",
            "classification stated bytes 346-351 {frus.source-note}: Secret",
            "classification stated bytes 354-371 {frus.source-note}: Limit Distribution",
            "source stated bytes 284-505 [Source:] {frus.source-note} (Conference Files: Lot 64 D "
            "999, CF 1999): Department of State, Conference Files: Lot 64 D …",
            "original-archive inferred bytes 284-302 {frus.source-note}: Department of State",
            "body lines 5-9", "unattributed line 12: 2 Not found.",
            "note dateline line 3 {frus.dateline}: Port Aveline, October 9, 1962, 6 p.m."));
    EXPECT_EQ(test::absences(d),
              "creator description language type subject subject-agent subject-place relation "
              "release custodial-history rights standard-statement holder licence access "
              "funding-credit");
    EXPECT_THAT(remarks_of(reading), ElementsAre("frus.footnote-mark bytes 6-71"));
}

TEST(Frus, ReadsEachEntryOfAListAsADocumentOfItsOwn) {
    const auto reading = read_soundly(fixture("frus-list"));
    ASSERT_THAT(reading.documents, SizeIs(4));
    EXPECT_THAT(
        test::sketch(reading.documents[0].document),
        ElementsAre(
            "title stated bytes 64-89 {frus.heading}: Memorandum of Conversation",
            "date stated bytes 106-120 {frus.dateline} 1962-10-05: October 5, 1962",
            "contributor stated bytes 206-210 {frus.source-note} drafter: Quist",
            "identifier stated bytes 61-61 {frus.heading} document-number: 7",
            "classification stated bytes 187-192 {frus.source-note}: Secret",
            "source stated bytes 132-330 [Source:] {frus.source-note} (Central Files, "
            "999.6111/10–562): Department of State, Central Files, 999.6111/10…",
            "original-archive inferred bytes 132-150 {frus.source-note}: Department of State",
            "unattributed line 1: October–November 1962: The Strike of the Pilot…",
            "note dateline line 5 {frus.dateline}: Port Aveline, October 5, 1962."));
    EXPECT_THAT(
        test::sketch(reading.documents[1].document),
        ElementsAre("title stated bytes 345-402 {frus.heading}: Letter From the Legation in "
                    "Norrmark to the Harb…",
                    "date stated-none bytes 419-425 {frus.dateline}: undated",
                    "identifier stated bytes 342-342 {frus.heading} document-number: 8",
                    "note dateline line 11 {frus.dateline}: Port Aveline, undated."))
        << "an entry without a note is a document, too";
    EXPECT_THAT(
        test::sketch(reading.documents[2].document),
        ElementsAre(
            "title stated bytes 441-490 {frus.heading}: Memorandum From Secretary Varnholt "
            "to the Direct…",
            "identifier stated bytes 438-438 {frus.heading} document-number: 9",
            "classification stated-none bytes 544-568 {frus.source-note}: No classification "
            "marking",
            "source stated bytes 501-621 [Source:] {frus.source-note} (Quay Files, Amberg "
            "File): Varnholt Library, Quay Files, Amberg File. No cl…",
            "original-archive inferred bytes 501-516 {frus.source-note}: Varnholt Library"));
    EXPECT_EQ(reading.documents[3].document.dates.front().edtf, "1962-11");
    std::set<std::string> subjects;
    for (const auto& described : reading.documents) subjects.insert(described.subject);
    EXPECT_THAT(subjects, SizeIs(4)) << "else pack would take them for testimony on one document";
    EXPECT_THAT(reading.remarks, IsEmpty());
}

TEST(Frus, LeavesASourceBlankThatStandsInTheNoteBefore) {
    const auto reading = read_soundly(fixture("frus-ibid"));
    EXPECT_THAT(
        test::sketch(reading.documents.front().document),
        ElementsAre("title stated bytes 6-31 {frus.heading}: Memorandum of Conversation",
                    "date stated bytes 154-168 {frus.dateline} 1962-10-06: October 6, 1962",
                    "contributor stated bytes 116-120 {frus.source-note} drafter: Quist",
                    "identifier stated bytes 1-3 {frus.heading} document-number: 119",
                    "classification stated bytes 82-91 {frus.source-note}: Top Secret",
                    "classification stated bytes 94-102 {frus.source-note}: Eyes Only",
                    "source blank bytes 41-140 [Source:] {frus.source-note}: Ibid., Central Files, "
                    "999.6111/10–662. Top Sec…",
                    "body line 4",
                    "note dateline line 3 {frus.dateline}: Washington, October 6, 1962."));
    EXPECT_THAT(remarks_of(reading), ElementsAre("frus.ibid bytes 41-140"));
}

TEST(Frus, ReadsTheFileNumberOfAnOlderVolume) {
    const auto text = fixture("frus-file-number");
    const Received received{"data/text.txt", text};
    EXPECT_EQ(choose_reader(received).reader->recognises(received), Recognition::maybe);
    const auto reading = read_soundly(text);
    EXPECT_THAT(
        test::sketch(reading.documents.front().document),
        ElementsAre("title stated line 1 {frus.heading}: The Consul in Port Aveline (Varnholt) to "
                    "the Sec…",
                    "date stated bytes 109-121 {frus.dateline} 1947-07-25: July 25, 1947",
                    "type stated bytes 85-92 {frus.file-number}: Telegram",
                    "source stated line 3 {frus.file-number} (999.1121/7–2547): 999.1121/7–2547: "
                    "Telegram",
                    "body line 7",
                    "note dateline line 5 {frus.dateline}: Port Aveline, July 25, 1947—4 p. m."));
}

TEST(Frus, TakesNoDatelineFromABody) {
    const auto reading = read_soundly(
        "1. Memorandum\nOn October 9, 1962, I met Quist.\nSource: Department of State, Box 1. "
        "Secret.\n");
    const auto& d = reading.documents.front().document;
    EXPECT_EQ(d.dates.front().state, State::absent);
    EXPECT_EQ(d.bodies.front().at, "line 2");
}

struct RefusedCase {
    std::string name;
    std::string text;
    std::string says;
};
void PrintTo(const RefusedCase& c, std::ostream* out) {
    *out << c.name;
}
std::string refused_name(const testing::TestParamInfo<RefusedCase>& info) {
    return info.param.name;
}

class FrusRefuses : public testing::TestWithParam<RefusedCase> {};
TEST_P(FrusRefuses, NotesWithoutTheirDocument) {
    const Received received{"data/text.txt", GetParam().text};
    const auto choice = choose_reader(received);
    ASSERT_NE(choice.reader, nullptr) << choice.clash;
    EXPECT_EQ(choice.reader->name, "frus/1");
    const auto reading = choice.reader->read(received);
    ASSERT_FALSE(reading.has_value());
    EXPECT_EQ(reading.error().code(), ErrorCode::format);
    EXPECT_THAT(reading.error().message(), HasSubstr(GetParam().says));
}

const std::string kNote = "Source: Department of State, Central Files, 999.00/3–756. Secret.\n";
INSTANTIATE_TEST_SUITE_P(
    Texts, FrusRefuses,
    testing::Values(
        RefusedCase{"NotesAlone", fixture("frus-notes-alone"), "2 source notes, and not a heading"},
        RefusedCase{"OneNoteAlone", kNote, "no heading with a number"},
        RefusedCase{"TitleWithoutNumber", "Memorandum\n" + kNote, "no heading with a number"},
        RefusedCase{"NumberedParagraphForAHeading",
                    "Memorandum\n1. The pilots are on strike.\n" + kNote,
                    "no heading with a number"},
        RefusedCase{"NumberBelowTheDateline",
                    "Memorandum\nWashington, May 4, 1957.\n1. The pilots\n" + kNote,
                    "no heading with a number"},
        RefusedCase{"TwoNotesUnderOneHeading", "1. Memorandum\n" + kNote + kNote,
                    "2 source notes, and not a heading"},
        RefusedCase{"FileNumberAlone", "999.1121/7–2547: Telegram\n", "no source note"},
        RefusedCase{"TwoFileNumbers", "Title\n999.1/7\n999.1/8\n", "no source note"}),
    refused_name);

TEST(FrusSample, OfNotesAloneIsRefused) {
    constexpr const char* kNotes = "samples/F01_frus_source_notes.txt";
    SOLANDER_NEEDS_SHARED(kNotes);
    const auto text = test::read_file(test::shared_root() / kNotes);
    const Received received{"data/notes.txt", text};
    EXPECT_EQ(choose_reader(received).reader->name, "frus/1");
    const auto reading = choose_reader(received).reader->read(received);
    ASSERT_FALSE(reading.has_value());
    EXPECT_THAT(reading.error().message(), HasSubstr("12 source notes, and not"));
}

struct NoteCase {
    std::string name;
    std::string line;
    std::string parts;
};
void PrintTo(const NoteCase& c, std::ostream* out) {
    *out << c.line;
}
std::string note_name(const testing::TestParamInfo<NoteCase>& info) {
    return info.param.name;
}

std::string parts_of(const std::string& line) {
    const auto note = read_frus_note(line);
    if (!note) return "none";
    std::string text = std::string(note->repository) + "|" + std::string(note->locator) + "|";
    for (const auto mark : note->classifications) text += std::string(mark) + ";";
    text += note->unclassified ? "unmarked|" : "|";
    for (const auto& p : note->drafters)
        text +=
            std::string(p.name) + (p.affiliation.empty() ? "" : "@") + std::string(p.affiliation);
    for (const auto& p : note->approvers) text += "+" + std::string(p.name);
    return text;
}

class FrusNoteLine : public testing::TestWithParam<NoteCase> {};
TEST_P(FrusNoteLine, GivesWhatItsGrammarSays) {
    EXPECT_EQ(parts_of(GetParam().line), GetParam().parts);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Lines, FrusNoteLine, testing::Values(
    NoteCase{"Whole", "Source: Department of State, Lot 64 D 9, CF 1. Secret; Limit Distribution. Drafted by Quist and approved by Amberg and Lindqvist.",
             "Department of State|Lot 64 D 9, CF 1|Secret;Limit Distribution;|Quist+Amberg+Lindqvist"},
    NoteCase{"Library", "Source: Varnholt Library, Quay Files, Vol. 2, Box 14. Top Secret; Eyes Only.", "Varnholt Library|Quay Files, Vol. 2, Box 14|Top Secret;Eyes Only;|"},
    NoteCase{"InitialAndOffice", "Source: Department of State, Box 1. Secret. Drafted by Ada S. Quist (PORT/IR) on September 28.", "Department of State|Box 1|Secret;|Ada S. Quist@PORT/IR"},
    NoteCase{"NoMark", "Source: Department of State, Box 1. No classification marking. Drafted by Quist, cleared by Amberg.", "Department of State|Box 1|No classification marking;unmarked|Quist"},
    NoteCase{"NoClassificationSentence", "Source: National Archives, RG 9, POL NOR–QUAY.", "National Archives|RG 9, POL NOR–QUAY||"},
    NoteCase{"DraftedBehindTheCitation", "Source: Department of State, Box 1. Drafted by Quist.", "Department of State|Box 1||Quist"},
    NoteCase{"ACitationWithoutAKnownEnd", "Source: Department of State, Box 1. No copy was found.", "Department of State|||"},
    NoteCase{"FootnoteMark", "1. Source: Department of State, Box 1. Secret.", "Department of State|Box 1|Secret;|"},
    NoteCase{"InBrackets", "[Source: Department of State, Box 1. Secret.]", "Department of State|Box 1|Secret;|"},
    NoteCase{"Ibid", "Source: Ibid., 999.61/10–562. Secret.", "||Secret;|"},
    NoteCase{"IbidInARemark", "Source: Department of State, 999.1/1–562. Secret. (Ibid., 999.61/12–358)", "Department of State|999.1/1–562|Secret;|"},
    NoteCase{"TwoDrafters", "Source: Department of State, Box 1. Secret. Drafted by Quist and Amberg.", "Department of State|Box 1|Secret;|"},
    NoteCase{"RankAndJunior", "Source: Department of State, Box 1. Secret. Drafted by Quist and approved on January 6 by General O. Amberg, Jr.", "Department of State|Box 1|Secret;|Quist"},
    NoteCase{"ApprovedByAnOffice", "Source: Department of State, Box 1. Secret. Drafted by Quist and approved in S on May 2.", "Department of State|Box 1|Secret;|Quist"},
    NoteCase{"WordThatStartsAsAMark", "Source: Department of State, Box 1. Secretary Amberg was told.", "Department of State|||"},
    NoteCase{"OtherRepository", "Source: conversation, in the presence of Vice-Consul Amberg.", "none"},
    NoteCase{"RepositoryAsPartOfAName", "Source: Department of Statesmen, Box 1. Secret.", "none"},
    NoteCase{"LabelInsideALine", "The Source: Department of State, Box 1. Secret.", "none"},
    NoteCase{"NothingBehindTheLabel", "Source:", "none"}
), note_name);
// clang-format on

TEST(FrusFileNumberLine, HasADotAndASlash) {
    EXPECT_EQ(read_frus_file_number("File No. 999.72119/987")->number, "999.72119/987");
    EXPECT_EQ(read_frus_file_number("999.6111/6–1548: Telegram")->type, "Telegram");
    for (const auto* other : {"999.6111", "99.6111/6", "999/6111.6", "999.6111/6: see below",
                              "On 999.6111/6", "999. 6111/6", "999./x", ""})
        EXPECT_FALSE(read_frus_file_number(other).has_value()) << other;
}

}  // namespace
}  // namespace solander::metadata
