// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/scratch.h"
#include "support/shared.h"
#include "wilson_record_case.h"

// Real texts in forms B, C and D, where they are at hand: read by eye, and the same must come out.

namespace solander::metadata {
namespace {

using Record = test::WilsonCase;

class WilsonFormSamples : public testing::TestWithParam<Record> {};

TEST_P(WilsonFormSamples, GiveWhatTheirTextSupports) {
    const auto& r = GetParam();
    const auto file = "samples/" + r.file + ".txt";
    SOLANDER_NEEDS_SHARED(file);
    const auto text = test::read_file(test::shared_root() / file);
    test::expect_record(r, text);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Samples, WilsonFormSamples, testing::Values(
    Record{"B02", "B02_stalin_mao_1947-12-16_110296", "B", {Drop::linked_values}, {
        R"(title stated line 5 {wilson.head}: Cable, Stalin [Kuznetsov] to Mao Zedong [via Ter…)",
        R"(date stated line 3 {wilson.head} 1947-12-16: December 16, 1947)",
        R"(date stated line 34 [Original Uploaded Date] upload 2011-11-20: 2011-11-20)",
        R"(creator blank line 17 [Author(s):])",
        R"(contributor stated line 24 {wilson.source-sentence} translator: Sergey Radchenko)",
        R"(description inferred line 15 {wilson.summary-before-labels}: Stalin, using the name of Fyodor Kuznetsov, Chie…)",
        R"(language blank line 40 [Language])",
        R"(type stated line 38 [Type]: Cable)",
        R"(identifier stated line 44 [Record ID] record-id: 110296)",
        R"(relation inferred line 24 {wilson.source-sentence} reprinted-in: Andrei Ledovskii, Raisa Mirovitskaia and Vladimi…)",
        R"(source stated line 24 [Source] (F. 39, Op. 1, D. 31, L. 25): APRF: F. 39, Op. 1, D. 31, L. 25. Reprinted in A…)",
        R"(original-archive inferred line 24 {wilson.source-sentence}: APRF)",
        R"(rights stated lines 28-30 [Rights]: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 30: History and Public Policy Program, HAPP@wilsonce…)",
        R"(body lines 7-13)",
        R"(unattributed line 1: Skip to content)"
        },
        "subject subject-agent subject-place classification release custodial-history standard-statement holder licence access funding-credit"},
    Record{"B03", "B03_rhee_vanfleet_1954-08-20_117671", "B", {Drop::linked_values}, {
        R"(title stated line 5 {wilson.head}: Letter, Syngman Rhee to General James A. Van Fle…)",
        R"(date stated line 3 {wilson.head} 1954-08-20: August 20, 1954)",
        R"(date stated line 28 [Original Uploaded Date] upload 2013-08-15: 2013-08-15)",
        R"(creator blank line 11 [Author(s):])",
        R"(description inferred line 9 {wilson.summary-before-labels}: Syngman Rhee writes to General James A. Van Flee…)",
        R"(language blank line 34 [Language])",
        R"(type stated line 32 [Type]: Letter)",
        R"(identifier stated line 38 [Record ID] record-id: 117671)",
        R"(source stated line 18 [Source] (B-012-004, Official Correspondences, President Rhee's Correspondences): B-012-004, Official Correspondences, President R…)",
        R"(original-archive inferred line 18 {wilson.source.archive-named-in-credit}: Syngman Rhee Institute, Yonsei University)",
        R"(rights stated lines 22-24 [Rights]: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 24: History and Public Policy Program, HAPP@wilsonce…)",
        R"(funding-credit stated line 7 <Syngman Rhee Institute, Yonsei University>: This document was made possible with support fro…)",
        R"(funding-credit stated line 42 [Donors] <Syngman Rhee Institute, Yonsei University by rule><Leon Levy Foundation by rule>: Syngman Rhee Institute, Yonsei University and Le…)",
        R"(unattributed line 1: Skip to content)"
        },
        "subject subject-agent subject-place relation classification release custodial-history standard-statement holder licence access"},
    Record{"B04", "B04_mao_filippov_1948-05-10", "B", {Drop::linked_values, Drop::literal_values, Drop::labels}, {
        R"(title stated line 5 {wilson.head}: Cable, Mao Zedong to Filippov [Stalin])",
        R"(date stated line 3 {wilson.head} 1948-05-10: May 10, 1948)",
        R"(date blank line 26 [Original Uploaded Date] upload )",
        R"(contributor stated line 19 {wilson.source-sentence} translator: Sergey Radchenko)",
        R"(description inferred line 13 {wilson.summary-before-labels}: Mao says that his poor health requires him to de…)",
        R"(identifier blank line 32 [Record ID] record-id)",
        R"(relation inferred line 19 {wilson.source-sentence} reprinted-in: Andrei Ledovskii, Raisa Mirovitskaia and Vladimi…)",
        R"(relation inferred line 19 {wilson.source-sentence} published-in: CWIHP Bulletin #16)",
        R"(source inferred line 19 {wilson.value-after-document-information} (F. 39, Op. 1, D. 31, L. 34): APRF: F. 39, Op. 1, D. 31, L. 34. Reprinted in A…)",
        R"(original-archive inferred line 19 {wilson.source-sentence}: APRF)",
        R"(rights inferred lines 22-24 {wilson.rights-by-wording}: The History and Public Policy Program welcomes r…)",
        R"(contact stated line 24: History and Public Policy Program, )",
        R"(contact blank line 24: [email protected])",
        R"(body lines 7-11)",
        R"(unattributed line 1: Skip to content)"
        },
        "creator language type subject subject-agent subject-place classification release custodial-history standard-statement holder licence access funding-credit"},
    Record{"C01", "C01_brazil_havana_1962-11-16_115383", "C", {Drop::link_text}, {
        R"(title stated line 8 {wilson.head}: TELEGRAM FROM BRAZILIAN EMBASSY IN HAVANA (BASTI…)",
        R"(title stated bytes 653-728 {wilson.citation}: Telegram from Brazilian Embassy in Havana (Basti…)",
        R"(date stated line 6 {wilson.head} 1962-11-16: November 16, 1962)",
        R"(contributor stated bytes 945-992 {wilson.source-sentence} translator: James G. Hershberg)",
        R"(description inferred line 17 {wilson.summary-before-citation}: Pinto discusses the current situation in Cuba an…)",
        R"(language inferred line 25 {wilson.view-document-in} text en: English HTML)",
        R"(identifier inferred bytes 1044-1049 {wilson.url-last-part} record-id: 115383)",
        R"(identifier stated bytes 995-1049 {wilson.citation} url: https://digitalarchive.wilsoncenter.org/document…)",
        R"(source stated bytes 802-993 {wilson.citation} (“600.(24h)—SITUAÇÃO POLITICA—CUBA de novembro a dezembre de 1.962//6223,”): “600.(24h)—SITUAÇÃO POLITICA—CUBA de nov…)",
        R"(original-archive inferred bytes 886-942 {wilson.source-sentence} (Brasilia, Brazil): Ministry of External Relations Archives)",
        R"(funding-credit stated line 10 <Leon Levy Foundation>: This document was made possible with support fro…)",
        R"(body lines 27-41 en)",
        R"(unattributed line 1: Search in)",
        R"(unattributed line 2: ADD SEARCH FILTER CANCEL SEARCH FILTER)",
        R"(unattributed line 4: Digital Archive International History Declassifi…)"
        },
        "creator type subject subject-agent subject-place relation classification release custodial-history rights standard-statement holder licence access"},
    Record{"C03", "C03_prc_mfa_1955-09-09_110232_no_title", "C", {Drop::link_text}, {
        R"(title stated bytes 449-559 {wilson.citation}: Cable from the Chinese Foreign Ministry, 'Instru…)",
        R"(date stated line 6 {wilson.head} 1955-09-09: September 09, 1955)",
        R"(contributor stated bytes 661-684 {wilson.source-sentence} translator: Yafeng Xia)",
        R"(description inferred line 16 {wilson.summary-before-citation}: The Foreign Ministry's instructions regarding re…)",
        R"(language inferred line 24 {wilson.view-document-in} text en: English HTML)",
        R"(classification inferred line 26 {body.mark}: Top Secret)",
        R"(source stated bytes 634-684 {wilson.citation} (111-00019-01, 5-8): PRC FMA 111-00019-01, 5-8. Translated by Yafeng …)",
        R"(original-archive inferred bytes 634-640 {wilson.source-sentence}: PRC FMA)",
        R"(funding-credit stated line 9 <MacArthur Foundation>: This document was made possible with support fro…)",
        R"(body lines 26-30 en)",
        R"(unattributed line 1: Search in)",
        R"(unattributed line 2: ADD SEARCH FILTER CANCEL SEARCH FILTER)",
        R"(unattributed line 4: Digital Archive International History Declassifi…)"
        },
        "creator type identifier subject subject-agent subject-place relation release custodial-history rights standard-statement holder licence access"},
    Record{"D02", "D02_drozniak_1962-11-03_115779", "D", {Drop::link_text}, {
        R"(title stated bytes 103-172 {wilson.head}: Telegram from Polish Embassy in Washington (Droz…)",
        R"(date stated bytes 85-101 {wilson.head} 1962-11-03: November 03, 1962)",
        R"(contributor stated bytes 501-552 {wilson.source-sentence} translator: Margaret K. Gnoinska of Troy University)",
        R"(description stated line 11 [Summary:] gaps: Drozniak reports on the information from several…)",
        R"(language stated line 19 [Original Language:] original pl: Polish)",
        R"(language inferred bytes 1018-1036 {wilson.contents} text en: English Translation)",
        R"(identifier inferred bytes 603-608 {wilson.url-last-part} record-id: 115779)",
        R"(identifier stated bytes 555-608 {wilson.citation} url: http://digitalarchive.wilsoncenter.org/document/…)",
        R"(source stated bytes 334-553 {wilson.citation} (Szyfrogramy from Waszyngton 1962, 6/77 w-86 t- 1312): Szyfrogramy from Waszyngton 1962, 6/77 w-86 t- 1…)",
        R"(original-archive inferred bytes 387-432 {wilson.source-sentence} (Warsaw): Polish Foreign Ministry Archive (AMSZ))",
        R"(custodial-history inferred bytes 387-495 {wilson.source-sentence} Polish Foreign Ministry Archive (AMSZ) -> James G. Hershberg of George Washington University (Obtained by))",
        R"(funding-credit stated line 15 [Credits:] <Leon Levy Foundation>: This document was made possible with support fro…)",
        R"(body bytes 1038-1068 translation en)",
        R"(unattributed line 1: Digital Archive digitalarchive.wilsoncenter.org …)"
        },
        "creator type subject subject-agent subject-place relation classification release rights standard-statement holder licence access"},
    Record{"D04", "D04_mikoyan_seed_1963-11-25_117349_oneline", "D", {Drop::link_text}, {
        R"(title stated bytes 102-174 {wilson.head}: Top Secret Cipher Telegram from Anastas Mikoyan …)",
        R"(date stated bytes 84-100 {wilson.head} 1963-11-25: November 25, 1963)",
        R"(description stated bytes 506-859 [Summary:]: Mikoyan reports his recent conversations with US…)",
        R"(language stated bytes 965-971 [Original Language:] original ru: Russian)",
        R"(language inferred bytes 983-1001 {wilson.contents} text en: English Translation)",
        R"(identifier inferred bytes 490-495 {wilson.url-last-part} record-id: 117349)",
        R"(identifier stated bytes 442-495 {wilson.citation} url: http://digitalarchive.wilsoncenter.org/document/…)",
        R"(classification inferred bytes 1069-1078 {body.mark}: TOP SECRET)",
        R"(classification inferred bytes 1099-1121 {body.mark}: REPRODUCTION PROHIBITED)",
        R"(source stated bytes 337-440 {wilson.citation}: Yeltsin documents given to Bill Clinton on 20 Ju…)",
        R"(original-archive inferred bytes 394-440 {wilson.source-sentence}: US National Archives and Records Administration)",
        R"(funding-credit stated bytes 870-944 [Credits:] <Leon Levy Foundation>: This document was made possible with support fro…)",
        R"(body bytes 1029-1144 translation en)",
        R"(unattributed bytes 1-82: Digital Archive digitalarchive.wilsoncenter.org …)",
        R"(note Contents: bytes 1003-1027 [Contents:]: Scan of Original Document)"
        },
        "creator type subject subject-agent subject-place relation release custodial-history rights standard-statement holder licence access"}
), test::wilson_case_name);
// clang-format on

TEST(ListOfResults, IsRefused) {
    constexpr const char* kList = "samples/E01_search_listing.txt";
    SOLANDER_NEEDS_SHARED(kList);
    const auto text = test::read_file(test::shared_root() / kList);
    const Received received{"data/list.txt", text};
    const auto choice = choose_reader(received);
    ASSERT_NE(choice.reader, nullptr) << choice.clash;
    const auto reading = choice.reader->read(received);
    ASSERT_FALSE(reading.has_value());
    EXPECT_EQ(reading.error().code(), ErrorCode::format);
    EXPECT_THAT(reading.error().message(), testing::HasSubstr("list of search results"));
}

}  // namespace
}  // namespace solander::metadata
