// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "wilson_record_case.h"

// Invented records in forms B, C and D: all that each of them says, and all that it does not say.

namespace solander::metadata {
namespace {

using Record = test::WilsonCase;

class WilsonForms : public testing::TestWithParam<Record> {};

TEST_P(WilsonForms, GiveWhatTheirTextSupports) {
    const auto& r = GetParam();
    const auto path = test::source_root() / "fixtures" / "captures" / (r.file + ".txt");
    const auto text = test::read_file(path);
    test::expect_record(r, text);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Fixtures, WilsonForms, testing::Values(
    Record{"ParagraphsDonorsDiffer", "paragraphs-donors-differ", "B", {Drop::linked_values}, {
        R"(title stated line 5 {wilson.head}: Letter, Edda Lindqvist to the Board of Lights)",
        R"(date stated line 3 {wilson.head} 1958-04-02: April 2, 1958)",
        R"(date stated line 28 [Original Uploaded Date] upload 2019-03-05: 2019-03-05)",
        R"(creator blank line 11 [Author(s):])",
        R"(description inferred line 9 {wilson.summary-before-labels}: Lindqvist reports that the lighthouse keeper of …)",
        R"(language blank line 34 [Language])",
        R"(type stated line 32 [Type]: Letter)",
        R"(identifier stated line 38 [Record ID] record-id: 900417)",
        R"(source stated line 18 [Source] (L-004-012, Official Letters, Lindqvist Papers): L-004-012, Official Letters, Lindqvist Papers, L…)",
        R"(original-archive inferred line 18 {wilson.source.archive-named-in-credit}: Lamp Institute, University of Skarholm)",
        R"(rights stated lines 22-24 [Rights]: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 24: History and Public Policy Program, HAPP@wilsonce…)",
        R"(funding-credit stated line 7 <Lamp Institute, University of Skarholm>: This document was made possible with support fro…)",
        R"(funding-credit stated line 42 [Donors] <Lamp Institute, University of Skarholm by rule><Tidewater Foundation for Maritime History by rule>: Lamp Institute, University of Skarholm and Tidew…)",
        R"(unattributed line 1: Skip to content)"
        },
        "subject subject-agent subject-place relation classification release custodial-history standard-statement holder licence access"},
    Record{"ParagraphsLabelsLost", "paragraphs-labels-lost", "B", {Drop::linked_values, Drop::literal_values, Drop::labels}, {
        R"(title stated line 5 {wilson.head}: Cable, Amberg to the Department of Ports)",
        R"(date stated line 3 {wilson.head} 1958-08: August 1958)",
        R"(date blank line 28 [Original Uploaded Date] upload )",
        R"(contributor stated line 21 {wilson.source-sentence} translator: Ada B. Quist)",
        R"(description inferred line 15 {wilson.summary-before-labels}: Amberg says that the ferry does not run in ice.)",
        R"(identifier blank line 34 [Record ID] record-id)",
        R"(relation inferred line 21 {wilson.source-sentence} reprinted-in: Ilse Varnholt and Teodor Quist, Norrmarkish Port…)",
        R"(relation inferred line 21 {wilson.source-sentence} published-in: NPHP Bulletin #4)",
        R"(source inferred line 21 {wilson.value-after-document-information} (F. 12, Op. 3, D. 8, L.68): APRF: F. 12, Op. 3, D. 8, L.68. Reprinted in Ils…)",
        R"(original-archive inferred line 21 {wilson.source-sentence}: APRF)",
        R"(rights inferred lines 24-26 {wilson.rights-by-wording}: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 26: History and Public Policy Program, )",
        R"(contact blank line 26: [email protected])",
        R"(body lines 7-13)",
        R"(unattributed line 1: Skip to content)"
        },
        "creator language type subject subject-agent subject-place classification release custodial-history standard-statement holder licence access funding-credit"},
    Record{"ParagraphsCrlfBom", "paragraphs-crlf-bom", "B", {Drop::linked_values}, {
        R"(title stated line 5 {wilson.head}: Letter, Edda Lindqvist to the Board of Lights)",
        R"(date stated line 3 {wilson.head} 1958-04-02: April 2, 1958)",
        R"(contributor stated line 17 {wilson.source-sentence} translator: Olaf K. Amberg)",
        R"(description inferred line 11 {wilson.summary-before-labels}: Lindqvist reports that the keeper of Skarholm ha…)",
        R"(source stated line 17 [Source] (Skarholm Lights, 6/77 w-86 t- 1312): Skarholm Lights, 6/77 w-86 t- 1312, State Archiv…)",
        R"(original-archive inferred line 17 {wilson.source-sentence} (Port Aveline): State Archive of Norrmark (SAN))",
        R"(custodial-history inferred line 17 {wilson.source-sentence} State Archive of Norrmark (SAN) -> Ada B. Quist of Harbour University (Obtained by))",
        R"(rights stated lines 21-23 [Rights]: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 23: History and Public Policy Program, HAPP@wilsonce…)",
        R"(body lines 7-9)",
        R"(unattributed line 1: Skip to content)"
        },
        "creator language type identifier subject subject-agent subject-place relation classification release standard-statement holder licence access funding-credit"},
    Record{"Page2016", "page-2016", "C", {Drop::link_text}, {
        R"(title stated line 8 {wilson.head}: TELEGRAM FROM NORRMARKISH CONSULATE IN PORT AVEL…)",
        R"(title stated bytes 463-544 {wilson.citation}: Telegram from Norrmarkish Consulate in Port Avel…)",
        R"(date stated line 6 {wilson.head} 1962-10-09: October 09, 1962)",
        R"(contributor stated bytes 736-779 {wilson.source-sentence} translator: Olaf K. Amberg)",
        R"(description inferred line 17 {wilson.summary-before-citation}: Varnholt discusses the strike of the pilots and …)",
        R"(language inferred line 25 {wilson.view-document-in} text en: English HTML)",
        R"(identifier inferred bytes 831-836 {wilson.url-last-part} record-id: 900383)",
        R"(identifier stated bytes 782-836 {wilson.citation} url: https://digitalarchive.wilsoncenter.org/document…)",
        R"(classification inferred bytes 990-1001 {body.mark}: CONFIDENTIAL)",
        R"(source stated bytes 617-780 {wilson.citation} (“600.(24h)—GREVE DOS PRÁTICOS—de outubro de 1.962//6223,”): “600.(24h)—GREVE DOS PRÁTICOS—de outubro …)",
        R"(original-archive inferred bytes 684-733 {wilson.source-sentence} (Port Aveline, Norrmark): Ministry of Ports Archives)",
        R"(funding-credit stated line 10 <Tidewater Foundation for Maritime History>: This document was made possible with support fro…)",
        R"(body lines 27-33 en)",
        R"(unattributed line 1: Search in)",
        R"(unattributed line 2: ADD SEARCH FILTER CANCEL SEARCH FILTER)",
        R"(unattributed line 4: Digital Archive International History Declassifi…)"
        },
        "creator type subject subject-agent subject-place relation release custodial-history rights standard-statement holder licence access"},
    Record{"PageTitleLost", "page-title-lost", "C", {Drop::link_text}, {
        R"(title stated bytes 352-436 {wilson.citation}: Cable from the Department of Ports, 'Instruction…)",
        R"(date stated line 6 {wilson.head} 1955-09-09: September 09, 1955)",
        R"(contributor stated bytes 538-562 {wilson.source-sentence} translator: Olaf Amberg)",
        R"(description inferred line 16 {wilson.summary-before-citation}: The Department's instructions regarding the draf…)",
        R"(language inferred line 24 {wilson.view-document-in} text en: English HTML)",
        R"(classification inferred line 26 {body.mark}: Top Secret)",
        R"(source stated bytes 511-562 {wilson.citation} (212-00019-01, 5-8): PRC FMA 212-00019-01, 5-8. Translated by Olaf Am…)",
        R"(original-archive inferred bytes 511-517 {wilson.source-sentence}: PRC FMA)",
        R"(funding-credit stated line 9 <Fund for Coastal Records (FCR)>: This document was made possible with support fro…)",
        R"(body lines 26-28 en)",
        R"(unattributed line 1: Search in)",
        R"(unattributed line 2: ADD SEARCH FILTER CANCEL SEARCH FILTER)",
        R"(unattributed line 4: Digital Archive International History Declassifi…)"
        },
        "creator type identifier subject subject-agent subject-place relation release custodial-history rights standard-statement holder licence access"},
    Record{"ExportLines", "export-lines", "D", {Drop::link_text}, {
        R"(title stated bytes 103-181 {wilson.head}: Telegram from Norrmarkish Consulate in Port Avel…)",
        R"(date stated bytes 85-101 {wilson.head} 1962-11-03: November 03, 1962)",
        R"(contributor stated bytes 493-538 {wilson.source-sentence} translator: Olaf K. Amberg of Lamp University)",
        R"(description stated line 11 [Summary:] gaps: Varnholt reports on the information from several…)",
        R"(language stated line 19 [Original Language:] original pl: Polish)",
        R"(language inferred bytes 871-889 {wilson.contents} text en: English Translation)",
        R"(identifier inferred bytes 589-594 {wilson.url-last-part} record-id: 900779)",
        R"(identifier stated bytes 541-594 {wilson.citation} url: http://digitalarchive.wilsoncenter.org/document/…)",
        R"(source stated bytes 352-539 {wilson.citation} (Telegrams from Aveline 1962, 6/77 w-86 t- 1312): Telegrams from Aveline 1962, 6/77 w-86 t- 1312, …)",
        R"(original-archive inferred bytes 400-440 {wilson.source-sentence} (Skarholm): State Archive of Norrmark (SAN))",
        R"(custodial-history inferred bytes 400-487 {wilson.source-sentence} State Archive of Norrmark (SAN) -> Ada B. Quist of Harbour University (Obtained by))",
        R"(funding-credit stated line 15 [Credits:] <Tidewater Foundation for Maritime History>: This document was made possible with support fro…)",
        R"(body bytes 891-974 translation en)",
        R"(unattributed line 1: Digital Archive digitalarchive.wilsoncenter.org …)"
        },
        "creator type subject subject-agent subject-place relation classification release rights standard-statement holder licence access"},
    Record{"ExportOneLine", "export-one-line", "D", {Drop::link_text}, {
        R"(title stated bytes 102-164 {wilson.head}: Cipher Telegram from Consul Varnholt to the Depa…)",
        R"(date stated bytes 84-100 {wilson.head} 1963-11-25: November 25, 1963)",
        R"(description stated bytes 483-520 [Summary:]: Varnholt reports recent conversations.)",
        R"(language stated bytes 647-653 [Original Language:] original ru: Russian)",
        R"(language inferred bytes 665-683 {wilson.contents} text en: English Translation)",
        R"(identifier inferred bytes 467-472 {wilson.url-last-part} record-id: 900349)",
        R"(identifier stated bytes 419-472 {wilson.citation} url: http://digitalarchive.wilsoncenter.org/document/…)",
        R"(classification inferred bytes 751-760 {body.mark}: TOP SECRET)",
        R"(source stated bytes 317-417 {wilson.citation}: Amberg documents given to Teodor Quist on 20 Jun…)",
        R"(original-archive inferred bytes 373-417 {wilson.source-sentence}: Norrmark National Archives and Records Office)",
        R"(funding-credit stated bytes 531-626 [Credits:] <Tidewater Foundation for Maritime History>: This document was made possible with support fro…)",
        R"(body bytes 711-779 translation en)",
        R"(unattributed bytes 1-82: Digital Archive digitalarchive.wilsoncenter.org …)",
        R"(note Contents: bytes 685-709 [Contents:]: Scan of Original Document)"
        },
        "creator type subject subject-agent subject-place relation release custodial-history rights standard-statement holder licence access"}
), test::wilson_case_name);
// clang-format on

Document read_text(std::string_view text) {
    auto document = test::read_record(text);
    EXPECT_THAT(fuzz::misquotations(document, text), testing::IsEmpty());
    return document;
}

std::vector<std::string> statements_of(const std::string& text) {
    return test::sketch(read_text(text));
}

std::string fixture(const std::string& name) {
    return test::read_file(test::source_root() / "fixtures" / "captures" / (name + ".txt"));
}

TEST(WilsonForms, TellTwinsApartByTheirIdAlone) {
    auto first = read_text(fixture("export-lines"));
    auto second = read_text(fixture("export-lines-twin"));
    EXPECT_EQ(first.titles.front().words, second.titles.front().words);
    EXPECT_EQ(first.sources.front().verbatim, second.sources.front().verbatim);
    EXPECT_EQ(first.identifiers.front().words, "900779");
    EXPECT_EQ(second.identifiers.front().words, "900780");
}

TEST(WilsonForms, TakeNoDateFromABody) {
    const auto d = read_text(fixture("paragraphs-labels-lost"));
    EXPECT_THAT(d.dates, testing::SizeIs(2)) << "11.03.1958 and 04.11.1958 stand in its body";
}

TEST(WilsonForms, FindTheSameInAnExportWhateverItsLinesAre) {
    auto text = fixture("export-lines");
    std::string joined;
    for (const char c : text) {
        if (c != '\n')
            joined += c;
        else if (!joined.ends_with(' '))
            joined += ' ';
    }
    const auto lines = read_text(text);
    const auto line = read_text(joined);
    EXPECT_EQ(line.titles.front().words, lines.titles.front().words);
    EXPECT_EQ(line.sources.front().verbatim, lines.sources.front().verbatim);
    EXPECT_EQ(line.descriptions.front().words, lines.descriptions.front().words);
    EXPECT_EQ(line.funding_credits.front().verbatim, lines.funding_credits.front().verbatim);
    EXPECT_EQ(line.languages.front().words, "Polish");
    EXPECT_EQ(line.contributors.front().agent.affiliation, "Lamp University");
    EXPECT_THAT(line.bodies.front().at, testing::StartsWith("bytes "));
}

TEST(WilsonForms, SayOfAnExportThatItIsCutOff) {
    const auto text = fixture("export-one-line");
    const auto d = read_text(text.substr(0, text.find(" Contents:")));
    EXPECT_THAT(d.origins.front().drops, testing::ElementsAre(Drop::link_text, Drop::end));
    EXPECT_EQ(d.languages.front().words, "Russian");
    EXPECT_THAT(d.bodies, testing::IsEmpty());
}

TEST(WilsonForms, SayOfAPageThatItIsCutOff) {
    const auto text = fixture("page-2016");
    const auto d = read_text(text.substr(0, text.find("VIEW DOCUMENT")));
    EXPECT_THAT(d.origins.front().drops, testing::ElementsAre(Drop::link_text, Drop::end));
    EXPECT_EQ(d.sources.front().state, State::stated);
}

TEST(WilsonForms, SayWhichLabelsOfAnExportHaveNoValue) {
    EXPECT_THAT(
        statements_of("May 4, 1957 Title Citation: Summary: Credits: Original Language: Contents:"),
        testing::ElementsAre("title stated bytes 13-17 {wilson.head}: Title",
                             "date stated bytes 1-11 {wilson.head} 1957-05-04: May 4, 1957",
                             "description blank bytes 29-36 [Summary:]",
                             "language blank bytes 47-64 [Original Language:] original ",
                             "funding-credit blank bytes 38-45 [Credits:]"));
}

TEST(WilsonForms, KeepACitationOfAnotherShapeAsANote) {
    const auto d = read_text("May 4, 1957 Title Citation: Title, 1957. Original Language: Polish");
    ASSERT_THAT(d.notes, testing::SizeIs(1));
    EXPECT_EQ(d.notes.front().words, "Title, 1957.");
    EXPECT_EQ(d.sources.front().state, State::absent);
}

TEST(WilsonForms, GiveACitationsTitleAndDateWhereTheHeadHasNone) {
    const auto d = read_text(
        "Some words Citation: “Title,” August 1957, Wilson Center Digital Archive, Box 4. "
        "Original Language: Old Norrmarkish Contents: Text.");
    EXPECT_EQ(d.titles.front().words, "Title");
    EXPECT_EQ(d.titles.front().place.rule, "wilson.citation");
    EXPECT_EQ(d.dates.front().edtf, "1957-08");
    EXPECT_EQ(d.languages.front().words, "Old Norrmarkish");
    EXPECT_EQ(d.languages.front().code, "") << "no language of the table";
    EXPECT_EQ(d.unattributed.front().words, "Some words");
    EXPECT_EQ(d.bodies.front().kind, BodyKind::unstated);
}

TEST(WilsonForms, KeepAnAddressOfAnotherKindApartFromTheId) {
    const auto d = read_text(
        "May 4, 1957 Title Citation: “Title,” May 4, 1957, Wilson Center Digital Archive, Box 4. "
        "http://x.example/node/89885 Original Language: Polish");
    ASSERT_THAT(d.identifiers, testing::SizeIs(1));
    EXPECT_EQ(d.identifiers.front().type, "url");
}

struct DonorsCase {
    std::string name;
    std::string donors;
    std::vector<std::string> funders;
};
void PrintTo(const DonorsCase& c, std::ostream* out) {
    *out << c.donors;
}
std::string donors_name(const testing::TestParamInfo<DonorsCase>& info) {
    return info.param.name;
}

class DonorsLine : public testing::TestWithParam<DonorsCase> {};
TEST_P(DonorsLine, IsPartedOnlyAtAKnownName) {
    auto text = fixture("paragraphs-donors-differ");
    text.resize(text.find("Donors\n"));
    const auto d = read_text(text + "Donors\n\n" + GetParam().donors + "\n");
    ASSERT_THAT(d.funding_credits, testing::SizeIs(2));
    const auto& donors = d.funding_credits.back();
    EXPECT_EQ(donors.verbatim, GetParam().donors);
    std::vector<std::string> funders;
    for (const auto& funder : donors.funders) {
        EXPECT_EQ(funder.rule, "donors.split-at-known-name");
        funders.push_back(funder.agent.name);
    }
    EXPECT_EQ(funders, GetParam().funders);
}

const std::string kLamp = "Lamp Institute, University of Skarholm";
INSTANTIATE_TEST_SUITE_P(
    Lines, DonorsLine,
    testing::Values(DonorsCase{"KnownFirst", kLamp + " and Quay Fund", {kLamp, "Quay Fund"}},
                    DonorsCase{"KnownLast", "Quay Fund and " + kLamp, {"Quay Fund", kLamp}},
                    DonorsCase{"KnownAlone", kLamp, {kLamp}},
                    DonorsCase{"AndInTheOther",
                               kLamp + " and Quay and Harbour Fund",
                               {kLamp, "Quay and Harbour Fund"}},
                    DonorsCase{"UnknownAreNotParted", "Quay Fund and Harbour Fund", {}},
                    DonorsCase{"CommaIsNoSeparator", kLamp + ", Quay Fund", {}},
                    DonorsCase{"PartOfALongerName", kLamp + " Press and Quay Fund", {}}),
    donors_name);

}  // namespace
}  // namespace solander::metadata
