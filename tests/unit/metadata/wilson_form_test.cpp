// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_form.h"

#include <ostream>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "support/scratch.h"
#include "support/shared.h"

namespace solander::metadata {
namespace {

const std::string kCredit =
    "This document was made possible with support from Tidewater Foundation";

struct FormCase {
    std::string name;
    std::string text;
    std::string says;  ///< Part of the sentence; empty: nothing is said.
};
void PrintTo(const FormCase& c, std::ostream* out) {
    *out << c.name;
}

std::string form_case_name(const testing::TestParamInfo<FormCase>& info) {
    return info.param.name;
}

class UnreadText : public testing::TestWithParam<FormCase> {};

TEST_P(UnreadText, IsNotRecognisedAndSaidToBeWhatItLooksLike) {
    const auto& c = GetParam();
    EXPECT_EQ(choose_reader({"data/text.txt", c.text}).reader, nullptr);
    const auto sentence = known_but_unread(c.text);
    EXPECT_EQ(sentence.has_value(), !c.says.empty());
    EXPECT_THAT(sentence.value_or(""), testing::HasSubstr(c.says));
    for (const auto* reader : readers()) {
        const auto document = reader->read({"data/a.txt", c.text});
        ASSERT_FALSE(document.has_value());
        EXPECT_EQ(document.error().code(), ErrorCode::format);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, UnreadText,
    testing::Values(
        FormCase{"Empty", "", ""}, FormCase{"BlankLines", "\n\n \n", ""},
        FormCase{"ByteOrderMarkAlone", "\xEF\xBB\xBF", ""},
        FormCase{"DateAlone", "May 4, 1957\n", ""},
        FormCase{"DateAndTitle", "May 4, 1957\nLetter to the Board of Lights\n", ""},
        FormCase{"AnyLetter", "May 4, 1957\nDear Sir,\nThe lamp is broken.\nYours,\nE. L.\n", ""},
        FormCase{"OneLabelWordAtTheEnd", "May 4, 1957\nOn Words\nLast of all:\nSource\n", ""},
        FormCase{"NoTitle", "May 4, 1957\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"NoSuchDay", "February 30, 1957\nTitle\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"DateTooFarDown", "1\n2\n3\n4\nMay 4, 1957\nTitle\n" + kCredit, "no date line"},
        FormCase{"TitleIsALabel", "May 4, 1957\nSource\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"Paragraphs",
                 "Skip to content\n\nMay 4, 1957\n\nTitle\n\n" + kCredit + "\n\nText.", "(form B)"},
        FormCase{"PageOf2012",
                 "Search in\n\nMay 4, 1957\n\nTITLE\n\nCITATION SHARE DOWNLOAD\n    "
                 "get citation\nVIEW DOCUMENT IN\nEnglish HTML\n",
                 "(form C)"},
        FormCase{"PdfExportInOneLine",
                 "May 4, 1957 Title Citation: “Title,” Summary: S. Original Language: Norrmarkish",
                 "(form D)"},
        FormCase{"ResultList", "Skip to content\n1 - 10 of 14\nMay 4, 1957\nTitle\n" + kCredit,
                 "(form E)"},
        FormCase{"ResultListByHeading", "SEARCH RESULTS\nMay 4, 1957\nTitle\n" + kCredit,
                 "(form E)"}),
    form_case_name);

class UnreadSample : public testing::TestWithParam<FormCase> {};

TEST_P(UnreadSample, IsNotRecognisedAndSaidToBeWhatItLooksLike) {
    const auto file = "samples/" + GetParam().text;
    SOLANDER_NEEDS_SHARED(file);
    const auto text = test::read_file(test::shared_root() / file);
    EXPECT_EQ(choose_reader({"data/text.txt", text}).reader, nullptr);
    const auto sentence = known_but_unread(text);
    EXPECT_EQ(sentence.has_value(), !GetParam().says.empty());
    EXPECT_THAT(sentence.value_or(""), testing::HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Samples, UnreadSample,
    testing::Values(FormCase{"B02", "B02_stalin_mao_1947-12-16_110296.txt", "(form B)"},
                    FormCase{"B03", "B03_rhee_vanfleet_1954-08-20_117671.txt", "(form B)"},
                    FormCase{"B04", "B04_mao_filippov_1948-05-10.txt", "(form B)"},
                    FormCase{"C01", "C01_brazil_havana_1962-11-16_115383.txt", "(form C)"},
                    FormCase{"C03", "C03_prc_mfa_1955-09-09_110232_no_title.txt", "(form C)"},
                    FormCase{"D02", "D02_drozniak_1962-11-03_115779.txt", "(form D)"},
                    FormCase{"D04", "D04_mikoyan_seed_1963-11-25_117349_oneline.txt", "(form D)"},
                    FormCase{"E01", "E01_search_listing.txt", "(form E)"},
                    FormCase{"F01", "F01_frus_source_notes.txt", ""}),
    form_case_name);

TEST(Readers, HaveEachTheirOwnName) {
    std::set<std::string_view> names;
    for (const Reader* reader : readers()) {
        EXPECT_TRUE(names.insert(reader->name).second) << reader->name;
        EXPECT_FALSE(reader->title.empty()) << reader->name;
    }
    EXPECT_TRUE(names.contains("wilson/1"));
}

}  // namespace
}  // namespace solander::metadata
