// SPDX-License-Identifier: Apache-2.0
#include "base/edtf.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace solander::base {
namespace {

struct EdtfCase {
    std::string name;
    std::string text;
};
void PrintTo(const EdtfCase& c, std::ostream* out) {
    *out << c.text;
}

std::string edtf_case_name(const testing::TestParamInfo<EdtfCase>& info) {
    return info.param.name;
}

class EdtfTakes : public testing::TestWithParam<EdtfCase> {};
TEST_P(EdtfTakes, TheText) {
    EXPECT_TRUE(is_edtf(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Dates, EdtfTakes,
    testing::Values(
        EdtfCase{"Day", "1963-11-25"}, EdtfCase{"Month", "1963-11"}, EdtfCase{"Year", "1963"},
        EdtfCase{"YearZero", "0000"}, EdtfCase{"BeforeChrist", "-0043-03-15"},
        EdtfCase{"LeapDay", "2000-02-29"}, EdtfCase{"Season", "1963-21"},
        EdtfCase{"LastSeason", "1963-24"}, EdtfCase{"Decade", "196X"}, EdtfCase{"Century", "19XX"},
        EdtfCase{"DecadeBeforeChrist", "-004X"}, EdtfCase{"MonthUnspecified", "1963-XX"},
        EdtfCase{"DayUnspecified", "1963-11-XX"}, EdtfCase{"MonthAndDayUnspecified", "1963-XX-XX"},
        EdtfCase{"Uncertain", "1963?"}, EdtfCase{"Approximate", "1963-11~"},
        EdtfCase{"Both", "1963-11-25%"}),
    edtf_case_name);

INSTANTIATE_TEST_SUITE_P(
    Intervals, EdtfTakes,
    testing::Values(EdtfCase{"Years", "1963/1964"}, EdtfCase{"MixedPrecision", "1963-11-25/1964"},
                    EdtfCase{"WithinOneYear", "1963-11/1963"},
                    EdtfCase{"OneDay", "1963-11-25/1963-11-25"}, EdtfCase{"OpenStart", "../1963"},
                    EdtfCase{"OpenEnd", "1963/.."}, EdtfCase{"UnknownStart", "/1963-11"},
                    EdtfCase{"UnknownEnd", "1963?/"}, EdtfCase{"Qualified", "1963~/1964-06?"},
                    EdtfCase{"AcrossYearZero", "-0001/0001"}),
    edtf_case_name);

class EdtfRefuses : public testing::TestWithParam<EdtfCase> {};
TEST_P(EdtfRefuses, TheText) {
    EXPECT_FALSE(is_edtf(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Dates, EdtfRefuses,
    testing::Values(EdtfCase{"Nothing", ""}, EdtfCase{"NoSuchDay", "1963-02-30"},
                    EdtfCase{"NoLeapDay", "1900-02-29"}, EdtfCase{"DayZero", "1963-11-00"},
                    EdtfCase{"MonthZero", "1963-00"}, EdtfCase{"MonthThirteen", "1963-13"},
                    EdtfCase{"LevelTwoSeason", "1963-25"}, EdtfCase{"DayOfSeason", "1963-21-01"},
                    EdtfCase{"MinusYearZero", "-0000"}, EdtfCase{"ShortYear", "963"},
                    EdtfCase{"LongYear", "19631"}, EdtfCase{"LetterYear", "Y170000002"},
                    EdtfCase{"OneDigitMonth", "1963-1"}, EdtfCase{"OneDigitDay", "1963-11-5"},
                    EdtfCase{"DashAtEnd", "1963-"}, EdtfCase{"TwoDashesAtEnd", "1963-11-"},
                    EdtfCase{"FourParts", "1963-11-25-01"}, EdtfCase{"InnerX", "1X63"},
                    EdtfCase{"ThreeX", "1XXX"}, EdtfCase{"UnspecifiedYearWithMonth", "196X-11"},
                    EdtfCase{"DayOfUnspecifiedMonth", "1963-XX-25"},
                    EdtfCase{"HalfUnspecifiedMonth", "1963-1X"},
                    EdtfCase{"QualifierInside", "1963?-11"}, EdtfCase{"TwoQualifiers", "1963?~"},
                    EdtfCase{"BlankAtEnd", "1963 "}, EdtfCase{"Sign", "+1963"},
                    EdtfCase{"SignInMonth", "1963-+1"}, EdtfCase{"Time", "1963-11-25T10:00:00Z"},
                    EdtfCase{"Words", "November 1963"}, EdtfCase{"OpenAlone", ".."},
                    EdtfCase{"QualifierAlone", "?"}),
    edtf_case_name);

INSTANTIATE_TEST_SUITE_P(Intervals, EdtfRefuses,
                         testing::Values(EdtfCase{"EndsBeforeItStarts", "1964/1963"},
                                         EdtfCase{"EndsTheDayBefore", "1963-11-25/1963-11-24"},
                                         EdtfCase{"NoDate", "/"}, EdtfCase{"BothOpen", "../.."},
                                         EdtfCase{"BadEnd", "1963/1963-13"},
                                         EdtfCase{"ThreeParts", "1963/1964/1965"}),
                         edtf_case_name);

struct WordsCase {
    std::string name;
    std::string words;
    std::string edtf;  ///< Empty: nothing.
};
void PrintTo(const WordsCase& c, std::ostream* out) {
    *out << c.words;
}

std::string words_case_name(const testing::TestParamInfo<WordsCase>& info) {
    return info.param.name;
}

TEST(MonthNames, AreKnownWholeAndByThreeLetters) {
    EXPECT_TRUE(is_month_name("november"));
    EXPECT_TRUE(is_month_abbreviation("nov"));
    EXPECT_TRUE(is_month_name("may") && is_month_abbreviation("may"));
    for (const std::string word : {"", "nov", "november.", "n"}) EXPECT_FALSE(is_month_name(word));
    for (const std::string word : {"", "no", "novem"}) EXPECT_FALSE(is_month_abbreviation(word));
}

class EdtfFromWords : public testing::TestWithParam<WordsCase> {};
TEST_P(EdtfFromWords, KeepsThePrecision) {
    const auto edtf = edtf_from_words(GetParam().words);
    EXPECT_EQ(edtf.value_or(""), GetParam().edtf);
    EXPECT_TRUE(!edtf || is_edtf(*edtf));
}

INSTANTIATE_TEST_SUITE_P(Dates, EdtfFromWords,
                         testing::Values(WordsCase{"Day", "November 25, 1963", "1963-11-25"},
                                         WordsCase{"OneDigitDay", "May 4, 1957", "1957-05-04"},
                                         WordsCase{"PaddedDay", "September 09, 1955", "1955-09-09"},
                                         WordsCase{"LeapDay", "February 29, 1960", "1960-02-29"},
                                         WordsCase{"Month", "August 1973", "1973-08"},
                                         WordsCase{"MonthWithComma", "January, 1951", "1951-01"},
                                         WordsCase{"Year", "1955", "1955"},
                                         WordsCase{"IsoDay", "1963-11-25", "1963-11-25"},
                                         WordsCase{"IsoMonth", "1963-11", "1963-11"}),
                         words_case_name);

INSTANTIATE_TEST_SUITE_P(
    Nothing, EdtfFromWords,
    testing::Values(
        WordsCase{"Empty", "", ""}, WordsCase{"NoSuchDay", "February 30, 1963", ""},
        WordsCase{"NoLeapDay", "February 29, 1963", ""}, WordsCase{"DayZero", "May 0, 1963", ""},
        WordsCase{"ThreeDigitDay", "May 004, 1963", ""},
        WordsCase{"ShortYear", "November 25, 63", ""},
        WordsCase{"YearOfFiveDigits", "November 25, 19631", ""},
        WordsCase{"MonthAlone", "November", ""}, WordsCase{"Abbreviated", "Nov 25, 1963", ""},
        WordsCase{"DayAndMonthOnly", "November 25", ""},
        WordsCase{"NoComma", "November 25 1963", ""},
        WordsCase{"TwoCommas", "November, 25, 1963", ""},
        WordsCase{"WordsBefore", "On November 25, 1963", ""},
        WordsCase{"WordsAfter", "November 25, 1963 (evening)", ""},
        WordsCase{"Numbers", "11.03.1962", ""}, WordsCase{"Slashes", "11/26/1963", ""},
        WordsCase{"MonthOrTwoYears", "1910-11", ""}, WordsCase{"SeasonOrTwoYears", "1963-21", ""},
        WordsCase{"LeadingZero", "0417", ""}, WordsCase{"Approximate", "1963~", ""},
        WordsCase{"Interval", "1963/1964", ""}),
    words_case_name);

}  // namespace
}  // namespace solander::base
