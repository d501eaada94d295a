// SPDX-License-Identifier: Apache-2.0
#include "metadata/wilson_form.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/reader.h"
#include "properties/quoted_words.h"
#include "reading.h"

namespace solander::metadata {
namespace {

const std::string kCredit =
    "This document was made possible with support from Tidewater Foundation";

struct FormCase {
    std::string name;
    std::string text;
    std::string says;  ///< Part of the sentence.
};
void PrintTo(const FormCase& c, std::ostream* out) {
    *out << c.name;
}

std::string form_case_name(const testing::TestParamInfo<FormCase>& info) {
    return info.param.name;
}

class StrangeText : public testing::TestWithParam<FormCase> {};

TEST_P(StrangeText, IsNobodys) {
    const auto& c = GetParam();
    EXPECT_EQ(choose_reader({"data/text.txt", c.text}).reader, nullptr);
    for (const auto* reader : readers()) {
        const auto document = reader->read({"data/a.txt", c.text});
        ASSERT_FALSE(document.has_value());
        EXPECT_EQ(document.error().code(), ErrorCode::format);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, StrangeText,
    testing::Values(
        FormCase{"Empty", "", ""}, FormCase{"BlankLines", "\n\n \n", ""},
        FormCase{"ByteOrderMarkAlone", "\xEF\xBB\xBF", ""},
        FormCase{"DateAlone", "May 4, 1957\n", ""},
        FormCase{"DateAndTitle", "May 4, 1957\nLetter to the Board of Lights\n", ""},
        FormCase{"AnyLetter", "May 4, 1957\nDear Sir,\nThe lamp is broken.\nYours,\nE. L.\n", ""},
        FormCase{"OneLabelWordAtTheEnd", "May 4, 1957\nOn Words\nLast of all:\nSource\n", ""}),
    form_case_name);

class RefusedText : public testing::TestWithParam<FormCase> {};

TEST_P(RefusedText, IsRecognisedAndNotRead) {
    const auto& c = GetParam();
    const auto choice = choose_reader({"data/text.txt", c.text});
    ASSERT_NE(choice.reader, nullptr) << choice.clash;
    EXPECT_EQ(choice.reader->name, "wilson/1");
    const auto reading = choice.reader->read({"data/text.txt", c.text});
    ASSERT_FALSE(reading.has_value());
    EXPECT_EQ(reading.error().code(), ErrorCode::format);
    EXPECT_THAT(reading.error().message(), testing::HasSubstr(c.says));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, RefusedText,
    testing::Values(
        FormCase{"NoTitle", "May 4, 1957\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"NoSuchDay", "February 30, 1957\nTitle\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"DateTooFarDown", "1\n2\n3\n4\nMay 4, 1957\nTitle\n" + kCredit, "no date line"},
        FormCase{"DateTooFarDownInParagraphs", "1\n\n2\n\n3\n\n4\n\nMay 4, 1957\n\nT\n\n" + kCredit,
                 "no date line"},
        FormCase{"TitleIsALabel", "May 4, 1957\nSource\n" + kCredit + "\nText.\n", "no date line"},
        FormCase{"ResultList", "Skip to content\n1 - 10 of 14\nMay 4, 1957\nTitle\n" + kCredit,
                 "(form E)"},
        FormCase{"ResultListByHeading", "SEARCH RESULTS\nMay 4, 1957\nTitle\n" + kCredit,
                 "(form E)"},
        FormCase{"PageWithNothingOnIt", "Search in\nget citation\nVIEW DOCUMENT IN\nEnglish HTML\n",
                 "(form C)"},
        FormCase{"ExportOfNothing", "On Words\nCitation: a note\nOriginal Language: a word\n",
                 "(form D)"},
        FormCase{"ExportWithItsLabelsTheOtherWayRound",
                 "Original Language: Norrmarkish Citation: “Title,” " + kCredit, "(form D)"}),
    form_case_name);

struct RecognitionCase {
    std::string name;
    std::string text;
    std::string form;
    Recognition sure;
};
void PrintTo(const RecognitionCase& c, std::ostream* out) {
    *out << c.name;
}
std::string recognition_name(const testing::TestParamInfo<RecognitionCase>& info) {
    return info.param.name;
}

class ReadText : public testing::TestWithParam<RecognitionCase> {};

TEST_P(ReadText, HasItsForm) {
    const auto& c = GetParam();
    const Received received{"data/text.txt", c.text};
    EXPECT_EQ(choose_reader(received).reader->recognises(received), c.sure);
    const auto d = test::read_record(c.text);
    EXPECT_EQ(d.origins.front().form, c.form);
    EXPECT_EQ(d.dates.front().edtf, "1957-05-04");
    EXPECT_THAT(fuzz::misquotations(d, c.text), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, ReadText,
    testing::Values(
        RecognitionCase{"Lines", "May 4, 1957\nTitle\n" + kCredit + "\nText.\n", "A",
                        Recognition::certain},
        RecognitionCase{"Paragraphs",
                        "Skip to content\n\nMay 4, 1957\n\nTitle\n\n" + kCredit + "\n\nText.", "B",
                        Recognition::certain},
        RecognitionCase{"PageOf2012",
                        "Search in\n\nMay 4, 1957\n\nTITLE\n\nCITATION SHARE DOWNLOAD\n    "
                        "get citation\nVIEW DOCUMENT IN\nEnglish HTML\n",
                        "C", Recognition::maybe},
        RecognitionCase{"PdfExportInOneLine",
                        "May 4, 1957 Title Citation: “Title,” Summary: S. Original Language: "
                        "Norrmarkish",
                        "D", Recognition::maybe},
        RecognitionCase{
            "PdfExportThatNamesTheSite",
            "Digital Archive digitalarchive.wilsoncenter.org International History "
            "Declassified May 4, 1957 Title Citation: “Title,” Original Language: Polish",
            "D", Recognition::certain}),
    recognition_name);

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
